"""What an article's page shows: its text with every event, name and time marked, and what is known about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from musnad.model import Annotated, Entity, Event, Finding, Happening, Status
from musnad.web.bilingual import Both, both, chain_names, name, who_to_whom
from musnad.web.dates import Said, said
from musnad.web.entries import Pile, Source, short
from musnad.web.marks import Span, lines, marked

_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """One event of the article as the margin lists it."""

    anchor: str
    kind: str
    status: Status
    when: Said | None
    who: Markup
    place: Both | None
    chain: tuple[Both, ...]
    happening: str | None
    """Where the timeline tells it."""
    words: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Why the day of publication is what it is."""

    anchor: str
    words: Markup | None
    rule: str
    says: Both


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding that stands on this article."""

    address: str
    severity: str
    kind: str
    says: Both


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Everything that the template of an article's page asks for."""

    path: str
    number: int
    source: Source
    headline: Markup
    paragraphs: tuple[Markup, ...]
    anchors: tuple[str, ...]
    events: tuple[Told, ...]
    grounds: tuple[Ground, ...]
    findings: tuple[Noted, ...]
    annotated: Annotated
    url: str | None
    """The article's own address, only if it is one of the web."""
    copy_of: Source | None
    copied_by: tuple[Source, ...]
    basis: Both


class Surroundings:
    """What the other articles and the checks say about each article."""

    def __init__(self, happenings: Sequence[Happening], findings: Sequence[Finding], copies: Mapping[str, str]) -> None:
        self.copies = copies
        self.happening_of = {(r.article, r.event): h.id for h in happenings for r in h.reports}
        self.copied_by: dict[str, list[str]] = defaultdict(list)
        for copy, original in copies.items():
            self.copied_by[original].append(copy)
        self.findings: dict[str, list[Finding]] = defaultdict(list)
        self.words: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
        """Article id → span of a finding's passage → its anchor on the article's page."""
        for finding in findings:
            for article in dict.fromkeys(w.article for w in finding.evidence):
                self.findings[article].append(finding)
            for w in finding.evidence:
                known = self.words[w.article]
                known.setdefault((w.start, w.end), f"w{len(known) + 1}")


def article_page(annotated: Annotated, pile: Pile, around: Surroundings) -> ArticlePage:
    """The page of one article."""
    article, text = annotated.article, annotated.article.text
    addresses = pile.addresses
    known = pile.known(article.id)
    spans = [*_reading(annotated, known), *_events(annotated, pile)]
    passages = around.words.get(article.id, {})
    spans += [Span(start, end, "passage", anchor=anchor) for (start, end), anchor in passages.items()]
    grounds = _grounds(annotated)
    spans += [
        Span(e.start, e.end, "ground", anchor=g.anchor)
        for e, g in zip(annotated.published.evidence, grounds, strict=True)
        if g.words
    ]
    shown = lines(text)
    first = text[shown[0][0] : shown[0][1]].strip() if shown else ""
    titled = bool(shown) and (article.title is None or article.title.strip() == first) and len(shown) > 1
    headline = (
        marked(text, *shown[0], spans) if titled else Markup("{}").format(article.title or both("ui", "no_title"))
    )
    url = article.url if article.url and _WEB.match(article.url) else None
    return ArticlePage(
        addresses.articles[article.id],
        addresses.numbers[article.id],
        pile.source(article.id),
        headline,
        tuple(marked(text, start, end, spans) for start, end in (shown[1:] if titled else shown)),
        tuple(s.anchor for s in spans if s.anchor),
        tuple(_told(event, annotated, pile, around) for event in annotated.events),
        grounds,
        tuple(
            Noted(addresses.finding(f.id), f.severity, f.kind, Both(f.says_ar, f.says_en))
            for f in around.findings.get(article.id, ())
        ),
        annotated,
        url,
        pile.source(around.copies[article.id]) if article.id in around.copies else None,
        tuple(pile.source(copy) for copy in around.copied_by.get(article.id, ())),
        both("basis", annotated.published.basis),
    )


def _reading(annotated: Annotated, known: dict[str, Entity]) -> list[Span]:
    spans: list[Span] = []
    for mention in annotated.mentions:
        entity = known.get(mention.entity)
        label = f"{name(entity).flat} ({both('entity', entity.type).flat})" if entity else ""
        spans.append(Span(mention.start, mention.end, "mention", label))
    for time in annotated.times:
        spans.append(Span(time.start, time.end, "time", time.value or ""))
    for defect in annotated.defects:
        spans.append(Span(defect.start, defect.end, "defect", defect.repair))
    return spans


def _events(annotated: Annotated, pile: Pile) -> list[Span]:
    spans: list[Span] = []
    for event in annotated.events:
        anchor = pile.addresses.events[annotated.article.id, event.id]
        spans.append(Span(event.start, event.end, "", anchor=anchor))
        spans.append(Span(*event.trigger, "trigger", both("kind", event.kind).flat, goes=f"#m-{anchor}"))
    return spans


def _told(event: Event, annotated: Annotated, pile: Pile, around: Surroundings) -> Told:
    article = annotated.article.id
    known = pile.known(article)
    happening = around.happening_of.get((article, event.id))
    return Told(
        pile.addresses.events[article, event.id],
        event.kind,
        event.status,
        said(event.date),
        who_to_whom([known[i] for i in event.agents if i in known], [known[i] for i in event.targets if i in known]),
        name(known[event.place]) if event.place in known else None,
        chain_names(event.chain, known),
        pile.addresses.happening(happening) if happening else None,
        short(event.text),
    )


def _grounds(annotated: Annotated) -> tuple[Ground, ...]:
    text = annotated.article.text
    return tuple(
        Ground(
            f"p{i}",
            Markup("{}").format(short(text[e.start : e.end])) if text[e.start : e.end].strip() else None,
            e.rule,
            Both(e.says_ar or e.says, e.says),
        )
        for i, e in enumerate(annotated.published.evidence, 1)
    )
