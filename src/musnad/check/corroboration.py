"""What several independent articles tell, and articles that are copies and so witness nothing."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.check.finding import finding, words
from musnad.check.firsts import counted_since
from musnad.check.reports import Told, originals
from musnad.lexicon.labels import label
from musnad.model import Finding, Linked

_DEEDS = frozenset({"meet", "visit", "sign", "veto", "vote", "test", "die", "assault", "office", "sanction", "retreat"})
_ENCOUNTERS = frozenset({"meet", "visit"})
"""Kinds that states do often: only the same persons make them one."""
_BESIDE = 60
"""Characters between a clause and the date that belongs to it."""
_MONTH = 31
"""Days that a witness's date may leave open."""


def corroborated(linked: Linked) -> Iterator[Finding]:
    """A dated happening that two or more articles tell, none a copy of another, each with its own date and actors.

    Articles of one outlet are one witness. Words (an accusation, a pledge) are never counted: of them only their being
    said could be corroborated. A count of years that meets the date another article gives belongs here too.
    """
    yield from counted_since(linked)
    outlets = {a.article.id: a.article.outlet or a.article.id for a in linked.articles}
    for happening, reports in originals(linked):
        kinds = {report.event.kind for report in reports}
        if not (happening.kind in _DEEDS or "veto" in kinds) or happening.status != "happened":
            continue
        witnesses: dict[str, Told] = {}
        for report in sorted(reports, key=lambda r: r.width):
            lead = next(iter(witnesses.values()), report)
            if report.width <= _MONTH and _dated_here(report) and _bears_out(lead, report):
                witnesses.setdefault(outlets[report.article.article.id], report)
        if len(witnesses) < 2 or happening.date is None:
            continue
        yield finding(
            "corroborated",
            "info",
            [report.words for report in witnesses.values()],
            kind=(label("kind", happening.kind, "ar"), label("kind", happening.kind, "en")),
            date=happening.date.value,
            n=len(witnesses),
        )


def _dated_here(report: Told) -> bool:
    """Whether its date stands beside it, so that it was not merely carried over from elsewhere in the article."""
    date, event = report.event.date, report.event
    if date is None or date.earliest is None or date.latest is None:
        return False
    if event.kind in _ENCOUNTERS and not event.rule.startswith(("verb", "light verb")):
        return False  # a noun may speak of a meeting that is yet to be held
    return any(
        t.earliest is not None
        and t.latest is not None
        and t.earliest <= date.latest
        and date.earliest <= t.latest
        and (t.latest - t.earliest).days <= _MONTH
        and event.start - _BESIDE <= t.start <= event.end + _BESIDE
        for t in report.article.times
    )


def _bears_out(lead: Told, report: Told) -> bool:
    """Whether a report tells, in the past, what the lead tells: the same doers, its other actors or its persons agreeing."""
    if lead.width or report.event.status != "happened" or not report.doers or report.doers != lead.doers:
        return False
    out, date = report.article.published.earliest, report.event.date
    if out is None or date is None or date.earliest is None or date.earliest > out:
        return False
    if report.people & lead.people:
        return report.who == lead.who
    if report.event.kind in _ENCOUNTERS or (report.people and lead.people):
        return False
    return len(report.doers) > 1 or (len(report.who) > 1 and report.who == lead.who)


def duplicate_article(linked: Linked) -> Iterator[Finding]:
    """An article whose text is, nearly word for word, another's."""
    by_id = {a.article.id: a for a in linked.articles}
    for copy_id, original_id in sorted(linked.copies.items()):
        copy, original = by_id[copy_id], by_id[original_id]
        evidence = [
            words(a, 0, len((a.article.title or "").strip()) or min(80, len(a.article.text))) for a in (copy, original)
        ]
        yield finding(
            "duplicate_article",
            "info",
            evidence,
            original=original_id,
        )
