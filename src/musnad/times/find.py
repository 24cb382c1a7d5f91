"""The one entrance of the room: every time expression of a text, resolved against the day on which it was published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from musnad.model import TimeExpression, TimeType
from musnad.text.prepared import Text
from musnad.text.sentences import closed_quotations
from musnad.times.almanac import Resolved, part_of
from musnad.times.anchor import Anchor
from musnad.times.calendars import Context
from musnad.times.clock import clock_at
from musnad.times.dates import date_at
from musnad.times.days import day_at
from musnad.times.described import Calendar, Clock, Found, Length, Reference, Shifted, Weekday, What
from musnad.times.direction import direction
from musnad.times.lengths import length_at
from musnad.times.nth import nth_at
from musnad.times.periods import period_at
from musnad.times.references import holiday_at, reference_at
from musnad.times.resolve import resolve
from musnad.times.scene import Scene, set_scene
from musnad.times.years import year_at

_MATCHERS = (nth_at, clock_at, day_at, date_at, period_at, year_at, length_at, holiday_at, reference_at)
_BESIDE = 7
"""Tokens that may stand between a clock time and the day it belongs to."""


@dataclass(frozen=True, slots=True)
class Described:
    """The time expressions of a text as they are worded, before any day is known to hang them on."""

    scene: Scene
    found: tuple[Found, ...]


def find_times(text: Text, anchor: Anchor) -> tuple[TimeExpression, ...]:
    """Every time expression in order. ``value`` is None where the anchor does not let it be told; spans do not
    overlap."""
    return resolve_times(describe_times(text), anchor)


def describe_times(text: Text) -> Described:
    """What the expressions say, whatever the day of publication."""
    scene = set_scene(text)
    return Described(scene, tuple(_spread(scene, _matches(scene))))


def resolve_times(described: Described, anchor: Anchor) -> tuple[TimeExpression, ...]:
    """The values of what was described, as ``find_times`` gives them; cheap to do again with a better anchor."""
    scene, found = described.scene, described.found
    text = scene.text
    told: list[TimeExpression] = []
    before: Resolved | None = None
    week: tuple[Resolved, int] | None = None
    days: dict[int, Resolved] = {}
    quotations = closed_quotations(text.tokens, text.paragraphs)
    for number, item in enumerate(found):
        sentence = text.sentence_of(item.first)
        context = Context(
            direction=direction(scene, item.first, item.stop) if _turns(item.what) else 0,
            before=_day_beside(scene, found, number, days, anchor) if isinstance(item.what, Clock) else before,
            week=week[0] if week and week[1] >= sentence - 1 else None,
            until=number > 0 and found[number - 1].stop == item.first - 1 and bool(scene.plain(item.first - 1, "to")),
        )
        spoken = _day_of_speech(scene, found, number, days, quotations)
        resolved = part_of(resolve(item.what, spoken or anchor, context), item.phase)
        days[number] = resolved
        if resolved.value and resolved.earliest and not isinstance(item.what, Reference | Length | Clock):
            before = resolved
        if isinstance(item.what, Shifted) and item.what.unit == "W":
            week = (resolved, sentence) if item.what.offset == 1 and resolved.value else None
        told.append(_expression(scene, item, resolved))
    return tuple(told)


def _day_of_speech(
    scene: Scene, found: Sequence[Found], at: int, days: Mapping[int, Resolved], quotations: Sequence[range]
) -> Anchor | None:
    """Inside a quotation اليوم and غدا are counted from the day on which it was said, if its sentence tells that."""
    what = found[at].what
    if not (isinstance(what, Shifted) and what.unit == "D" and not what.told and what.weekday is None):
        return None
    quotation = next((q for q in quotations if found[at].first in q), None)
    if quotation is None:
        return None
    sentence = scene.text.sentence_of(found[at].first)
    for number in range(at - 1, -1, -1):
        item = found[number]
        if scene.text.sentence_of(item.first) != sentence:
            return None
        if item.first not in quotation and isinstance(item.what, Weekday | Shifted) and _is_day(days[number]):
            return Anchor(days[number].earliest, days[number].latest)
    return None


def _matches(scene: Scene) -> list[Found]:
    """The longest match at each place, from left to right; of equally long ones the first matcher's."""
    found: list[Found] = []
    i = 0
    while i < len(scene.tokens):
        best: Found | None = None
        for matcher in _MATCHERS if scene.atoms[i] or scene.tokens[i].is_number or "ال" in scene.norm(i)[:4] else ():
            match = matcher(scene, i)
            if match and (best is None or (match.stop, -match.cut) > (best.stop, -best.cut)):
                best = match
        if best:
            found.append(best)
        i = best.stop if best else i + 1
    return found


def _spread(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """A date without a year takes that of the one it is joined to (بين 3 مارس و5 مايو 2017); a year after عامي X is
    joined by و."""
    out = list(found)
    for k in range(len(out) - 2, -1, -1):
        here, there = out[k].what, out[k + 1].what
        if not (isinstance(here, Calendar) and isinstance(there, Calendar) and here.month and there.month):
            continue
        between = scene.tokens[out[k].stop : out[k + 1].first]
        joined = len(between) <= 1 and (not between or between[0].norm in {"و", "-"} or scene.plain(out[k].stop, "to"))
        untold = here.year is None and here.year_shift is None and here.toward is None
        if joined and untold and (there.year is not None or there.toward is not None or there.year_shift is not None):
            year = there.year - 1 if there.year and here.month > there.month else there.year
            out[k] = replace(out[k], what=replace(here, year=year, toward=there.toward, year_shift=there.year_shift))
    return out


def _turns(what: What) -> bool:
    """Whether the direction of the sentence matters to it."""
    inner = what.day if isinstance(what, Clock) else what
    if isinstance(inner, Weekday):
        return inner.toward is None and inner.week_shift is None
    return not isinstance(inner, Length | Reference | Shifted)


def _day_beside(
    scene: Scene, found: Sequence[Found], at: int, days: dict[int, Resolved], anchor: Anchor
) -> Resolved | None:
    """The day that a clock time belongs to: one told right behind it, or before it in the same sentence."""
    sentence = scene.text.sentence_of(found[at].first)
    stop = found[at].stop
    for item in found[at + 1 :]:
        if item.first - stop > _BESIDE or scene.text.sentence_of(item.first) != sentence:
            break
        stop = item.stop
        if not isinstance(item.what, Clock):
            context = Context(direction=direction(scene, item.first, item.stop))
            resolved = resolve(item.what, anchor, context)
            if _is_day(resolved):
                return resolved
            break
    for number in range(at - 1, -1, -1):
        if scene.text.sentence_of(found[number].first) != sentence:
            break
        if _is_day(days[number]):
            return (
                Resolved(None, days[number].earliest, days[number].latest)
                if days[number].value is None
                else days[number]
            )
    return None


def _is_day(resolved: Resolved) -> bool:
    return resolved.value is not None and resolved.earliest is not None and resolved.earliest == resolved.latest


def _expression(scene: Scene, item: Found, resolved: Resolved) -> TimeExpression:
    start, end = scene.span(item.first, item.stop, item.cut)
    kind: TimeType = "DATE"
    if isinstance(item.what, Length) and not item.what.ago:
        kind = "SET" if item.what.each else "DURATION"
    elif isinstance(item.what, Clock) or item.rule.startswith("daypart"):
        kind = "TIME"
    text = scene.text.original[start:end]
    return TimeExpression(start, end, text, kind, resolved.value, resolved.earliest, resolved.latest, item.rule)
