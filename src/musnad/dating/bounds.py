"""Constraints on the day of publication, and the days that satisfy the most of them.

A constraint is a set of days (a union of intervals: "some Thursday that is a 24 May"), a weight and the evidence for
it. No article can know its future, so what bounds the day from below is nearly certain, while what bounds it from
above may be memory: an article names people who left office long ago. Contradictions are therefore settled by weight,
and those set aside are reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from musnad.model import Evidence
from musnad.times.almanac import add_months, month_end

Interval = tuple[date, date]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Constraint:
    """``days``: intervals in order, ends inclusive, ``date.min``/``date.max`` where open."""

    days: tuple[Interval, ...]
    weight: float
    evidence: Evidence
    over: date | None = None
    """When what it speaks of was over at the latest, where that is a happening."""

    def holds(self, day: date) -> bool:
        """Whether the article may have been published on ``day`` as far as this constraint knows."""
        return any(first <= day <= last for first, last in self.days)


def union(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same days as disjoint intervals in order; empty and inverted ones fall away."""
    merged: list[Interval] = []
    for first, last in sorted(i for i in intervals if i[0] <= i[1]):
        if merged and (merged[-1][1] == date.max or first <= merged[-1][1] + DAY):
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def intersect(one: Sequence[Interval], other: Sequence[Interval]) -> tuple[Interval, ...]:
    """The days that lie in both."""
    return union((max(a, c), min(b, d)) for a, b in one for c, d in other if max(a, c) <= min(b, d))


def shift(day: date, days: int) -> date:
    """``day`` moved, within what a date can hold."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def months_later(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or the last day of that month; never beyond the calendar."""
    try:
        return add_months(day, months)
    except (ValueError, OverflowError):
        return date.max if months > 0 else date.min


def best_days(constraints: Sequence[Constraint]) -> tuple[Interval, ...]:
    """The days that the greatest weight of constraints allows; all days if there are none."""
    edges = {date.min, date.max}
    for constraint in constraints:
        for first, last in constraint.days:
            edges.add(first)
            if last < date.max:
                edges.add(last + DAY)
    starts = sorted(edges)
    best: list[Interval] = []
    top = -1.0
    for first, following in zip(starts, [*starts[1:], None], strict=True):
        last = date.max if following is None else following - DAY
        weight = round(sum(c.weight for c in constraints if c.holds(first)), 6)
        if weight > top:
            top, best = weight, []
        if weight == top:
            best.append((first, last))
    return union(best)


def edtf(earliest: date | None, latest: date | None) -> str | None:
    """The interval in EDTF: a day, a full month or year, ``A/B``, ``A/..`` or ``../B``; None if nothing is known."""
    if earliest is None or latest is None:
        if earliest is None and latest is None:
            return None
        return f"{earliest or '..'}/{latest or '..'}"
    if earliest == latest:
        return earliest.isoformat()
    if earliest.day == 1 and latest == month_end(earliest):
        return f"{earliest:%Y-%m}"
    if (earliest.month, earliest.day, latest.month, latest.day, earliest.year) == (1, 1, 12, 31, latest.year):
        return f"{earliest:%Y}"
    return f"{earliest}/{latest}"
