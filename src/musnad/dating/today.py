"""The weekday of publication: ``أمس الثلاثاء`` is written on a Wednesday, ``غدا السبت`` on a Friday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from musnad.dating.bounds import Interval, shift
from musnad.dating.reading import Reading
from musnad.dating.wording import evidence, say, set_aside, weekday
from musnad.model import Evidence

_NARROW = 21
"""Only an interval of so few days is narrowed by a weekday: it returns every week."""


def narrowed(reading: Reading, days: tuple[Interval, ...]) -> tuple[tuple[Interval, ...], tuple[Evidence, ...]]:
    """The days that are the weekday on which the article says that it is written, and the evidence for and against
    them. Where it names two weekdays, one of them is a slip or another's word, and neither narrows anything.
    """
    if not days or any(date.min == first or last == date.max or (last - first).days > _NARROW for first, last in days):
        return days, ()
    told = weekdays_told(reading)
    open_days = [shift(first, i) for first, last in days for i in range((last - first).days + 1)]
    weekdays = {day.isoweekday() for day in open_days}
    agreed = {weekday for weekday, _ in told}
    fitting = [day for day in open_days if agreed == {day.isoweekday()}]
    against = [set_aside(said) for weekday, said in told if weekday not in weekdays]
    if not fitting or len(fitting) == len(open_days):
        agreeing = [said for weekday, said in told if {weekday} == weekdays][:1]
        return days, (*agreeing, *against)
    return tuple((day, day) for day in fitting), (told[0][1],)


def weekdays_told(reading: Reading) -> Sequence[tuple[int, Evidence]]:
    """Each weekday (1 to 7) on which the article says that it is written."""
    found = []
    for pointer in reading.pointers:
        if pointer.said is None:
            continue
        day = (int(pointer.amount) - pointer.said - 1) % 7 + 1
        start, end = reading.stream.span(pointer.first, pointer.last)
        found.append((day, evidence(start, end, "weekday_today", say("weekday_today", weekday=weekday(day)))))
    return found
