"""One report of a happening with everything that it is compared by."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from musnad.model import Annotated, Entity, Event, days_open
from musnad.text.fold import fold
from musnad.text.stem import stems

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_ROOTLIKE = 4
"""Letters of a stem that are compared: enough to tell words apart, few enough to join a verb and its verbal noun."""

Entities = Mapping[tuple[str, str], Entity]


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """``who``, ``doers``: states (or entities without one); ``people``: state → the persons that act for it."""

    article: Annotated
    event: Event
    agents: tuple[Entity, ...]
    targets: tuple[Entity, ...]
    place: Entity | None
    who: frozenset[str]
    doers: frozenset[str]
    people: dict[str, frozenset[str]]
    treaties: frozenset[str]
    """Treaties, resolutions and laws among the actors."""
    words: dict[str, float]
    """Stem of each word of the clause → its weight: rare words say more about what is told."""
    order: int

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        return self.event.date.days if self.event.date else None

    @property
    def width(self) -> int:
        return days_open(self.days)

    @property
    def persons(self) -> frozenset[str]:
        return frozenset().union(*self.people.values())

    @property
    def victims(self) -> frozenset[str]:
        return frozenset(e.id for e in self.targets if e.type == "Person")

    @property
    def to_come(self) -> bool:
        """Whether it is yet to happen when the article is published."""
        days, out = self.days, self.day_out
        return self.event.status in ("planned", "possible") or bool(days and out and days[0] > out)

    @property
    def day_out(self) -> dt.date | None:
        """The day of publication, as far as it is known."""
        return self.article.published.latest


def all_tellings(articles: Sequence[Annotated], entities: Entities) -> list[Telling]:
    """Every event of every article, in reading order."""
    texts = [_stems(event.text) for article in articles for event in article.events]
    counts = Counter(stem for words in texts for stem in words)
    found: list[Telling] = []
    for article in articles:
        for event in article.events:
            agents = _resolve(article, event.agents, entities)
            targets = _resolve(article, event.targets, entities)
            both = (*agents, *targets)
            order = len(found)
            found.append(
                Telling(
                    article=article,
                    event=event,
                    agents=agents,
                    targets=targets,
                    place=entities.get((article.article.id, event.place)) if event.place else None,
                    who=states(both),
                    doers=states(agents),
                    people=_people(both),
                    treaties=frozenset(e.id for e in both if e.type == "Document"),
                    words={stem: math.log((len(texts) + 1) / counts[stem]) for stem in texts[order]},
                    order=order,
                )
            )
    return found


def alike(one: Telling, other: Telling) -> float:
    """Share, by weight, of the shorter clause's words that the other has too."""
    common = sum(weight for stem, weight in one.words.items() if stem in other.words)
    return common / max(min(sum(one.words.values()), sum(other.words.values())), 1.0)


def states(entities: Iterable[Entity]) -> frozenset[str]:
    """A minister, his ministry and his capital all act for the state; who has none acts for himself."""
    return frozenset(e.country or e.id for e in entities)


def _stems(text: str) -> frozenset[str]:
    return frozenset(min(stems(word), key=len)[:_ROOTLIKE] for word in _WORD.findall(fold(text)))


def _resolve(article: Annotated, ids: Sequence[str], entities: Entities) -> tuple[Entity, ...]:
    return tuple(entities[article.article.id, i] for i in ids if (article.article.id, i) in entities)


def _people(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.type == "Person":
            found[entity.country or ""].add(entity.id)
    return {country: frozenset(people) for country, people in found.items()}
