"""Constraints and pointers as calendars of their own."""

from __future__ import annotations

from datetime import date

import pytest

from musnad.dating.bounds import Constraint, best_days, edtf, months_later, union
from musnad.dating.pointers import Pointer
from musnad.dating.pointing import pointers
from musnad.dating.stream import stream_of
from musnad.model import Evidence
from musnad.text.prepared import prepare

EDTF = [
    (None, None, None),
    (date(2018, 5, 8), date(2018, 5, 8), "2018-05-08"),
    (date(2018, 2, 1), date(2018, 2, 28), "2018-02"),
    (date(2018, 1, 1), date(2018, 12, 31), "2018"),
    (date(2018, 1, 2), date(2018, 12, 31), "2018-01-02/2018-12-31"),
    (date(2018, 1, 2), None, "2018-01-02/.."),
    (None, date(2018, 1, 2), "../2018-01-02"),
]


@pytest.mark.parametrize(("earliest", "latest", "value"), EDTF)
def test_edtf(earliest: date | None, latest: date | None, value: str | None) -> None:
    assert edtf(earliest, latest) == value


def _constraint(first: date, last: date, weight: float) -> Constraint:
    return Constraint(((first, last),), weight, Evidence(0, 1, "rule", "says"))


def test_contradictions_are_settled_by_weight() -> None:
    late = _constraint(date(2015, 1, 1), date.max, 3)
    early = _constraint(date.min, date(2010, 1, 1), 1)
    assert best_days([late, early]) == ((date(2015, 1, 1), date.max),)
    assert best_days([]) == ((date.min, date.max),)


def test_unions_and_months() -> None:
    assert union([(date(2010, 1, 5), date(2010, 1, 9)), (date(2010, 1, 1), date(2010, 1, 4))]) == (
        (date(2010, 1, 1), date(2010, 1, 9)),
    )
    assert months_later(date(2012, 1, 31), 1) == date(2012, 2, 29)
    assert months_later(date(2012, 3, 31), -1) == date(2012, 2, 29)


POINTERS = {
    "العام الماضي": ("2001-01-01", "2001-12-31"),
    "في الشهر الماضي": ("2000-08-01", "2000-08-31"),
    "يوم الأربعاء": ("2000-07-19", "2000-07-26"),
    "يوم الأربعاء الماضي": ("2000-07-19", "2000-07-27"),
    "أمس الأربعاء": ("2000-07-20", "2000-07-20"),
    "أول من أمس الأربعاء": ("2000-07-21", "2000-07-21"),
    "قبل أكثر من عامين": ("2002-05-19", "2003-09-19"),
    "قبل أقل من عامين": ("2001-07-19", "2002-09-19"),
    "قبل عشرة أيام": ("2000-07-26", "2000-08-01"),
    "في تموز/يوليو الماضي": ("2000-07-26", "2001-07-20"),
    "في يوليو من العام الماضي": ("2001-01-01", "2001-12-31"),
    "هذا العام": ("2000-01-01", "2000-12-31"),
    "يوم الخميس": None,
    "في مايو من العام الماضي": None,
}


@pytest.mark.parametrize(("words", "written"), POINTERS.items())
def test_pointers_at_the_19th_of_july_2000_a_wednesday(words: str, written: tuple[str, str] | None) -> None:
    (pointer,) = pointers(stream_of(prepare(words)))
    days = pointer.written(date(2000, 7, 19), date(2000, 7, 19))
    assert (days and (days[0].isoformat(), days[1].isoformat())) == written


def test_a_year_of_a_date_is_no_length_of_time() -> None:
    assert pointers(stream_of(prepare("منذ عام 2011"))) == ()
    (pointer,) = pointers(stream_of(prepare("منذ 24 عاما")))
    assert pointer == Pointer(0, 2, "since", unit="Y", amount=24)
