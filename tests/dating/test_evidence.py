"""One piece of evidence at a time: what is written → the days it allows."""

from __future__ import annotations

import datetime as dt

import pytest

from musnad.annotate import annotate
from musnad.model import Article, Published

TODAY = dt.date(2026, 11, 1)


def dated(body: str) -> Published:
    return annotate(Article("a", "a.txt", body, read_on=TODAY)).published


def rules(found: Published) -> set[str]:
    return {evidence.rule for evidence in found.evidence}


EDITIONS = [
    ("يشارك مئة وزير في الدورة الـ37 لمجلس حقوق الإنسان في جنيف.", "2018-03-10"),
    ("افتتحت النسخة السبعون من مهرجان كان السينمائي بفيلم فرنسي.", "2017-05-17"),
    ("تعقد القمة العربية التاسعة والعشرون في الظهران.", "2018-04-14"),
    ("فاز الفيلم بجوائز الأوسكار في دورتها التسعين.", "2018-03-05"),
]


@pytest.mark.parametrize(("body", "day"), EDITIONS)
def test_a_numbered_edition_is_of_its_year(body: str, day: str) -> None:
    found = dated(body)
    assert "edition" in rules(found)
    assert found.earliest
    assert found.latest
    assert found.earliest <= dt.date.fromisoformat(day) <= found.latest
    assert (found.latest - found.earliest).days < 300


@pytest.mark.parametrize(
    "body", ["تعقد الدورة السابعة في المدينة.", "حضر مجلس حقوق الإنسان 37 وزيرا.", "فاز بالمركز السبعين في مهرجان كان."]
)
def test_what_is_no_edition(body: str) -> None:
    assert "edition" not in rules(dated(body))


AGES = [
    ("قال الرئيس الأميركي دونالد ترامب (71 عاما) إنه بخير.", "2017-06-14", "2018-06-14"),
    ("فازت المستشارة أنغيلا ميركل البالغة من العمر 63 عاما بولاية جديدة.", "2017-07-17", "2018-07-17"),
]


@pytest.mark.parametrize(("body", "birthday", "next_birthday"), AGES)
def test_an_age_is_a_year_of_life(body: str, birthday: str, next_birthday: str) -> None:
    found = dated(body)
    assert "age" in rules(found)
    assert found.earliest
    assert abs((found.earliest - dt.date.fromisoformat(birthday)).days) <= 15
    assert found.latest
    assert abs((found.latest - dt.date.fromisoformat(next_birthday)).days) <= 15


def test_years_beside_a_name_are_no_age_of_his() -> None:
    assert "age" not in rules(dated("قال دونالد ترامب إن الاتفاق استمر 25 عاما."))


def test_the_awaited_lies_between_its_announcement_and_its_day() -> None:
    found = dated(
        "يستعد الرئيس الأميركي دونالد ترامب لعقد القمة المرتقبة مع الزعيم الكوري الشمالي كيم جونغ أون في سنغافورة المقبلة."
    )
    assert "happening_awaited" in rules(found)
    assert found.earliest
    assert found.earliest >= dt.date(2018, 3, 6)
    assert found.latest
    assert found.latest <= dt.date(2018, 6, 12)


def test_nothing_newer_bounds_from_above() -> None:
    found = dated("قال الوزير إن القمة التي انعقدت في سنغافورة بين كيم جونغ أون ودونالد ترامب غيرت حسابات المنطقة.")
    assert found.earliest == dt.date(2018, 6, 12)
    assert found.latest
    assert found.latest <= dt.date(2019, 6, 12)
    assert "silence" in rules(found)


def test_nothing_is_published_after_it_was_read() -> None:
    found = dated("قال الرئيس الأميركي دونالد ترامب إن الجدار سيبنى.")
    assert found.latest == TODAY
    assert "read_on" in rules(found)


def test_a_hashtag_is_not_older_than_hashtags() -> None:
    found = dated("طالب مغردون بحل المشكلة عبر وسم #حلوا_المشكلة في كل مكان.")
    assert found.earliest == dt.date(2009, 7, 2)


def test_today_tuesday_under_a_wednesday_is_explained() -> None:
    body = "لقاء في موسكو\n\n16 أغسطس 2023\n\nالتقى الوزير نظيره اليوم الثلاثاء في موسكو وبحثا الأزمة."
    found = dated(body)
    assert found.value == "2023-08-16"
    assert found.basis == "stated"
    assert "written_before_print" in rules(found)


def test_every_evidence_speaks_both_languages() -> None:
    body = EDITIONS[0][0] + AGES[0][0] + "وقتل جمال خاشقجي في إسطنبول عام 2018، ويعقد الاجتماع في مايو المقبل. #وسم"
    for evidence in dated(body).evidence:
        assert evidence.says
        assert evidence.says_ar
        assert "{" not in evidence.says + evidence.says_ar


@pytest.mark.parametrize(
    ("body", "first", "last"),
    [
        ("اجتمع الوزراء بعد شهرين على اغتيال رفيق الحريري في بيروت.", "2005-02-14", "2005-04-14"),
        ("تحدث الخبراء عن الأسواق بعد أسبوعين من هجمات 11 سبتمبر في نيويورك.", "2001-09-11", "2001-09-25"),
        ("تحدث الخبراء عن الأسواق بعد أسبوعين من الجدل في البرلمان.", None, None),
    ],
)
def test_lengths_hang_on_happenings(body: str, first: str | None, last: str | None) -> None:
    times = annotate(Article("a", "a.txt", body, published=dt.date(2005, 4, 20))).times
    told = next(t for t in times if t.type == "DURATION")
    assert (str(told.earliest) if told.earliest else None, str(told.latest) if told.latest else None) == (first, last)
