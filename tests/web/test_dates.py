"""Dates in words: value → what the reader sees."""

from __future__ import annotations

import datetime as dt

import pytest

from musnad.model import Moment
from musnad.web.dates import said, shelf, span_words


def moment(value: str, earliest: str | None = None, latest: str | None = None) -> Moment:
    days = (dt.date.fromisoformat(d) if d else None for d in (earliest, latest))
    return Moment(value, *days)


@pytest.mark.parametrize(
    ("value", "ar", "en", "vague"),
    [
        ("2021-03-09", "الثلاثاء 9 مارس/آذار 2021", "Tuesday 9 March 2021", False),
        ("2021-03-09TEV", "الثلاثاء 9 مارس/آذار 2021 مساءً", "Tuesday 9 March 2021, evening", False),
        ("2021-03-09T14:30", "الثلاثاء 9 مارس/آذار 2021، الساعة 14:30", "Tuesday 9 March 2021, 14:30", False),
        ("2021-03", "مارس/آذار 2021", "March 2021", True),
        ("2021", "2021", "2021", True),
        ("2021-22", "صيف 2021", "summer 2021", True),
        (
            "2021-W10",
            "الأسبوع من 8 مارس/آذار 2021 إلى 14 مارس/آذار 2021",
            "the week from 8 March 2021 to 14 March 2021",
            True,
        ),
        ("2021-03-09/2021-03-12", "من 9 إلى 12 مارس/آذار 2021", "from 9 to 12 March 2021", False),
        (
            "2021-03-30/2021-04-02",
            "من 30 مارس/آذار 2021 إلى 2 أبريل/نيسان 2021",
            "from 30 March 2021 to 2 April 2021",
            False,
        ),
        ("1980/1989", "بين عامي 1980 و1989", "between 1980 and 1989", True),
        ("198", "بين عامي 1980 و1989", "between 1980 and 1989", True),
        ("2014/..", "منذ 2014", "since 2014", True),
        ("../2014-02", "حتى فبراير/شباط 2014", "until February 2014", True),
        ("PRESENT_REF", "وقت النشر", "at the time of writing", True),
    ],
)
def test_value_in_words(value: str, ar: str, en: str, vague: bool) -> None:
    shown = said(moment(value, "2021-03-09", "2021-03-09"))
    assert shown is not None
    assert (shown.words.ar, shown.words.en, shown.vague) == (ar, en, vague)


@pytest.mark.parametrize("value", ["P2M", "2021-02-31", "2021-W99", "nonsense", "//", "2021-13"])
def test_a_value_without_words_falls_back_on_its_bounds(value: str) -> None:
    assert said(moment(value)) is None
    shown = said(moment(value, "2021-02-01", "2021-02-03"))
    assert shown is not None
    assert shown.words.en == "between 1 February 2021 and 3 February 2021"
    only = said(moment(value, None, "2021-02-03"))
    assert only is not None
    assert only.words.en == "not after 3 February 2021"


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "en"),
    [
        ("2021-03-09/2021-03-12", "2021-03-09", "2021-03-12", "between 9 March 2021 and 12 March 2021"),
        ("2021-03-09/..", "2021-03-09", None, "not before 9 March 2021"),
        ("2021-03", "2021-03-01", "2021-03-31", "March 2021"),
    ],
)
def test_a_publication_does_not_last(value: str, earliest: str | None, latest: str | None, en: str) -> None:
    shown = said(moment(value, earliest, latest), moment=True)
    assert shown is not None
    assert (shown.words.en, shown.vague) == (en, True)


def test_a_day_that_is_not_sure_shows_between_which_days_it_lies() -> None:
    shown = said(moment("2021-03-09", "2021-03-08", "2021-03-10"))
    assert shown is not None
    assert shown.bounds is not None
    assert shown.bounds.en == "between 8 March 2021 and 10 March 2021"


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "expected"),
    [
        ("2021-03-09", "2021-03-09", "2021-03-09", (2021, 3)),
        ("2021-03", "2021-03-01", "2021-03-31", (2021, 3)),
        ("2021", "2021-01-01", "2021-12-31", (2021, 0)),
        ("2021-W10", "2021-03-08", "2021-03-14", (2021, 3)),
        ("2021-22", "2021-06-01", "2021-08-31", (2021, 0)),
        ("2014/..", "2014-01-01", None, (2014, 0)),
        ("../2014-02", None, "2014-02-28", (2014, 0)),
        ("PAST_REF", None, None, None),
    ],
)
def test_shelf(value: str, earliest: str | None, latest: str | None, expected: tuple[int, int] | None) -> None:
    assert shelf(moment(value, earliest, latest)) == expected


def test_a_span_is_told_as_precisely_as_its_ends_are_known() -> None:
    dates = [
        moment("1945", "1945-01-01", "1945-12-31"),
        moment("2021-03-09", "2021-03-09", "2021-03-09"),
        moment("2030/..", "2030-01-01"),
        moment("2020/2029", "2020-01-01", "2029-12-31"),
    ]
    words = span_words(dates)
    assert words is not None
    assert words.en == "from 1945 to 9 March 2021"
    assert span_words([]) is None
