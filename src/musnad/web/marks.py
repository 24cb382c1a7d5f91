"""An article's text as markup with places marked in it; every character of the text comes out once, escaped, in order.

Marked spans may nest and cross, which elements of a page may not. The text is therefore cut at every bound of a span,
and each piece carries the classes of all spans that hold it. Offsets are code points of the article's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Span:
    """``anchor`` is the id of an empty element before the span, ``sort`` and ``in-ANCHOR`` are its pieces' classes."""

    start: int
    end: int
    sort: str
    title: str = ""
    anchor: str = ""
    goes: str = ""
    """Where a click on the piece leads (a fragment or address), if anywhere."""


def marked(text: str, start: int, end: int, spans: Sequence[Span]) -> Markup:
    """``text[start:end]`` with the spans that touch it marked; a span's anchor stands where the span begins."""
    inside = sorted((s for s in spans if s.start < end and s.end > start), key=lambda s: (s.start, -s.end))
    cuts = sorted({start, end, *(c for s in inside for c in (s.start, s.end) if start < c < end)})
    out: list[Markup] = []
    active: list[Span] = []
    waiting = 0
    for low, high in pairwise(cuts):
        active = [s for s in active if s.end > low]
        while waiting < len(inside) and inside[waiting].start <= low:
            span = inside[waiting]
            waiting += 1
            active.append(span)
            if span.anchor and span.start >= start:
                out.append(Markup('<span class="at" id="{}"></span>').format(span.anchor))
        out.append(_piece(text[low:high], active))
    return Markup("").join(out)


def _piece(words: str, active: Sequence[Span]) -> Markup:
    if not active:
        return escape(words)
    classes = dict.fromkeys(s.sort for s in active if s.sort)
    classes.update(dict.fromkeys(f"in-{s.anchor}" for s in active if s.anchor))
    title = " — ".join(dict.fromkeys(s.title for s in active if s.title))
    shown = Markup("<mark>{}</mark>").format(words) if "mark" in classes else escape(words)
    classes.pop("mark", None)
    goes = next((s.goes for s in reversed(active) if s.goes), "")
    if not (classes or title or goes):
        return shown
    attributes = Markup(' class="{}"').format(" ".join(classes)) if classes else Markup("")
    if title:
        attributes += Markup(' title="{}"').format(title)
    if goes:
        return Markup('<a href="{}"{}>{}</a>').format(goes, attributes, shown)
    return Markup("<span{}>{}</span>").format(attributes, shown)


def lines(text: str) -> list[tuple[int, int]]:
    """The spans of the lines that hold more than white space."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def excerpt(
    text: str, frame: tuple[int, int], start: int, end: int, trigger: tuple[int, int] | None, limit: int = 480
) -> Markup:
    """The words ``start..end`` marked within the sentence ``frame``; a long sentence is cut at a word, and says so."""
    low, high = min(frame[0], start), max(frame[1], end)
    room = max(60, (limit - (end - start)) // 2)
    if start - low > room:
        low = _word_bound(text, start - room, start)
    if high - end > room:
        high = _last_bound(text, end, end + room)
    spans = [Span(start, end, "mark")]
    if trigger and start <= trigger[0] < trigger[1] <= end:
        spans.append(Span(*trigger, "trigger"))
    before = Markup("… ") if low > frame[0] and low < start else Markup("")
    after = Markup(" …") if high < frame[1] and high > end else Markup("")
    return before + marked(text, low, high, spans) + after


def _word_bound(text: str, at: int, stop: int) -> int:
    space = text.find(" ", at, stop)
    return space + 1 if space >= 0 else at


def _last_bound(text: str, start: int, at: int) -> int:
    space = text.rfind(" ", start, at)
    return space if space > start else at
