"""What the names room hands on: entities with their mentions, and every noun group that stands for one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from musnad.model import Entity, Mention

Head = Literal["person", "body", "state", "place", "document", "unnamed"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A noun group that stands for an entity: ``first`` to ``last`` are token indices (inclusive).

    ``وزير الدفاع الكوري الجنوبي، شين وون سيك`` is one group and stands for the man; ``الحكومة اليونانية`` stands for Greece;
    ``مسؤول كوري جنوبي`` is ``unnamed`` and stands for South Korea. ``describes`` is what an unnamed source is called.
    """

    first: int
    last: int
    entity: str
    head: Head
    office: str = ""
    describes: str = ""
    proclitic: str = ""
    adjective: bool = False
    """Whether it is a nationality adjective behind a common noun (الهجوم الروسي)."""


@dataclass(frozen=True, slots=True)
class Names:
    """All that the names room found in one article."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]


NAME_PROCLITICS = {"", "و", "ف", "ب", "ل", "ك", "ول", "وب"}
"""What may be written onto a name."""
HEADS: dict[str, Head] = {
    "Person": "person", "PublicBody": "body", "Organization": "body", "Country": "state", "Place": "place", "Document": "document",
}  # fmt: skip
"""Type of entity → what a noun group that stands for it is headed by."""
