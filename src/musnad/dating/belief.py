"""What is believed of a day when no single piece of evidence decides: log-odds that add up over the days of a span.

The shares below were counted on dated news articles (February to May 2018, five outlets, one half of 300 held back).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from musnad.dating.bounds import Constraint, Interval

_TRUST = 1.5
"""Log-odds that one unit of a constraint's weight is worth."""
_SAID_WRONG = -4.0
"""Log-odds against a day that is not the weekday which the article calls today."""
_LEAD_WEEKDAY = {0: 0.63, 1: 0.29}
_LEAD_OTHER = 0.016
"""The first weekday that a report names is its own day, or the day before; seldom another."""
_NEAR, _FAR = 1.5, 20
"""Days in which two articles of one news follow each other (mean), and beyond which they do not."""
_ALIKE_FROM, _ALIKE_SLOPE, _ALIKE_MOST = 0.055, 100.0, 0.97
"""Likeness at which one in two is of one news, how steeply that grows, and how much of it is ever believed."""
_MENTION, _MENTION_FLOOR, _MENTION_WEIGHT = 12.0, 0.05, 0.6
"""Days (mean) that a day and month without a year lie from the article's own."""


class Belief:
    """Log-odds for each day from ``first`` to ``last``, at first even."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self._odds = [0.0] * ((last - first).days + 1)

    def constrain(self, constraints: Sequence[Constraint]) -> None:
        """Constraints as the dating of a single article has them."""
        for constraint in constraints:
            for begin, end in constraint.days:
                low = max(0, self._at(begin))
                for i in range(low, min(len(self._odds), self._at(end) + 1)):
                    self._odds[i] += _TRUST * constraint.weight

    def called_today(self, weekdays: Sequence[int]) -> None:
        """Weekdays (Monday is 1) on which the article says that it is written."""
        if weekdays:
            for i in range(len(self._odds)):
                self._odds[i] += 0.0 if self._day(i).isoweekday() in weekdays else _SAID_WRONG

    def told_in_lead(self, weekday: int) -> None:
        """The first weekday that the lead names."""
        for i in range(len(self._odds)):
            behind = (self._day(i).isoweekday() - weekday) % 7
            self._odds[i] += math.log(7 * _LEAD_WEEKDAY.get(behind, _LEAD_OTHER))

    def mentions(self, days: Sequence[date]) -> None:
        """The days that a day and month without a year may mean, one in each year."""
        for i in range(len(self._odds)):
            day = self._day(i)
            gap = min((abs((day - told).days) for told in days), default=0)
            self._odds[i] += _MENTION_WEIGHT * math.log(math.exp(-gap / _MENTION) + _MENTION_FLOOR)

    def near(self, day: date, likeness: float) -> None:
        """Another article that is so much alike was published on ``day``."""
        one_news = _ALIKE_MOST / (1 + math.exp(-_ALIKE_SLOPE * (likeness - _ALIKE_FROM)))
        strangers = math.log(1 - one_news)
        at, spread = self._at(day), len(self._odds) / (2 * _NEAR)
        for i in range(len(self._odds)):
            gap = abs(i - at)
            if gap <= _FAR:
                density = one_news * math.exp(-gap / _NEAR) * spread
                self._odds[i] += math.log(1 - one_news + density)
            else:
                self._odds[i] += strangers

    def likely(self, share: float) -> Interval:
        """The shortest stretch of days that holds this share of the belief."""
        top = max(self._odds)
        mass = [math.exp(odds - top) for odds in self._odds]
        wanted = share * sum(mass)
        best, start, held = (0, len(mass) - 1), 0, 0.0
        for end, here in enumerate(mass):
            held += here
            while held - mass[start] >= wanted:
                held -= mass[start]
                start += 1
            if held >= wanted and end - start < best[1] - best[0]:
                best = start, end
        return self._day(best[0]), self._day(best[1])

    def likeliest(self) -> date:
        """The day that is believed most."""
        return self._day(max(range(len(self._odds)), key=self._odds.__getitem__))

    def _at(self, day: date) -> int:
        return (day - self.first).days

    def _day(self, i: int) -> date:
        return self.first + timedelta(i)
