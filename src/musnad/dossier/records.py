"""What the dossier answers with, where the records of the house do not say it already."""

from __future__ import annotations

from dataclasses import dataclass

from musnad.model import Day, Entity, Published


class DossierError(Exception):
    """A file that cannot be opened, read or written as a dossier; the message is one line for people."""


@dataclass(frozen=True, slots=True)
class Card:
    """An article without its text, as ``musnad articles`` lists it."""

    id: str
    path: str
    title: str | None
    outlet: str | None
    url: str | None
    author: str | None
    language: str
    text_length: int
    published: Published
    """As it stands after the articles have dated each other."""
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the timeline is asked for; None asks for everything.

    ``start`` and ``end`` are days, inclusive: a happening passes if it may have been on one of them. ``actor`` is an id
    or a name in Arabic or English; a state stands for everybody who acts for it.
    """

    start: Day | None = None
    end: Day | None = None
    kind: str | None = None
    actor: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open span of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of an article (original text and offsets) and the spans in the article of the words that were found."""

    start: int
    end: int
    text: str
    hits: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found; ``score`` is the greater the better, ``count`` is of the words found in it."""

    article: str
    path: str
    title: str | None
    outlet: str | None
    published: Published
    score: float
    count: int
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entity of the dossier and in how many articles and happenings it appears."""

    entity: Entity
    articles: int
    mentions: int
    happenings: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a dossier holds."""

    articles: int
    copies: int
    entities: int
    happenings: int
    reports: int
    findings: int
