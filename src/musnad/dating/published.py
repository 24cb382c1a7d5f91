"""When an article was published, from its own words: an interval of days whose every bound names its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from musnad.dating.ages import age_bounds
from musnad.dating.anniversaries import anniversary_bounds
from musnad.dating.attached import happening_bounds
from musnad.dating.bounds import Constraint, Interval, best_days, edtf, intersect
from musnad.dating.council import council_bounds
from musnad.dating.counted import counted_bounds
from musnad.dating.dateline import dateline
from musnad.dating.dates import date_bounds, day_and_month
from musnad.dating.editions import edition_bounds
from musnad.dating.media import medium_bounds
from musnad.dating.offices import office_bounds
from musnad.dating.pointed import pointed_bounds
from musnad.dating.reading import Reading, not_after, read
from musnad.dating.seasons import season_bounds
from musnad.dating.silence import silence_bounds
from musnad.dating.today import narrowed, weekdays_told
from musnad.dating.wording import evidence, say, set_aside
from musnad.model import Annotated, Article, Entity, Evidence, Mention, Published, TimeExpression
from musnad.text.prepared import Text, prepare
from musnad.times import Anchor, describe_times, resolve_times

_RULES = (
    date_bounds,
    counted_bounds,
    happening_bounds,
    pointed_bounds,
    office_bounds,
    council_bounds,
    anniversary_bounds,
    season_bounds,
    edition_bounds,
    age_bounds,
    medium_bounds,
)
_CERTAIN = 100.0
"""The weight of what cannot be otherwise."""
_SUPPORT = 5
"""Pieces of evidence that are given beside those that set a bound."""
_SORT = len("office")
"""Letters by which rules of one sort begin alike: office_begun, office_held."""


def date_article(
    text: Text,
    article: Article,
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
) -> Published:
    """The day of publication as told with the article, as it states it, or as far as it can be inferred.

    ``times`` are those found without an anchor: what needs the day of publication has no value yet.
    """
    if article.published is not None:
        day = article.published
        return Published(day.isoformat(), day, day, "metadata")
    reading = read(text, times, mentions, entities)
    stated = dateline(reading)
    constraints = _distinct([constraint for rule in _RULES for constraint in rule(reading)])
    if stated is not None:
        against = [set_aside(c.evidence) for c in constraints if not c.holds(stated.day)]
        return Published(stated.day.isoformat(), stated.day, stated.day, "stated", (*stated.evidence, *against))
    return _inferred(reading, constraints, article.read_on)


@dataclass(frozen=True, slots=True)
class Clues:
    """What an article says of its own day, for whoever weighs it against what others say."""

    constraints: tuple[Constraint, ...]
    weekdays: tuple[tuple[int, Evidence], ...]
    """Weekdays (Monday is 1) that it calls today."""
    lead_weekday: int | None
    """The first weekday that its lead names without saying which one is meant."""
    days: tuple[tuple[int, int], ...]
    """Months and days that it names without a year."""


_LEAD = 3
"""Sentences in which a report says when its news happened."""


def clues_of(record: Annotated) -> Clues:
    """The clues of an article that was read before."""
    text = prepare(record.article.text)
    absolute = resolve_times(describe_times(text), Anchor())
    reading = read(text, absolute, record.mentions, {entity.id: entity for entity in record.entities})
    stream = reading.stream
    named = (p for p in reading.pointers if p.shape == "weekday" and p.said is None and p.direction == 0)
    lead = next((int(p.amount) for p in named if stream.sentence[p.first] < _LEAD), None)
    days = (day_and_month(reading, i) for i, word in enumerate(stream.words) if word.isdigit())
    constraints = _distinct([constraint for rule in _RULES for constraint in rule(reading)])
    return Clues(tuple(constraints), tuple(weekdays_told(reading)), lead, tuple((d[1], d[0]) for d in days if d))


def _distinct(constraints: Sequence[Constraint]) -> list[Constraint]:
    """Of constraints of one rule on the same days only the weightiest: saying it often proves nothing more."""
    best: dict[tuple[str, tuple[Interval, ...]], Constraint] = {}
    for constraint in constraints:
        key = constraint.evidence.rule, constraint.days
        if key not in best or constraint.weight > best[key].weight:
            best[key] = constraint
    return list(best.values())


def _inferred(reading: Reading, constraints: Sequence[Constraint], read_on: date | None) -> Published:
    if not constraints:
        return Published(None, None, None, "unknown")
    if read_on:
        says = say("read_on", day=read_on)
        constraints = [*constraints, Constraint(not_after(read_on), _CERTAIN, evidence(0, 0, "read_on", says))]
    constraints = [*constraints, *silence_bounds(constraints, best_days(constraints))]
    days, today = narrowed(reading, best_days(constraints))
    earliest = None if days[0][0] == date.min else days[0][0]
    latest = None if days[-1][1] == date.max else days[-1][1]
    if earliest is None and latest is None:
        return Published(None, None, None, "unknown")
    kept = [c for c in constraints if intersect(c.days, days)]
    grounds = [c.evidence for c in kept if _sets_bound(c, earliest, latest)]
    others = sorted((c for c in kept if c.evidence not in grounds and c.weight >= 1), key=_telling, reverse=True)
    grounds += list(islice(_further(grounds, (c.evidence for c in others)), _SUPPORT))
    conflicts = [set_aside(c.evidence) for c in constraints if not intersect(c.days, days)]
    return Published(edtf(earliest, latest), earliest, latest, "inferred", (*grounds, *today, *conflicts))


def _further(grounds: Sequence[Evidence], others: Iterable[Evidence]) -> Iterator[Evidence]:
    """What adds to the grounds: not the same words once more for the same sort of reason, nor the day of reading."""
    told = {(e.start, e.end, e.rule[:_SORT]) for e in grounds}
    for other in others:
        key = other.start, other.end, other.rule[:_SORT]
        if key not in told and other.rule != "read_on":
            told.add(key)
            yield other


def _telling(constraint: Constraint) -> tuple[date, float]:
    """What narrows the days most comes first: of lower bounds the latest."""
    return constraint.days[0][0], constraint.weight


def _sets_bound(constraint: Constraint, earliest: date | None, latest: date | None) -> bool:
    return any(
        (first == earliest and first != date.min) or (last == latest and last != date.max)
        for first, last in constraint.days
    )
