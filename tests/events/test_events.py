"""Events: sentence → kind, who, to whom, status. The reports are of Monday, 10 July 2023."""

from __future__ import annotations

import datetime as dt

import pytest

from musnad.annotate import annotate
from musnad.model import Annotated, Article

DAY = dt.date(2023, 7, 10)


def read(sentence: str) -> Annotated:
    """The sentence behind a headline that tells nothing."""
    return annotate(Article("t", "t", "أخبار اليوم\n" + sentence, published=DAY))


def told(sentence: str) -> list[tuple[str, str, str, str]]:
    """(kind, agents, targets, status) of every event but statements; actors by their states' codes or English names."""
    record = read(sentence)
    names = {e.id: e.country or e.name_en or e.name_ar or "" for e in record.entities}

    def who(ids: tuple[str, ...]) -> str:
        return " ".join(sorted({names[i] for i in ids}))

    return [(e.kind, who(e.agents), who(e.targets), e.status) for e in record.events if e.kind != "say"]


TOLD = [
    (
        "التقى الرئيس الفرنسي إيمانويل ماكرون المستشار الألماني أولاف شولتس في برلين",
        ("meet", "DE FR", "DE FR", "happened"),
    ),
    ("اتهمت أوكرانيا روسيا بقصف محطة الكهرباء", ("accuse", "UA", "RU", "happened")),
    ("أدانت فرنسا الهجوم على السفارة", ("accuse", "FR", "", "happened")),
    ("حذرت واشنطن موسكو من استخدام السلاح النووي", ("threaten", "US", "RU", "happened")),
    ("فرضت الولايات المتحدة عقوبات على إيران", ("sanction", "US", "IR", "happened")),
    ("استخدمت روسيا حق النقض ضد مشروع القرار", ("veto", "RU", "", "happened")),
    ("أطلقت كوريا الشمالية صاروخا باليستيا صباح الاثنين", ("test", "KP", "", "happened")),
    ("طلب الرئيس الأوكراني فولوديمير زيلينسكي من ألمانيا مزيدا من الدبابات", ("request", "UA", "DE", "happened")),
    ("انسحبت تركيا من الاتفاقية", ("retreat", "TR", "", "happened")),
    ("استقبل الملك سلمان بن عبد العزيز الرئيس المصري عبد الفتاح السيسي في جدة", ("visit", "SA", "EG", "happened")),
]

PLANNED = [
    ("سيزور وزير الخارجية الصيني وانغ يي موسكو الأسبوع المقبل", ("visit", "CN", "planned")),
    ("من المقرر أن يلتقي بوتين أردوغان في سوتشي", ("meet", "RU TR", "planned")),
    ("يعتزم الرئيس السوري بشار الأسد زيارة الصين", ("visit", "SY", "planned")),
]

SILENT = [
    "كان الطقس حارا في العاصمة أمس",
    "تقع المدينة على ساحل البحر وتضم سوقا قديمة",
    "بين الجانبين تاريخ طويل من الجوار",
    "يبلغ عدد سكان البلاد عشرة ملايين نسمة",
]


@pytest.mark.parametrize(("sentence", "event"), TOLD)
def test_who_did_what_to_whom(sentence: str, event: tuple[str, str, str, str]) -> None:
    kind, agents, targets, status = event
    found = [e for e in told(sentence) if e[0] == kind]
    assert found, told(sentence)
    assert any(a == agents and t.startswith(targets) and s == status for _, a, t, s in found), found


@pytest.mark.parametrize(("sentence", "event"), PLANNED)
def test_what_is_still_to_come(sentence: str, event: tuple[str, str, str]) -> None:
    kind, agents, status = event
    assert any(k == kind and set(agents.split()) <= set(a.split()) and s == status for k, a, _, s in told(sentence)), (
        told(sentence)
    )


@pytest.mark.parametrize("sentence", SILENT)
def test_sentences_that_tell_no_event(sentence: str) -> None:
    assert told(sentence) == []


DATED = [
    ("التقى بوتين أردوغان في سوتشي الأحد", "2023-07-09"),
    ("وقعت فرنسا وألمانيا معاهدة في عام 1963", "1963"),
    ("فرضت واشنطن عقوبات على موسكو في 24 فبراير 2022", "2022-02-24"),
    ("سيزور ماكرون الصين في أغسطس/ آب المقبل", "2023-08"),
]


@pytest.mark.parametrize(("sentence", "value"), DATED)
def test_when_it_happened(sentence: str, value: str) -> None:
    dates = [e.date.value for e in read(sentence).events if e.date and e.kind != "say"]
    assert value in dates


CARRIED = [
    ("قال وزير الخارجية الروسي سيرغي لافروف إن أوكرانيا قصفت القرم", "Sergey Lavrov"),
    ("ذكرت وكالة رويترز أن إيران أفرجت عن الناقلة", "Reuters"),
    ("وفقا لوزارة الدفاع البريطانية، انسحبت القوات الروسية من البلدة", "GB"),
]


@pytest.mark.parametrize(("sentence", "carrier"), CARRIED)
def test_on_whose_word(sentence: str, carrier: str) -> None:
    record = read(sentence)
    names = {e.id: (e.name_en, e.country) for e in record.entities}
    chains = [names[link.entity] for e in record.events if e.kind != "say" for link in e.chain if link.entity]
    assert any(carrier in pair for pair in chains), record.events


SAID = [
    ('قال المستشار الألماني أولاف شولتس إن بلاده "لن تتخلى عن أوكرانيا"', "لن تتخلى عن أوكرانيا", "Olaf Scholz"),
    (
        "وأضاف الأمين العام للأمم المتحدة أنطونيو غوتيريش: «حان وقت السلام في اليمن»",
        "حان وقت السلام في اليمن",
        "António Guterres",
    ),
    ('"لا نريد حربا مع أحد"، قال الرئيس الإيراني إبراهيم رئيسي', "لا نريد حربا مع أحد", "Ebrahim Raisi"),
]


@pytest.mark.parametrize(("sentence", "words", "speaker"), SAID)
def test_what_was_said_and_by_whom(sentence: str, words: str, speaker: str) -> None:
    record = read(sentence)
    names = {e.id: e.name_en for e in record.entities}
    assert [(q.text, names.get(q.speaker or "")) for q in record.quotes] == [(words, speaker)]


UNSAID = ['أوردت وكالة "رويترز" الخبر', 'عرض فيلم "الرسالة" في المهرجان', "نشرت صحيفة «الأهرام» المقال"]


@pytest.mark.parametrize("sentence", UNSAID)
def test_names_in_quotation_marks_are_no_quotes(sentence: str) -> None:
    assert read(sentence).quotes == ()


COUNTED = [
    ("قتل 25 شخصا في الغارة", 25, 25),
    ("أرسلت موسكو 10 آلاف حاوية", 10000, 10000),
    ("اعتقلت الشرطة عشرات المتظاهرين", 20, 99),
    ("فر مئات الآلاف من المدنيين", 100000, 999999),
    ("زادت الصادرات بنسبة 12 في المئة", 12, 12),
]


@pytest.mark.parametrize(("sentence", "low", "high"), COUNTED)
def test_how_many(sentence: str, low: float, high: float) -> None:
    assert (low, high) in [(q.low, q.high) for q in read(sentence).quantities]


@pytest.mark.parametrize("sentence", ["صدر القرار 2397 عن المجلس", "هبطت الرحلة 302 بسلام", "عاد الوفد عام 2019"])
def test_labels_and_years_count_nothing(sentence: str) -> None:
    assert read(sentence).quantities == ()
