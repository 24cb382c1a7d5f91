"""Why an article is dated as it is, evidence by evidence."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from musnad.model import Annotated, Evidence
from musnad.terminal.articles import headline, when
from musnad.terminal.words import Language, isolate, phrase

_WORDS = 120
"""Characters of the article that are shown as what a piece of evidence stands on."""


def date_lines(annotated: Annotated, language: Language) -> Iterator[Text]:
    """The headline, the day and what it rests on; then each piece of evidence: what it concludes and from which words."""
    article, published = annotated.article, annotated.published
    yield (
        Text(f"{published.value or '?'}", style="cyan")
        .append("  ")
        .append(isolate(headline(article.title or article.text)), style="bold")
    )
    yield Text("  " + " · ".join([article.path, when(published, language)]), style="dim")
    for evidence in published.evidence:
        against = evidence.rule == "conflict"
        says = isolate(evidence.says_ar) if language == "ar" and evidence.says_ar else evidence.says
        line = Text("  ✗ " if against else "  ▸ ", style="yellow" if against else "green")
        yield line.append(says, style="" if not against else "dim")
        if words := _words(article.text, evidence):
            yield Text("      ").append(isolate(f"«{words}»"), style="dim")
    if not published.evidence and published.value is None:
        yield Text("  " + phrase("no_evidence", language), style="dim")


def _words(text: str, evidence: Evidence) -> str:
    words = " ".join(text[evidence.start : evidence.end].split())
    return words if len(words) <= _WORDS else words[:_WORDS].rsplit(" ", 1)[0] + " …"
