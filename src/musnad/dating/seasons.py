"""The time of the year: ``20 أوت الجاري`` is written in August, ``30 أبريل المقبل`` in the months before.

Alone it says little, for it returns every year; beside an interval of a year or two it says much.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from musnad.dating.attached import told_as_past
from musnad.dating.bounds import Constraint, Interval, months_later
from musnad.dating.dates import day_and_month
from musnad.dating.pointers import Pointer
from musnad.dating.reading import FIRST_YEAR, Reading, every_year, horizon
from musnad.dating.wording import month, name, say
from musnad.times.almanac import month_end

_AHEAD, _BACK = 10, 11
"""Months from which one says "next April", or leaves out the year of a day that is past."""
_REACH = 4


def season_bounds(reading: Reading) -> Iterator[Constraint]:
    """Constraints that hold in every year."""
    for pointer in reading.pointers:
        # "last April" is said in every month, loosely even in April
        if pointer.shape == "month" and not pointer.unit and pointer.month and pointer.direction >= 0:
            yield _of_month(reading, pointer)
    yield from _yearless_happenings(reading)


def _of_month(reading: Reading, pointer: Pointer) -> Constraint:
    days: list[Interval] = []
    for year in range(FIRST_YEAR, horizon().year + 2):
        first = date(year, pointer.month, 1)
        if pointer.direction == 0:
            days.append((first, month_end(first)))
        else:
            days.append((months_later(first, -_AHEAD), month_end(first)))
    says = say("month_next" if pointer.direction else "month_now", month=month(pointer.month))
    return reading.constraint(pointer.first, pointer.last, every_year(days), 1.0, "month_from_today", says)


def _yearless_happenings(reading: Reading) -> Iterator[Constraint]:
    """A happening told with its day and month but without a year happened in the year before the article. Not so of
    a day that is part of its name, nor where the article tells the year elsewhere.
    """
    years = {time.earliest.year for time in reading.times if time.earliest and (time.value or "")[:4].isdigit()}
    words = reading.stream.words
    for passage in reading.passages:
        if not told_as_past(reading, passage):
            continue
        for at in range(max(0, passage.first - _REACH), min(len(words), passage.last + _REACH)):
            told = day_and_month(reading, at) if reading.same_sentence(at, passage.first) else None
            if told is None or passage.first <= at <= passage.last:
                continue
            fitting = [c for c in passage.candidates if (c.first.day, c.first.month) == told[:2]]
            if len(fitting) != 1 or fitting[0].first.year in years or passage.candidates[-1] is not fitting[0]:
                continue
            happened = fitting[0].first
            days = [(happened, months_later(happened, _BACK))]
            says = say("happening_without_year", name=name(fitting[0]), day=happened)
            span = min(at, passage.first), max(told[2], passage.last)
            yield reading.constraint(*span, days, 1.5, "happening_without_year", says)
