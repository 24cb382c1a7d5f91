"""An anniversary whose number does not fit the years between the happening and the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from musnad.check.finding import finding, words
from musnad.dating.almanac import Known
from musnad.dating.anniversaries import anniversaries
from musnad.dating.reading import Reading, read
from musnad.model import Annotated, Finding, Linked, Words
from musnad.text.numbers import read_ordinal
from musnad.text.prepared import prepare

_NEAR = 40
"""Characters between the number of an anniversary and the year of what it keeps."""
_YEAR = re.compile(r"\d{4}")
_BREAK = re.compile(r"[،,.؛:\n\"«»()]")
_MARGIN = 1
"""Years: an anniversary is kept from some months before to some months after the day."""


def anniversary_arithmetic(linked: Linked) -> Iterator[Finding]:
    """``الذكرى السابعة والثمانون لتحرير كوريا`` in an article of 2023: 1945 to 2023 is 78 years.

    Only where the happening is in the almanac and the article's year is known; of several happenings that the words may
    mean, none may fit.
    """
    for article in linked.articles:
        day, last = article.published.earliest, article.published.latest
        if day is None or last is None or last.year - day.year > _MARGIN:
            continue
        entities = {entity.id: entity for entity in article.entities}
        reading = read(prepare(article.article.text), article.times, article.mentions, entities)
        slips: dict[tuple[str, int], list[Words]] = defaultdict(list)
        said: dict[tuple[str, int], tuple[Known, int]] = {}
        for kept in anniversaries(reading):
            if kept.years < 1:
                continue
            gaps = {known: (day.year - known.first.year, last.year - known.first.year) for known in kept.candidates}
            if any(low - _MARGIN <= kept.years <= high + _MARGIN for low, high in gaps.values()):
                continue
            known = min(gaps, key=lambda k: abs(gaps[k][1] - kept.years))
            start, end = reading.stream.span(kept.first, kept.last)
            slips[known.id, kept.years].append(words(article, start, end))
            said[known.id, kept.years] = known, gaps[known][1]
        yield from _told_years(article, reading, day.year, last.year)
        for slip, evidence in slips.items():
            (known, years), counted = said[slip], slip[1]
            yield finding(
                "anniversary_arithmetic",
                "error",
                evidence,
                first=known.first.year,
                last=last.year,
                years=years,
                counted=counted,
                name=(known.name_ar, known.name_en),
            )


def _told_years(article: Annotated, reading: Reading, first: int, last: int) -> Iterator[Finding]:
    """``الذكرى الستون لهدنة عام 1953`` tells the year itself: the article's year less that one is the number."""
    stream, text = reading.stream, article.article.text
    for i in range(len(stream.words) - 1):
        if not reading.cues.within("anniversary", [i]):
            continue
        ordinal = read_ordinal(stream.text.tokens, stream.tokens[i + 1])
        if ordinal is None or ordinal.low < 2:
            continue
        end = stream.text.tokens[ordinal.end_token - 1].end
        time = next((t for t in article.times if t.start >= end), None)
        if time is None or not time.value or not _YEAR.fullmatch(time.value) or time.value not in time.text:
            continue
        if time.start - end > _NEAR or _BREAK.search(text[end : time.start]):
            continue
        year, years = int(time.value), int(ordinal.low)
        if first - year - _MARGIN <= years <= last - year + _MARGIN:
            continue
        yield finding(
            "anniversary_arithmetic",
            "error",
            [words(article, stream.text.tokens[stream.tokens[i]].start, time.end)],
            "anniversary_of_year",
            first=year,
            last=last,
            years=last - year,
            counted=years,
        )
