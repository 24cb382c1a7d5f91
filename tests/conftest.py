"""What every room's tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from musnad.model import Article

settings.register_profile("musnad", max_examples=60, deadline=None, derandomize=True)
settings.load_profile("musnad")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def examples() -> list[Article]:
    """The example articles with their days."""
    from musnad.read import read_articles

    return [a for a in read_articles([ROOT / "quality" / "gold" / "dated.jsonl"]) if isinstance(a, Article)]
