"""Words, names and dates for the terminal, in Arabic, in English or in both.

Terminals differ in how they lay out Arabic: some reorder a whole line, some only runs, some nothing. So every line
begins with something that is neither (a date, a number, a sign), every name stands within isolates (U+2068, U+2069;
no width), and nothing is laid out in columns behind Arabic text.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from rich.text import Text

from musnad.dossier import Span
from musnad.lexicon.labels import label
from musnad.lexicon.table import rows
from musnad.model import Entity, Link

Language = Literal["ar", "en", "both"]


def isolate(text: str) -> str:
    """A text on one line, within bidi isolates."""
    return f"\u2068{' '.join(text.split())}\u2069"


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    return {row["key"]: (row["ar"], row["en"]) for row in rows("terminal", "key", "ar", "en")}


def _both(ar: str, en: str, language: Language) -> str:
    if language == "both":
        return f"{isolate(ar)} · {en}" if ar != en else en
    return isolate(ar) if language == "ar" else en


def said(sort: str, key: str, language: Language) -> str:
    """A label of the lexicon."""
    return _both(label(sort, key, "ar"), label(sort, key, "en"), language)


def phrase(key: str, language: Language, **blanks: object) -> str:
    """A phrase of the command line with its blanks filled; said in English only where both languages are read."""
    ar, en = (text.format(**blanks) for text in _phrases()[key])
    return isolate(ar) if language == "ar" else en


def name(entity: Entity, language: Language) -> str:
    """An entity's name in the language asked for, else in the one that has it."""
    ar, en = entity.name_ar, entity.name_en
    if language == "en":
        return en or isolate(ar or entity.country or entity.id)
    return isolate(ar) if ar else en or entity.country or entity.id


def names(entities: Iterable[Entity], language: Language) -> str:
    """Names in a row; empty for none."""
    return ", ".join(name(entity, language) for entity in entities)


def carriers(chain: Iterable[Link], known: dict[str, Entity], language: Language) -> str:
    """A chain of attribution: who said it, and on whose word that stands."""
    return " ← ".join(
        name(known[link.entity], language) if link.entity in known else isolate(link.text)
        for link in chain
        if link.text or link.entity
    )


def marked(text: str, spans: Iterable[Span], offset: int = 0) -> Text:
    """A passage on one line, isolated, with spans of the article (which begins ``offset`` before it) set off."""
    styled = Text("\u2068")
    flat = "".join(" " if c in "\r\n\t" else c for c in text)
    styled.append(flat)
    for span in spans:
        styled.stylize("bold yellow", span.start - offset + 1, span.end - offset + 1)
    styled.append("\u2069")
    return styled
