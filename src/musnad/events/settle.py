"""What a clause leaves unsaid and the rest of the article tells: the other side of a meeting, the day of a summit named twice.

Reports of one kind that share an actor are taken to tell the same thing, unless their dates differ: what one of them lacks it
takes from the nearest other. Nothing is taken from outside the article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from musnad.model import Entity, Event, Published, Status

MUTUAL = frozenset({"meet", "sign", "message"})
"""Kinds that take two sides."""
_ANAPHORIC = frozenset({
    "meet", "visit", "sign", "test", "vote", "sanction", "retreat", "assault", "veto",
    "coerce", "reject", "supply", "office", "protest", "message", "cooperate",
})  # fmt: skip
"""Kinds whose later mention (القمة، الهجوم) stands for an earlier one."""


_TO_COME = ("planned", "possible")
_FAMILY = {"coerce": "captivity", "retreat": "captivity"}
"""Kinds told of the same people by turns: who is held, and who is set free, by the same hand."""

_FELLOWS = 12
"""Events of one kind, the nearest first, that are asked what one of them lacks."""


def settle(
    events: Sequence[Event],
    entities: Mapping[str, Entity],
    published: Published,
    supposed: frozenset[int] = frozenset(),
) -> tuple[Event, ...]:
    """The events with the actors, places and dates that their fellows of the same kind give them. ``supposed`` are the
    places of those that have only the day of the news: what is to come was not then. Linear but for each kind."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        if event.kind in _ANAPHORIC:
            by_kind[_FAMILY.get(event.kind, event.kind)].append(number)
    settled = list(events)
    stated = [replace(e, date=None) if n in supposed else e for n, e in enumerate(events)]
    for numbers in by_kind.values():
        for place, number in enumerate(numbers):
            around = range(max(0, place - _FELLOWS), min(len(numbers), place + _FELLOWS + 1))
            nearest = sorted((p for p in around if p != place), key=lambda p: (abs(p - place), p > place))
            fellows = [numbers[p] for p in nearest]
            known = stated if events[number].status in _TO_COME else events
            settled[number] = _completed(events[number], [known[n] for n in fellows], entities, published)
    return tuple(settled)


def _completed(event: Event, fellows: Sequence[Event], entities: Mapping[str, Entity], published: Published) -> Event:
    for fellow in fellows[:_FELLOWS]:
        if not _may_be_one(event, fellow, entities):
            continue
        if (
            _lacks_side(event)
            and not _lacks_side(fellow)
            and _points_back(event, fellow)
            and _alike(event, fellow, entities)
        ):
            mutual = event.kind in MUTUAL
            event = replace(
                event,
                agents=fellow.agents if mutual else event.agents or fellow.agents,
                targets=fellow.targets if mutual else event.targets or fellow.targets,
            )
        if (
            event.date is None
            and fellow.date is not None
            and event.kind == fellow.kind
            and _in_time(event, fellow, published)
        ):
            event = replace(event, date=fellow.date, status=_status_on(event, fellow, published))
        if event.place is None and fellow.place is not None and event.kind == fellow.kind:
            event = replace(event, place=fellow.place)
        if not _lacks_side(event) and event.date is not None:
            break
    return event


def _in_time(event: Event, fellow: Event, published: Published) -> bool:
    """Whether what one report says of its time allows the day of the other.

    What is planned has no day gone by, what a verb tells as done no day to come.
    """
    last = fellow.date.latest if fellow.date else None
    gone = bool(last and published.earliest and last < published.earliest)
    told = event.status == "happened" and event.rule.startswith(("verb", "light verb"))
    return not (gone and event.status in _TO_COME) and not (told and _to_come(fellow, published))


def _status_on(event: Event, fellow: Event, published: Published) -> Status:
    """What is told of a day to come is planned, whatever its own clause leaves open."""
    return fellow.status if _to_come(fellow, published) and event.status in ("happened", "ongoing") else event.status


def _to_come(event: Event, published: Published) -> bool:
    first = event.date.earliest if event.date else None
    return bool(first and published.latest and first > published.latest)


def _points_back(event: Event, fellow: Event) -> bool:
    """Whether a report may stand for another: it names a side or is a meeting; one that names nobody only for what was told before it."""
    return event.kind in MUTUAL or bool(event.agents or event.targets) or fellow.start < event.start


def _sides(event: Event, entities: Mapping[str, Entity]) -> set[str]:
    return {entities[i].country or i for i in (*event.agents, *event.targets) if i in entities}


def _countries(ids: Sequence[str], entities: Mapping[str, Entity]) -> set[str]:
    return {entities[i].country or i for i in ids if i in entities}


def _same_people(mine: Sequence[str], theirs: Sequence[str], entities: Mapping[str, Entity]) -> bool:
    return set(mine) <= set(theirs) or _countries(mine, entities) == _countries(theirs, entities)


def _fits(mine: Sequence[str], theirs: Sequence[str], entities: Mapping[str, Entity]) -> bool:
    """Whether one role of two reports may be filled by the same: one of them is silent, or they share a party."""
    return not mine or not theirs or bool(_countries(mine, entities) & _countries(theirs, entities))


def _alike(event: Event, fellow: Event, entities: Mapping[str, Entity]) -> bool:
    """Whether neither report gives a role to others than the other report does."""
    if event.kind in MUTUAL:
        return True
    if set(fellow.agents) == set(fellow.targets) or (not event.agents and set(fellow.agents) & set(event.targets)):
        return False
    return _fits(event.agents, fellow.agents, entities) and _fits(event.targets, fellow.targets, entities)


def _lacks_side(event: Event) -> bool:
    if event.kind in MUTUAL:
        return len({*event.agents, *event.targets}) < 2
    return not event.agents or not event.targets


def _may_be_one(event: Event, fellow: Event, entities: Mapping[str, Entity]) -> bool:
    """Whether two reports of one kind agree in what both of them tell."""
    mine, theirs = _sides(event, entities), _sides(fellow, entities)
    if mine and not mine <= theirs and not theirs <= mine:
        return False
    if mine and not theirs:
        return False
    if event.kind != fellow.kind and not (event.targets and _same_people(event.targets, fellow.targets, entities)):
        return False
    if event.date and fellow.date and event.date.value != fellow.date.value:
        first, last = event.date.earliest, event.date.latest
        if not (first and last and fellow.date.earliest and fellow.date.latest):
            return False
        return first <= fellow.date.latest and fellow.date.earliest <= last
    return not (event.place and fellow.place and event.place != fellow.place)
