"""When a thing happened that the article does not date but the almanac does (انسحاب ترامب من الاتفاق النووي)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from musnad.dating.almanac import Known, Passage, passages
from musnad.dating.stream import stream_of
from musnad.model import Event, Moment, Published
from musnad.text.prepared import Text

_NEWS = timedelta(days=400)
"""Of several happenings that the words may mean, the last one is meant if it is no older than that."""


def date_by_almanac(text: Text, events: Sequence[Event], published: Published) -> tuple[Event, ...]:
    """The events, those without a date given the day of the happening that their words are known to speak of."""
    if all(event.date is not None for event in events) or published.latest is None:
        return tuple(events)
    stream = stream_of(text)
    found: list[tuple[int, int, Passage]] = []
    for passage in passages(stream):
        start, end = stream.span(passage.first, passage.last)
        found.append((start, end, passage))
    return tuple(_dated(event, found, published) for event in events)


def _dated(event: Event, found: Sequence[tuple[int, int, Passage]], published: Published) -> Event:
    if event.date is not None or event.kind == "say" or event.status not in ("happened", "ongoing"):
        return event
    for start, end, passage in found:
        if passage.open or not start <= event.trigger[0] < end:
            continue
        if known := _meant(passage.candidates, published):
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
