"""Tokens: what is a word, a number, a mark, and which clitics a word may carry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.text.fold import fold, fold_with_offsets
from musnad.text.tokens import Token, enclitic_stems, readings, tokenize, without_article

READINGS = [
    # the whole word always comes first
    ("وزير", {("", "وزير"), ("و", "زير")}),
    ("الرئيس", {("", "الرييس")}),
    ("والرئيس", {("", "والرييس"), ("و", "الرييس")}),
    ("وبالأمم", {("", "وبالامم"), ("و", "بالامم"), ("وب", "الامم")}),
    ("للأمم", {("", "للامم"), ("ل", "لامم"), ("ل", "الامم")}),
    ("وللرئيس", {("", "وللرييس"), ("و", "للرييس"), ("ول", "لرييس"), ("ول", "الرييس")}),
    ("فلسطين", {("", "فلسطين"), ("ف", "لسطين"), ("فل", "سطين")}),
    ("سيزور", {("", "سيزور"), ("س", "يزور")}),
    ("وسيلتقي", {("", "وسيلتقي"), ("و", "سيلتقي"), ("وس", "يلتقي")}),
    ("كوريا", {("", "كوريا"), ("ك", "وريا")}),
    ("موسكو", {("", "موسكو")}),
    # too short to be parted
    ("و", {("", "و")}),
    ("وب", {("", "وب")}),
    ("بال", {("", "بال"), ("ب", "ال")}),
]

TOKENS = [
    ("وصل الوزير.", ["وصل", "الوزير", "."]),
    ("في 12.5 مليون", ["في", "12.5", "مليون"]),
    ("1,200.75 دولار", ["1,200.75", "دولار"]),
    ("يوم 9/7/2018", ["يوم", "9", "/", "7", "/", "2018"]),
    ("قال: «نعم»", ["قال", ":", "«", "نعم", "»"]),
    ("كيم جونغ-أون", ["كيم", "جونغ", "-", "اون"]),
    ("#كوريا_الشمالية", ["#", "كوريا", "_", "الشماليه"]),
    ("عام ٢٠١٨م", ["عام", "2018", "م"]),
    ("انتهى..", ["انتهي", ".", "."]),
    ("5%", ["5", "%"]),
    ("", []),
]


def tokens(text: str) -> tuple[Token, ...]:
    return tokenize(fold_with_offsets(text), text)


@pytest.mark.parametrize(("word", "expected"), READINGS)
def test_readings(word: str, expected: set[tuple[str, str]]) -> None:
    found = readings(fold(word))
    assert found[0] == ("", fold(word))
    assert set(found) == expected


@pytest.mark.parametrize(("text", "norms"), TOKENS)
def test_tokens(text: str, norms: list[str]) -> None:
    assert [token.norm for token in tokens(text)] == norms


@pytest.mark.parametrize(
    ("text", "word", "number", "punct"),
    [("بغداد", True, False, False), ("٢٠١٨", False, True, False), ("،", False, False, True)],
)
def test_sorts(text: str, word: bool, number: bool, punct: bool) -> None:
    (token,) = tokens(text)
    assert (token.is_word, token.is_number, token.is_punct) == (word, number, punct)


@pytest.mark.parametrize(
    ("word", "bare"),
    [("الرييس", "رييس"), ("المانيا", "مانيا"), ("الي", "الي"), ("ال", "ال"), ("رييس", "رييس")],
)
def test_without_article(word: str, bare: str) -> None:
    assert without_article(word) == bare


@pytest.mark.parametrize(
    ("word", "stem"),
    [("رساله", "رسال"), ("رسالته", "رساله"), ("لقاءهما", "لقاء"), ("زيارتها", "زياره"), ("موقفنا", "موقف")],
)
def test_pronouns_behind_a_word(word: str, stem: str) -> None:
    assert stem in enclitic_stems(word)


def test_a_word_too_short_has_no_pronoun() -> None:
    assert enclitic_stems("له") == ()


@given(st.text(st.sampled_from(list('ابةىءلوَّـ١٢.،"« \nxY')), max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    folded = fold_with_offsets(text)
    before = 0
    for token in tokenize(folded, text):
        assert token.surface == text[token.start : token.end]
        assert fold(token.surface) == token.norm
        assert token.start >= before
        before = token.end
    assert "".join(t.norm for t in tokenize(folded, text)) == "".join(folded.text.split())
