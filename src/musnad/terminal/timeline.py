"""The timeline as a list that can be read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from musnad.model import Entity, Happening
from musnad.terminal.words import Language, carriers, isolate, name, names, phrase, said

_STYLE = {"happened": "green", "ongoing": "green", "planned": "yellow", "possible": "yellow", "denied": "red"}
_SHOWN = 2
"""Reports whose words are shown."""


def happening_lines(happening: Happening, known: dict[str, Entity], language: Language) -> Iterator[Text]:
    """When and what; who to whom and where; how many tell it and on whose word; the words of the first reports.

    ``known``: id → entity, for the carriers of the reports.
    """
    date = happening.date.value if happening.date else "—"
    head = (
        Text(f"{date:<10}", style="bold cyan").append("  ").append(said("kind", happening.kind, language), style="bold")
    )
    yield head.append("  ").append(f"[{said('status', happening.status, language)}]", style=_STYLE[happening.status])
    who = names(happening.agents, language) or phrase("nobody", language)
    line = Text("            ").append(who, style="bold")
    if happening.targets and set(happening.targets) != set(happening.agents):  # both sides of a meeting stand on both
        line.append(" → ").append(names(happening.targets, language), style="bold")
    if happening.place:
        line.append("  (").append(phrase("place", language, place=name(happening.place, language))).append(")")
    yield line
    articles = len({report.article for report in happening.reports})
    sources = dict.fromkeys(filter(None, (carriers(r.chain, known, language) for r in happening.reports)))
    counts = [] if happening.date else [phrase("undated", language)]
    counts += [phrase("articles", language, n=articles), phrase("outlets", language, n=happening.outlets)]
    counts.append(phrase("on_word", language, who=" / ".join(sources)) if sources else phrase("own_word", language))
    yield Text("            " + " · ".join(counts), style="dim")
    for report in happening.reports[:_SHOWN]:
        yield Text("          ▸ ").append(isolate(report.text)).append(f"  {report.article}", style="dim")
    if len(happening.reports) > _SHOWN:
        yield Text("          ▸ " + phrase("more", language, n=len(happening.reports) - _SHOWN), style="dim")
