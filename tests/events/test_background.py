"""What the words around an event make of it: its day, its status, one telling or two, how many. Reports of Monday, 10 July 2023."""

from __future__ import annotations

import datetime as dt

import pytest

from musnad.annotate import annotate
from musnad.model import Annotated, Article

DAY = dt.date(2023, 7, 10)


def read(sentence: str) -> Annotated:
    return annotate(Article("t", "t", "أخبار اليوم\n" + sentence, published=DAY))


def days(sentence: str) -> dict[str, str | None]:
    """Kind → date of its event."""
    return {e.kind: e.date.value if e.date else None for e in read(sentence).events}


DATED = [
    ("قال الرئيس الفرنسي إيمانويل ماكرون الأحد إنه سيلتزم بالاتفاق", "agree", "2023-07-09"),
    ("وكانت موسكو طالبت برفع العقوبات", "request", None),
    ("جرت الانتخابات التي وعدت بها الحكومة في تركيا الأحد", "vote", "2023-07-09"),
    ("دعت فرنسا إيران إلى العودة إلى الاتفاق المبرم عام 2015", "request", "2023-07-10"),
]


@pytest.mark.parametrize(("sentence", "kind", "day"), DATED)
def test_when(sentence: str, kind: str, day: str | None) -> None:
    assert days(sentence).get(kind, "none told") == day


STATUSES = [
    ("هددت موسكو برد قاس إذا انسحبت واشنطن من الاتفاق", "retreat", "possible"),
    ("دعت باريس إلى عقد اجتماع لمجلس الأمن", "meet", "possible"),
    ("اتفقت روسيا وتركيا على عقد قمة في أنقرة", "meet", "planned"),
    ("زار وزير الخارجية الصيني موسكو قبل قمة بين الصين وروسيا", "meet", "planned"),
    ("بحث الوزيران حرب روسيا على أوكرانيا", "assault", "ongoing"),
    ("تحدث التقرير عن هجوم روسي على السفينة، وهو ما نفته موسكو", "assault", "denied"),
]


@pytest.mark.parametrize(("sentence", "kind", "status"), STATUSES)
def test_status(sentence: str, kind: str, status: str) -> None:
    assert status in [e.status for e in read(sentence).events if e.kind == kind]


ONCE = [
    ("استخدمت روسيا حق النقض ضد مشروع القرار", "veto"),
    ("أبرمت روسيا مع إيران اتفاقا", "sign"),
    ("فرض عقوبات على إيران أمر خطير", "sanction"),
    ("بحث الرئيس الروسي فلاديمير بوتين الأزمة مع نظيره الصيني خلال القمة", "meet"),
]


@pytest.mark.parametrize(("sentence", "kind"), ONCE)
def test_a_word_and_its_noun_tell_one_event(sentence: str, kind: str) -> None:
    assert [e.kind for e in read(sentence).events if e.kind == kind] == [kind]


NOTHING = [
    "تخضع المدينة لإدارة محلية",
    "تشبه الجزيرة حلقة من الصخر",
    "يعمل في قطاع حيوي لأسباب أمنية",
    "يسعى الفريق إلى تحقيق أهدافه",
    "خلال الحرب الباردة كانت المدينة فقيرة",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_words_that_tell_no_event(sentence: str) -> None:
    assert [e.kind for e in read(sentence).events if e.kind != "say"] == []


COUNTED = [
    ("وقعت الدولتان اتفاقين في أنقرة", 2, 2),
    ("يعمل في المصنع ما بين 20 ألف إلى 50 ألف عامل", 20000, 50000),
    ("في البلاد بين 80 و120 ألف سجين", 80000, 120000),
    ("عاد الرجال الثلاثة إلى بلادهم", 3, 3),
    ("أصيب جندي واحد بجروح", 1, 1),
    ("أصيب الآلاف في المدينة", 2000, 9999),
    ("تستمر الهدنة لمدة 30 يوما", 30, 30),
    ("التقى الرئيسان ثلاث مرات", 3, 3),
]


@pytest.mark.parametrize(("sentence", "low", "high"), COUNTED)
def test_how_many(sentence: str, low: float, high: float) -> None:
    assert (low, high) in [(q.low, q.high) for q in read(sentence).quantities]


@pytest.mark.parametrize(
    "sentence", ["حضر يوليا، 33 عاما، المؤتمر", "غادر كبار المسؤولين القاعة", "افتتحت الدورة الـ37 للمجلس"]
)
def test_ages_plurals_and_ordinals_count_nothing(sentence: str) -> None:
    assert read(sentence).quantities == ()


def test_what_a_relative_clause_says_ends_at_its_comma() -> None:
    record = read('قال الرئيس الروسي فلاديمير بوتين إن الغاز، الذي قالت بريطانيا إنه استخدم، "ليس منتجا في روسيا"')
    names = {e.id: e.name_en for e in record.entities}
    assert [names.get(q.speaker or "") for q in record.quotes] == ["Vladimir Putin"]
