"""An anniversary whose number does not fit the years between the happening and the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from musnad.check.finding import finding, isolate, words
from musnad.dating.almanac import Known
from musnad.dating.anniversaries import anniversaries
from musnad.dating.reading import read
from musnad.model import Finding, Linked, Words
from musnad.text.prepared import prepare

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
            gaps = {known: (day.year - known.first.year, last.year - known.first.year) for known in kept.candidates}
            if any(low - _MARGIN <= kept.years <= high + _MARGIN for low, high in gaps.values()):
                continue
            known = min(gaps, key=lambda k: abs(gaps[k][1] - kept.years))
            start, end = reading.stream.span(kept.first, kept.last)
            slips[known.id, kept.years].append(words(article, start, end))
            said[known.id, kept.years] = known, gaps[known][1]
        for slip, evidence in slips.items():
            (known, years), counted = said[slip], slip[1]
            yield finding(
                "anniversary_arithmetic",
                "error",
                f"من {isolate(str(known.first.year))} إلى {isolate(str(last.year))}: {isolate(str(years))} عاما لا {isolate(str(counted))}"
                f" ({known.name_ar})",
                f"{known.first.year} to {last.year} is {years} years, not {counted} ({known.name_en})",
                evidence,
            )
