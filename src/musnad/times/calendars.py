"""Dates of which parts are missing: which year, which week the words mean, seen from the day of writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from musnad.times import almanac
from musnad.times.almanac import NOTHING, Resolved
from musnad.times.described import Calendar, Weekday
from musnad.times.direction import EITHER, FUTURE

_NEAR_FUTURE = 62
"""Days that a bare month or date may lie ahead without any word for the future; farther it is the one that has
passed."""


_NEARLY_A_YEAR = 300
_AGES = 9999


@dataclass(frozen=True, slots=True)
class Context:
    """``direction`` as direction.py tells it; ``before`` is the dated expression told before; ``week`` the week under
    discussion."""

    direction: int = 0
    before: Resolved | None = None
    week: Resolved | None = None
    until: bool = False
    """It ends a stretch that begins with ``before`` (من الغد إلى الجمعة)."""

    @property
    def year_told(self) -> int | None:
        """The year of the dated expression told before."""
        return self.before.earliest.year if self.before and self.before.earliest else None


def calendar(what: Calendar, day: dt.date | None, context: Context) -> Resolved:
    if what.hijri:
        return _hijri(what, day, context)
    year = what.year
    counted_from = context.year_told if what.year_told and context.year_told else day.year if day else None
    if year is None and what.year_shift is not None and counted_from:
        year = counted_from + what.year_shift
    if year is not None:
        if what.month is None:
            return almanac.the_years(year, year)
        if what.day is None:
            return almanac.the_month(year, what.month)
        date = almanac.valid(year, what.month, what.day)
        return almanac.the_day(date) if date else almanac.the_month(year, what.month)
    if day is None:
        return NOTHING
    if what.month is None:
        month = almanac.add_months(day.replace(day=1), what.month_shift or 0)
        date = almanac.valid(month.year, month.month, what.day or 1)
        return almanac.the_day(date) if date else NOTHING
    years = range(day.year - 4, day.year + 5)
    if what.day is None:
        return nearest((almanac.the_month(y, what.month) for y in years), day, what.toward, context)
    dates = [date for y in years if (date := almanac.valid(y, what.month, what.day))]
    fitting = [d for d in dates if d.isoweekday() == what.weekday and abs((d - day).days) < 600]
    return nearest(map(almanac.the_day, fitting or dates), day, what.toward, context)


def _hijri(what: Calendar, day: dt.date | None, context: Context) -> Resolved:
    def in_year(year: int) -> Resolved | None:
        if what.month is None:
            first, last = almanac.hijri_day(year, 1, 1), almanac.hijri_day(year + 1, 1, 1)
            return almanac.stretch(first, last - dt.timedelta(1)) if first and last else None
        if what.day is None:
            month = almanac.hijri_month(year, what.month)
            return almanac.stretch(*month) if month else None
        date = almanac.hijri_day(year, what.month, what.day)
        return almanac.the_day(date) if date else None

    if what.year is not None:
        return in_year(what.year) or NOTHING
    if day is None:
        return NOTHING
    around = round((day.year - 622) * 1.0307)
    if what.year_shift is not None:
        around += what.year_shift
    found = [r for y in range(around - 2, around + 4) if (r := in_year(y))]
    return nearest(found, day, what.toward, context)


def nearest(candidates: Iterable[Resolved], day: dt.date, toward: int | None, context: Context) -> Resolved:
    """The candidate that an adjective (strictly) or the direction of the sentence picks; else the last one, or the
    next if it is near."""
    past: list[Resolved] = []
    future: list[Resolved] = []
    now: Resolved | None = None
    for c in candidates:
        if c.earliest is None or c.latest is None:
            continue
        if c.latest < day:
            past.append(c)
        elif c.earliest > day:
            future.append(c)
        else:
            now = c
    last, following = (past[-1] if past else NOTHING), (future[0] if future else NOTHING)
    if toward is not None and toward < 0:
        return past[toward] if len(past) >= -toward else NOTHING
    if toward is not None and toward > 0:
        return future[toward - 1] if len(future) >= toward else NOTHING
    if now:
        return now
    gone = (day - last.latest).days if last.latest else _AGES
    ahead = (following.earliest - day).days if following.earliest else _AGES
    if context.direction == FUTURE:
        # "nearly a year ahead" against "some weeks ago": the cue was another verb's
        return last if ahead > _NEARLY_A_YEAR and gone <= _NEAR_FUTURE else following
    return following if (ahead <= _NEAR_FUTURE and ahead < gone) or last.value is None else last


def weekday(what: Weekday, day: dt.date, context: Context) -> Resolved:
    if what.week_shift is not None:
        monday = day - dt.timedelta(day.isoweekday() - 1) + dt.timedelta(7 * what.week_shift)
        return almanac.the_day(monday + dt.timedelta(what.weekday - 1))
    if what.told and context.before and context.before.latest:
        day = context.before.latest
        context = replace(context, week=None)
    back = (day.isoweekday() - what.weekday) % 7
    if what.toward is not None and what.toward < 0:
        return almanac.the_day(day - dt.timedelta((back or 7) + 7 * (-1 - what.toward)))
    if what.toward is not None and what.toward > 0:
        if what.toward == 1 and context.week and context.week.earliest:
            return almanac.the_day(context.week.earliest + dt.timedelta(what.weekday - 1))
        return almanac.the_day(day + dt.timedelta(((7 - back) % 7 or 7) + 7 * (what.toward - 1)))
    if context.until and context.before and context.before.latest and what.toward is None:
        begun = context.before.latest
        return almanac.the_day(begun + dt.timedelta(((what.weekday - begun.isoweekday()) % 7) or 7))
    if context.direction == EITHER and back > 3:
        return almanac.the_day(day + dt.timedelta(7 - back))
    if context.direction == FUTURE:
        return almanac.the_day(day + dt.timedelta((7 - back) % 7))
    return almanac.the_day(day - dt.timedelta(back))
