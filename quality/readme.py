"""The table of figures in README.md, written from the floors, so that the page boasts of no more than the gate holds.

``python -m quality.gate --raise`` rewrites it; a test fails where it differs from ``floors.json``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- figures: written by quality.gate --raise -->", "<!-- end of figures -->"
LABELS = {
    "published.holds_truth": "undated article: the interval holds the true day",
    "published.within_a_week": "... and is no longer than a week",
    "published_together.within_a_week": "... the articles read together",
    "times_found.F": "expressions of time, F",
    "times_resolved.F": "... with the right value, F",
    "mentions.F": "names, F",
    "entities_B3.F": "... gathered into the right entities, B³ F",
    "quotes.F": "quotations, F",
    "speakers.acc": "... with the right speaker",
    "events_found.F": "events, F",
    "events_typed.F": "... of the right kind, F",
    "events_whole.F": "... with right actors, date and status, F",
    "event_actors.acc": "actors of an event of the right kind",
    "event_dates.acc": "... its date",
    "event_status.acc": "... its status",
    "event_chain.acc": "... a chain of sources, where there is one",
    "quantities.acc": "amounts",
    "defects.F": "words that lost their space, F",
    "links.F": "reports of one event joined (pairs), F",
    "findings_found.acc": "planted contradictions and agreements found",
    "findings_false.count": "warnings that nobody planted (count)",
}


def figures_table(floors: Mapping[str, float]) -> str:
    """The Markdown table of the floors that have a label; a line that says so where there are none yet."""
    known = [(label, floors[name]) for name, label in LABELS.items() if name in floors]
    if not known:
        return "(not measured yet)"
    lines = [f"| {label} | {value:g} |" for label, value in known]
    return "\n".join(("| figure | reached |", "|---|---|", *lines))


def with_figures(page: str, floors: Mapping[str, float]) -> str:
    """The page with the table between its two marks renewed. Raises ValueError where a mark is missing."""
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"README.md has lost its marks {BEGIN} {END}")
    return f"{before}{BEGIN}\n{figures_table(floors)}\n{END}{after}"


def rewrite(floors: Mapping[str, float]) -> None:
    """Renew the table in README.md."""
    README.write_text(with_figures(README.read_text(encoding="utf-8"), floors), encoding="utf-8")
