"""Which reports are joined into one happening, and which stay apart."""

from __future__ import annotations

import pytest
from tests.link.pile import Paper

from musnad.link import link
from musnad.model import Happening

TWO = ("salim", "rania")


def happenings(*papers: Paper) -> tuple[Happening, ...]:
    return link([paper.annotated for paper in papers]).happenings


def joined(*papers: Paper) -> bool:
    return len(happenings(*papers)) == 1


def test_one_meeting_in_two_papers() -> None:
    a = Paper("a", "2021-03-11").tells("meet", "التقى العوضي الخطيب أمس", TWO, TWO, "2021-03-10")
    b = Paper("b", "2021-03-12").tells("meet", "اجتمع الوزيران يوم الأربعاء", TWO, TWO, "2021-03-10")
    [only] = happenings(a, b)
    assert only.outlets == 2
    assert "same day" in only.why


@pytest.mark.parametrize(
    ("why", "agents", "date", "place"),
    [
        ("another day", TWO, "2021-03-20", None),
        ("another envoy of the same state", ("salim", "hadi"), "2021-03-10", None),
        ("other states", ("MA", "rania"), "2021-03-10", None),
        ("another town", TWO, "2021-03-10", "amman"),
    ],
)
def test_what_keeps_meetings_apart(why: str, agents: tuple[str, ...], date: str, place: str | None) -> None:
    a = Paper("a", "2021-03-11").tells("meet", "التقى العوضي الخطيب أمس", TWO, TWO, "2021-03-10", place="muscat")
    b = Paper("b", "2021-03-22").tells("meet", "عقد الجانبان جلسة", agents, agents, date, place=place)
    assert not joined(a, b), why


def test_a_month_that_holds_the_day_joins() -> None:
    a = Paper("a", "2021-03-11").tells("meet", "التقى العوضي الخطيب أمس", TWO, TWO, "2021-03-10")
    b = Paper("b", "2021-05-02").tells("meet", "التقى الوزيران في آذار", TWO, TWO, "2021-03")
    assert joined(a, b)


def test_until_its_day_the_coming_meeting_of_two_is_one() -> None:
    a = Paper("a", "2021-03-01").tells("meet", "القمة المرتقبة بينهما", TWO, TWO, None, "planned", rule="noun قمة")
    b = Paper("b", "2021-03-05").tells("meet", "يلتقيان في العاشر", TWO, TWO, "2021-03-10", "planned")
    assert joined(a, b)


def test_an_undated_meeting_of_the_past_joins_no_coming_one() -> None:
    a = Paper("a", "2021-03-01").tells("meet", "كان الوزيران قد تحادثا", TWO, TWO)
    b = Paper("b", "2021-03-05").tells("meet", "يلتقيان في العاشر", TWO, TWO, "2021-03-10", "planned")
    assert not joined(a, b)


def test_an_undated_accusation_is_not_the_one_of_another_paper() -> None:
    a = Paper("a", "2021-03-01").tells("accuse", "اتهمت عمان الأردن بالتباطؤ", ("OM",), ("JO",), "2021-02-28")
    b = Paper("b", "2021-03-05").tells("accuse", "انتقدت الحكومة سياسة الجوار", ("OM",), ("JO",))
    assert not joined(a, b)


def test_within_an_article_the_same_words_tell_the_same_thing() -> None:
    paper = Paper("a", "2021-03-01")
    paper.tells("sign", "وقع الوزيران اتفاق الملاحة الجوية", TWO, TWO, "2021-02-28", rule="verb وقع")
    paper.tells("sign", "وقع العوضي اتفاق الملاحة الجوية", TWO, TWO, rule="verb وقع")
    assert joined(paper)


def test_a_veto_may_be_told_as_a_vote_against() -> None:
    a = Paper("a", "2021-03-11").tells("veto", "نقضت الدولتان المشروع", ("OM", "JO"), (), "2021-03-10")
    b = Paper("b", "2021-03-12").tells("vote", "صوتت الدولتان ضد المشروع", ("OM", "JO"), (), "2021-03-10")
    [only] = happenings(a, b)
    assert only.kind == "veto"


def test_a_visit_and_the_meeting_during_it_are_two() -> None:
    a = Paper("a", "2021-03-11").tells("visit", "زار العوضي عمّان", ("salim",), ("JO",), "2021-03-10")
    b = Paper("b", "2021-03-11").tells("meet", "التقى العوضي الخطيب", TWO, TWO, "2021-03-10")
    assert not joined(a, b)


def test_a_vague_report_bridges_no_two_days() -> None:
    a = Paper("a", "2021-03-11").tells("meet", "التقى الوزيران الثلاثاء", TWO, TWO, "2021-03-09")
    b = Paper("b", "2021-03-26").tells("meet", "التقى الوزيران الخميس", TWO, TWO, "2021-03-25")
    c = Paper("c", "2021-05-01").tells("meet", "التقى الوزيران في آذار", TWO, TWO, "2021-03")
    days = sorted(len({r.article for r in h.reports}) for h in happenings(a, b, c))
    assert days == [1, 2]


def test_a_copy_adds_no_outlet() -> None:
    story = (
        "قال مسؤولون في الوزارة إن المحادثات بين الجانبين تناولت ملف الملاحة والتجارة والمياه وسبل التعاون في المعابر"
    )
    papers = [
        Paper(name, "2021-03-11", text=story).tells("meet", "التقى العوضي الخطيب أمس", TWO, TWO, "2021-03-10")
        for name in ("a", "b")
    ]
    [only] = happenings(*papers)
    assert only.outlets == 1
