"""Findings with the words they stand on."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from musnad.model import Finding
from musnad.terminal.words import Language, isolate, said

_STYLE = {"info": "cyan", "warning": "yellow", "error": "red"}


def finding_lines(finding: Finding, language: Language) -> Iterator[Text]:
    """How grave and what kind; what is said; every passage with its article and offsets."""
    grave = Text(said("severity", finding.severity, language), style=f"bold {_STYLE[finding.severity]}")
    yield grave.append("  ").append(said("finding", finding.kind, language), style="bold")
    if language != "en":
        yield Text("  ").append(isolate(finding.says_ar))
    if language != "ar":
        yield Text("  ").append(finding.says_en)
    for words in finding.evidence:
        yield (
            Text("  ▸ ").append(isolate(words.text)).append(f"  {words.article} {words.start}–{words.end}", style="dim")
        )
