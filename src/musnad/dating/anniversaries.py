"""Anniversaries: ``الذكرى السبعون لـ`` with a founding day of the almanac. Newspapers count badly, so this is weak
evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from musnad.dating.almanac import Known
from musnad.dating.bounds import Constraint, months_later, shift
from musnad.dating.reading import Reading
from musnad.text.numbers import read_ordinal

_SLACK = 21
_REACH = 4
_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Words ``first`` to ``last`` of the stream keep the ``years``-th anniversary of one of ``candidates``."""

    first: int
    last: int
    years: int
    candidates: tuple[Known, ...]


def anniversaries(reading: Reading) -> Iterator[Anniversary]:
    """Every numbered anniversary of a happening that the almanac knows."""
    stream = reading.stream
    for i in range(len(stream.words) - 1):
        if not reading.cues.within("anniversary", [i]):
            continue
        ordinal = None
        for at in (i + 1, i + 2):
            if at < len(stream.words) and reading.same_sentence(i, at):
                ordinal = read_ordinal(stream.text.tokens, stream.tokens[at])
                if ordinal:
                    break
        if ordinal is None:
            continue
        end = stream.at(stream.text.tokens[ordinal.end_token - 1].end - 1)
        for passage in reading.passages:
            if not reading.same_sentence(passage.first, i):
                continue
            if i <= passage.first <= end + _REACH and passage.last > end:
                yield Anniversary(i, passage.last, int(ordinal.low), passage.candidates)
                break


def anniversary_bounds(reading: Reading) -> Iterator[Constraint]:
    """The year (one more or less) around each anniversary that is named."""
    for kept in anniversaries(reading):
        days = []
        for candidate in kept.candidates:
            day = months_later(candidate.first, 12 * kept.years)
            days.append((shift(months_later(day, -12), -_SLACK), shift(months_later(day, 12), _SLACK)))
        names = " or ".join(f"{c.name_en} ({c.first})" for c in kept.candidates)
        says = f"keeps anniversary {kept.years} of {names}, give or take a year"
        yield reading.constraint(kept.first, kept.last, days, _WEIGHT, "anniversary", says)
