"""Weekdays by name."""

from __future__ import annotations

from functools import cache

from musnad.lexicon.table import rows, split
from musnad.text.fold import fold


@cache
def _weekdays() -> dict[str, int]:
    return {
        fold(n): int(row["weekday"]) - 1
        for row in rows("times/weekdays", "name", "weekday")
        for n in split(row["name"])
    }


def weekday_of(text: str) -> int | None:
    """The weekday that a text names, Monday being 0; None if it names none."""
    for word in fold(text).split():
        if word in _weekdays():
            return _weekdays()[word]
    return None
