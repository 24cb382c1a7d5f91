"""A heading that names a state of which the text under it says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from musnad.check.finding import finding, isolate, words
from musnad.model import Annotated, Finding, Linked

_LONGEST = 14
"""Words: a longer line is a paragraph, not a heading."""
_SHORTEST_TEXT = 40
"""Words that must stand under a heading for its silence to say anything."""


def heading_mismatch(linked: Linked) -> Iterator[Finding]:
    """The headline or a heading between paragraphs names a state that stands nowhere else in the article."""
    for article in linked.articles:
        text = article.article.text
        for start, end in _headings(text):
            if len((text[:start] + text[end:]).split()) < _SHORTEST_TEXT:
                continue
            yield from _mismatches(article, start, end)


def _mismatches(article: Annotated, start: int, end: int) -> Iterator[Finding]:
    entities = {e.id: e for e in article.entities}
    elsewhere: set[str] = set()
    for mention in article.mentions:
        if not start <= mention.start < end:
            elsewhere |= {mention.entity, entities[mention.entity].country or ""}
    for event in article.events:
        if not start <= event.start < end:
            for actor in (*event.agents, *event.targets):
                elsewhere |= {actor, entities[actor].country or ""} if actor in entities else set()
    elsewhere |= {e.country or "" for e in article.entities if e.id not in {m.entity for m in article.mentions}}
    under = sorted(
        {
            entities[m.entity].name_en or ""
            for m in article.mentions
            if m.start > end and entities[m.entity].type == "Country"
        }
        - {""}
    )
    for mention in article.mentions:
        entity = entities[mention.entity]
        if not start <= mention.start < end or entity.type != "Country" or {entity.id, entity.country} & elsewhere:
            continue
        yield finding(
            "heading_mismatch",
            "warning",
            f"العنوان يذكر {isolate(mention.text)}، ولا ذكر لها في سائر المقال",
            f"the heading names {entity.name_en}, which stands nowhere else in the article"
            + (f"; the text under it speaks of {', '.join(under[:4])}" if under else ""),
            [words(article, start, end), words(article, mention.start, mention.end)],
        )


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """The lines that are headings: short, not ending in a full stop, with a longer line below."""
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            lead = len(line) - len(line.lstrip())
            lines.append((at + lead, at + lead + len(stripped)))
        at += len(line) + 1
    for (start, end), (below_start, below_end) in pairwise(lines):
        line = text[start:end]
        if (
            len(line.split()) <= _LONGEST
            and not line.endswith((".", "،", ":"))
            and below_end - below_start > end - start
        ):
            yield start, end
