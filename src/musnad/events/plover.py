"""The event's place in the PLOVER ontology (data: events/plover.tsv and, where the trigger tells more, plover_lemmas.tsv)."""

from __future__ import annotations

from functools import cache

from musnad.lexicon.table import rows, split
from musnad.model import Plover
from musnad.text.fold import fold


@cache
def _kinds() -> dict[str, Plover]:
    return {
        row["kind"]: _plover(row) for row in rows("events/plover", "kind", "type", "mode", "context") if row["type"]
    }


@cache
def _lemmas() -> dict[tuple[str, str], Plover]:
    return {
        (row["kind"], fold(lemma)): _plover(row)
        for row in rows("events/plover_lemmas", "kind", "type", "mode", "context", "lemmas")
        for lemma in split(row["lemmas"])
        if row["type"]
    }


def _plover(row: dict[str, str]) -> Plover:
    return Plover(row["type"], row["mode"] or None, row["context"] or None)


def plover_of(kind: str, lemma: str) -> Plover | None:
    """Type, mode and context as far as kind and trigger tell them; None for kinds that PLOVER does not code."""
    return _lemmas().get((kind, lemma)) or _kinds().get(kind)
