"""Datelines: a full date printed at the head or the foot of the article, which is no part of its story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from musnad.dating.reading import Reading
from musnad.dating.today import weekdays_told
from musnad.dating.wording import evidence, say, set_aside, weekday
from musnad.model import Evidence, TimeExpression

_HEAD_LINES, _FOOT_LINES = 7, 3
_DAY_LENGTH = len("2023-08-16")
_PLACE_WORDS = 5
"""Words that may stand before the date in ``موسكو 25 أبريل 2019 (وكالة) -``."""
_ALONE_REST = 3
"""Words that may be left on a line beside the date and what belongs to datelines: a city, an agency, a name."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day that is printed, and the weekday beside it if it is another one than the day's."""

    day: date
    evidence: tuple[Evidence, ...]


def dateline(reading: Reading) -> Dateline | None:
    """The day of publication that the article states, or None. Of several the one that is said to be published, else
    the first.
    """
    found: list[tuple[int, int, TimeExpression, str]] = []
    lines = reading.text.paragraphs
    for order, time in enumerate(reading.times):
        if time.type != "DATE" or not time.value or len(time.value) != _DAY_LENGTH or time.earliest != time.latest:
            continue
        first, last = reading.words_of(time.start, time.end)
        line = reading.stream.line[first]
        if _HEAD_LINES <= line < len(lines) - _FOOT_LINES:
            continue
        rank = _rank(reading, first, last, line)
        if rank is not None:
            found.append((rank, order, time, _RANKS[rank]))
    if not found:
        return None
    _, _, time, key = min(found, key=lambda item: item[:2])
    assert time.earliest is not None
    beside = _weekday_beside(reading, time)
    told = [*beside, *_weekday_told(reading, time.earliest)]
    return Dateline(time.earliest, (evidence(time.start, time.end, "dateline", say(key)), *told))


_RANKS = ("dateline_said", "dateline_alone", "dateline_head")
"""How a dateline is known, the surest first: sentences of evidence.tsv."""
_LATE = 2
"""Days that a newspaper or its page may lie behind the day that the report calls today."""


def _rank(reading: Reading, first: int, last: int, line: int) -> int | None:
    stream = reading.stream
    on_line = [i for i in range(max(0, first - 40), min(len(stream.words), last + 40)) if stream.line[i] == line]
    rest = [i for i in on_line if not first <= i <= last and not _furniture(reading, i)]
    alone = len(rest) <= _ALONE_REST and not any(reading.cues.within(sense, rest) for sense in ("past", "future"))
    said = any(
        "publication" in reading.cues.senses[i] for i in range(max(0, first - 4), first) if stream.line[i] == line
    )
    if said and len(rest) <= _ALONE_REST + 5:
        return 0
    if alone:
        return 1
    start = on_line[0]
    opens = first - start <= _PLACE_WORDS and not any(
        reading.cues.within(sense, range(start, first)) for sense in ("past", "future")
    )
    token = stream.tokens[last] + 1
    sign = reading.text.tokens[token].norm if token < len(reading.text.tokens) else ""
    if opens and line <= 4 and sign in {"(", "-", "–", "—", "/", ":", "،"} and _closes(reading, token):
        return 2
    return None


def _closes(reading: Reading, token: int) -> bool:
    """Behind the date stands an agency in brackets or a dash, as before a report; a comma would be too little."""
    tokens = reading.text.tokens
    if tokens[token].norm == "(":
        return any(t.norm == ")" for t in tokens[token : token + 8])
    return tokens[token].norm != "،"


def _furniture(reading: Reading, i: int) -> bool:
    """Words of datelines: published, updated, clock times, weekdays, the Hijri date beside."""
    word = reading.stream.words[i]
    if "dateline" in reading.cues.senses[i] or word[0].isdigit():
        return True
    start, end = reading.stream.span(i, i)
    return any(time.start <= start and end <= time.end for time in reading.times)


def _weekday_beside(reading: Reading, time: TimeExpression) -> Iterator[Evidence]:
    """Whether the weekday that is printed beside the date is the date's."""
    first, last = reading.words_of(time.start, time.end)
    assert time.earliest is not None
    for pointer in reading.pointers:
        if pointer.shape == "weekday" and first - 2 <= pointer.first <= last + 1:
            start, end = reading.stream.span(pointer.first, pointer.last)
            said, day = weekday(int(pointer.amount)), weekday(time.earliest.isoweekday())
            if time.earliest.isoweekday() == pointer.amount:
                yield evidence(start, end, "weekday_agrees", say("weekday_agrees", day=time.earliest, weekday=day))
            else:
                says = say("weekday_disagrees", day=time.earliest, weekday=day, said=said)
                yield evidence(start, end, "conflict", says)
            return


def _weekday_told(reading: Reading, printed: date) -> Iterator[Evidence]:
    """``اليوم الثلاثاء`` under a date that is a Wednesday: the report was written the day before it was printed."""
    for day, said in weekdays_told(reading):
        behind = (printed.isoweekday() - day) % 7
        if behind == 0:
            yield said
        elif behind <= _LATE:
            facts = {"said": weekday(day), "weekday": weekday(printed.isoweekday())}
            yield evidence(said.start, said.end, "written_before_print", say("weekday_of_happening", **facts))
        else:
            yield set_aside(said)
        return
