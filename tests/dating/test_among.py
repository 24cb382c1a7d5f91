"""Articles of a dossier → what the dated ones tell of the undated ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from musnad.annotate import annotate
from musnad.dating.alike import Pile
from musnad.dating.among import date_among
from musnad.dating.belief import Belief
from musnad.dating.bounds import Constraint
from musnad.dating.wording import Said, evidence
from musnad.model import Annotated, Article

MAY = dt.date(2018, 5, 1)
TOWNS = "صفاقس ووجدة والكاف والعيون وطبرق وسرت ومصراتة وغدامس وأدرار وبسكرة وقالمة وتيارت".replace(" و", " ").split()
DEEDS = ["حريق", "فيضان", "إضراب", "مهرجان", "معرض", "محاكمة", "زفاف", "مباراة", "انقطاع", "احتفال", "مؤتمر", "سباق"]


def news(day: dt.date | None, town: str, deed: str, tail: str = "") -> Annotated:
    """A report of a deed in a town; the wording of each town is its own."""
    body = (
        f"{deed} كبير في مدينة {town}\n"
        f"شهدت مدينة {town} {deed} كبيرا شارك في متابعته أهالي {town} وبلدية {town}، وقال رئيس بلدية {town} إن {deed} المدينة "
        f"حديث الناس في {town} كلها. {tail}"
    )
    name = f"{town}-{deed}-{day}"
    return annotate(Article(name, f"{name}.txt", body, published=day, read_on=dt.date(2026, 1, 1)))


@pytest.fixture(scope="module")
def pile() -> list[Annotated]:
    """Thirty-six dated reports: each town's deed is told three times within two days of its own date."""
    found = []
    for n, (town, deed) in enumerate(zip(TOWNS, DEEDS, strict=True)):
        found += [news(MAY + dt.timedelta(7 * n + more), town, deed) for more in (0, 1, 2)]
    return found


def test_one_news_told_by_dated_articles_dates_the_undated_one(pile: list[Annotated]) -> None:
    undated = news(None, TOWNS[5], DEEDS[5], "وما زالت التفاصيل قليلة.")
    told = date_among([*pile, undated])[undated.article.id]
    true = MAY + dt.timedelta(7 * 5 + 1)
    assert told.earliest
    assert told.latest
    assert told.earliest <= true <= told.latest
    assert (told.latest - told.earliest).days <= 14
    assert told.likely
    assert abs((told.likely - true).days) <= 2


def test_the_evidence_names_the_neighbour_and_the_words(pile: list[Annotated]) -> None:
    undated = news(None, TOWNS[5], DEEDS[5])
    told = date_among([*pile, undated])[undated.article.id]
    first = told.evidence[0]
    assert first.rule == "told_alike"
    assert TOWNS[5] in undated.article.text[first.start : first.end]
    assert TOWNS[5] in first.says
    assert TOWNS[5] in first.says_ar


def test_a_weekday_that_it_calls_today_picks_the_day(pile: list[Annotated]) -> None:
    true = MAY + dt.timedelta(7 * 5 + 1)
    name = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"][true.weekday()]
    undated = news(None, TOWNS[5], DEEDS[5], f"وقال الوزير اليوم {name} إن الأمر انتهى.")
    assert date_among([*pile, undated])[undated.article.id].likely == true


def test_few_dated_articles_tell_nothing_but_of_copies() -> None:
    dated = [news(MAY, TOWNS[0], DEEDS[0]), news(MAY + dt.timedelta(30), TOWNS[1], DEEDS[1])]
    stranger = news(None, TOWNS[2], DEEDS[2])
    assert date_among([*dated, stranger]) == {}


def test_dated_articles_are_left_alone(pile: list[Annotated]) -> None:
    assert date_among(pile) == {}


def test_what_the_article_says_itself_is_not_overruled(pile: list[Annotated]) -> None:
    old = replace(news(None, TOWNS[5], DEEDS[5]))
    old = replace(
        old,
        published=replace(
            old.published, value="2009", earliest=dt.date(2009, 1, 1), latest=dt.date(2009, 12, 31), basis="inferred"
        ),
    )
    assert date_among([*pile, old]) == {}


def test_likeness_is_of_rare_words() -> None:
    texts = ["قال الوزير إن الجسر المعلق في سرمين انهار"] * 2 + [
        f"قال الوزير إن الأمر رقم {n} مهم جدا" for n in range(20)
    ]
    alike = Pile(texts, range(1, len(texts))).like(0, 3)
    assert [a.other for a in alike][:1] == [1]
    assert alike[0].likeness > 0.9
    assert "سرمين" in texts[0][alike[0].start : alike[0].end]


def test_belief_adds_up() -> None:
    belief = Belief(MAY, MAY + dt.timedelta(29))
    assert belief.likely(0.95) == (MAY, MAY + dt.timedelta(28))
    belief.near(MAY + dt.timedelta(10), 0.5)
    first, last = belief.likely(0.8)
    assert first <= MAY + dt.timedelta(10) <= last
    assert (last - first).days < 15
    late = Constraint(((MAY + dt.timedelta(20), dt.date.max),), 10.0, evidence(0, 1, "rule", Said("", "")))
    belief.constrain([late])
    assert belief.likeliest() >= MAY + dt.timedelta(20)
