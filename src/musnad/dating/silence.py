"""What an article does not say: news speaks of happenings while they are new, so the newest one that it knows lies
seldom far behind it.

Counted on dated articles of other years than these were tuned on: of a hundred whose newest reference is a happening of
the news (an attack, a summit, a vote; no name, office or treaty), three were published more than a year after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from musnad.dating.bounds import Constraint, Interval, shift
from musnad.dating.reading import not_after
from musnad.dating.wording import evidence, say

_SILENT = 362
"""Days after which the newest happening that an article knows would not be the newest any more."""
_STILL_NEW = 60
"""Days: where something else puts the article farther behind the happening, it is background and tells nothing."""
_WEIGHT = 0.9
"""Less than anything that the article says itself."""


def silence_bounds(constraints: Sequence[Constraint], days: Sequence[Interval]) -> Iterator[Constraint]:
    """Not long after the newest happening of the news, unless what else it knows is newer still."""
    earliest = days[0][0]
    kept = [c.evidence for c in constraints if c.evidence.rule.startswith("anniversary")]
    news = [
        c
        for c in constraints
        if c.evidence.rule == "happening"
        and c.holds(days[-1][1])
        and not any(e.start < c.evidence.end and c.evidence.start < e.end for e in kept)
    ]
    newest = max(news, key=lambda c: c.days[0][0], default=None)
    if newest is None or earliest == date.min:
        return
    happened = newest.over or newest.days[0][0]
    last = shift(happened, _SILENT)
    if earliest <= shift(happened, _STILL_NEW):
        says = say("silence", day=happened, last=last)
        ground = newest.evidence
        yield Constraint(not_after(last), _WEIGHT, evidence(ground.start, ground.end, "silence", says))
