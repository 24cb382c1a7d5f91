"""What the timeline shows of one happening: who, what, when, where, on whose word, and the sentences that tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from musnad.model import Annotated, Entity, Event, Happening, Link, Report, Status
from musnad.web.addresses import Addresses
from musnad.web.bilingual import Both, chain_names, name, who_to_whom
from musnad.web.context import Sentences, sentences_of
from musnad.web.dates import Said, said, shelf
from musnad.web.marks import excerpt

_GIST = 140
"""Characters of a report that the closed entry shows."""


class Pile:
    """The articles by id, each with what the pages ask of it more than once."""

    def __init__(
        self,
        articles: Sequence[Annotated],
        happenings: Sequence[Happening],
        addresses: Addresses,
        people: Mapping[tuple[str, str], Entity],
    ) -> None:
        self.articles = articles
        self.happenings = happenings
        self.addresses = addresses
        self.by_id: dict[str, Annotated] = {a.article.id: a for a in articles}
        self._sentences: dict[str, Sentences] = {}
        self._events: dict[str, Mapping[str, Event]] = {}
        self._known: dict[str, dict[str, Entity]] = {}
        self._people: dict[str, dict[str, Entity]] = defaultdict(dict)
        for (article, local), entity in people.items():
            self._people[article][local] = entity

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The entities of the whole dossier that act in a happening."""
        return {
            e.id: e for h in self.happenings for e in (*h.agents, *h.targets, *((h.place,) if h.place else ())) if e.id
        }

    def known(self, article: str) -> dict[str, Entity]:
        """Entities by the ids that an article uses, as the dossier knows them; also by the dossier's own ids."""
        if article not in self._known:
            linked = self._people.get(article, {})
            own = {e.id: e for e in self.by_id[article].entities} if article in self.by_id else {}
            shared = {e.id: e for e in linked.values()}
            self._known[article] = {**self.entities, **own, **shared, **linked}
        return self._known[article]

    def event(self, article: str, event: str) -> Event | None:
        """The event that a report stands on."""
        if article not in self._events:
            annotated = self.by_id.get(article)
            self._events[article] = {e.id: e for e in annotated.events} if annotated else {}
        return self._events[article].get(event)

    def words(self, article: str, start: int, end: int, text: str, trigger: tuple[int, int] | None = None) -> Markup:
        """The sentence with the words marked; only the words where the article's text does not hold them there."""
        annotated = self.by_id.get(article)
        if annotated is None or annotated.article.text[start:end] != text:
            return Markup("<mark>{}</mark>").format(text)
        if article not in self._sentences:
            self._sentences[article] = sentences_of(annotated.article.text)
        return excerpt(annotated.article.text, self._sentences[article].around(start, end), start, end, trigger)

    def source(self, article: str) -> Source:
        """The article as a source is named."""
        annotated = self.by_id.get(article)
        if annotated is None:
            return Source(article, None, None, None)
        record = annotated.article
        return Source(
            record.title or "", record.outlet, said(annotated.published, moment=True), self.addresses.articles[article]
        )


@dataclass(frozen=True, slots=True)
class Source:
    title: str
    outlet: str | None
    published: Said | None
    page: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One report as it is shown."""

    words: Markup
    source: Source
    address: str | None
    status: Status
    chain: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One happening as it is shown."""

    anchor: str
    kind: str
    status: Status
    when: Said | None
    shelf: tuple[int, int] | None
    who: Markup
    place: Both | None
    outlets: int
    articles: int
    voices: tuple[tuple[Both, ...], ...]
    """The chains of the reports, each once; an empty one is the article's own voice."""
    told: tuple[Told, ...]
    gist: str
    """The words of the first report that agrees with the status, short."""
    why: str
    actors: tuple[str, ...]


def entry(happening: Happening, pile: Pile) -> Entry:
    """What the timeline shows of a happening."""
    told = tuple(_told(report, pile) for report in happening.reports)
    return Entry(
        pile.addresses.anchors[happening.id],
        happening.kind,
        happening.status,
        said(happening.date),
        shelf(happening.date),
        who_to_whom(happening.agents, happening.targets),
        name(happening.place) if happening.place else None,
        happening.outlets,
        len({report.article for report in happening.reports}),
        tuple(dict.fromkeys(t.chain for t in told)),
        told,
        _gist(happening),
        happening.why,
        tuple(dict.fromkeys(e.id for e in (*happening.agents, *happening.targets))),
    )


def _told(report: Report, pile: Pile) -> Told:
    event = pile.event(report.article, report.event)
    return Told(
        pile.words(report.article, report.start, report.end, report.text, event.trigger if event else None),
        pile.source(report.article),
        pile.addresses.event(report.article, report.event),
        report.status,
        _chain(report.chain, pile.known(report.article)),
    )


def _chain(chain: Iterable[Link], known: dict[str, Entity]) -> tuple[Both, ...]:
    return chain_names(tuple(chain), known)


def _gist(happening: Happening) -> str:
    agreeing = (r.text for r in happening.reports if r.status == happening.status)
    return short(next(agreeing, happening.reports[0].text if happening.reports else ""))


def short(words: str) -> str:
    """The words on one line, cut at a word where they are many."""
    flat = " ".join(words.split())
    if len(flat) <= _GIST:
        return flat
    return flat[:_GIST].rsplit(" ", 1)[0] + " …"
