"""Pointers: words that place a happening as seen from the day of writing (``العام الماضي``, ``قبل شهرين``, ``يوم
الثلاثاء الماضي``).

Read backwards they date the article: if the day of the happening is known, so is the interval in which somebody may
have written so. Each pointer is a function from the happening's first and last day to that interval, or None if it
cannot mean that happening.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from musnad.dating.bounds import Interval, months_later, shift
from musnad.times.almanac import month_end

Shape = Literal["ago", "after", "since", "period", "weekday", "day", "month"]
_LONGEST_WEEK, _BARE_WEEK = 8, 7
"""Days after which one may still say "last Wednesday", or "Wednesday" alone."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words ``first`` to ``last``. ``amount`` units back (``ago``), or ``direction`` of a ``unit``, a weekday, a
    month, days from today. ``more``: the amount is called less (-1) or more (1) than is said. ``said``: the weekday
    is called so many days from today (``أمس الثلاثاء`` is -1).
    """

    first: int
    last: int
    shape: Shape
    unit: str = ""
    amount: float = 0
    direction: int = 0
    month: int = 0
    loose: bool = False
    more: int = 0
    said: int | None = None

    def written(self, happened: date, until: date) -> Interval | None:
        """The days on which one may have pointed so to what lasted from ``happened`` to ``until``."""
        if self.shape in ("ago", "since", "after"):
            return self._counted(happened, until)
        if self.shape == "day":
            return shift(happened, -self.direction - 1), shift(until, -self.direction + 1)
        if self.shape == "weekday":
            return self._weekday(happened, until)
        if self.month and not any(
            _first_of(happened, i).month == self.month for i in range(_months(happened, until) + 1)
        ):
            return None
        if self.shape == "month" and self.unit == "" and abs(self.direction) > 1:
            return None  # the month of the year before last, or of last year: too loosely said
        if self.shape == "month" and self.unit == "":
            if self.direction > 0:
                return shift(happened, -366), until
            if self.direction == 0:
                return happened.replace(day=1), month_end(until)
            # loosely also said within the month itself
            return shift(happened, _LONGEST_WEEK - 1), shift(until, 366)
        return self._period(happened, until)

    def _counted(self, happened: date, until: date) -> Interval:
        if self.unit in ("D", "W"):
            days = round(self.amount * (7 if self.unit == "W" else 1))
            if self.shape == "after":  # "a week after" is said until the next round number
                return shift(happened, days // 2), shift(until, 2 * days + 2)
            slack = 1 + days // 5 + (days // 2 if self.loose else 0)
            return shift(happened, days - slack), shift(until, days + slack)
        months = round(self.amount * {"M": 1, "Y": 12, "E": 120, "C": 1200}[self.unit])
        slack = 1 if months <= 4 else 2 if months < 12 else 12 if self.unit != "E" else 48
        slack = slack * 2 if (self.loose and not self.more) or self.shape == "after" else slack
        if months <= 4:
            return shift(months_later(happened, months), -18 * slack), shift(months_later(until, months), 18 * slack)
        before, behind = (2 if self.more > 0 else slack), (2 if self.more < 0 else slack + 2 * max(0, self.more))
        return months_later(happened, months - before), months_later(until, months + behind)

    def _weekday(self, happened: date, until: date) -> Interval | None:
        days = [shift(happened, i) for i in range((until - happened).days + 1)]
        fitting = [day for day in days if day.isoweekday() == self.amount]
        if not fitting:
            return None
        if self.said is not None:
            return shift(fitting[0], -self.said), shift(fitting[-1], -self.said)
        if abs(self.direction) > 1:  # "the Saturday before last"
            far = shift(fitting[0], 7), shift(fitting[-1], 7 + _LONGEST_WEEK)
            return far if self.direction < 0 else (shift(fitting[0], -7 - _LONGEST_WEEK), shift(fitting[-1], -6))
        if self.direction > 0:
            return shift(fitting[0], -_LONGEST_WEEK), fitting[-1]
        return fitting[0], shift(fitting[-1], _LONGEST_WEEK if self.direction else _BARE_WEEK)

    def _period(self, happened: date, until: date) -> Interval | None:
        if self.unit == "Y":
            return date(happened.year - self.direction, 1, 1), date(until.year - self.direction, 12, 31)
        if self.unit == "M":
            start = months_later(happened.replace(day=1), -self.direction)
            return start, month_end(months_later(until.replace(day=1), -self.direction))
        if self.unit == "W":
            monday = shift(happened, -happened.weekday() - 7 * self.direction)
            # not every week begins on Monday, and "last week" is also said of six days ago
            return shift(monday, -3), shift(until - timedelta(until.weekday()), 6 - 7 * self.direction + 3)
        return None


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _first_of(day: date, months: int) -> date:
    return months_later(day.replace(day=1), months)
