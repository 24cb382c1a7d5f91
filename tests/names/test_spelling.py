"""Spelling keys: which spellings are one name, and which names must stay two."""

from __future__ import annotations

import itertools

import pytest

from musnad.names.spelling import name_key, spelling_key
from musnad.text.fold import fold

ONE = """
    كيم جونج أون|كيم جونغ أون|كيم جونغ اون|كيم جونق أون
    كيم يونج أون|كيم يونغ أون|كيم يونغ اون
    نتنياهو|نتانياهو
    باتيل|باتل
    شويغو|شويجو|شويقو
    غوتيريش|جوتيريش|قوتيريش
    سيرغي لافروف|سيرجي لافروف|سيرغى لافروف
    أردوغان|اردوغان|إردوغان|أردوجان
    ماكرون|مكرون
    ترامب|ترمب
    زيلينسكي|زيلنسكي|زلينسكي
    ميدفيديف|مدفيديف|ميدفيدف
    دميتري|ديمتري|دميترى|ديميتري
    بيسكوف|بسكوف
    غورباتشوف|جورباتشوف|غورباتشيف
    غروسي|جروسي|غروسى
    كيسنجر|كسنجر
    غريفيث|جريفيث
    بلينكن|بلنكن
    موغيريني|موجيريني|موغريني
    فلاديمير|فلادمير
    رودريغيز|رودريجيز|رودريغز
    لوكاشينكو|لوكاشنكو
    هنية|هنيه
"""

TWO = [
    ("كيم جونغ أون", "كيم جونغ إيل"),
    ("كيم جونغ أون", "كيم يو جونغ"),
    ("كيم جونغ إيل", "كيم إيل سونغ"),
    ("كيم جونغ أون", "كيم يونغ نام"),
    ("كيم جونغ إيل", "كيم يو جونغ"),
    ("بوش", "بوتين"),
    ("لافروف", "لابروف"),
    ("شي", "شويغو"),
    ("ماكرون", "ميركل"),
    ("أحمد", "محمد"),
    ("رحمن", "رحيم"),
    ("بايدن", "بوتين"),
    ("روحاني", "رفسنجاني"),
    ("مون", "مود"),
]


def key(name: str) -> tuple[str, ...]:
    return name_key(tuple(fold(name).split()))


@pytest.mark.parametrize("line", ONE.strip().splitlines())
def test_one_name(line: str) -> None:
    spellings = line.strip().split("|")
    assert len({key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_names(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_kims_stay_apart() -> None:
    kims = ["كيم جونغ أون", "كيم جونغ إيل", "كيم إيل سونغ", "كيم يو جونغ", "كيم يونغ نام", "كيم كي نام"]
    assert all(key(a) != key(b) for a, b in itertools.combinations(kims, 2))


@pytest.mark.parametrize("word", ["أ", "وو", "يي", "إيه", "او", "لي", "ه"])
def test_a_key_is_never_empty(word: str) -> None:
    assert spelling_key(word)
