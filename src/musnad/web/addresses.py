"""Where everything stands in the site: numbered files and plain anchors, whatever ids the articles came with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from musnad.model import Annotated, Event, Finding, Happening

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")
_EVENT = re.compile(r"e\d{1,6}")
INDEX, ARTICLES, FINDINGS = "index.html", "articles.html", "findings.html"


@dataclass(slots=True)
class Addresses:
    """Every address is a path from the site's root, with its fragment."""

    articles: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    events: dict[tuple[str, str], str] = field(default_factory=dict)
    """(Article id, event id) → anchor on the article's page."""
    findings: dict[str, str] = field(default_factory=dict)
    """Finding id → anchor on the page of findings."""
    anchors: dict[str, str] = field(default_factory=dict)
    """Happening id → anchor."""
    pages: dict[str, str] = field(default_factory=dict)
    """Happening id → page of the timeline."""

    def event(self, article: str, event: str) -> str | None:
        """Where an article tells an event; None for an article that the dossier does not hold."""
        page = self.articles.get(article)
        return f"{page}#{self.events[article, event]}" if page and (article, event) in self.events else page

    def happening(self, happening: str) -> str | None:
        """Where the timeline tells a happening."""
        return f"{self.pages[happening]}#{self.anchors[happening]}" if happening in self.pages else None

    def finding(self, finding: str) -> str:
        """Where a finding is told."""
        return f"{FINDINGS}#{self.findings[finding]}"


def address_all(
    articles: Sequence[Annotated], happenings: Iterable[Happening], findings: Iterable[Finding]
) -> Addresses:
    """Addresses for everything but the pages of the timeline, which are known when it has been split."""
    width = max(3, len(str(len(articles))))
    found = Addresses()
    for number, annotated in enumerate(articles, 1):
        article = annotated.article.id
        found.articles[article] = f"articles/{number:0{width}}.html"
        found.numbers[article] = number
        found.events.update({(article, event): anchor for event, anchor in _events(annotated.events)})
    found.anchors = dict(_plain("h", [h.id for h in happenings]))
    found.findings = dict(_plain("f", [f.id for f in findings]))
    return found


def _events(events: Sequence[Event]) -> Iterable[tuple[str, str]]:
    own = all(_EVENT.fullmatch(e.id) for e in events) and len({e.id for e in events}) == len(events)
    return ((e.id, e.id if own else f"e{i}") for i, e in enumerate(events, 1))


def _plain(letter: str, ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    own = all(_PLAIN.fullmatch(i) and i.startswith(f"{letter}-") for i in ids)
    return ((i, i if own else f"{letter}-{n}") for n, i in enumerate(ids, 1))
