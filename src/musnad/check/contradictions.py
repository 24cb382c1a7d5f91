"""Where two articles cannot both be right: who did it, whether it happened, on which day."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from musnad.check.cues import cues
from musnad.check.finding import finding
from musnad.check.reports import Told, originals, told
from musnad.model import Annotated, Event, Finding, Linked
from musnad.text.fold import fold

_DEEDS = frozenset({"visit", "sign", "test", "vote", "veto", "die"})
"""Kinds of which it is a matter of fact whether they happened; a meeting that is only planned is denied too often."""


def actor_conflict(linked: Linked) -> Iterator[Finding]:
    """A veto that one article gives to more states than another, which says that the others abstained."""
    vetoes = [told(a, e, linked) for a in _first_hand(linked) for e in a.events if e.kind == "veto"]
    dated = [v for v in vetoes if v.width <= 31 and v.event.status == "happened" and v.doers]
    for one, other in itertools.permutations(dated, 2):
        if one.article is other.article or not one.doers < other.doers or not _overlap(one.event, other.event):
            continue
        for vote in one.article.events:
            told_of = told(one.article, vote, linked)
            if _abstained(vote) and told_of.doers & (other.doers - one.doers):
                yield finding(
                    "actor_conflict",
                    "warning",
                    [told_of.words, one.words, other.words],
                )


def status_conflict(linked: Linked) -> Iterator[Finding]:
    """One article tells as having happened what another says did not."""
    for happening, reports in originals(linked):
        if happening.kind not in _DEEDS:
            continue
        for one, other in itertools.product(reports, reports):
            if one.event.status != "happened" or other.event.status != "denied" or one.article is other.article:
                continue
            if not (_is_past(one) and _is_past(other)):
                continue
            if max(one.width, other.width) > 31 or one.who != other.who or not one.people & other.people:
                continue
            yield finding(
                "status_conflict",
                "warning",
                [one.words, other.words],
            )


def date_conflict(linked: Linked) -> Iterator[Finding]:
    """One person's death, or the signing of one document, on two days that the articles tell exactly."""
    found: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for article in _first_hand(linked):
        for event in article.events:
            report = told(article, event, linked)
            if event.status != "happened" or report.width != 0 or not _day_is_told(article, event):
                continue
            if event.kind == "die" and len(report.agents) == 1 and report.people:
                found["die", report.agents[0].id].append(report)
            elif event.kind == "sign" and len(report.documents) == 1:
                found["sign", next(iter(report.documents))].append(report)
    for reports in found.values():
        for one, other in itertools.combinations(reports, 2):
            a, b = one.event.date, other.event.date
            if one.article is other.article or not a or not b or not a.earliest or not b.earliest:
                continue
            if abs((a.earliest - b.earliest).days) > 1:
                yield finding(
                    "date_conflict",
                    "warning",
                    [one.words, other.words],
                    a=a.value,
                    b=b.value,
                )


def _first_hand(linked: Linked) -> list[Annotated]:
    return [a for a in linked.articles if a.article.id not in linked.copies]


def _is_past(report: Told) -> bool:
    """Whether a verb tells it, of a time before the article's own."""
    date, out = report.event.date, report.article.published.earliest
    verbal = report.event.rule.startswith(("verb", "light verb"))
    return verbal and date is not None and date.latest is not None and out is not None and date.latest <= out


def _abstained(event: Event) -> bool:
    return event.kind == "vote" and fold(event.rule.rsplit(" ", 1)[-1]) in cues("abstained")


def _overlap(one: Event, other: Event) -> bool:
    a, b = one.date, other.date
    if not a or not b or not a.earliest or not a.latest or not b.earliest or not b.latest:
        return False
    return a.earliest <= b.latest and b.earliest <= a.latest


def _day_is_told(article: Annotated, event: Event) -> bool:
    """Whether a date with its year stands in the clause itself, so that nothing was inferred."""
    value = event.date.value if event.date else ""
    return any(
        t.value == value and event.start <= t.start and t.end <= event.end and value[:4] in t.text
        for t in article.times
    )
