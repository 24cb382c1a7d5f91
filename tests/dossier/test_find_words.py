"""Searching: which query finds which word, and what is shown of the article."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.build import Built
from musnad.dossier import Dossier, is_query, search
from musnad.text.fold import fold
from musnad.text.stem import matches, stems

Write = Callable[..., Path]
Add = Callable[..., Built]


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("أون", "اون"),
        ("اون", "أون"),
        ("كتاب", "كِتابه"),
        ("كتاب", "وبكتابهم"),
        ("كتاب", "كـتـاب"),
        ("والأمم", "الأمم"),
        ("الأمم", "للأمم"),
        ("أمم", "بالأمم"),
        ("الأمم", "وللأمم"),
        ("رسالة", "رسالته"),
        ("رساله", "الرسالة"),
        ("هدى", "هدي"),
        ("مسؤول", "مسئول"),
        ("الشئون", "شؤون"),
        ("مسؤول", "المسؤولين"),
        ("المسؤولون", "مسؤولين"),
        ("عقوبة", "العقوبات"),
        ("عقوبات", "عقوبة"),
        ("انفجار", "انفجارات"),
        ("وزير", "لوزير"),
        ("وزير", "والوزير"),
        ("وكالة", "للوكالة"),
        ("2018", "٢٠١٨"),
        ("1,500", "١٬٥٠٠"),
        ("Reuters", "REUTERS"),
    ],
)
def test_finds(query: str, word: str) -> None:
    assert matches(fold(query), fold(word))


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("كلام", "سلام"),
        ("كوريا", "سوريا"),
        ("وفير", "سفير"),
        ("لبنان", "لبن"),
        ("باب", "كتاب"),
        ("سلاح", "صلاح"),
        ("من", "يمن"),
        ("2018", "2019"),
        ("art", "party"),
    ],
)
def test_does_not_find(query: str, word: str) -> None:
    assert not matches(fold(query), fold(word))


def test_every_word_is_its_own_stem_and_nothing_is_stripped_to_a_stump() -> None:
    for word in ("و", "ال", "الله", "بل", "لها", "كنا", "كتابات", "٥".translate({0x665: "5"}), "abc"):
        assert stems(word)[0] in (word, word[2:])
        assert all(len(stem) >= 2 or stem == word for stem in stems(word))


TEXT = """مجلس المدينة يناقش موازنة العام
ناقش مجلس المدينة، أمس، موازنة العام المقبل. وقالت ليلى إن المدينة تحتاج إلى مدارس جديدة وإلى طرق تصل بينها وبين
القرى المجاورة التي ظلت سنوات بلا طريق معبد، ثم تحدث مهندسون عن كلفة الطرق وعن الجسور التي ستقام فوق النهر قبل
حلول الشتاء. وختم رئيس المجلس بقوله إن «المدارس أولاً»، ووعد بأن تُعرض الموازنة على الأهالي في ساحة المدينة."""


@pytest.fixture
def small(write: Write, add: Add, dossier: Path) -> Path:
    add(write("a.txt", TEXT), write("b.txt", "عن المدارس\nفتحت المدارس أبوابها ولم يحضر سامي مجلس الآباء."))
    return dossier


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("مجلس", {"a.txt", "b.txt"}),
        ("المدارس مجلس", {"a.txt", "b.txt"}),
        ("مدارس وموازنة", {"a.txt"}),
        ("مدارس سفينة", set()),
        ('"مجلس المدينة"', {"a.txt"}),
        ("«مجلس المدينة»", {"a.txt"}),
        ("“مجلس الآباء”", {"b.txt"}),
        ('"المدينة مجلس"', set()),
        ('"مجلس المدينة" جسر', set()),
        ('"مجلس المدينة" الجسور', {"a.txt"}),
        ('"المدارس"', {"a.txt", "b.txt"}),
        ("Layla", {"a.txt"}),
        ("haddad", {"a.txt"}),
        ("النجار", {"b.txt"}),
        ('"', set()),
        ("", set()),
        ("* OR NEAR(", set()),
        ("cores:مجلس", set()),
        ("مجلس AND", set()),
    ],
)
def test_search(query: str, articles: set[str], small: Path) -> None:
    with Dossier(small) as dossier:
        assert {hit.article for hit in dossier.search(query)} == articles


@given(st.text(alphabet=st.sampled_from("\"«»“”*:^()-+,.'ًـ \u200f\ud800AORN²٣كتاب")))
def test_no_query_is_an_error(query: str) -> None:
    matching = search.expression(search.parse(query))
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5 (cores, stems, names)")
        if matching:
            connection.execute("SELECT * FROM words WHERE words MATCH ?", (matching,)).fetchall()


def test_passages_show_the_words_of_the_article_itself(small: Path) -> None:
    with Dossier(small) as dossier:
        (hit,) = dossier.search("الموازنه اولا")
    assert hit.title == "مجلس المدينة يناقش موازنة العام"
    assert hit.count == 4
    words = []
    for snippet in hit.snippets:
        assert TEXT[snippet.start : snippet.end] == snippet.text
        words += [TEXT[span.start : span.end] for span in snippet.hits]
    assert words == ["موازنة", "موازنة", "أولاً", "الموازنة"]


def test_an_article_found_by_a_name_shows_where_it_is_named(small: Path) -> None:
    with Dossier(small) as dossier:
        (hit,) = dossier.search("Haddad")
    assert [TEXT[s.start : s.end] for snippet in hit.snippets for s in snippet.hits] == ["ليلى"]


def test_the_limit(small: Path) -> None:
    with Dossier(small) as dossier:
        assert len(dossier.search("مجلس", limit=1)) == 1


@pytest.mark.parametrize(("text", "is_one"), [("نص", True), ("؟!", False), ("", False), ("«»", False), ("7", True)])
def test_whether_there_is_anything_to_search_for(text: str, is_one: bool) -> None:
    assert is_query(text) is is_one
