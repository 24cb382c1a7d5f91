"""From what the words say and when they were written to a value. Without an anchor only absolute expressions have
one."""

from __future__ import annotations

import datetime as dt

from musnad.times import almanac
from musnad.times.almanac import NOTHING, Resolved
from musnad.times.anchor import Anchor
from musnad.times.calendars import Context, calendar, nearest, weekday
from musnad.times.described import (
    Between,
    Calendar,
    Clock,
    Holiday,
    Length,
    Nth,
    Reference,
    Season,
    Shifted,
    Weekday,
    What,
    Years,
)

_DAYS = {"TS": 1, "TM": 1, "TH": 1, "D": 1, "W": 7}


def resolve(what: What, anchor: Anchor, context: Context) -> Resolved:
    """The value on the day of writing; where only an interval is known, the value if both its ends agree, and the
    hull."""
    if anchor.earliest is None or anchor.latest is None:
        return on_day(what, None, context)
    first = on_day(what, anchor.earliest, context)
    if anchor.day:
        return first
    last = on_day(what, anchor.latest, context)
    value = first.value if first.value == last.value else None
    bounds = [b for b in (first.earliest, last.earliest) if b], [b for b in (first.latest, last.latest) if b]
    return Resolved(value, min(bounds[0], default=None), max(bounds[1], default=None))


def on_day(what: What, day: dt.date | None, context: Context) -> Resolved:
    """The value if the article was written on ``day`` (None: on a day that is not known)."""
    try:
        return _on_day(what, day, context)
    except (ValueError, OverflowError):  # beyond the calendar: "before ten thousand years"
        return NOTHING


def _on_day(what: What, day: dt.date | None, context: Context) -> Resolved:
    match what:
        case Calendar():
            return calendar(what, day, context)
        case Weekday():
            return weekday(what, day, context) if day else NOTHING
        case Shifted():
            return _shifted(what, day, context)
        case Years():
            return almanac.the_years(what.first, what.last)
        case Between():
            return _between(calendar(what.first, day, context), calendar(what.last, day, context))
        case Season():
            year = what.year if what.year is not None else _season_year(what, day, context)
            return almanac.the_part(year, what.code) if year else NOTHING
        case Length():
            return _length(what, day)
        case Reference():
            return _reference(what.value, day, context)
        case Holiday():
            return _holiday(what, day, context)
        case Nth():
            return _nth(what, day, context)
        case Clock():
            return _clock(what, day, context)


def _between(first: Resolved, last: Resolved) -> Resolved:
    if not (first.earliest and last.latest and first.value and last.value) or first.earliest > last.latest:
        return last
    return almanac.stretch(first.earliest, last.latest)


def _shifted(what: Shifted, day: dt.date | None, context: Context) -> Resolved:
    if what.told:
        told = context.before.earliest if context.before and context.before.value else day
        return _unit(told, what.unit, what.offset) if told else NOTHING
    if day is None:
        return NOTHING
    if what.unit == "D" and what.weekday:
        target = day + dt.timedelta(what.offset)
        off = (target.isoweekday() - what.weekday) % 7
        return almanac.the_day(target - dt.timedelta(off) if off <= 3 else target + dt.timedelta(7 - off))
    return _unit(day, what.unit, what.offset)


def _unit(day: dt.date, unit: str, offset: int) -> Resolved:
    """The day, week, month ... that lies ``offset`` of them from the one that holds ``day``."""
    match unit:
        case "D":
            return almanac.the_day(day + dt.timedelta(offset))
        case "W":
            return almanac.the_week(day + dt.timedelta(7 * offset))
        case "M":
            month = almanac.add_months(day.replace(day=1), offset)
            return almanac.the_month(month.year, month.month)
        case "Y":
            return almanac.the_years(day.year + offset, day.year + offset)
        case "E":
            first = (day.year // 10 + offset) * 10
            return almanac.the_years(first, first + 9)
        case "C":
            first = ((day.year - 1) // 100 + offset) * 100 + 1
            return almanac.the_years(first, first + 99)
    return NOTHING


def _season_year(what: Season, day: dt.date | None, context: Context) -> int | None:
    """The year of الصيف الماضي: the last that is over, the next that has not begun, the one we are in."""
    if what.shift is not None and what.told and context.year_told:
        return context.year_told + what.shift
    if day is None or what.shift is None:
        return None
    if what.of_year:
        return day.year + what.shift
    parts = [(y, almanac.the_part(y, what.code)) for y in range(day.year - 2, day.year + 3)]
    if what.shift == -1:
        return max(y for y, p in parts if p.latest and p.latest < day)
    if what.shift == 1:
        return min(y for y, p in parts if p.earliest and p.earliest > day)
    return min((y for y, p in parts if p.latest and p.latest >= day), default=None)


def _length(what: Length, day: dt.date | None) -> Resolved:
    if what.low is None or what.high is None:
        return _reference("PAST_REF", day, Context()) if what.ago else Resolved(_period("X", what.unit))
    if what.rest and what.ago and day:
        return _ago(*what.rest, _moved(day, -what.low, what.unit))
    value = _period(what.low, what.unit)
    if what.rest:
        value = _joined(value, _period(*what.rest))
    if what.high != what.low:
        value += "/" + _period(what.high, what.unit)
    if what.ago:
        return _ago(what.low, what.unit, day)
    if what.toward in (-1, 1) and day:
        other = _moved(day, what.high * what.toward, what.unit)
        return Resolved(value, min(day, other), max(day, other))
    return Resolved(value)


def _joined(first: str, rest: str) -> str:
    """P3Y and P6M are P3Y6M, P1D and PT4H are P1DT4H, PT1H and PT20M are PT1H20M."""
    return first + (rest[2:] if "T" in first else rest[1:])


def _period(n: float | str, unit: str) -> str:
    """P3D, PT10H, PXM; decades and centuries are years."""
    if unit in "EC":
        n, unit = (n if isinstance(n, str) else n * (10 if unit == "E" else 100)), "Y"
    if unit == "TH" and not isinstance(n, str) and n < 1:
        n, unit = n * 60, "TM"
    shown = n if isinstance(n, str) else f"{n:g}"
    return f"PT{shown}{unit[1]}" if unit[0] == "T" else f"P{shown}{unit}"


def _moved(day: dt.date, n: float, unit: str) -> dt.date:
    if unit in _DAYS:
        days = {"TH": n / 24, "TM": n / 1440, "TS": n / 86400}.get(unit, n * _DAYS[unit])
        return day + dt.timedelta(int(days))  # some hours ago is still today
    return almanac.add_months(day, round(n * {"M": 1, "Y": 12, "E": 120, "C": 1200}[unit]))


def _ago(n: float, unit: str, day: dt.date | None) -> Resolved:
    """قبل تسعة أشهر: a date of the grain of its unit; halves and weeks are told by a finer one."""
    if day is None:
        return NOTHING
    then = _moved(day, -n, unit)
    whole = float(n).is_integer()
    if unit in ("Y", "E", "C"):
        return almanac.the_years(then.year, then.year) if whole else almanac.the_month(then.year, then.month)
    if unit == "M":
        return almanac.the_month(then.year, then.month) if whole else almanac.the_week(then)
    if unit == "W":
        return almanac.the_week(then)
    return almanac.the_day(then)


def _reference(value: str, day: dt.date | None, context: Context) -> Resolved:
    if value == "PRESENT_REF":
        return Resolved(value, day, day)
    return Resolved(value, None, day) if value == "PAST_REF" else Resolved(value, day, None)


def _holiday(what: Holiday, day: dt.date | None, context: Context) -> Resolved:
    years = [what.year] if what.year else range(day.year - 2, day.year + 3) if day else []
    days: list[dt.date] = []
    for year in years:
        if what.calendar == "g":
            days.append(dt.date(year, what.month, what.day))
        elif what.calendar == "e":
            days.append(almanac.easter(year) + dt.timedelta(what.day))
        else:
            hijri = round((year - 622) * 1.0307)
            days += [
                d
                for h in range(hijri - 1, hijri + 3)
                if (d := almanac.hijri_day(h, what.month, what.day)) and d.year == year
            ]
    found = [almanac.the_day(d) for d in sorted(days)]
    if what.year:
        return found[0] if len(found) == 1 else NOTHING
    return nearest(found, day, what.toward, context) if day else NOTHING


def _clock(what: Clock, day: dt.date | None, context: Context) -> Resolved:
    on = on_day(what.day, day, context) if what.day else context.before
    if on is None:
        on = almanac.the_day(day) if day else NOTHING
    if on.value is None or on.earliest is None or on.earliest != on.latest:
        return Resolved(None, on.earliest, on.latest)
    at = f"T{what.hour:02d}" + (f":{what.minute:02d}" if what.minute is not None else ":00")
    return Resolved(f"{on.earliest.isoformat()}{at}{what.zone}", on.earliest, on.latest)


def _nth(what: Nth, day: dt.date | None, context: Context) -> Resolved:
    month = on_day(what.month, day, context)
    if month.earliest is None or month.latest is None:
        return NOTHING
    if what.after:
        behind = dt.timedelta(1 + (what.weekday - month.latest.isoweekday() - 1) % 7 if what.weekday else 1)
        steps = dt.timedelta((what.n - 1) * (7 if what.weekday or what.unit == "W" else 1))
        return almanac.the_day(month.latest + behind + steps)
    days = [month.earliest + dt.timedelta(k) for k in range((month.latest - month.earliest).days + 1)]
    if what.unit == "W":
        week = days[-7:] if what.n == -1 else days[(what.n - 1) * 7 : what.n * 7]
        return almanac.stretch(week[0], week[-1]) if week else NOTHING
    fitting = [d for d in days if what.weekday in (None, d.isoweekday())]
    at = what.n if what.n < 0 else what.n - 1
    return almanac.the_day(fitting[at]) if -len(fitting) <= at < len(fitting) else NOTHING
