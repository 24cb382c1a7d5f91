"""What a piece of evidence concludes, said in English and Arabic: the sentences of almanac/evidence.tsv, their blanks filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, reduce
from typing import Literal

from musnad.dating.almanac import Known
from musnad.dating.bounds import Interval
from musnad.lexicon.labels import label
from musnad.lexicon.table import rows
from musnad.model import Evidence

Language = Literal["ar", "en"]
_MANY = 4
"""Happenings that are named; the rest would only be more of the same."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said in both languages."""

    en: str
    ar: str


Fact = Said | date | str | int
"""What fills a blank: a day is written out, a string is the same in both languages."""


@cache
def _sentences() -> dict[str, Said]:
    return {row["key"]: Said(row["en"], row["ar"]) for row in rows("almanac/evidence", "key", "en", "ar")}


def say(key: str, **facts: Fact) -> Said:
    """The sentence of a key with its blanks filled. Raises KeyError for a key or a blank that is unknown."""
    pattern = _sentences()[key]
    said = {name: _said(fact) for name, fact in facts.items()}
    return Said(
        pattern.en.format(**{name: fact.en for name, fact in said.items()}),
        pattern.ar.format(**{name: fact.ar for name, fact in said.items()}),
    )


def _said(fact: Fact) -> Said:
    if isinstance(fact, Said):
        return fact
    return day_and_month(fact.day, fact.month, fact.year) if isinstance(fact, date) else Said(str(fact), str(fact))


def day_and_month(day: int, month: int, year: int | None = None) -> Said:
    """25 April 2019, 25 أبريل/نيسان 2019; without the year 25 April."""
    behind = f" {year}" if year else ""
    return Said(*(f"{day} {label('month', str(month), language)}{behind}" for language in _LANGUAGES))


_LANGUAGES: tuple[Language, Language] = ("en", "ar")


def month(number: int) -> Said:
    """April, أبريل/نيسان."""
    return Said(*(label("month", str(number), language) for language in _LANGUAGES))


def weekday(number: int) -> Said:
    """Monday for 1."""
    return Said(*(label("weekday", str(number - 1), language) for language in _LANGUAGES))


def office(slug: str) -> Said:
    """prime minister, رئيس وزراء."""
    return Said(*(label("office", slug, language) for language in _LANGUAGES))


def name(known: Known) -> Said:
    """A happening of the almanac."""
    return Said(known.name_en, known.name_ar)


def names(candidates: Iterable[Known]) -> Said:
    """Happenings of which one is meant, each with its day."""
    return _either(say("dated", name=name(known), day=known.first) for known in list(candidates)[:_MANY])


def spans(intervals: Iterable[Interval]) -> Said:
    """Terms of office: from 30 July 2016 to 2 May 2018 or since 3 June 2020."""
    return _either(
        say("term_open", first=first) if last == date.max else say("term", first=first, last=last)
        for first, last in intervals
    )


def _either(said: Iterable[Said]) -> Said:
    """One or the other of them."""
    return reduce(lambda one, other: say("either", one=one, other=other), said)


def evidence(start: int, end: int, rule: str, says: Said) -> Evidence:
    """A piece of evidence that stands on these characters."""
    return Evidence(start, end, rule, says.en, says.ar)


def set_aside(conflict: Evidence) -> Evidence:
    """The same evidence, as what was not followed."""
    says = say("set_aside", rule=conflict.rule, says=Said(conflict.says, conflict.says_ar))
    return evidence(conflict.start, conflict.end, "conflict", says)
