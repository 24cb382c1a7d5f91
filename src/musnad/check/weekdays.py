"""A weekday that does not fall on the date beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from musnad.check.finding import finding, words
from musnad.lexicon.labels import label
from musnad.lexicon.weekdays import weekday_of
from musnad.model import Finding, Linked

_GAP = 4
"""Characters that may stand between a weekday and its date (a comma, a bracket)."""


def weekday_mismatch(linked: Linked) -> Iterator[Finding]:
    """``الاثنين 16 أغسطس 2023``, when the 16th was a Wednesday. Only a date whose year is written can be wrong."""
    for article in linked.articles:
        text = article.article.text
        for number, time in enumerate(article.times):
            day = _day(time.value)
            if day is None or str(day.year) not in _ascii(time.text):
                continue
            start, said = time.start, weekday_of(time.text)
            if said is None and number:
                before = article.times[number - 1]
                if time.start - before.end <= _GAP and "\n" not in text[before.end : time.start]:
                    start, said = before.start, weekday_of(before.text)
            if said is None or said == day.weekday():
                continue
            yield finding(
                "weekday_mismatch",
                "error",
                [words(article, start, time.end)],
                day=day.isoformat(),
                right=weekday_name(day.weekday()),
                said=weekday_name(said),
            )


def _ascii(text: str) -> str:
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)


def _day(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None


def weekday_name(weekday: int) -> tuple[str, str]:
    """The weekday in Arabic and English, Monday being 0."""
    return label("weekday", str(weekday), "ar"), label("weekday", str(weekday), "en")
