"""Whether a text is Arabic at all."""

from __future__ import annotations

import pytest

from musnad.text.language import language_of

TEXTS = [
    ("وصل الوزير إلى بغداد", "ar"),
    ("وَصَلَ الوَزيرُ إِلى بَغدادَ", "ar"),
    ("وصل الوزير (Kim Jong Un) إلى بكين مساء أمس", "ar"),
    ("التقى الوزير نظيره الإيراني گلستاني في طهران أمس وبحثا العلاقات", "ar"),
    ("ﻭﺻﻞ ﺍﻟﻮﺯﻳﺮ", "ar"),
    ("", "und"),
    ("1718 - 2397", "und"),
    ("Kim meets Putin in Vladivostok", "und"),
    ("The word سلام appears in an English sentence", "und"),
    ("ایران و روسیه درباره همکاری گفتگو کردند", "und"),
    ("وزیر خارجہ نے کہا کہ پاکستان", "und"),
    ("سەرۆکی هەرێم گەیشتە هەولێر", "und"),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
