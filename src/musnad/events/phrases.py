"""The phrases that give a party its part whatever the trigger, by part (``by``, ``between``, ``about``, ``circumstance``, ``resolve``)."""

from __future__ import annotations

from functools import cache

from musnad.lexicon.table import rows
from musnad.text.fold import fold


@cache
def phrases(part: str) -> tuple[str, ...]:
    """The folded phrases of ``events/role_phrases.tsv`` for a part."""
    return tuple(fold(row["phrase"]) for row in rows("events/role_phrases", "phrase", "part") if row["part"] == part)
