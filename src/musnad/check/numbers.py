"""Figures for the same thing that cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from musnad.check.finding import finding, isolate, words
from musnad.model import Annotated, Finding, Linked, Quantity
from musnad.text.fold import fold
from musnad.text.tokens import without_article

_MARGIN = 0.1
"""Share by which round numbers may differ without contradicting each other."""


@dataclass(frozen=True, slots=True)
class _Figure:
    article: Annotated
    quantity: Quantity
    unit: str


def number_conflict(linked: Linked) -> Iterator[Finding]:
    """Two reports of one happening that count the same unit and come to figures that do not overlap."""
    by_id = {a.article.id: a for a in linked.articles}
    seen: set[frozenset[tuple[str, int]]] = set()
    for happening in linked.happenings:
        if len(happening.reports) < 2 or happening.kind == "say":
            continue
        figures: dict[str, list[_Figure]] = defaultdict(list)
        for report in happening.reports:
            article = by_id[report.article]
            for quantity in article.quantities:
                if report.start <= quantity.start and quantity.end <= report.end:
                    figures[_unit(quantity)].append(_Figure(article, quantity, _unit(quantity)))
        for unit, told in figures.items():
            for number, one in enumerate(told):
                for other in told[number + 1 :]:
                    pair = frozenset({(f.article.article.id, f.quantity.start) for f in (one, other)})
                    if unit and len(pair) == 2 and pair not in seen and _apart(one.quantity, other.quantity):
                        seen.add(pair)
                        yield _conflict(one, other)


def _unit(quantity: Quantity) -> str:
    """The unit without article and case ending; singular and plural of one noun are told apart by the first letters only."""
    return without_article(fold(quantity.unit))[:3]


def _apart(a: Quantity, b: Quantity) -> bool:
    return a.high * (1 + _MARGIN) < b.low or b.high * (1 + _MARGIN) < a.low


def _conflict(one: _Figure, other: _Figure) -> Finding:
    a, b = one.quantity.text, other.quantity.text
    return finding(
        "number_conflict",
        "warning",
        f"رقمان لا يجتمعان لأمر واحد: {isolate(a)} و{isolate(b)}",
        f"two figures for one thing that cannot both be right: {isolate(a)} and {isolate(b)}",
        [words(f.article, f.quantity.start, f.quantity.end) for f in (one, other)],
    )
