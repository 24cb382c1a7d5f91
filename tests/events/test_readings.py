"""Which words tell an event and which only look like one; what is content, heading, purpose. Reports of Monday, 10 July 2023."""

from __future__ import annotations

import datetime as dt

import pytest

from musnad.annotate import annotate
from musnad.model import Annotated, Article

DAY = dt.date(2023, 7, 10)


def read(text: str, headline: str = "أخبار اليوم") -> Annotated:
    return annotate(Article("t", "t", f"{headline}\n{text}", published=DAY))


def kinds(record: Annotated) -> list[str]:
    return [e.kind for e in record.events if e.kind != "say"]


TOLD = [
    ("رحبت فرنسا بالقرار في بيان رسمي", ["support"]),
    ("وفي المقابل رفض مندوب إسرائيل لدى الأمم المتحدة المقترح", ["reject"]),
    ("ينشر التقرير أرقاما عن عقوبات فرضتها واشنطن على إيران", ["sanction"]),
    ("سحبت تركيا قواتها من سوريا", ["retreat"]),
    ("وبقيت سارية العقوبات الاقتصادية التي فرضها الاتحاد الأوروبي على روسيا", ["sanction"]),
    ("ووضع ماكرون اللوم على الكونغرس", ["accuse"]),
]

SILENT = [
    "زعزعة الاستقرار هدف قديم",
    "ويحصل كل مسافر على تذكرة ومبلغ من المال",
    "تقع المدينة في شرق روسيا",
    "وقع الحادث قرب موسكو ليلا",
    "إن الجسر غير صالح للعبور، والطريق غير قابل للإصلاح",
    "بيان صادر عن وزارة السياحة المصرية",
    "ويعود السبب في ذلك إلى قلة المطر في المغرب",
    "يقسم النهر مدينة بغداد إلى نصفين",
    "كلمة قديمة تعني الكبير في السن في اليابان",
    "يشك الخبراء في الأرقام",
    "تواجه إسبانيا صعوبات اقتصادية",
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_what_is_told(sentence: str, expected: list[str]) -> None:
    assert kinds(read(sentence)) == expected


@pytest.mark.parametrize("sentence", SILENT)
def test_words_that_only_look_like_an_event(sentence: str) -> None:
    assert kinds(read(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("هددت موسكو بالانسحاب من الاتفاقية", ["threaten"]),
        ("دعت فرنسا روسيا إلى الانسحاب من أوكرانيا", ["request"]),
        ("دعت فرنسا روسيا إلى عقد قمة في جنيف", ["request", "meet"]),
    ],
)
def test_what_is_asked_or_threatened_is_one_record_with_the_act(sentence: str, expected: list[str]) -> None:
    assert kinds(read(sentence)) == expected


def test_a_present_verb_tells_a_thing_done_in_a_heading() -> None:
    record = read("قالت الحكومة إن الطقس حار.\nتركيا تسحب قواتها من سوريا\nوأضافت الحكومة أن المطر قليل.")
    assert [(e.kind, e.status) for e in record.events if e.kind != "say"] == [("retreat", "happened")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("سافر الوفد ليلتقي الرئيس التركي رجب طيب أردوغان", "meet"),
        ("تتحرك فرنسا لفرض عقوبات جديدة على روسيا", "sanction"),
    ],
)
def test_a_purpose_is_planned(sentence: str, kind: str) -> None:
    assert (kind, "planned") in [(e.kind, e.status) for e in read(sentence).events]


def test_what_is_planned_takes_no_day_gone_by() -> None:
    record = read(
        "التقى الرئيس الفرنسي إيمانويل ماكرون الرئيس التركي رجب طيب أردوغان في مارس الماضي.\n"
        "ومن المقرر أن يلتقي ماكرون أردوغان في أنقرة."
    )
    assert [(e.status, e.date.value if e.date else None) for e in record.events] == [
        ("happened", "2023-03"),
        ("planned", None),
    ]


def test_a_mention_of_what_is_to_come_is_planned_too() -> None:
    record = read(
        "يعقد الرئيس الفرنسي إيمانويل ماكرون قمة مع الرئيس التركي رجب طيب أردوغان في 20 يوليو المقبل.\n"
        "وتتناول قمة ماكرون وأردوغان ملف الطاقة."
    )
    assert [(e.status, e.date.value if e.date else None) for e in record.events] == [("planned", "2023-07-20")] * 2


def test_the_lead_is_news_behind_a_dateline() -> None:
    record = read("باريس، فرنسا (وكالات) -- التقى الرئيس الفرنسي إيمانويل ماكرون الرئيس التركي رجب طيب أردوغان.")
    assert [e.date.value if e.date else None for e in record.events] == ["2023-07-10"]


def test_the_year_of_an_agreement_is_not_the_day_of_its_critic() -> None:
    record = read("انتقد الرئيس الأمريكي جو بايدن التهاون في اتفاق 2015")
    assert [e.date.value if e.date else None for e in record.events if e.kind == "accuse"] == ["2023-07-10"]


def test_the_day_that_heads_an_entry_of_a_timeline() -> None:
    record = read("- 12 مارس 2019: الرئيس الفرنسي إيمانويل ماكرون يزور تركيا ويجري محادثات مع أردوغان")
    assert [(e.kind, e.status, e.date.value if e.date else None) for e in record.events] == [
        ("visit", "happened", "2019-03-12"),
        ("meet", "happened", "2019-03-12"),
    ]


def test_a_rubric_with_a_day_is_no_timeline() -> None:
    record = read("في صحف اليوم: روسيا ومقتل عشرة جنود في أوكرانيا")
    assert [e.date for e in record.events] == [None]


def test_every_verb_that_a_wish_governs() -> None:
    record = read("طالبت فرنسا بأن تسحب تركيا قواتها من سوريا وأن تكف عن دعم أذربيجان.")
    assert [e.status for e in record.events] == ["happened", "planned", "planned"]
