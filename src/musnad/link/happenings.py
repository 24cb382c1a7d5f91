"""The same happening told by several reports.

First each article's reports are laid into groups, then the groups of different articles, the most precisely dated first, so
that a vague report can only join what is known and never bridges two days. Candidates are looked up by kind and actors, never
compared all with all; how well two reports agree is in likeness.py.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from musnad.link.likeness import KINDRED, apart, likeness
from musnad.link.record import happening, in_time
from musnad.link.tellings import Entities, Telling, all_tellings
from musnad.model import Annotated, Happening, days_open

_COMPARED = 6
"""Members of a group that a newcomer is compared with."""
_ENOUGH = (-0.2, 0.2)
"""Least likeness to a group's members, within an article and across articles."""
_BEST = 0.3
"""Share of the best pair in the likeness of two groups; the mean of all pairs makes up the rest."""
_LEAST = -3.0
"""No member may speak against it more than this."""

Key = tuple[str, ...]


@dataclass(slots=True)
class _Group:
    """Reports of one happening, and the days that all of them allow."""

    tellings: list[Telling] = field(default_factory=list)
    days: tuple[dt.date, dt.date] | None = None
    reasons: set[str] = field(default_factory=set)

    def add(self, tellings: Iterable[Telling], reasons: Iterable[str] = ()) -> None:
        for telling in tellings:
            self.tellings.append(telling)
            if telling.days and (self.days is None or telling.width < self.width):
                self.days = telling.days
        self.reasons |= set(reasons)

    @property
    def width(self) -> int:
        return days_open(self.days)

    @property
    def order(self) -> int:
        return min(t.order for t in self.tellings)


def link_happenings(
    articles: Sequence[Annotated], entities: Entities, outlets: dict[str, str]
) -> tuple[Happening, ...]:
    """Every event of the world that the articles tell, in order of date. ``outlets``: article id → who published it."""
    own: dict[str, list[Telling]] = defaultdict(list)
    for telling in all_tellings(articles, entities):
        own[telling.article.article.id].append(telling)
    stories = [
        group for tellings in own.values() for group in _gather([_alone(t) for t in tellings], _kinds, _ENOUGH[0])
    ]
    groups = _gather(stories, _actors, _ENOUGH[1])
    found = [happening(sorted(g.tellings, key=lambda t: t.order), g.reasons, outlets) for g in groups]
    return tuple(sorted(found, key=in_time))


def _alone(telling: Telling) -> _Group:
    group = _Group()
    group.add((telling,))
    return group


def _gather(pieces: Iterable[_Group], keys_of: Callable[[_Group], Iterator[Key]], enough: float) -> list[_Group]:
    """Lay pieces into groups one by one, the most precisely dated first, each where it agrees best."""
    known: dict[Key, list[_Group]] = defaultdict(list)
    groups: list[_Group] = []
    for piece in sorted(pieces, key=lambda g: (g.width, g.order)):
        keys = set(keys_of(piece))
        home = _home(piece, {id(g): g for key in sorted(keys) for g in known[key]}.values(), enough)
        if home is None:
            home = piece
            groups.append(home)
        for key in keys:
            if all(g is not home for g in known[key]):
                known[key].append(home)
    return groups


def _kinds(group: _Group) -> Iterator[Key]:
    """What a group of one article can be found by; an article tells few events."""
    yield (_family(group.tellings[0]),)


def _actors(group: _Group) -> Iterator[Key]:
    """What a group can be found by: its kind with each two of its actors, or with the one, or with its place."""
    for telling in group.tellings:
        kind = _family(telling)
        who = sorted(telling.who) or ([f"place:{telling.place.id}"] if telling.place else [])
        yield from ((kind, *pair) for pair in itertools.combinations(who, min(2, len(who))) if pair)
        yield from ((kind, "of", one) for one in sorted(telling.victims | telling.treaties))


def _family(telling: Telling) -> str:
    return KINDRED.get(telling.event.kind, telling.event.kind)


def _home(piece: _Group, candidates: Iterable[_Group], enough: float) -> _Group | None:
    """The group that the piece agrees with best, if any agrees enough; the piece is then laid into it."""
    best, home = enough, None
    reasons: tuple[str, ...] = ()
    for group in candidates:
        if piece.days and group.days and apart(piece.days, group.days):
            continue
        score, why = _agreement(piece, group)
        if score > best:
            best, home, reasons = score, group, why
    if home is not None:
        home.add(piece.tellings, (*piece.reasons, *reasons))
    return home


def _agreement(piece: _Group, group: _Group) -> tuple[float, tuple[str, ...]]:
    """How alike two groups are, and the reasons of the best pair of their members."""
    scores = []
    for one in piece.tellings[:_COMPARED]:
        for other in group.tellings[:_COMPARED]:
            like = likeness(one, other)
            if like.score < _LEAST:
                return like.score, ()
            scores.append(like)
    best = max(scores, key=lambda like: like.score)
    mean = sum(like.score for like in scores) / len(scores)
    return _BEST * best.score + (1 - _BEST) * mean, best.reasons
