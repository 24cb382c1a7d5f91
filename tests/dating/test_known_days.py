"""Happenings that the article leaves undated and the almanac knows: sentence → the day of the event."""

from __future__ import annotations

import datetime as dt

import pytest

from musnad.annotate import annotate
from musnad.model import Article


def dates(sentence: str, day: dt.date) -> dict[str, str | None]:
    record = annotate(Article("a", "a", "أخبار اليوم\n" + sentence, published=day))
    return {event.kind: event.date.value if event.date else None for event in record.events}


@pytest.mark.parametrize(
    ("sentence", "published", "kind", "value"),
    [
        (
            "ومنذ انسحاب الولايات المتحدة من الاتفاق النووي الإيراني تغير الكثير",
            dt.date(2019, 3, 4),
            "retreat",
            "2018-05-08",
        ),
    ],
)
def test_the_almanac_dates_what_the_article_does_not(sentence: str, published: dt.date, kind: str, value: str) -> None:
    assert dates(sentence, published)[kind] == value


def test_what_had_not_happened_yet_is_not_dated() -> None:
    told = dates("ومنذ انسحاب الولايات المتحدة من الاتفاق النووي الإيراني تغير الكثير", dt.date(2017, 3, 4))
    assert told.get("retreat") is None


def test_a_date_that_the_article_gives_stays() -> None:
    told = dates(
        "ومنذ انسحاب الولايات المتحدة من الاتفاق النووي الإيراني في مايو 2018 تغير الكثير", dt.date(2019, 3, 4)
    )
    assert told["retreat"] == "2018-05"
