"""Words that stand for two parties named before (الزعيمان، البلدان، بينهما), or for somebody's own state (بلاده)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from musnad.lexicon.table import rows, split
from musnad.text.fold import fold


@dataclass(frozen=True, slots=True)
class Pair:
    """``of``: ``person``, ``state``, ``any``, ``own`` (the state of whoever was named last), or the two codes in ``states``."""

    of: str
    states: tuple[str, ...]
    prep: str
    """The preposition inside the word (بينهما)."""


@cache
def pairs() -> dict[str, Pair]:
    """By folded word."""
    found: dict[str, Pair] = {}
    for row in rows("actors/pairs", "word", "of", "prep"):
        sorts = split(row["of"])
        of = sorts[0].partition(":")[0] if len(sorts) == 1 else "states"
        for word in split(row["word"]):
            found[fold(word)] = Pair(of, tuple(sorts) if len(sorts) > 1 else (), fold(row["prep"]))
    return found


@cache
def state_pairs() -> dict[str, tuple[str, ...]]:
    """Folded word → the codes of the two states it names."""
    return {word: pair.states for word, pair in pairs().items() if pair.states}
