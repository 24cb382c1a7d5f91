"""Anniversaries: ``الذكرى السبعون لـ`` with a founding day of the almanac. Newspapers count badly, so the number is weak
evidence; that an anniversary is kept these days tells the time of the year, which nobody miscounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from musnad.dating.almanac import Known
from musnad.dating.bounds import Constraint, Interval, months_later, shift
from musnad.dating.reading import Reading, every_year, horizon
from musnad.dating.wording import names, say
from musnad.text.numbers import read_ordinal

_SLACK = 21
_REACH = 4
_WEIGHT = 0.5
_LEAD_SENTENCES = 4
_KEPT = 8
_SEASON, _EVE = (25, 25), (8, 4)
"""Days before and behind an anniversary in which it is written of as kept, or as tomorrow's."""
_UNDATED = ("name",)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Words ``first`` to ``last`` of the stream keep the ``years``-th anniversary of one of ``candidates``; 0 is one
    without a number.
    """

    first: int
    last: int
    years: int
    candidates: tuple[Known, ...]


def anniversaries(reading: Reading) -> Iterator[Anniversary]:
    """Every anniversary of a happening that the almanac knows."""
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
        end = stream.at(stream.text.tokens[ordinal.end_token - 1].end - 1) if ordinal else i
        for passage in reading.passages:
            if not reading.same_sentence(passage.first, i):
                continue
            if i <= passage.first <= end + _REACH and passage.last > end:
                yield Anniversary(i, passage.last, int(ordinal.low) if ordinal else 0, passage.candidates)
                break


def anniversary_bounds(reading: Reading) -> Iterator[Constraint]:
    """The year (one more or less) around each anniversary that has a number, the season of each that is kept."""
    for kept in anniversaries(reading):
        called = names(kept.candidates)
        if kept.years:
            days = []
            for candidate in kept.candidates:
                day = months_later(candidate.first, 12 * kept.years)
                days.append((shift(months_later(day, -12), -_SLACK), shift(months_later(day, 12), _SLACK)))
            says = say("anniversary", years=kept.years, names=called)
            yield reading.constraint(kept.first, kept.last, days, _WEIGHT, "anniversary", says)
        cues, lead = reading.cues, reading.stream.sentence[kept.first] < _LEAD_SENTENCES
        dayed = all(c.first == c.last and c.kind not in _UNDATED for c in kept.candidates)
        if lead and dayed and cues.near("keeps", kept.first, kept.first, _KEPT, 0):
            eve = cues.within("eve", range(max(0, kept.first - 1), kept.first))
            days = [season for candidate in kept.candidates for season in _seasons(candidate, eve)]
            says = say("anniversary_season", names=called)
            yield reading.constraint(kept.first, kept.last, every_year(days), 1.0, "anniversary_season", says)


def _seasons(candidate: Known, eve: bool) -> Iterator[Interval]:
    before, behind = _EVE if eve else _SEASON
    for years in range(1, horizon().year - candidate.first.year + 1):
        day = months_later(candidate.first, 12 * years)
        yield shift(day, -before), shift(day, behind)
