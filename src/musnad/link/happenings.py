"""The same happening told by several reports: same kind, days that can be one, actors that agree, no contradicting place.

Reports are laid into happenings one by one, the most precisely dated first, so that a vague report can only join what is
known, and never bridges two different days. Candidates are looked up by (kind, actor), never compared all with all.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from musnad.model import Annotated, Entity, Event, Happening, Moment, Report, Status

_LONGEST = 366
"""Days: a date vaguer than a year joins nothing but its own article's words."""
_SLACK = dt.timedelta(days=1)
"""Two outlets may date one happening a day apart (time zones, late editions)."""
_ALIKE = 0.5
"""Least share of common actors."""
_SAME_DOERS = 0.7
_RANK: dict[Status, int] = {"happened": 0, "ongoing": 1, "denied": 2, "planned": 3, "possible": 4}


@dataclass(slots=True)
class _Telling:
    """One report with what it is compared by. ``who`` are states (or entities without one); ``where`` an entity id."""

    article: Annotated
    event: Event
    agents: tuple[Entity, ...]
    targets: tuple[Entity, ...]
    place: Entity | None
    who: frozenset[str]
    doers: frozenset[str]
    people: dict[str, frozenset[str]]
    """State → the persons that act for it in the report."""
    order: int

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        date = self.event.date
        if date is None or date.earliest is None or date.latest is None:
            return None
        return date.earliest, date.latest

    @property
    def width(self) -> int:
        return (self.days[1] - self.days[0]).days if self.days else 10**6


@dataclass(slots=True)
class _Cluster:
    kind: str
    tellings: list[_Telling] = field(default_factory=list)
    first: dt.date | None = None
    last: dt.date | None = None
    reasons: set[str] = field(default_factory=set)


def link_happenings(
    articles: Sequence[Annotated], entities: dict[tuple[str, str], Entity], outlets: dict[str, str]
) -> tuple[Happening, ...]:
    """Every event of the world that the articles tell, in order of date. ``outlets``: article id → who published it."""
    tellings = sorted(_tellings(articles, entities), key=lambda t: (t.width, t.order))
    by_actor: dict[tuple[str, str], list[_Cluster]] = defaultdict(list)
    clusters: list[_Cluster] = []
    for telling in tellings:
        cluster = _home(telling, by_actor)
        if cluster is None:
            cluster = _Cluster(telling.event.kind)
            if telling.days:
                cluster.first, cluster.last = telling.days
            clusters.append(cluster)
        cluster.tellings.append(telling)
        for actor in telling.who or {f"place:{telling.place.id}" if telling.place else ""}:
            known = by_actor[telling.event.kind, actor]
            if not known or known[-1] is not cluster:
                known.append(cluster)
    found = [_happening(cluster, outlets) for cluster in clusters]
    return tuple(sorted(found, key=_when))


def _tellings(articles: Sequence[Annotated], entities: dict[tuple[str, str], Entity]) -> Iterable[_Telling]:
    order = 0
    for article in articles:
        for event in article.events:
            agents = _resolve(article, event.agents, entities)
            targets = _resolve(article, event.targets, entities)
            place = entities.get((article.article.id, event.place)) if event.place else None
            yield _Telling(
                article, event, agents, targets, place, _actors((*agents, *targets)), _actors(agents),
                _people((*agents, *targets)), order,
            )  # fmt: skip
            order += 1


def _resolve(article: Annotated, ids: Sequence[str], entities: dict[tuple[str, str], Entity]) -> tuple[Entity, ...]:
    return tuple(entities[article.article.id, i] for i in ids if (article.article.id, i) in entities)


def _actors(entities: Iterable[Entity]) -> frozenset[str]:
    """A minister, his ministry and his capital all act for the state; who has none acts for himself."""
    return frozenset(e.country or e.id for e in entities)


def _people(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.type == "Person":
            found[entity.country or ""].add(entity.id)
    return {country: frozenset(people) for country, people in found.items()}


def _other_people(one: _Telling, other: _Telling) -> bool:
    """Whether two reports name different persons for one state: two envoys' meetings on one day are two meetings."""
    return any(not people & other.people[state] for state, people in one.people.items() if state in other.people)


def _home(telling: _Telling, by_actor: dict[tuple[str, str], list[_Cluster]]) -> _Cluster | None:
    """The happening that the report tells, if one is known that agrees with it; the best-agreeing, the nearest in time."""
    keys = telling.who or ({f"place:{telling.place.id}"} if telling.place else set())
    seen: dict[int, _Cluster] = {}
    for actor in keys:
        for cluster in by_actor.get((telling.event.kind, actor), ()):
            seen.setdefault(id(cluster), cluster)
    best: tuple[float, int] = (0.0, 0)
    home: _Cluster | None = None
    for cluster in seen.values():
        score = _agreement(telling, cluster)
        rank = (score, len(cluster.tellings))
        if score > 0 and rank > best:
            best, home = rank, cluster
    if home is not None and telling.days and home.first and home.last:
        home.first, home.last = max(home.first, telling.days[0]), min(home.last, telling.days[1])
        if home.first > home.last:  # a day apart: keep the earlier day
            home.first, home.last = home.last, home.first
    return home


def _agreement(telling: _Telling, cluster: _Cluster) -> float:
    """0 where the report cannot tell the happening, else how well it agrees."""
    when = _same_time(telling, cluster)
    if when == 0:
        return 0.0
    if telling.place and any(_elsewhere(telling.place, other.place) for other in cluster.tellings if other.place):
        return 0.0
    best = 0.0
    for other in cluster.tellings:
        if not telling.who and not other.who:
            alike = 1.0 if telling.place and other.place and telling.place.id == other.place.id else 0.0
        else:
            alike = len(telling.who & other.who) / len(telling.who | other.who)
        if telling.doers and telling.doers == other.doers:
            alike = max(alike, _SAME_DOERS)  # who is said to have suffered it differs from report to report
        elif telling.doers and other.doers and not telling.doers & other.doers:
            alike = 0.0
        if _other_people(telling, other):
            return 0.0
        best = max(best, alike)
    if best < _ALIKE or (when < 1 and best < 0.6):
        return 0.0
    return best + when


def _same_time(telling: _Telling, cluster: _Cluster) -> float:
    """1 for the same day, less for a vaguer date that holds it, 0 for days that cannot be one."""
    days = telling.days
    own_article = any(t.article.article.id == telling.article.article.id for t in cluster.tellings)
    if days is None:
        return 0.4 if own_article and telling.event.date is None else 0.0
    if cluster.first is None or cluster.last is None:
        return 0.4 if own_article else 0.0
    if telling.width > _LONGEST:
        return 0.0
    if days[0] > cluster.last + _SLACK or days[1] < cluster.first - _SLACK:
        return 0.0
    if telling.width == 0 and cluster.first == cluster.last:
        return 1.0 if days[0] == cluster.first else 0.8
    if days[0] > cluster.last or days[1] < cluster.first:
        return 0.0
    return 0.7 if telling.width <= 31 else 0.5


def _elsewhere(a: Entity, b: Entity | None) -> bool:
    """Whether two places cannot be one: different states, or two different towns."""
    if b is None or a.id == b.id:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    return a.type == b.type == "Place"


def _happening(cluster: _Cluster, outlets: dict[str, str]) -> Happening:
    tellings = sorted(cluster.tellings, key=lambda t: t.order)
    lead = min(tellings, key=lambda t: (t.width, _RANK[t.event.status], t.order))
    status = min((t.event.status for t in tellings), key=_RANK.__getitem__)
    reports = tuple(
        Report(
            t.article.article.id, t.article.article.path, t.event.id, t.event.start, t.event.end, t.event.text, t.event.status,
            t.event.chain,
        )
        for t in tellings
    )  # fmt: skip
    digest = hashlib.blake2s("\n".join(f"{r.article}/{r.event}" for r in reports).encode(), digest_size=6).hexdigest()
    return Happening(
        f"h-{digest}",
        cluster.kind,
        lead.event.date,
        _most_named(t.agents for t in tellings),
        _most_named(t.targets for t in tellings),
        next((t.place for t in tellings if t.place), None),
        status,
        reports,
        len({outlets.get(r.article, r.article) for r in reports}),
        _why(tellings),
    )


def _most_named(groups: Iterable[tuple[Entity, ...]]) -> tuple[Entity, ...]:
    """The actors that the reports name, each state only by its most specific bearer, the most often named first."""
    counts: Counter[str] = Counter()
    known: dict[str, Entity] = {}
    for group in groups:
        for entity in group:
            counts[entity.id] += 1
            known[entity.id] = entity
    ranked = sorted(known.values(), key=lambda e: (e.type != "Person", e.type == "Country", -counts[e.id]))
    chosen: list[Entity] = []
    for entity in ranked:
        if entity.type in ("Country", "Place") and any(e.country == entity.country and e.country for e in chosen):
            continue
        chosen.append(entity)
    return tuple(chosen)


def _why(tellings: Sequence[_Telling]) -> str:
    if len(tellings) < 2:
        return ""
    dates = sorted({t.event.date.value for t in tellings if t.event.date})
    who = sorted(frozenset.intersection(*(t.who for t in tellings)))
    return f"same kind; common actors {', '.join(who) or 'none named'}; dates {', '.join(dates) or 'none told'}"


def _when(happening: Happening) -> tuple[dt.date, dt.date, str]:
    date: Moment | None = happening.date
    first = (date.earliest if date else None) or (date.latest if date else None) or dt.date.max
    last = (date.latest if date else None) or dt.date.max
    return first, last, happening.reports[0].article
