"""Names in several spellings, and headings that do not fit their text."""

from __future__ import annotations

import pytest
from tests.link.pile import Paper

from musnad.check import check
from musnad.link import link
from musnad.model import Finding


def findings(kind: str, *papers: Paper) -> list[Finding]:
    return [f for f in check(link([paper.annotated for paper in papers])) if f.kind == kind]


def spelt(*ways: str) -> Paper:
    paper = Paper("a", "2021-03-11", text=" ثم ".join(ways))
    for way in ways:
        paper.names(way, "rania")
    return paper


@pytest.mark.parametrize(
    "ways",
    [
        ("غريغوري ماتوس", "جريجوري ماتوس"),
        ("كيرا أنتون", "كيرا انتون"),
        ("بيتروس ماتوس", "بتروس ماتوس"),
        ("يون جونغ هان", "يون يونغ هان"),
        ("كاي ريم", "كايريم"),
    ],
)
def test_two_writings_of_one_name(ways: tuple[str, ...]) -> None:
    [found] = findings("name_variants", spelt(*ways))
    assert {w.text for w in found.evidence} == set(ways)


@pytest.mark.parametrize(
    "ways",
    [
        ("رانيا الخطيب", "الخطيب"),
        ("رانيا الخطيب", "رانيا سعيد الخطيب"),
        ("لي هي هو", "لي هي هو"),
    ],
)
def test_short_and_long_forms_are_one_writing(ways: tuple[str, ...]) -> None:
    assert findings("name_variants", spelt(*dict.fromkeys(ways))) == []


def test_each_paper_has_its_own_way_with_a_hamza() -> None:
    a = Paper("a", "2021-03-11", text="كيرا أنتون").names("كيرا أنتون", "rania")
    b = Paper("b", "2021-03-11", text="كيرا انتون").names("كيرا انتون", "rania")
    assert findings("name_variants", a, b) == []


BODY = (
    "قال الوزير الأردني بعد انتهاء الجلسة إن بلاده ستواصل العمل مع جيرانها على فتح المعابر أمام البضائع والمسافرين طوال العام.\n"
    "وأوضح أن اللجان الفنية ستجتمع كل شهر في العاصمة لتقديم تقاريرها عن سير الأعمال وعن حاجات البلدات القريبة من الحدود.\n"
)


def under(heading: str, more: str = "") -> Paper:
    return Paper("a", "2021-03-11", text=f"{heading}\n{BODY}{more}").names("المغرب", "MA")


def test_a_heading_names_a_state_that_the_text_does_not() -> None:
    [found] = findings("heading_mismatch", under("ماذا يريد المغرب من اللجان؟"))
    assert "Morocco" in found.says_en


@pytest.mark.parametrize(
    ("heading", "more"),
    [
        ("ماذا يريد المغرب من اللجان؟", "ورحب السفير المغربي بذلك."),
        ("جلسة طويلة في المغرب", ""),
    ],
)
def test_an_adjective_or_a_mere_place_is_enough(heading: str, more: str) -> None:
    assert findings("heading_mismatch", under(heading, more)) == []


def test_a_line_among_captions_is_no_heading() -> None:
    paper = Paper("a", "2021-03-11", text=f"جلسة اللجان\n{BODY}صورة من الأرشيف\nالمغرب يرحب\n{BODY}").names(
        "المغرب", "MA"
    )
    assert findings("heading_mismatch", paper) == []
