"""An article of known words → the interval in which it was published, and why."""

from __future__ import annotations

import datetime as dt

import pytest

from musnad.dating.published import date_article
from musnad.model import Article, Entity, Mention, Published
from musnad.text.prepared import prepare
from musnad.times.anchor import Anchor
from musnad.times.find import find_times

PEOPLE = {
    "باراك أوباما": ("Barack Obama", "Q76"),
    "دونالد ترامب": ("Donald Trump", "Q22686"),
    "أنغيلا ميركل": ("Angela Merkel", "Q567"),
    "فرانسوا هولاند": ("François Hollande", "Q157"),
}


def dated(body: str, published: dt.date | None = None) -> Published:
    text = prepare(body)
    mentions, entities = [], {}
    for number, (name, (english, wikidata)) in enumerate(PEOPLE.items()):
        at = body.find(name)
        if at >= 0:
            mentions.append(Mention(at, at + len(name), name, f"e{number}"))
            entities[f"e{number}"] = Entity(f"e{number}", "Person", name, english, None, wikidata)
    article = Article("a", "a.txt", body, published=published)
    return date_article(text, article, find_times(text, Anchor()), mentions, entities)


def rules(published: Published) -> set[str]:
    return {evidence.rule for evidence in published.evidence}


def test_what_was_told_with_the_article_is_not_inferred() -> None:
    told = dated("اندلعت الحرب الكورية قبل سبعين عاما.", dt.date(2020, 6, 25))
    assert (told.value, told.basis, told.evidence) == ("2020-06-25", "metadata", ())


def test_nothing_known_is_unknown() -> None:
    assert dated("التقى الوزيران وبحثا العلاقات بين البلدين.") == Published(None, None, None, "unknown")


STATED = {
    "وزير الخارجية يصل إلى بيروت\n12 مارس 2021\nوصل الوزير إلى العاصمة اللبنانية.": "2021-03-12",
    "وزير الخارجية يصل إلى بيروت\nنشر في: 4 تشرين الأول/أكتوبر 2016\nوصل الوزير إلى العاصمة.": "2016-10-04",
    "وزير الخارجية يصل إلى بيروت\nالسبت 9 أيلول 2023 - 14:30\nوصل الوزير إلى العاصمة.": "2023-09-09",
    "اجتماع طارئ\nالقاهرة في 5 يونيو 2012 (رويترز) - عقد الوزراء اجتماعا طارئا.": "2012-06-05",
}


@pytest.mark.parametrize(("body", "day"), STATED.items())
def test_a_dateline_states_the_day(body: str, day: str) -> None:
    found = dated(body)
    assert (found.value, found.basis) == (day, "stated")


NO_DATELINE = [
    "بدأت المفاوضات في 12 مارس 2021 بعد توقف طويل.\nوقال الوزير إنها مفيدة.",
    "خبر\nوقع البلدان الاتفاق في 4 أكتوبر 2016 في مدينة جنيف السويسرية بحضور عدد كبير من الوزراء.",
]


@pytest.mark.parametrize("body", NO_DATELINE)
def test_a_date_of_the_story_is_no_dateline(body: str) -> None:
    assert dated(body).basis == "inferred"


def test_a_weekday_that_contradicts_the_dateline_is_reported() -> None:
    wrong = dated("خبر عاجل\nالأحد 12 مارس 2021\nوصل الوزير إلى العاصمة.")
    assert wrong.value == "2021-03-12"
    assert "conflict" in rules(wrong)
    assert "weekday_agrees" in rules(dated("خبر عاجل\nالجمعة 12 مارس 2021\nوصل الوزير إلى العاصمة."))


def test_a_wrong_anniversary_does_not_move_a_stated_day() -> None:
    found = dated("برقية تهنئة\n15 أغسطس 2019\nتبادل الزعيمان البرقيات في الذكرى الثامنة والثمانين لتحرير كوريا.")
    assert found.value == "2019-08-15"
    assert any(e.rule == "conflict" and "anniversary" in e.says for e in found.evidence)


BOUNDS = {
    # past dates
    "كانت العلاقات متوترة منذ عام 2009 بسبب الحدود.": ("2009-01-01", None),
    "وقع البلدان المعاهدة في مايو 2011 بعد مفاوضات طويلة.": ("2011-05-01", None),
    # dates to come
    "من المقرر أن تعقد الدورة المقبلة في 20 يونيو 2013 في تونس.": (None, "2013-06-20"),
    # a year that a pointer names
    "انخفضت الصادرات منذ بداية العام الجاري 2016 بنسبة كبيرة.": ("2016-01-01", "2016-12-31"),
    "ارتفعت الأسعار خلال العام الماضي 2007 ارتفاعا كبيرا.": ("2008-01-01", "2008-12-31"),
    # names that came into use
    "يقاتل مسلحو داعش في المنطقة.": ("2013-04-08", None),
    "تفشى متحور أوميكرون في أوروبا.": ("2021-11-24", None),
    "طالب القرار 1701 بوقف القتال.": ("2006-08-11", None),
    # happenings placed from the day of writing
    "انسحبت بريطانيا من محادثات التجارة، واغتيل رفيق الحريري في بيروت قبل عشر سنوات.": ("2014-02-14", "2016-02-14"),
    "ضرب زلزال هايتي العاصمة في يناير من العام الماضي.": ("2011-01-01", "2011-12-31"),
    "اغتيل السفير الروسي في أنقرة الشهر الماضي.": None,
    "يأتي ذلك بعد شهرين على تفجير مرفأ بيروت في لبنان.": ("2020-08-29", "2020-11-09"),
}


@pytest.mark.parametrize(("body", "bounds"), BOUNDS.items())
def test_bounds(body: str, bounds: tuple[str | None, str | None] | None) -> None:
    found = dated(body)
    if bounds is None:
        assert found.basis in ("unknown", "inferred")
        return
    assert tuple(day and day.isoformat() for day in (found.earliest, found.latest)) == bounds


def test_a_happening_of_a_weekday_and_today_give_the_day() -> None:
    found = dated(
        "سقطت الطائرة الماليزية فوق أوكرانيا وتحطمت يوم الخميس الماضي. وقال الوزير اليوم السبت إن التحقيق بدأ."
    )
    assert found.value == "2014-07-19"
    assert "weekday_today" in rules(found)


UNBOUNDED_BELOW_2025 = [
    "تنتهي القيود على النشاط النووي بعد عام 2025 وفق الخطة.",
    "وضعت المملكة خطة تمتد حتى عام 2035 لتنويع الاقتصاد.",
    "يتوقع أن يبلغ عدد السكان عشرة ملايين بحلول 2040 وفق الدراسة.",
    "طالب القرار بتسليم 2397 طنا من الحبوب.",
]


@pytest.mark.parametrize("body", UNBOUNDED_BELOW_2025)
def test_what_lies_ahead_is_no_lower_bound(body: str) -> None:
    found = dated(body)
    assert found.earliest is None or found.earliest.year < 2020


def test_a_summit_under_a_condition_lies_ahead() -> None:
    found = dated("رحبت سيول بالحوار إذا أثمرت قمة سنغافورة بين ترامب وكيم.")
    assert found.latest == dt.date(2018, 6, 12)


def test_a_summit_that_is_only_awaited_has_not_been_held() -> None:
    awaited = dated("أكد ترامب أن القمة المرتقبة مع كيم في سنغافورة ستعقد في موعدها.")
    assert awaited.earliest is None or awaited.earliest < dt.date(2018, 6, 12)
    assert awaited.latest == dt.date(2018, 6, 12)
    held = dated("قال ترامب بعد قمة سنغافورة التي عقدت مع كيم إن النتائج ممتازة.")
    assert held.earliest == dt.date(2018, 6, 12)


def test_terms_of_office_bound_both_ways() -> None:
    found = dated("التقى الرئيس الأميركي باراك أوباما الرئيس الفرنسي فرانسوا هولاند في باريس.")
    assert abs(((found.earliest or dt.date.min) - dt.date(2012, 5, 15)).days) <= 5
    assert abs(((found.latest or dt.date.min) - dt.date(2017, 1, 20)).days) <= 5


def test_the_later_holder_outweighs_the_one_remembered() -> None:
    found = dated("ألغى الرئيس الأميركي دونالد ترامب اليوم قرارات اتخذها سلفه الرئيس باراك أوباما.")
    assert (found.earliest or dt.date.min) >= dt.date(2017, 1, 1)


def test_a_former_holder_dates_the_article_after_his_term() -> None:
    found = dated("زار الرئيس الأميركي السابق باراك أوباما العاصمة الكينية.")
    assert (found.earliest or dt.date.min) >= dt.date(2016, 10, 1)


def test_elected_members_of_the_security_council() -> None:
    found = dated("والنرويج حاليا عضو غير دائم في مجلس الأمن الدولي.")
    assert (found.earliest, found.latest) == (dt.date(2001, 1, 1), dt.date(2022, 12, 31))
    assert "security_council" in rules(found)
    both = dated("والنرويج حاليا عضو غير دائم في مجلس الأمن الدولي.\nوأعلن الحزب ذلك منذ تفشي جائحة كورونا.")
    assert both.value == "2021-01-01/2022-12-31"


def test_evidence_stands_on_words_of_the_article() -> None:
    body = "كانت العلاقات متوترة منذ عام 2009 بسبب الحدود. ويقاتل مسلحو داعش في المنطقة."
    for evidence in dated(body).evidence:
        assert body[evidence.start : evidence.end].strip()
        assert evidence.says
