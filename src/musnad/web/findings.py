"""What the page of findings shows: the gravest first, each with the passages it stands on in their sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from musnad.model import Finding
from musnad.web.articles import Surroundings
from musnad.web.entries import Pile, Source

_SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article, and where they stand on its page."""

    words: Markup
    source: Source
    address: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    anchor: str
    kind: str
    severity: str
    says_ar: str
    says_en: str
    passages: tuple[Passage, ...]


def finding_groups(
    findings: Sequence[Finding], pile: Pile, around: Surroundings
) -> tuple[tuple[str, tuple[Shown, ...]], ...]:
    """(Severity, its findings), the gravest first; within a severity in the order given."""
    groups: dict[str, list[Shown]] = {severity: [] for severity in _SEVERITIES}
    for finding in findings:
        groups.setdefault(finding.severity, []).append(_shown(finding, pile, around))
    return tuple((severity, tuple(shown)) for severity, shown in groups.items() if shown)


def _shown(finding: Finding, pile: Pile, around: Surroundings) -> Shown:
    passages: list[Passage] = []
    for w in finding.evidence:
        page = pile.addresses.articles.get(w.article)
        anchor = around.words[w.article][w.start, w.end]
        passages.append(
            Passage(
                pile.words(w.article, w.start, w.end, w.text),
                pile.source(w.article),
                f"{page}#{anchor}" if page else None,
            )
        )
    return Shown(
        pile.addresses.findings[finding.id],
        finding.kind,
        finding.severity,
        finding.says_ar,
        finding.says_en,
        tuple(passages),
    )
