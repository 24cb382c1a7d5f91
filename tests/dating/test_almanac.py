"""The almanac: its data are sound, and its happenings are found where they are spoken of, and only there."""

from __future__ import annotations

import pytest

from musnad.dating.almanac import certainty, known, passages, pointed
from musnad.dating.stream import stream_of
from musnad.lexicon.table import rows, split
from musnad.text.prepared import prepare


def found(body: str) -> set[str]:
    return {c.id[:10] for p in passages(stream_of(prepare(body))) for c in p.candidates}


def test_the_data_are_sound() -> None:
    happenings = known()
    assert len(happenings) >= 900
    assert len({happening.id for happening in happenings}) == len(happenings)
    for happening in happenings:
        assert happening.first <= happening.last
        assert happening.announced is None or happening.announced <= happening.first
        assert certainty(happening.kind) in ("named", "told", "expected", "scheduled")
        assert pointed(happening.kind) in (True, False)
        assert happening.id.startswith(str(happening.first))


def test_ten_elected_members_sit_every_year() -> None:
    seats: dict[int, int] = {}
    for row in rows("almanac/security_council", "terms"):
        for term in split(row["terms"]):
            first, last = map(int, term.split(".."))
            for year in range(first, last + 1):
                seats[year] = seats.get(year, 0) + 1
    assert {seats[year] for year in range(2000, 2027)} == {10}


SPOKEN_OF = {
    "ذكرى تحرير كوريا من الاستعمار": "1945-08-15",
    "بعد هجمات الحادي عشر من سبتمبر": "2001-09-11",
    "انهيار الاتحاد السوفياتي": "1991-12-26",
    "أودى زلزال هايتي بحياة الآلاف": "2010-01-12",
    "نص القرار رقم 2254 بشأن سوريا": "2015-12-18",
    "ضمت روسيا شبه جزيرة القرم الأوكرانية": "2014-03-18",
    "انسحاب القوات السوفيتية من أفغانستان": "1989-02-15",
    "مقتل رئيس الوزراء الياباني السابق شينزو آبي": "2022-07-08",
    "ولكوفيد-19 آثار باقية": "2020-02-11",
}


@pytest.mark.parametrize(("body", "day"), SPOKEN_OF.items())
def test_spoken_of(body: str, day: str) -> None:
    assert day in found(body)


NOT_SPOKEN_OF = {
    "ذكر هنية أن مقتل الطفل جريمة": "2024-07-31",
    "وصل إلى مطار القاهرة أمس": "1945-08-15",
    "قال نصر الله إن اغتيال القائد لن يمر": "2024-09-27",
    "يحرر الكاتب مقالا عن كوريا": "1945-08-15",
    "بلغت الكلفة 2254 دولارا": "2015-12-18",
}


@pytest.mark.parametrize(("body", "day"), NOT_SPOKEN_OF.items())
def test_not_spoken_of(body: str, day: str) -> None:
    assert day not in found(body)


def test_happenings_that_share_their_words_are_all_candidates() -> None:
    body = "كانت تلك زيارة بوتين إلى كوريا الشمالية التي التقى فيها كيم"
    assert {"2000-07-19", "2024-06-18"} <= found(body)


def test_a_former_holder_has_left_but_in_a_former_hour_nobody_has() -> None:
    assert "2018-03-13" in found("التقى وزير الخارجية الأمريكي السابق تيلرسون بالوفد")
    assert "2018-03-13" not in found("التقى تيلرسون في وقت سابق بالوفد")
