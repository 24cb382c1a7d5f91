"""When a thing happened that the article does not date but the almanac does (انسحاب ترامب من الاتفاق النووي)."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import timedelta

from musnad.dating.almanac import Known, Passage, passages, told_as
from musnad.dating.stream import stream_of
from musnad.model import Event, Moment, Published
from musnad.text.prepared import Text

_NEWS = timedelta(days=400)
"""Of several happenings that the words may mean, the last one is meant if it is no older than that."""

_NOT_NEWS = timedelta(days=14)
"""What lies so far back is not told as the news of the day."""


def date_by_almanac(
    text: Text, events: Sequence[Event], published: Published, background: Set[str] = frozenset()
) -> tuple[Event, ...]:
    """The events, those without a date given the day of the happening that their words are known to speak of.

    ``background``: ids of events that are not of today, so that they cannot keep the day of the news.
    """
    undated = {event.id for event in events if event.date is None} | background
    if published.latest is None or not undated:
        return tuple(events)
    stream = stream_of(text)
    found: list[tuple[int, int, Passage]] = []
    for passage in passages(stream):
        start, end = stream.span(passage.first, passage.last)
        found.append((start, end, passage))
    return tuple(_dated(event, found, published) if event.id in undated else event for event in events)


def _dated(event: Event, found: Sequence[tuple[int, int, Passage]], published: Published) -> Event:
    if event.kind == "say" or event.status in ("planned", "possible"):
        return event
    for start, end, passage in found:
        if not start <= event.trigger[0] < end:
            continue
        known = _meant([c for c in passage.candidates if event.kind in told_as(c.kind)], published)
        if known and (event.date is None or (published.earliest and known.last < published.earliest - _NOT_NEWS)):
            value = known.first.isoformat()
            if known.last != known.first:
                value += "/" + known.last.isoformat()
            return replace(event, date=Moment(value, known.first, known.last))
    return event


def _meant(candidates: Sequence[Known], published: Published) -> Known | None:
    """The one happening of the candidates that had happened by the day of publication; of several the last, if recent."""
    latest = published.latest
    past = [known for known in candidates if latest is not None and known.first <= latest]
    if len(past) == 1:
        return past[0]
    if past and latest is not None and latest - past[-1].first <= _NEWS:
        return past[-1]
    return None
