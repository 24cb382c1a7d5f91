"""Dates that the article itself counts from its own day: ``في ديسمبر 2017، أي قبل عامين``; ``قبل عشر سنوات، في 2011``.

The date and the length of time tell one thing twice, so together they tell when it was written.
"""

from __future__ import annotations

from collections.abc import Iterator

from musnad.dating.bounds import Constraint
from musnad.dating.pointers import Pointer
from musnad.dating.reading import Reading, horizon
from musnad.dating.wording import Said, say

_WEIGHT = 2.0
_BETWEEN = 2
"""Words that may stand between: أي, في, or the name of the unit (عام)."""


def counted_bounds(reading: Reading) -> Iterator[Constraint]:
    """The days from which one counts back so far to a date that stands beside the count."""
    dates = [
        (*reading.words_of(time.start, time.end), time)
        for time in reading.times
        if time.type == "DATE" and (time.value or "")[:4].isdigit() and any(map(str.isdigit, time.text))
    ]
    for pointer in reading.pointers:
        if pointer.shape not in ("ago", "since"):
            continue
        for first, last, time in dates:
            if not _same_thing(reading, pointer, first, last) or time.earliest is None or time.latest is None:
                continue
            days = pointer.written(time.earliest, time.latest)
            if days and days[0] <= horizon():
                span = min(pointer.first, first), max(pointer.last, last)
                words = reading.text.original[slice(*reading.stream.span(pointer.first, pointer.last))]
                says = say("date_counted_from_today", date=Said(time.value or "", time.text), words=words)
                yield reading.constraint(*span, [days], _WEIGHT, "date_counted_from_today", says)
            break


def _same_thing(reading: Reading, pointer: Pointer, first: int, last: int) -> bool:
    """``DATE، أي قبل عامين`` or ``قبل عامين (في) DATE``."""
    if not reading.same_sentence(first, pointer.first):
        return False
    cues = reading.cues
    if last < pointer.first:
        between = range(last + 1, pointer.first)
        return 0 < len(between) <= _BETWEEN and cues.within("that_is", between)
    between = range(pointer.last + 1, first)
    if len(between) > _BETWEEN or first <= pointer.last:
        return False
    if cues.within("that_is", between):
        return True
    # "two years before (من) 2011" and "two years ago and in 2011" count and tell something else
    direct = reading.stream.part[pointer.last] == reading.stream.part[first]
    plain = all(cues.within("in_time", [i]) for i in between)
    return direct and plain and pointer.shape == "ago" and bool(between)
