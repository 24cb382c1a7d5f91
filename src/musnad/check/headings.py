"""A heading that names a state of which the text under it says nothing.

Strict, since a headline may name a state by a word whose adjective, capital, people or leader stands below, and a line that
looks like a heading may be a caption or a link to another article.
"""

from __future__ import annotations

from collections.abc import Iterator

from musnad.check.cues import is_cue
from musnad.check.finding import finding, words
from musnad.model import Annotated, Finding, Linked, Mention
from musnad.text.fold import fold
from musnad.text.stem import stems
from musnad.text.tokens import without_article

_LONGEST = 14
"""Words: a longer line is a paragraph, not a heading."""
_FULL_STOPS = frozenset('.!؟?…"”»)')
_PARAGRAPH = 15
"""Words that the lines around a heading have at least; captions and lists of links stand among short lines."""
_ROOT = 4
"""Letters that a state's name shares with its adjective: ايران, ايرانيون."""
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
            (e.name_ar or m.text, e.name_en or m.text)
            for m in article.mentions
            if m.start > end and (e := entities[m.entity]).type == "Country"
        },
        key=lambda names: names[1],
    )
    for mention in article.mentions:
        entity = entities[mention.entity]
        if not start <= mention.start < end or entity.type != "Country" or {entity.id, entity.country} & elsewhere:
            continue
        if _only_where(article, mention) or _echoed(article, mention, start, end):
            continue
        yield finding(
            "heading_mismatch",
            "warning",
            [words(article, start, end), words(article, mention.start, mention.end)],
            "heading_mismatch_under" if under else "heading_mismatch",
            state=(mention.text, entity.name_en or mention.text),
            under=("، ".join(ar for ar, _ in under[:4]), ", ".join(en for _, en in under[:4])),
        )


def _only_where(article: Annotated, mention: Mention) -> bool:
    """Whether the heading names the state only as the place of something (``قمة في سنغافورة``)."""
    before = fold(article.article.text[max(0, mention.start - 12) : mention.start]).split()
    return bool(before) and is_cue(before[-1], "inside")


def _echoed(article: Annotated, mention: Mention, start: int, end: int) -> bool:
    """Whether any word outside the heading begins as the state's name does."""
    text = article.article.text
    roots = {without_article(word)[:_ROOT] for word in fold(mention.text).replace("_", " ").split()}
    others = fold(text[:start] + " " + text[end:]).split()
    return any(stem.startswith(root) for word in others for stem in stems(word) for root in roots if len(root) > 1)


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
    sizes = [len(text[start:end].split()) for start, end in lines]
    for number, (start, end) in enumerate(lines[:-1]):
        alone = number == 0 or (sizes[number - 1] >= _PARAGRAPH and text[lines[number - 1][1] - 1] in _FULL_STOPS)
        if (
            alone
            and sizes[number] <= _LONGEST
            and sizes[number + 1] >= _PARAGRAPH
            and not text[start:end].endswith((".", "،", ":"))
        ):
            yield start, end
