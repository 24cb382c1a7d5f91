"""From a group of reports to the record of the happening that they tell."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from musnad.link.tellings import Telling
from musnad.model import Entity, Happening, Moment, Report, Status

_RANK: dict[Status, int] = {"happened": 0, "ongoing": 1, "denied": 2, "planned": 3, "possible": 4}


def happening(tellings: Sequence[Telling], reasons: Iterable[str], outlets: dict[str, str]) -> Happening:
    """The happening that these reports tell, in reading order. ``outlets``: article id → who published it."""
    lead = min(tellings, key=lambda t: (t.width, _RANK[t.event.status], t.order))
    reports = tuple(
        Report(
            article=t.article.article.id,
            path=t.article.article.path,
            event=t.event.id,
            start=t.event.start,
            end=t.event.end,
            text=t.event.text,
            status=t.event.status,
            chain=t.event.chain,
        )
        for t in tellings
    )
    digest = hashlib.blake2s("\n".join(f"{r.article}/{r.event}" for r in reports).encode(), digest_size=6).hexdigest()
    return Happening(
        id=f"h-{digest}",
        kind=Counter(t.event.kind for t in (lead, *tellings)).most_common(1)[0][0],
        date=lead.event.date,
        agents=_most_named(t.agents for t in tellings),
        targets=_most_named(t.targets for t in tellings),
        place=next((t.place for t in tellings if t.place), None),
        status=min((t.event.status for t in tellings), key=_RANK.__getitem__),
        reports=reports,
        outlets=len({outlets.get(r.article, r.article) for r in reports}),
        why=_why(tellings, reasons),
    )


def in_time(event: Happening) -> tuple[dt.date, dt.date, str]:
    """Sorts happenings by date, the undated last."""
    date: Moment | None = event.date
    first = (date.earliest if date else None) or (date.latest if date else None) or dt.date.max
    last = (date.latest if date else None) or dt.date.max
    return first, last, event.reports[0].article


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


def _why(tellings: Sequence[Telling], reasons: Iterable[str]) -> str:
    """The reasons that joined the reports, with what they have in common."""
    if len(tellings) < 2:
        return ""
    dates = sorted({t.event.date.value for t in tellings if t.event.date})
    who = sorted(frozenset.intersection(*(t.who for t in tellings)))
    return (
        f"{', '.join(sorted(reasons))}; common actors {', '.join(who) or 'none named'}; "
        f"dates {', '.join(dates) or 'none told'}"
    )
