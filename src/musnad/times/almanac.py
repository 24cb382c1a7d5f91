"""Arithmetic of the calendar: months, weeks, Easter, Hijri dates, and the stretches of days that they are."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from hijridate import Hijri


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value with the first and last day that it covers; ``value`` None = not to be told."""

    value: str | None
    earliest: dt.date | None = None
    latest: dt.date | None = None


NOTHING = Resolved(None)


def the_day(day: dt.date) -> Resolved:
    return Resolved(day.isoformat(), day, day)


def the_week(day: dt.date) -> Resolved:
    """The ISO week that holds the day."""
    year, week, weekday = day.isocalendar()
    monday = day - dt.timedelta(weekday - 1)
    return Resolved(f"{year}-W{week:02d}", monday, monday + dt.timedelta(6))


def the_month(year: int, month: int) -> Resolved:
    first = dt.date(year, month, 1)
    return Resolved(f"{year:04d}-{month:02d}", first, month_end(first))


def the_years(first: int, last: int) -> Resolved:
    value = f"{first:04d}" if first == last else f"{first:04d}/{last:04d}"
    return Resolved(value, dt.date(first, 1, 1), dt.date(last, 12, 31))


def stretch(first: dt.date, last: dt.date) -> Resolved:
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", first, last) if first != last else the_day(first)


def month_end(day: dt.date) -> dt.date:
    """The last day of the month of ``day``."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day some months on, or the last of that month if it is shorter. Raises ValueError beyond the calendar."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    first = dt.date(year, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def hijri_day(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a Hijri date (Umm al-Qura, 1343 to 1500), or None outside it."""
    try:
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> tuple[dt.date, dt.date] | None:
    """The first and last Gregorian day of a Hijri month."""
    first = hijri_day(year, month, 1)
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    return (first, following - dt.timedelta(1)) if first and following else None


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return dt.date(year, month, (h - m + r + month + 19) % 32)


_SEASONS = {"21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3)}


def the_part(year: int, code: str) -> Resolved:
    """A season (EDTF 21 to 24), quarter (Q1) or half (H1) of a year."""
    if code in _SEASONS:
        month, length = _SEASONS[code]
    else:
        length = 3 if code[0] == "Q" else 6
        month = (int(code[1]) - 1) * length + 1
    first = dt.date(year, month, 1)
    return Resolved(f"{year:04d}-{code}", first, add_months(first, length) - dt.timedelta(1))


def part_of(whole: Resolved, phase: str) -> Resolved:
    """The start, middle or end of a stretch: the value stays, the bounds draw in to a third (of a year to a
    quarter)."""
    if whole.earliest is None or whole.latest is None or not phase:
        return whole
    days = (whole.latest - whole.earliest).days + 1
    third = max(1, days // 4 if 360 < days < 370 else -(-days // 3))
    if phase == "start":
        return Resolved(whole.value, whole.earliest, whole.earliest + dt.timedelta(third - 1))
    if phase == "end":
        return Resolved(whole.value, whole.latest - dt.timedelta(third - 1), whole.latest)
    margin = (days - third) // 2
    return Resolved(whole.value, whole.earliest + dt.timedelta(margin), whole.latest - dt.timedelta(margin))
