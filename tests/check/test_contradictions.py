"""Contradictions between articles: found where both cannot be right, and only there."""

from __future__ import annotations

import pytest
from tests.link.pile import Paper

from musnad.check import check
from musnad.link import link
from musnad.model import Finding

TWO = ("salim", "rania")


def findings(kind: str, *papers: Paper) -> list[Finding]:
    return [f for f in check(link([paper.annotated for paper in papers])) if f.kind == kind]


def convoy(name: str, out: str, words: str, count: str, low: float, outlet: str | None = None) -> Paper:
    paper = Paper(name, out, outlet).tells("supply", words, ("OM",), ("JO",), "2021-03-01")
    return paper.counts(count, low, "شاحنة")


def test_two_counts_of_one_convoy() -> None:
    a = convoy("a", "2021-03-02", "أرسلت عمان إلى الأردن 900 شاحنة", "900 شاحنة", 900)
    b = convoy("b", "2021-03-02", "أرسلت عمان إلى الأردن 400 شاحنة", "400 شاحنة", 400)
    [found] = findings("number_conflict", a, b)
    assert [w.text for w in found.evidence] == ["900 شاحنة", "400 شاحنة"]
    assert found.severity == "warning"
    assert found.says_ar
    assert found.says_en


@pytest.mark.parametrize(
    ("why", "words", "count", "low", "out"),
    [
        ("round numbers", "أرسلت عمان إلى الأردن نحو 850 شاحنة", "850 شاحنة", 850, "2021-03-02"),
        ("at least", "أرسلت عمان إلى الأردن أكثر من 400 شاحنة", "400 شاحنة", 400, "2021-03-02"),
        ("a part", "أرسلت عمان إلى الأردن قافلة بينها 400 شاحنة", "400 شاحنة", 400, "2021-03-02"),
        ("a count that grew", "أرسلت عمان إلى الأردن 2000 شاحنة", "2000 شاحنة", 2000, "2021-03-09"),
    ],
)
def test_figures_that_may_both_be_right(why: str, words: str, count: str, low: float, out: str) -> None:
    a = convoy("a", "2021-03-02", "أرسلت عمان إلى الأردن 900 شاحنة", "900 شاحنة", 900)
    b = convoy("b", out, words, count, low)
    assert findings("number_conflict", a, b) == [], why


def test_figures_of_one_article_are_left_to_it() -> None:
    paper = convoy("a", "2021-03-02", "أرسلت عمان إلى الأردن 900 شاحنة", "900 شاحنة", 900)
    paper.tells("supply", "وكانت عمان أرسلت 400 شاحنة", ("OM",), ("JO",), "2021-03-01").counts(
        "400 شاحنة", 400, "شاحنة"
    )
    assert findings("number_conflict", paper) == []


def test_who_cast_the_veto() -> None:
    a = Paper("a", "2021-03-11")
    a.tells("veto", "استعملت عمان حق النقض", ("OM",), (), "2021-03-10")
    a.tells("vote", "امتنع الأردن عن التصويت", ("JO",), (), None, rule="verb امتنع")
    b = Paper("b", "2021-04-01").tells("veto", "نقضت الدولتان المشروع", ("OM", "JO"), (), "2021-03")
    [found] = findings("actor_conflict", a, b)
    assert {w.article for w in found.evidence} == {"a", "b"}


def test_a_veto_of_two_needs_no_mention_of_both() -> None:
    a = Paper("a", "2021-03-11").tells("veto", "استعملت عمان حق النقض", ("OM",), (), "2021-03-10")
    b = Paper("b", "2021-04-01").tells("veto", "نقضت الدولتان المشروع", ("OM", "JO"), (), "2021-03")
    assert findings("actor_conflict", a, b) == []


def test_a_signing_told_and_denied() -> None:
    a = Paper("a", "2021-03-11").tells("sign", "وقع الوزيران اتفاق الملاحة", TWO, TWO, "2021-03-10", rule="verb وقع")
    b = Paper("b", "2021-03-12")
    b.tells("sign", "لم يوقع الوزيران اتفاق الملاحة", TWO, TWO, "2021-03-10", "denied", rule="verb وقع")
    assert len(findings("status_conflict", a, b)) == 1


def test_a_signing_still_to_come_is_not_denied() -> None:
    a = Paper("a", "2021-03-11").tells("sign", "وقع الوزيران اتفاق الملاحة", TWO, TWO, "2021-03-10", rule="verb وقع")
    b = Paper("b", "2021-03-01")
    b.tells("sign", "لن يوقع الوزيران اتفاق الملاحة", TWO, TWO, "2021-03-10", "denied", rule="verb وقع")
    assert findings("status_conflict", a, b) == []


def signed(name: str, words: str, told: str, day: str) -> Paper:
    paper = Paper(name, "2021-05-01").tells("sign", words, ("salim",), ("pact",), day)
    return paper.dates(told, day, day)


def test_one_pact_signed_on_two_days() -> None:
    a = signed("a", "وقع العوضي ميثاق مسقط في 3 آذار 2021", "3 آذار 2021", "2021-03-03")
    b = signed("b", "وقع العوضي ميثاق مسقط في 9 آذار 2021", "9 آذار 2021", "2021-03-09")
    assert len(findings("date_conflict", a, b)) == 1


def test_a_day_that_was_only_inferred_contradicts_nothing() -> None:
    a = signed("a", "وقع العوضي ميثاق مسقط في 3 آذار 2021", "3 آذار 2021", "2021-03-03")
    b = signed("b", "وقع العوضي ميثاق مسقط الثلاثاء", "الثلاثاء", "2021-03-09")
    assert findings("date_conflict", a, b) == []
