"""Anniversaries: ``الذكرى السبعون لـ`` with a founding day of the almanac. Newspapers count badly, so this is weak
evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from musnad.dating.bounds import Constraint, months_later, shift
from musnad.dating.reading import Reading
from musnad.text.numbers import read_ordinal

_SLACK = 21
_REACH = 4
_WEIGHT = 0.5


def anniversary_bounds(reading: Reading) -> Iterator[Constraint]:
    """The year (one more or less) around the anniversary that is named."""
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
            if (
                not reading.same_sentence(passage.first, i)
                or not i <= passage.first <= end + _REACH
                or passage.last <= end
            ):
                continue
            years = int(ordinal.low)
            days = []
            for candidate in passage.candidates:
                day = months_later(candidate.first, 12 * years)
                days.append((shift(months_later(day, -12), -_SLACK), shift(months_later(day, 12), _SLACK)))
            names = " or ".join(f"{c.name_en} ({c.first})" for c in passage.candidates)
            says = f"keeps anniversary {years} of {names}, give or take a year"
            yield reading.constraint(i, passage.last, days, _WEIGHT, "anniversary", says)
            break
