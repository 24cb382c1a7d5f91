"""Numbered sessions and editions: ``الدورة الـ37 لمجلس حقوق الإنسان`` was in March 2018, whatever else the article says.

Newspapers speak of an edition from some months before it until some months after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from musnad.dating.bounds import Constraint, Interval, shift
from musnad.dating.reading import Reading
from musnad.dating.stream import Phrases, alternatives
from musnad.dating.wording import Said, say
from musnad.lexicon.table import rows, split
from musnad.text.numbers import read_ordinal

_SPOKEN_OF, _WEIGHT = 270, 1.2
"""Days before and behind an edition in which it is named by its number."""
_LONGEST_WAIT, _YEARLY = 730, 430
_NEWS_BEFORE, _NEWS_BEHIND, _LEAD_WEIGHT = 60, 30, 0.6
"""The same for the first sentences of an article, where the news is."""
_LEAD_SENTENCES = 3
_REACH, _NUMBER, _TITLE = 9, 3, 3
"""Words between the name of a series and the word for an edition; behind that word to its number; more where the name of
the series stands between."""
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """``keys``: sets of groups of phrases, as in the almanac; ``heads``: words for one edition of it."""

    name: Said
    keys: tuple[tuple[frozenset[Phrase], ...], ...]
    heads: frozenset[Phrase]
    editions: dict[int, Interval]


@cache
def _series() -> tuple[Series, ...]:
    held: dict[str, dict[int, Interval]] = defaultdict(dict)
    for row in rows("almanac/editions", "series", "number", "first", "last"):
        held[row["series"]][int(row["number"])] = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
    return tuple(
        Series(
            Said(row["name_en"], row["name_ar"]),
            tuple(tuple(map(alternatives, keys.split("+"))) for keys in split(row["keywords_ar"])),
            alternatives(row["words"]),
            held[row["series"]],
        )
        for row in rows("almanac/series", "series", "name_en", "name_ar", "keywords_ar", "words")
    )


@cache
def _words() -> tuple[Phrases, dict[Phrase, tuple[tuple[int, int], ...]]]:
    """Every phrase to be found; and for those of a first group, of which series and set of keys."""
    phrases: set[Phrase] = set()
    opens: dict[Phrase, list[tuple[int, int]]] = defaultdict(list)
    for number, series in enumerate(_series()):
        phrases |= series.heads
        for k, groups in enumerate(series.keys):
            phrases.update(phrase for group in groups for phrase in group)
            for phrase in groups[0]:
                opens[phrase].append((number, k))
    return Phrases(phrases, loose=True), {phrase: tuple(where) for phrase, where in opens.items()}


def edition_bounds(reading: Reading) -> Iterator[Constraint]:
    """The days around every edition that is named by its number."""
    stream = reading.stream
    phrases, opens = _words()
    where: dict[int, dict[Phrase, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for hit in phrases.find(stream.words):
        where[stream.sentence[hit.first]][hit.phrase].append((hit.first, hit.last))
    for found in where.values():
        done: set[int] = set()
        for number, k in sorted({opened for phrase in found for opened in opens.get(phrase, ())}):
            series = _series()[number]
            at = [next((spot for p in group for spot in found.get(p, ())), None) for group in series.keys[k]]
            spots = [spot for spot in at if spot is not None]
            first, last = min(spot[0] for spot in spots), max(spot[1] for spot in spots)
            if len(spots) == len(at) and last - first <= 2 * _REACH and number not in done:
                done.add(number)
                yield from _numbered(reading, series, found, (first, last))


def _numbered(
    reading: Reading, series: Series, found: dict[Phrase, list[tuple[int, int]]], named: tuple[int, int]
) -> Iterator[Constraint]:
    for phrase in series.heads:
        for first, last in found.get(phrase, ()):
            if first - named[1] > _REACH or named[0] - last > _REACH:
                continue
            behind = last + 1 + _NUMBER + (_TITLE if named[0] <= first else 0)  # القمة العربية التاسعة والعشرون
            numbers = (_number(reading, i, last) for i in range(last + 1, behind))
            number = next((n for n in numbers if n is not None), None)
            if number is None or number not in series.editions:
                continue
            begun, ended = series.editions[number]
            span = min(first, named[0]), max(last, named[1])
            says = say("edition", number=number, name=series.name, first=begun, last=ended)
            days = [(_awaited_since(series, number), shift(ended, _SPOKEN_OF))]
            yield reading.constraint(*span, days, _WEIGHT, "edition", says)
            if reading.stream.sentence[first] < _LEAD_SENTENCES and _is_regular(series, number):
                days = [(shift(begun, -_NEWS_BEFORE), shift(ended, _NEWS_BEHIND))]
                yield reading.constraint(*span, days, _LEAD_WEIGHT, "edition", says)


def _is_regular(series: Series, number: int) -> bool:
    """Whether it came when it was due: a year or less after the one before it."""
    former = series.editions.get(number - 1)
    return former is not None and (series.editions[number][0] - former[0]).days <= _YEARLY


def _awaited_since(series: Series, number: int) -> date:
    """The end of the edition before it, where that lies farther back: of talks nobody knows when they will go on."""
    begun = series.editions[number][0]
    former = series.editions.get(number - 1)
    return min(shift(begun, -_SPOKEN_OF), max(former[1], shift(begun, -_LONGEST_WAIT)) if former else begun)


def _number(reading: Reading, i: int, head: int) -> int | None:
    """The ordinal or figure at word ``i`` of the sentence of its head."""
    stream = reading.stream
    if i >= len(stream.words) or not reading.same_sentence(i, head):
        return None
    if stream.words[i].isdigit():
        return int(stream.words[i]) if len(stream.words[i]) <= 3 else None
    ordinal = read_ordinal(stream.text.tokens, stream.tokens[i])
    return int(ordinal.low) if ordinal else None
