"""What the first page says of the whole dossier: how much of what, from whom, over which time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musnad.model import Annotated, Finding, Happening
from musnad.web.bilingual import Both
from musnad.web.dates import span_words


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts, and the two spans of time (None where nothing is dated)."""

    articles: int
    copies: int
    outlets: tuple[tuple[str, int], ...]
    """Who published how many of the articles, the busiest first."""
    published: Both | None
    events: Both | None
    happenings: int
    statements: int
    several: int
    findings: int
    severities: dict[str, int]


def overview(
    articles: Sequence[Annotated],
    happenings: Sequence[Happening],
    findings: Sequence[Finding],
    copies: Mapping[str, str],
) -> Overview:
    """The dossier in figures. Events that are only planned or possible do not stretch the span of events."""
    outlets = Counter(a.article.outlet for a in articles if a.article.outlet)
    told = (h.date for h in happenings if h.date and h.status in ("happened", "ongoing"))
    severities = Counter(f.severity for f in findings)
    return Overview(
        len(articles),
        len(copies),
        tuple(outlets.most_common()),
        span_words(a.published for a in articles),
        span_words(told),
        len(happenings),
        sum(h.kind == "say" for h in happenings),
        sum(h.outlets > 1 for h in happenings),
        len(findings),
        {s: severities[s] for s in ("error", "warning", "info") if severities[s]},
    )
