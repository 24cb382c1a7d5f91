"""Sentences: one line of the table is a paragraph and the sentences that it holds, parted here by ‖."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.text.prepared import prepare

PARTED = [
    "وصل الوزير.‖ غادر السفير.",
    "وصل الوزير",
    "هل وافق المجلس؟‖ نعم!‖ وافق.",
    "صرح الرئيس…‖وغادر القاعة",
    # a title or an initial is no end
    "التقى د. أحمد سامي الوفد.‖ ثم عاد.",
    "قال أ. د. سمير حداد إن القرار صدر.‖ وانتهى الأمر",
    "التقى م. خالد الوفد.‖ عاد إلى بيته",
    "قال U.S. officials إن الأمر انتهى.‖ نعم",
    # numbers
    "ارتفع السعر 3.5 في المئة.‖ وهبط النفط.",
    "اتفاق بقيمة 1,200.75 دولار.‖ انتهى",
    "صدر القرار 1718.‖ ثم صدر القرار 1874.",
    "وقع الحادث في 12.5.2018.‖ ووصلت الشرطة",
    "زار موقع example.com أمس.‖ ثم غادر",
    # two dots and more, as papers use them
    "انتهت الجلسة..‖ وعاد الوفد",
    "انتهت الجلسة...‖ وعاد الوفد",
    # a quotation is one breath, and its closing mark belongs to it
    'قال: "وصلنا. سنعود غدا."‖ ثم غادر.',
    "قال «وصلنا. سنعود.»‖ ثم غادر.",
    "قال “وصلنا. سنعود.”‖ ثم غادر.",
    'قال الوزير إن القرار "صائب".‖ وأضاف أنه نهائي',
    "(أ ف ب).‖ وصل الوفد.",
    # a quotation that is never closed does not swallow the paragraph
    'قال "وصلنا.‖ ثم غادر.',
]


def parted(text: str) -> list[str]:
    prepared = prepare(text)
    return [prepared.slice(sentence)[2] for sentence in prepared.sentences]


@pytest.mark.parametrize("marked", PARTED)
def test_sentences(marked: str) -> None:
    assert parted(marked.replace("‖", "")) == [part.strip() for part in marked.split("‖")]


def test_a_line_feed_ends_a_sentence_and_a_paragraph() -> None:
    prepared = prepare("عنوان الخبر\n\n  \nنص الخبر. جملة أخرى\n")
    assert [prepared.slice(line)[2] for line in prepared.paragraphs] == ["عنوان الخبر", "نص الخبر. جملة أخرى"]
    assert parted(prepared.original) == ["عنوان الخبر", "نص الخبر.", "جملة أخرى"]


def test_a_quotation_does_not_reach_into_the_next_paragraph() -> None:
    assert parted('قال "وصلنا\nغادر الوفد. عاد "') == ['قال "وصلنا', "غادر الوفد.", 'عاد "']


def test_an_empty_text_has_none() -> None:
    assert parted("") == parted(" \n\n ") == []


@given(st.text(st.sampled_from(list('ابد12.. !؟"«»() \n')), max_size=80))
def test_every_token_is_in_exactly_one_sentence(text: str) -> None:
    prepared = prepare(text)
    assert [i for sentence in prepared.sentences for i in sentence] == list(range(len(prepared.tokens)))
    for number, sentence in enumerate(prepared.sentences):
        assert all(prepared.sentence_of(i) == number for i in sentence)
