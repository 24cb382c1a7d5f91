"""Numbers in words and digits: what is written → what it is worth."""

from __future__ import annotations

import pytest

from musnad.text.fold import fold_with_offsets
from musnad.text.numbers import Number, read_number, read_ordinal
from musnad.text.tokens import Token, tokenize


def tokens(text: str) -> tuple[Token, ...]:
    return tokenize(fold_with_offsets(text), text)


EXACT = [
    ("خمسة رجال", 5, "خمسة"),
    ("ثمان سفن", 8, "ثمان"),
    ("ثماني سفن", 8, "ثماني"),
    ("ثمانية جنود", 8, "ثمانية"),
    ("أحد عشر كوكبا", 11, "أحد عشر"),
    ("إحدى عشرة دولة", 11, "إحدى عشرة"),
    ("اثنا عشر عضوا", 12, "اثنا عشر"),
    ("اثنتي عشرة طائرة", 12, "اثنتي عشرة"),
    ("ثماني عشرة قرية", 18, "ثماني عشرة"),
    ("عشرون لاجئا", 20, "عشرون"),
    ("ثلاثة وعشرون قاضيا", 23, "ثلاثة وعشرون"),
    ("تسعا وتسعين مرة", 99, "تسعا وتسعين"),
    ("تسع وتسعين مرة", 99, "تسع وتسعين"),
    ("مئة عامل", 100, "مئة"),
    ("مائة عامل", 100, "مائة"),
    ("مائة وخمسة عمال", 105, "مائة وخمسة"),
    ("مئتي عامل", 200, "مئتي"),
    ("مائتان وأربعون عاملا", 240, "مائتان وأربعون"),
    ("ثلاثمئة وعامل", 300, "ثلاثمئة"),
    ("ثلاث مئة وأربعون", 340, "ثلاث مئة وأربعون"),
    ("ستمائة وخمسون ناخبا", 650, "ستمائة وخمسون"),
    ("ألف ناخب", 1000, "ألف"),
    ("ألفان من الجنود", 2000, "ألفان"),
    ("ألفي جندي", 2000, "ألفي"),
    ("ألفين وثمانية عشر", 2018, "ألفين وثمانية عشر"),
    ("ألف وتسعمئة وخمسة وأربعين", 1945, "ألف وتسعمئة وخمسة وأربعين"),
    ("ثلاثة آلاف مقاتل", 3000, "ثلاثة آلاف"),
    ("مئتان وخمسون ألفاً", 250_000, "مئتان وخمسون ألفاً"),
    ("مئة ألف", 100_000, "مئة ألف"),
    ("مليونا ناخب", 1_000_000, "مليونا"),
    ("مليونين ومئتي ألف", 2_200_000, "مليونين ومئتي ألف"),
    ("خمسة ملايين ونصف المليون", 5_500_000, "خمسة ملايين ونصف المليون"),
    ("مليون ونصف دولار", 1_500_000, "مليون ونصف"),
    ("ملياري دولار", 2_000_000_000, "ملياري"),
    ("14,800 لاجئ", 14_800, "14,800"),
    ("١٤٬٨٠٠ لاجئ", 14_800, "١٤٬٨٠٠"),
    ("10.5 بالمئة", 10.5, "10.5"),
    ("20 ألف متظاهر", 20_000, "20 ألف"),
    ("20 ألفا و500 متظاهر", 20_500, "20 ألفا و500"),
    ("3.5 مليار دولار", 3_500_000_000, "3.5 مليار"),
    ("2012 و2015", 2012, "2012"),
    ("خمسة وعشرة", 5, "خمسة"),
    ("أحد الرجال", None, ""),
    ("ميتين في البحر", None, ""),
    ("وزير الخارجية", None, ""),
]


@pytest.mark.parametrize(("text", "value", "words"), EXACT, ids=[row[0] for row in EXACT])
def test_cardinal(text: str, value: float | None, words: str) -> None:
    number = read_number(tokens(text), 0)
    if value is None:
        assert number is None
        return
    assert number is not None
    assert (number.low, number.high, number.exact) == (value, value, True)
    assert _words(text, number) == words


VAGUE = [
    ("عشرات القتلى", 20, 99),
    ("مئات الجرحى", 200, 999),
    ("آلاف المتظاهرين", 2000, 9999),
    ("عشرات الآلاف من النازحين", 20_000, 99_999),
    ("مئات الآلاف", 100_000, 999_999),
    ("عشرات آلاف النازحين", 20_000, 99_999),
]


@pytest.mark.parametrize(("text", "low", "high"), VAGUE, ids=[row[0] for row in VAGUE])
def test_uncertain(text: str, low: float, high: float) -> None:
    number = read_number(tokens(text), 0)
    assert number is not None
    assert (number.low, number.high, number.exact) == (low, high, False)


ORDINALS = [
    ("الأول من", 1),
    ("الأولى في", 1),
    ("ثالث اجتماع", 3),
    ("العاشرة مساء", 10),
    ("الحادي عشر", 11),
    ("الثانية عشرة", 12),
    ("العشرين", 20),
    ("الحادي والعشرين", 21),
    ("الثالث والعشرين", 23),
    ("السابعة والثمانين", 87),
    ("المئة", 100),
    ("الرئيس", None),
    ("عشرون", None),
]


@pytest.mark.parametrize(("text", "value"), ORDINALS, ids=[row[0] for row in ORDINALS])
def test_ordinal(text: str, value: float | None) -> None:
    number = read_ordinal(tokens(text), 0)
    assert (number.low if number else None) == value


def test_clitics_are_counted_apart() -> None:
    number = read_number(tokens("بثلاثة"), 0)
    assert number is not None
    assert (number.low, number.cut) == (3, 1)


def test_a_number_is_read_from_where_it_begins() -> None:
    number = read_number(tokens("قتل ثلاثة وعشرون"), 1)
    assert number == Number(1, 3, 23, 23, True)


def _words(text: str, number: Number) -> str:
    found = tokens(text)
    return text[found[number.start_token].start : found[number.end_token - 1].end]
