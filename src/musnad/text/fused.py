"""Words that lost the space between them (الأممالمتحدة), found and parted."""

from __future__ import annotations

from musnad.model import Defect


def fused_words(original: str) -> list[tuple[Defect, tuple[int, ...]]]:
    """Each defect with the offsets at which a space is missing."""
    return []
