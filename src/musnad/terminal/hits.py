"""What a search found."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from musnad.dossier import Hit
from musnad.terminal.articles import when
from musnad.terminal.words import Language, isolate, marked, phrase


def hit_lines(hit: Hit, language: Language) -> Iterator[Text]:
    """The headline, where it is from, and the passages with the words found set off."""
    yield Text("● ", style="cyan").append(isolate(hit.title or hit.article), style="bold")
    about = [hit.article, *([isolate(hit.outlet)] if hit.outlet else []), when(hit.published, language)]
    yield Text("  " + " · ".join([*about, phrase("hits", language, n=hit.count)]), style="dim")
    for snippet in hit.snippets:
        yield Text("  … ").append_text(marked(snippet.text, snippet.hits, snippet.start)).append(" …")
