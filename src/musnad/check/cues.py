"""The words of ``lexicon/data/check/cues.tsv`` by their sense."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from musnad.lexicon.table import rows, split
from musnad.text.fold import fold
from musnad.text.tokens import readings


@cache
def cues(sense: str) -> frozenset[str]:
    """The folded words of one sense."""
    return frozenset(
        fold(form)
        for row in rows("check/cues", "sense", "form")
        if row["sense"] == sense
        for form in split(row["form"])
    )


def is_cue(word: str, sense: str) -> bool:
    """Whether a folded word, whatever is written onto it, is one of a sense."""
    return any(rest in cues(sense) for _, rest in readings(word))


def any_cue(words: Iterable[str], sense: str) -> bool:
    return any(is_cue(word, sense) for word in words)
