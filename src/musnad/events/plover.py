"""The event's place in the PLOVER ontology (data: events/plover.tsv)."""

from __future__ import annotations

from functools import cache

from musnad.lexicon.table import rows
from musnad.model import Plover


@cache
def _table() -> dict[str, Plover]:
    return {
        row["kind"]: Plover(row["type"], row["mode"] or None, row["context"] or None)
        for row in rows("events/plover", "kind", "type", "mode", "context")
        if row["type"]
    }


def plover_of(kind: str) -> Plover | None:
    """The type (and mode and context where the kind alone tells them); None for kinds that PLOVER does not code."""
    return _table().get(kind)
