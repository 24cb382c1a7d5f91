"""What an uncertain day of publication leaves certain."""

from __future__ import annotations

import datetime as dt

import pytest

from musnad.text.prepared import prepare
from musnad.times import Anchor, find_times

D = dt.date
ONE_DAY = Anchor(D(2018, 5, 9), D(2018, 5, 9))
ONE_WEEK = Anchor(D(2018, 5, 7), D(2018, 5, 13))
ONE_YEAR = Anchor(D(2018, 1, 1), D(2018, 12, 31))
UNKNOWN = Anchor()

TABLE = [
    # text, with the day, the week, the year, nothing known
    ("قال اليوم", "2018-05-09", None, None, None),
    ("قال الأسبوع الماضي", "2018-W18", "2018-W18", None, None),
    ("قال الشهر الماضي", "2018-04", "2018-04", None, None),
    ("قال العام الماضي", "2017", "2017", "2017", None),
    ("في 12 يونيو", "2018-06-12", "2018-06-12", None, None),
    ("في 12 يونيو 2016", "2016-06-12", "2016-06-12", "2016-06-12", "2016-06-12"),
    ("في مايو من العام الماضي", "2017-05", "2017-05", "2017-05", None),
    ("قبل 65 عاما", "1953", "1953", "1953", None),
    ("منذ 24 عاما", "P24Y", "P24Y", "P24Y", "P24Y"),
    ("في التسعينيات", "1990/1999", "1990/1999", "1990/1999", "1990/1999"),
    ("حاليا", "PRESENT_REF", "PRESENT_REF", "PRESENT_REF", "PRESENT_REF"),
    ("مؤخرا", "PAST_REF", "PAST_REF", "PAST_REF", "PAST_REF"),
]


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_values(row: tuple[str, str | None, str | None, str | None, str | None]) -> None:
    text, *values = row
    for anchor, value in zip((ONE_DAY, ONE_WEEK, ONE_YEAR, UNKNOWN), values, strict=True):
        (time,) = find_times(prepare(text), anchor)
        assert time.value == value


def test_bounds_hold_every_day_that_is_possible() -> None:
    (time,) = find_times(prepare("قال أمس"), ONE_WEEK)
    assert (time.value, time.earliest, time.latest) == (None, D(2018, 5, 6), D(2018, 5, 12))


def test_the_day_is_known_only_where_both_bounds_agree() -> None:
    assert ONE_DAY.day == D(2018, 5, 9)
    assert ONE_WEEK.day is None
    assert UNKNOWN.day is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('قال الوزير الاثنين: "سنوقع الاتفاق غدا".', "2018-05-08"),
        ("قال الوزير الاثنين إننا سنوقع الاتفاق غدا.", "2018-05-10"),
        ('قال الوزير: "سنوقع الاتفاق غدا".', "2018-05-10"),
    ],
)
def test_tomorrow_in_a_quotation_is_the_speakers(text: str, value: str) -> None:
    day = dt.date(2018, 5, 9)
    assert find_times(prepare(text), Anchor(day, day))[-1].value == value
