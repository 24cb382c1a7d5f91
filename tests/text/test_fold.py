"""Folding: surface → folded, and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.text.fold import fold, fold_with_offsets

FOLDED = [
    # hamza and its seats
    ("أحمد", "احمد"),
    ("إيران", "ايران"),
    ("آسيا", "اسيا"),
    ("ٱلله", "الله"),
    ("مؤتمر", "موتمر"),
    ("بيئة", "بييه"),
    ("قرآن", "قران"),
    ("ماء", "ماء"),
    ("شيء", "شيء"),
    ("كيم جونغ أون", "كيم جونغ اون"),
    ("مسئول", "مسيول"),
    # final letters that papers swap
    ("على", "علي"),
    ("فى", "في"),
    ("هانوى", "هانوي"),
    ("كتابة", "كتابه"),
    ("القاهره", "القاهره"),
    ("القاهرة", "القاهره"),
    # vowel signs and tatweel
    ("أُسْتَاذٌ", "استاذ"),
    ("السَّلامُ", "السلام"),
    ("مـــحمد", "محمد"),
    ("عليّ", "علي"),
    ("رحمٰن", "رحمن"),
    ("بـ12", "ب12"),
    # digits and their marks
    ("٢٠١٨", "2018"),
    ("۱۹۹۹", "1999"),
    ("٣٫٥", "3.5"),
    ("١٬٠٠٠", "1,000"),
    ("٥٪", "5%"),
    ("2018", "2018"),
    # Persian letter shapes
    ("كوریا", "كوريا"),
    ("کوریا", "كوريا"),
    ("چاد", "جاد"),
    ("ڤيتنام", "فيتنام"),
    ("پوتين", "بوتين"),
    ("گاز", "كاز"),
    # presentation and compatibility forms
    ("ﻻ", "لا"),
    ("ﷲ", "الله"),
    ("ﻣﺤﻤﺪ", "محمد"),
    ("½", "1⁄2"),
    # what cannot be seen, and white space
    ("لا\u200f يزال", "لا يزال"),
    ("\u202bنعم\u202c", "نعم"),
    ("\ufeffنعم", "نعم"),
    ("سوف\u00a0يصل", "سوف يصل"),
    ("أ\tب", "ا ب"),
    ("أ\u2028ب", "ا\nب"),
    ("أ\nب", "ا\nب"),
    # Latin
    ("UN Security Council", "un security council"),
    ("", ""),
]

ALPHABET = st.sampled_from(list('اأإآبتثجحخدذرزسشصضطظعغفقكلمنهويةىءؤئـ َُِّْٰ٠٢۱.،؛؟!"«» \n\tabC½ﻻﷲ\u200f\u202b'))
TEXTS = st.text(ALPHABET, max_size=60)


@pytest.mark.parametrize(("surface", "folded"), FOLDED)
def test_folds(surface: str, folded: str) -> None:
    assert fold(surface) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سوريا", "سورية"),
        ("بن", "ابن"),
        ("غزة", "غزا"),
        ("حلب", "حلف"),
        ("ذكر", "ذكرى"),
        ("شي", "شيء"),
        ("مئة", "مائة"),
    ],
)
def test_keeps_different_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_every_letter_knows_where_it_came_from(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert list(folded.starts) == sorted(folded.starts)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[at] in fold(text[start:end])


@given(TEXTS, st.data())
def test_a_span_folds_to_itself(text: str, data: st.DataObject) -> None:
    """What stands in the original where a folded span came from folds to it, unless a letter folds to several."""
    folded = fold_with_offsets(text)
    if not folded.text or any(len(fold(c)) > 1 for c in text):
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    assert fold(text[slice(*folded.span(start, end))]) == folded.text[start:end]


def test_vowel_signs_belong_to_the_letter_before_them() -> None:
    text = "قالَ محمَّدٌ"
    folded = fold_with_offsets(text)
    assert text[slice(*folded.span(4, 8))] == "محمَّدٌ"


def test_a_break_is_a_space_that_the_original_does_not_have() -> None:
    text = "مجلسالأمن"
    folded = fold_with_offsets(text, frozenset({4}))
    assert folded.text == "مجلس الامن"
    assert text[slice(*folded.span(0, 4))] == "مجلس"
    assert text[slice(*folded.span(5, 10))] == "الأمن"
