"""The list of articles."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from musnad.dossier import Card
from musnad.model import Published
from musnad.terminal.words import Language, isolate, phrase, said

_HEADLINE = 110
"""Characters."""


def when(published: Published, language: Language) -> str:
    """The day of publication and what it rests on."""
    if published.value is None:
        return phrase("unknown_day", language)
    basis = said("basis", published.basis, "ar" if language == "ar" else "en")
    if published.likely and published.earliest != published.latest:
        return phrase("published_likely", language, date=published.value, basis=basis, likely=published.likely)
    return phrase("published", language, date=published.value, basis=basis)


def headline(title: str) -> str:
    """The first line, cut where an article without a headline begins with its first paragraph."""
    first = title.strip().split("\n", 1)[0]
    return first if len(first) <= _HEADLINE else first[:_HEADLINE].rsplit(" ", 1)[0] + " …"


def article_lines(card: Card, language: Language) -> Iterator[Text]:
    """Two lines: the day, the headline; where it is from and what it copies."""
    date = Text(f"{(card.published.value or '?'):<10}", style="cyan")
    yield date.append("  ").append(isolate(headline(card.title or card.id)), style="bold")
    about = [card.id, *([isolate(card.outlet)] if card.outlet else []), when(card.published, language)]
    if card.copy_of:
        about.append(phrase("copy", language, article=card.copy_of))
    yield Text("            " + " · ".join(about), style="dim")
