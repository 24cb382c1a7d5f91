"""What people see: kinds, statuses, findings and weekdays in Arabic and English."""

from __future__ import annotations

from functools import cache
from typing import Literal

from musnad.lexicon.table import rows


@cache
def _labels() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["sort"], row["key"]): (row["ar"], row["en"]) for row in rows("labels", "sort", "key", "ar", "en")}


def label(sort: str, key: str, language: Literal["ar", "en"]) -> str:
    """The label of a key, e.g. ``label("kind", "veto", "ar")``; the key itself where no label is known."""
    ar, en = _labels().get((sort, key), (key, key))
    return ar if language == "ar" else en
