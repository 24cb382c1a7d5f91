"""A date as far as it is known, in words of both languages: ``2023-09`` → September 2023, and nothing more precise.

Words come from the lexicon's labels (sorts ``ui``, ``month``, ``weekday``, ``season``, ``daypart``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from musnad.web.bilingual import Both, both, phrase

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(.+))?")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"(\d{3})X?")
_LONGEST_MONTH = 31
_YEAR_LONG = 366


class Dated(Protocol):
    """What ``Moment`` and ``Published`` have in common."""

    @property
    def value(self) -> str | None: ...
    @property
    def earliest(self) -> dt.date | None: ...
    @property
    def latest(self) -> dt.date | None: ...


@dataclass(frozen=True, slots=True)
class Said:
    """A date in words; ``value`` as the dossier holds it, ``vague`` where no day or range of days is known."""

    words: Both
    value: str
    vague: bool
    bounds: Both | None = None
    """Between which days it lies, where the words do not tell that already."""


def said(date: Dated | None, *, moment: bool = False) -> Said | None:
    """The date in words, or None where nothing at all is known.

    ``moment``: the thing took place on one day (a publication), so that a range is what is not known, no length.
    """
    if date is None:
        return None
    bounds = _bounds(date.earliest, date.latest)
    words = None if moment and "/" in (date.value or "") else _words(date.value) if date.value else None
    if words is None:
        return Said(bounds, date.value or _plain(date), True) if bounds else None
    value = date.value or ""
    vague = not all(_DAY.fullmatch(part) for part in value.split("/"))
    return Said(words, value, vague, bounds if _adds(value, date) else None)


def day_words(day: dt.date, *, weekday: bool = True) -> Both:
    """A day in words."""
    parts: dict[str, Both | str | int] = {"day": day.day, "month": both("month", str(day.month)), "year": day.year}
    if not weekday:
        return phrase("date_bare_day", **parts)
    return phrase("date_day", weekday=both("weekday", str(day.weekday())), **parts)


def span_words(dates: Iterable[Dated]) -> Both | None:
    """``from … to …`` for the first and the last of the dates that are known on both sides; None where none is.

    Each end is told only as precisely as its own date is known: a day, a month or a year. Vaguer dates do not count.
    """
    known = [
        (d.earliest, d.latest) for d in dates if d.earliest and d.latest and (d.latest - d.earliest).days < _YEAR_LONG
    ]
    if not known:
        return None
    first, last = min(known), max(known, key=lambda days: (days[1], days[0]))
    a, b = _end_words(*first, first[0]), _end_words(*last, last[1])
    return a if a == b else phrase("date_range", a=a, b=b)


def _end_words(earliest: dt.date, latest: dt.date, end: dt.date) -> Both:
    if earliest == latest:
        return day_words(end, weekday=False)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return phrase("date_month", month=both("month", str(end.month)), year=end.year)
    return phrase("year", a=end.year)


def shelf(date: Dated | None) -> tuple[int, int] | None:
    """(Year, month) under which a reader looks for the date; month 0 where only the year is known, None for no date."""
    if date is None:
        return None
    value = date.value or ""
    head = value.split("/")[0]
    if found := re.match(r"(\d{4})-(0[1-9]|1[0-2])(?!\d)", head):
        return int(found[1]), int(found[2])
    if _YEAR.fullmatch(head) or _SEASON.fullmatch(head):
        return int(head[:4]), 0
    first, last = date.earliest, date.latest
    if first and last and (last - first).days < _LONGEST_MONTH:
        return first.year, first.month
    day = first or last
    return (day.year, 0) if day else None


def _words(value: str) -> Both | None:
    if "/" in value:
        return _range(*value.split("/", 1))
    bare = value.rstrip("~?%")
    if found := _DAY.fullmatch(bare):
        return _time_of_day(found[1], found[2])
    if found := _MONTH.fullmatch(bare):
        return phrase("date_month", month=both("month", str(int(found[2]))), year=found[1])
    if found := _SEASON.fullmatch(bare):
        return phrase("date_season", season=both("season", found[2]), year=found[1])
    if found := _WEEK.fullmatch(bare):
        return _week(int(found[1]), int(found[2]))
    if found := _DECADE.fullmatch(bare):
        return phrase("date_years", a=f"{found[1]}0", b=f"{found[1]}9")
    if _YEAR.fullmatch(bare):
        return phrase("year", a=bare)
    return both("ui", value) if value.endswith("_REF") else None


def _time_of_day(day: str, time: str | None) -> Both | None:
    try:
        words = day_words(dt.date.fromisoformat(day))
    except ValueError:
        return None
    if not time:
        return words
    if time in ("MO", "MI", "AF", "EV", "NI"):
        return phrase("date_daypart", a=words, b=both("daypart", time))
    return phrase("date_clock", a=words, b=time)


def _week(year: int, week: int) -> Both | None:
    try:
        first = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return phrase(
        "date_week", a=day_words(first, weekday=False), b=day_words(first + dt.timedelta(days=6), weekday=False)
    )


def _range(first: str, last: str) -> Both | None:
    a, b = _bare_words(first), _bare_words(last)
    if first in ("..", ""):
        return phrase("date_until", a=b) if b else None
    if last in ("..", ""):
        return phrase("date_since", a=a) if a else None
    if a is None or b is None:
        return None
    if _YEAR.fullmatch(first) and _YEAR.fullmatch(last):
        return phrase("date_years", a=first, b=last)
    if first[:7] == last[:7] and _DAY.fullmatch(first):
        return phrase("date_range", a=str(int(first[8:10])), b=b)
    return phrase("date_range", a=a, b=b)


def _bare_words(value: str) -> Both | None:
    """As ``_words``, but a day without its weekday, for use in a range."""
    try:
        return day_words(dt.date.fromisoformat(value), weekday=False)
    except ValueError:
        return _words(value) if value and "/" not in value else None


def _bounds(first: dt.date | None, last: dt.date | None) -> Both | None:
    if first and last:
        if first == last:
            return day_words(first)
        return phrase("date_between", a=day_words(first, weekday=False), b=day_words(last, weekday=False))
    if first:
        return phrase("date_not_before", a=day_words(first, weekday=False))
    return phrase("date_not_after", a=day_words(last, weekday=False)) if last else None


def _adds(value: str, date: Dated) -> bool:
    """Whether the bounds tell more than the value: a reference to the present, or a day that is not sure."""
    if value.endswith("_REF"):
        return True
    if found := _DAY.fullmatch(value):
        return {day.isoformat() for day in (date.earliest, date.latest) if day} - {found[1]} != set()
    return False


def _plain(date: Dated) -> str:
    first, last = (day.isoformat() if day else ".." for day in (date.earliest, date.latest))
    return first if first == last else f"{first}/{last}"
