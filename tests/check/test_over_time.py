"""What only time shows: first visits that were not, deadlines that passed, what several papers bear out."""

from __future__ import annotations

import pytest
from tests.link.pile import Paper

from musnad.check import check
from musnad.link import link
from musnad.model import Finding


def findings(kind: str, *papers: Paper) -> list[Finding]:
    return [f for f in check(link([paper.annotated for paper in papers])) if f.kind == kind]


def earlier() -> Paper:
    return Paper("old", "2001-03-11").tells("visit", "زار العوضي عمّان", ("salim",), ("JO",), "2001-03-10")


def claim(words: str, years: str = "") -> Paper:
    paper = Paper("new", "2021-06-01", text=words).names("العوضي", "salim").names("الأردن", "JO")
    return paper.dates(years, f"P{years.split()[0]}Y") if years else paper


def test_the_first_visit_was_not_the_first() -> None:
    new = claim("وهذه أول زيارة يقوم بها الوزير العوضي إلى الأردن.")
    [found] = findings("first_claim_conflict", earlier(), new)
    assert [w.article for w in found.evidence] == ["old", "new"]


@pytest.mark.parametrize(
    "words",
    [
        "وهذه أول زيارة رسمية يقوم بها الوزير العوضي إلى الأردن.",
        "وهذه أول زيارة يقوم بها الوزير العوضي إلى الأردن هذا العام.",
        "وهذه زيارة يقوم بها الوزير العوضي إلى الأردن.",
    ],
)
def test_first_only_among_some(words: str) -> None:
    assert findings("first_claim_conflict", earlier(), claim(words)) == []


def test_a_count_of_years_that_agrees() -> None:
    new = claim("وهذه أول زيارة يقوم بها الوزير العوضي إلى الأردن منذ 20 عاما.", "20 عاما")
    assert findings("first_claim_conflict", earlier(), new) == []
    [found] = findings("corroborated", earlier(), new)
    assert "2001" in found.says_en


def test_a_deadline_and_what_is_still_undone() -> None:
    a = Paper("a", "2019-02-01", text="يلزم ميثاق مسقط الدول بإغلاق المعابر بحلول آذار 2020.")
    a.names("ميثاق مسقط", "pact").dates("آذار 2020", "2020-03", "2020-03-31")
    b = Paper("b", "2020-09-01", text="يعود ميثاق مسقط إلى الواجهة.\nغير أن ثلاثة معابر ما زالت مفتوحة.")
    b.names("ميثاق مسقط", "pact")
    [found] = findings("deadline_passed", a, b)
    assert [w.text for w in found.evidence] == ["آذار 2020", "غير أن ثلاثة معابر ما زالت مفتوحة."]


@pytest.mark.parametrize(("out", "says"), [("2020-01-01", "ما زالت مفتوحة"), ("2020-09-01", "أغلقت كلها")])
def test_a_deadline_that_is_still_running_or_was_met(out: str, says: str) -> None:
    a = Paper("a", "2019-02-01", text="يلزم ميثاق مسقط الدول بإغلاق المعابر بحلول آذار 2020.")
    a.names("ميثاق مسقط", "pact").dates("آذار 2020", "2020-03", "2020-03-31")
    b = Paper("b", out, text=f"يعود ميثاق مسقط إلى الواجهة.\nغير أن ثلاثة معابر {says}.").names("ميثاق مسقط", "pact")
    assert findings("deadline_passed", a, b) == []


def meeting(name: str, outlet: str) -> Paper:
    two = ("salim", "rania")
    paper = Paper(name, "2021-03-11", outlet).tells("meet", f"التقى العوضي الخطيب أمس ({name})", two, two, "2021-03-10")
    return paper.dates("أمس", "2021-03-10", "2021-03-10")


def test_two_outlets_bear_each_other_out() -> None:
    assert len(findings("corroborated", meeting("a", "one"), meeting("b", "two"))) == 1


def test_a_meeting_whose_day_stands_elsewhere_bears_nothing_out() -> None:
    paper = meeting("b", "two")
    paper.times.clear()
    assert findings("corroborated", meeting("a", "one"), paper) == []


def test_one_outlet_is_one_witness() -> None:
    assert findings("corroborated", meeting("a", "one"), meeting("b", "one")) == []


def test_an_anniversary_that_tells_its_year() -> None:
    right = Paper("a", "2023-07-28", text="احتفلت المدينة بالذكرى السبعين لهدنة عام 1953.").dates("عام 1953", "1953")
    wrong = Paper("b", "2023-07-28", text="احتفلت المدينة بالذكرى الستين لهدنة عام 1953.").dates("عام 1953", "1953")
    assert findings("anniversary_arithmetic", right) == []
    assert len(findings("anniversary_arithmetic", wrong)) == 1


@pytest.mark.parametrize(("said", "wrong"), [("الأربعاء 10 آذار 2021", False), ("الخميس 10 آذار 2021", True)])
def test_a_weekday_beside_its_date(said: str, wrong: bool) -> None:
    paper = Paper("a", "2021-04-01", text=f"عقد اللقاء يوم {said} في المدينة.").dates(said, "2021-03-10", "2021-03-10")
    assert bool(findings("weekday_mismatch", paper)) is wrong
