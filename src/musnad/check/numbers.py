"""Figures for the same thing that cannot both be right."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from musnad.check.cues import any_cue
from musnad.check.finding import finding, words
from musnad.model import Annotated, Finding, Happening, Linked, Quantity, Report
from musnad.text.fold import fold
from musnad.text.stem import stems

_MARGIN = 0.1
"""Share by which round numbers may differ without contradicting each other."""
_BEFORE = 24
"""Characters before a figure in which a word may say that it is a bound or a share."""
_WORD = re.compile(r"[^\W\d_]+")
_OPEN = 1e15


@dataclass(frozen=True, slots=True)
class _Figure:
    """``low`` to ``high`` is what the figure allows, its words of bound and its roundness counted in."""

    article: Annotated
    quantity: Quantity
    report: Report
    low: float
    high: float


def number_conflict(linked: Linked) -> Iterator[Finding]:
    """Two articles on one happening that count the same unit and come to figures that do not overlap.

    Not where one is a share of the other, nor where the later article has the higher one: a count may grow.
    """
    by_id = {a.article.id: a for a in linked.articles}
    seen: set[frozenset[tuple[str, int]]] = set()
    for happening in linked.happenings:
        for one, other in _pairs(happening, by_id, linked.copies):
            pair = frozenset({(f.article.article.id, f.quantity.start) for f in (one, other)})
            if pair in seen or not _apart(one, other) or not _may_conflict(one, other):
                continue
            seen.add(pair)
            a, b = one.quantity.text, other.quantity.text
            yield finding(
                "number_conflict",
                "warning",
                [words(f.article, f.quantity.start, f.quantity.end) for f in (one, other)],
                a=a,
                b=b,
            )


def _pairs(
    happening: Happening, by_id: dict[str, Annotated], copies: dict[str, str]
) -> Iterator[tuple[_Figure, _Figure]]:
    """Figures of one unit in different articles, the only one of its unit in its report."""
    if happening.outlets < 2 or happening.kind == "say":
        return
    figures: dict[str, list[_Figure]] = defaultdict(list)
    for report in happening.reports:
        if report.article in copies:
            continue
        article = by_id[report.article]
        inside = [q for q in article.quantities if report.start <= q.start and q.end <= report.end]
        for quantity in inside:
            unit = _unit(quantity)
            if unit and sum(_unit(q) == unit for q in inside) == 1 and (told := _figure(article, quantity, report)):
                figures[unit].append(told)
    for told_of in figures.values():
        for one, other in itertools.combinations(told_of, 2):
            if one.article is not other.article:
                yield one, other


def _unit(quantity: Quantity) -> str:
    """The unit as its shortest stem, so that singular and sound plural are one: ``صواريخ`` and ``صاروخ`` are left apart."""
    found = _WORD.findall(fold(quantity.unit))
    return min(stems(found[0]), key=lambda s: (len(s), s)) if found else ""


def _figure(article: Annotated, quantity: Quantity, report: Report) -> _Figure | None:
    """What the figure allows; None for a share of another figure."""
    text = article.article.text
    before = _WORD.findall(fold(text[max(0, quantity.start - _BEFORE) : quantity.start]))[-3:]
    behind = _WORD.findall(fold(text[quantity.end : quantity.end + _BEFORE]))[:2]
    if any_cue(before, "part") or any_cue(behind, "part"):
        return None
    low, high = quantity.low * (1 - _MARGIN), quantity.high * (1 + _MARGIN)
    if any_cue(before, "least"):
        high = _OPEN
    if any_cue(before, "most"):
        low = 0.0
    return _Figure(article, quantity, report, low, high)


def _apart(one: _Figure, other: _Figure) -> bool:
    return one.high < other.low or other.high < one.low


def _may_conflict(one: _Figure, other: _Figure) -> bool:
    """Both must be told as facts, and the higher figure not simply be the later."""
    if {one.report.status, other.report.status} - {"happened", "ongoing"}:
        return False
    high, low = (one, other) if one.quantity.low > other.quantity.high else (other, one)
    first, last = (_day(f.article) for f in (high, low))
    return first is not None and last is not None and first <= last


def _day(article: Annotated) -> dt.date | None:
    known = article.published
    return known.latest if known.earliest == known.latest else None
