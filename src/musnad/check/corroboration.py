"""What several independent articles tell, and articles that are copies and so witness nothing."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.check.finding import finding, isolate, words
from musnad.lexicon.labels import label
from musnad.model import Finding, Linked, Report


def corroborated(linked: Linked) -> Iterator[Finding]:
    """A dated happening that two or more articles tell, none a copy of another, each on its own word."""
    by_id = {a.article.id: a for a in linked.articles}
    for happening in linked.happenings:
        if happening.date is None or happening.kind == "say" or happening.status in ("planned", "possible", "denied"):
            continue
        told: dict[str, Report] = {}
        for report in happening.reports:
            if report.article not in linked.copies and report.status in ("happened", "ongoing"):
                told.setdefault(report.article, report)
        if len(told) < 2 or happening.outlets < 2:
            continue
        evidence = [words(by_id[r.article], r.start, r.end) for r in told.values()]
        date = happening.date.value
        yield finding(
            "corroborated",
            "info",
            f"{label('kind', happening.kind, 'ar')} ({isolate(date)}): ترويه {isolate(str(len(told)))} مقالات مستقلة",
            f"{label('kind', happening.kind, 'en')} ({date}): told by {len(told)} independent articles",
            evidence,
        )


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
            f"نسخة شبه حرفية من {isolate(original_id)}؛ لا تُعدّ شاهدا ثانيا",
            f"nearly word for word a copy of {original_id}; it is no second witness",
            evidence,
        )
