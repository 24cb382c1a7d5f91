"""The words of ``events/background``: of the pluperfect, of conditions, of what lasts, of denial."""

from __future__ import annotations

from functools import cache

from musnad.lexicon.table import rows, split
from musnad.text.fold import fold


@cache
def background(sort: str) -> frozenset[str]:
    """The words of one sort, folded."""
    found: set[str] = set()
    for row in rows("events/background", "word", "sort"):
        if row["sort"] == sort:
            found |= {fold(word) for word in split(row["word"])}
    return frozenset(found)
