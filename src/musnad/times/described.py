"""What the words of a time expression say, before any anchor tells what they mean.

The matchers (``dates``, ``days``, ``periods``, ``lengths``, ``clock``) read words and give a ``Found``; ``resolve``
turns its ``what`` into a value. Directions are -1 (before), 0 (the same), 1 (after) throughout; ``told`` means counted
from the time that the text told last instead of the day of writing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date of which any part may be missing. ``toward`` is its adjective (مايو الماضي), ``year_shift`` a year in
    words (من العام الماضي; ``year_told``: من العام نفسه, counted from the year told last), ``month_shift`` a month in
    words (الخامس من الشهر الجاري)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool = False
    toward: int | None = None
    year_shift: int | None = None
    year_told: bool = False
    month_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday = 1), with its adjective or the week it belongs to, if told."""

    weekday: int
    toward: int | None = None
    week_shift: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """A unit counted from the day of writing: اليوم, الأسبوع الماضي. A ``weekday`` named with a day outweighs the
    count."""

    unit: str
    offset: int
    weekday: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """A stretch of years: a decade, a century, 1950-1953."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Between:
    """A stretch written with a dash: 3-5 مايو."""

    first: Calendar
    last: Calendar


@dataclass(frozen=True, slots=True)
class Season:
    """A season (EDTF number) or quarter (Q1) or half (H1) of a year: told, or shifted from the season of writing, or
    (``of_year``) from its year, or (``told``) from the year told last."""

    code: str
    year: int | None = None
    shift: int | None = None
    of_year: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """``low`` to ``high`` units; None = an untold number. ``ago`` counts back from the day of writing; ``toward``
    places the stretch before or after it (السنوات الثلاث الماضية); ``each`` makes it a repetition; ``rest`` is what is
    added in a smaller unit (ثلاث سنوات وستة أشهر)."""

    low: float | None
    high: float | None
    unit: str
    ago: bool = False
    toward: int | None = None
    each: bool = False
    rest: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of a day that is told inside (``day``) or beside the expression; ``zone`` is Z for Greenwich."""

    hour: int
    minute: int | None
    zone: str = ""
    day: Calendar | Weekday | Shifted | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: Gregorian (g), Hijri (h) month and day, or days from Easter (e)."""

    calendar: str
    month: int
    day: int
    year: int | None = None
    toward: int | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th (-1: last) day, week or weekday of a month: أول ثلاثاء من مايو, الأسبوع الأخير من الشهر الماضي; or
    (``after``) behind a day: أول جمعة بعد عيد الفطر.
    """

    n: int
    unit: str
    weekday: int | None
    month: Calendar | Shifted | Holiday
    after: bool = False


What = Nth | Calendar | Weekday | Shifted | Years | Between | Season | Length | Clock | Reference | Holiday


@dataclass(frozen=True, slots=True)
class Found:
    """``tokens[first:stop]`` without the first ``cut`` letters say ``what``; ``phase`` is a part of it (start, middle,
    end)."""

    first: int
    stop: int
    cut: int
    what: What
    rule: str
    phase: str = ""
