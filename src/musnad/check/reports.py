"""The reports of a happening with what each article read in them: what the checks of happenings compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from musnad.check.finding import words
from musnad.model import Annotated, Entity, Event, Happening, Linked, Words, days_open


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One report; ``who``: states of its actors (or the actors themselves), ``people``: the persons among them."""

    article: Annotated
    event: Event
    agents: tuple[Entity, ...]
    targets: tuple[Entity, ...]

    @property
    def who(self) -> frozenset[str]:
        return frozenset(e.country or e.id for e in (*self.agents, *self.targets))

    @property
    def doers(self) -> frozenset[str]:
        return frozenset(e.country or e.id for e in self.agents)

    @property
    def people(self) -> frozenset[str]:
        return frozenset(e.id for e in (*self.agents, *self.targets) if e.type == "Person")

    @property
    def documents(self) -> frozenset[str]:
        return frozenset(e.id for e in (*self.agents, *self.targets) if e.type == "Document")

    @property
    def words(self) -> Words:
        return words(self.article, self.event.start, self.event.end)

    @property
    def width(self) -> int:
        """Days that its date leaves open; very many where it has none."""
        return days_open(self.event.date.days if self.event.date else None)


def told(article: Annotated, event: Event, linked: Linked) -> Told:
    """A report with its actors as the dossier knows them."""
    key = article.article.id
    return Told(
        article,
        event,
        tuple(linked.people[key, i] for i in event.agents if (key, i) in linked.people),
        tuple(linked.people[key, i] for i in event.targets if (key, i) in linked.people),
    )


def originals(linked: Linked) -> Iterator[tuple[Happening, list[Told]]]:
    """Each happening that several articles tell, copies left out, with its reports."""
    events = {(a.article.id, e.id): (a, e) for a in linked.articles for e in a.events}
    for happening in linked.happenings:
        reports = [r for r in happening.reports if r.article not in linked.copies]
        if happening.kind != "say" and len({r.article for r in reports}) > 1:
            yield happening, [told(*events[r.article, r.event], linked) for r in reports]
