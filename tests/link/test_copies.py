"""Copies: which of two texts that are nearly one word for word is the original."""

from __future__ import annotations

import datetime as dt

import pytest

from musnad.link.copies import find_copies
from musnad.model import Annotated, Article, Published

STORY = "قال مسؤولون في الوزارة إن المحادثات بين الجانبين تناولت ملف الملاحة والتجارة والمياه وسبل التعاون في المعابر"
OTHER = "أعلنت البلدية أن أعمال الصيانة في الطريق الساحلي ستستمر حتى نهاية الشهر وأن السير سيحوَّل إلى الشوارع المجاورة"


def paper(name: str, earliest: str | None, latest: str | None, text: str = STORY) -> Annotated:
    first, last = (dt.date.fromisoformat(day) if day else None for day in (earliest, latest))
    published = Published(None, first, last, "inferred" if first else "unknown")
    return Annotated(Article(name, f"{name}.txt", text), "ar", published)


@pytest.mark.parametrize(
    ("why", "a", "b", "copies"),
    [
        ("the later one", ("2021-03-12", "2021-03-12"), ("2021-03-11", "2021-03-11"), {"a": "b"}),
        ("the vaguer one", ("2021-03-08", "2021-03-15"), ("2021-03-11", "2021-03-11"), {"a": "b"}),
        ("the one with no day", (None, None), ("2021-03-11", "2021-03-11"), {"a": "b"}),
        ("of two with no day, the second read", (None, None), (None, None), {"b": "a"}),
    ],
)  # fmt: skip
def test_the_copy_is(
    why: str, a: tuple[str | None, str | None], b: tuple[str | None, str | None], copies: dict[str, str]
) -> None:
    assert find_copies([paper("a", *a), paper("b", *b)]) == copies, why


def test_another_text_is_no_copy() -> None:
    day = "2021-03-11"
    assert find_copies([paper("a", day, day), paper("b", day, day, OTHER)]) == {}
