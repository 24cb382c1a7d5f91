"""Lengths of time that hang on a happening: ``بعد شهرين على فشل اللقاء`` is two months behind the day of that meeting.

The value of the expression stays a length; its first and last day tell the stretch between the happening and the moment
that is meant. The day of the happening is the event's: from the text, the almanac, or another article of the dossier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from musnad.dating.bounds import months_later, shift
from musnad.dating.cues import cue_words
from musnad.model import Annotated, Event, Linked, Moment, TimeExpression
from musnad.text.fold import fold
from musnad.text.prepared import Text, prepare
from musnad.text.tokens import readings

_PERIOD = re.compile(r"P(\d+)([YMWD])")
_REACH = 5
"""Words behind the length within which what it is counted from must be told."""
_LONGEST = 62
"""Days: a happening that is dated more vaguely is no point to count from."""


def hang_on_events(
    text: Text, times: Sequence[TimeExpression], events: Sequence[Event], known: Mapping[str, Moment] | None = None
) -> tuple[TimeExpression, ...]:
    """The times, the lengths that are counted from an event given its stretch of days.

    ``known``: event id → its day, where it is known from elsewhere than the article.
    """
    return tuple(_hung(text, time, events, known or {}) for time in times)


def counted_from(text: Text, times: Sequence[TimeExpression], events: Sequence[Event]) -> frozenset[str]:
    """The ids of the events that a length of time is counted from: they lie back as far as it says."""
    lengths = [
        time for time in times if time.type == "DURATION" and _PERIOD.fullmatch(time.value or "") and _way(text, time)
    ]
    return frozenset(event.id for time in lengths for event in _counted_from(text, time, events))


def _hung(text: Text, time: TimeExpression, events: Sequence[Event], known: Mapping[str, Moment]) -> TimeExpression:
    period = _PERIOD.fullmatch(time.value or "")
    if time.type != "DURATION" or period is None or time.earliest or time.latest:
        return time
    way = _way(text, time)
    if not way:
        return time
    for event in _counted_from(text, time, events):
        date = known.get(event.id) or event.date
        days = date.days if date else None
        if days and (days[1] - days[0]).days <= _LONGEST:
            far = _moved(days[way > 0], way * int(period[1]), period[2])
            first, last = (days[1], far) if way > 0 else (far, days[0])
            return replace(time, earliest=min(first, last), latest=max(first, last), rule=f"{time.rule}_from_event")
    return time


def _way(text: Text, time: TimeExpression) -> int:
    """1 for بعد ... على, -1 for قبل ... من, 0 where the length is counted from nothing that is told."""
    own = text.between(time.start, time.end)
    before, behind = own.start - 1, own.stop
    if before < 0 or behind >= len(text.tokens) or not _is(text.tokens[behind].norm, _words("counted_from")):
        return 0
    word = text.tokens[before].norm
    return 1 if _is(word, _words("after", "since")) else -1 if _is(word, _words("ago")) else 0


def _is(word: str, words: frozenset[str]) -> bool:
    return any(rest in words for _, rest in readings(word))


@cache
def _words(*senses: str) -> frozenset[str]:
    return frozenset(map(fold, cue_words(*senses)))


def _counted_from(text: Text, time: TimeExpression, events: Sequence[Event]) -> Iterator[Event]:
    """The events whose trigger stands right behind the length."""
    behind = text.between(time.start, time.end).stop
    last = text.tokens[min(behind + _REACH, len(text.tokens) - 1)].end
    yield from (event for event in events if time.end <= event.trigger[0] < last)


def _moved(day: date, amount: int, unit: str) -> date:
    return (
        shift(day, amount * (7 if unit == "W" else 1))
        if unit in "DW"
        else months_later(day, amount * (12 if unit == "Y" else 1))
    )


def hang_on_happenings(linked: Linked) -> Linked:
    """The pile, lengths of time counted from an event hung on the day that another article gives to its happening."""
    days = {
        (report.article, report.event): happening.date
        for happening in linked.happenings
        if happening.date
        for report in happening.reports
    }
    return replace(linked, articles=tuple(_hung_again(record, days) for record in linked.articles))


def _hung_again(record: Annotated, days: Mapping[tuple[str, str], Moment]) -> Annotated:
    open_lengths = any(
        t.type == "DURATION" and not t.earliest and _PERIOD.fullmatch(t.value or "") for t in record.times
    )
    name = record.article.id
    known = {e.id: days[name, e.id] for e in record.events if e.date is None and (name, e.id) in days}
    if not open_lengths or not known:
        return record
    times = hang_on_events(prepare(record.article.text), record.times, record.events, known)
    return replace(record, times=times) if times != record.times else record
