"""Spans of a text as markup: nothing lost, nothing doubled, everything escaped."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from musnad.web.context import sentences_of
from musnad.web.marks import Span, excerpt, lines, marked

TEXT = "قال <الوزير> إن القمة 𐤀 ستعقد غدًا & انتهى"


def stripped(markup: str) -> str:
    import html

    return html.unescape(re.sub(r"<[^>]*>", "", markup))


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_the_text_comes_out_whole(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(p), max(p), "mark", title='"', anchor=f"e{i}") for i, p in enumerate(pairs)]
    assert stripped(marked(text, 0, len(text), spans)) == text


def test_crossing_spans_share_the_piece_between_them() -> None:
    out = marked("abcdef", 0, 6, [Span(0, 4, "x", anchor="e1"), Span(2, 6, "y", anchor="e2")])
    assert out == (
        '<span class="at" id="e1"></span><span class="x in-e1">ab</span>'
        '<span class="at" id="e2"></span><span class="x y in-e1 in-e2">cd</span><span class="y in-e2">ef</span>'
    )


def test_offsets_are_code_points() -> None:
    start = TEXT.index("ستعقد")
    assert "<mark>ستعقد</mark>" in marked(TEXT, 0, len(TEXT), [Span(start, start + 5, "mark")])


def test_a_span_over_two_lines_has_one_anchor() -> None:
    text = "أول\nثان"
    spans = [Span(1, 6, "", anchor="e1")]
    pages = "".join(marked(text, a, b, spans) for a, b in lines(text))
    assert pages.count('id="e1"') == 1
    assert pages.count('class="in-e1"') == 2


def test_a_title_cannot_leave_its_attribute() -> None:
    assert '"><script>' not in marked("ab", 0, 2, [Span(0, 2, "x", title='"><script>')])


def test_excerpt_is_the_sentence_and_a_long_one_is_cut_at_words() -> None:
    text = "انتهى الأمر. " + "كلمة " * 200 + "وقع الحدث هنا " + "كلمة " * 200 + ". وبعد ذلك صمت."
    start = text.index("وقع الحدث")
    frame = sentences_of(text).around(start, start + 9)
    shown = excerpt(text, frame, start, start + 9, (start, start + 3))
    plain = stripped(shown)
    assert plain.startswith("… كلمة")
    assert plain.endswith("كلمة …")
    assert len(plain) < 520
    assert '<span class="trigger"><mark>وقع</mark></span>' in shown
    assert "انتهى" not in plain


def test_lines_are_those_that_hold_text() -> None:
    assert lines("أ\n\n  \nب\r\n") == [(0, 1), (6, 8)]
    assert lines("") == []
