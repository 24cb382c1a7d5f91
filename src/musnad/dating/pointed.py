"""Happenings of the almanac that an article places from its own day: ``قبل شهرين``, ``أمس الثلاثاء``.

A pointer belongs to a happening only where the sentence ties them; at the head of an article, where the news is told,
more words may stand between than in its background.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from musnad.dating.almanac import Known, Passage, certainty, pointed
from musnad.dating.attached import as_dated, awaited, is_coming, past
from musnad.dating.bounds import Constraint, Interval, shift
from musnad.dating.dates import day_and_month
from musnad.dating.pointers import Pointer
from musnad.dating.reading import Reading, horizon
from musnad.dating.wording import names, say
from musnad.text.tokens import readings
from musnad.times.words import past_verbs

_LONG, _WEEK = 45, 7
_BESIDE = 60
"""Days before a meeting in which it is already written of as the first for so many years."""
_GAP, _DAY_GAP, _LEAD_GAP, _REPORT_GAP = 4, 2, 9, 5
_FAR = 60
_OPENING, _NAMED = 2, 3
_BESIDE_DATE = 7
"""Days that a date of the report may lie from the happening it tells of."""
_NEWS_SENTENCES = 5
"""Days of the week are trusted in the first sentences, where the news is; further down they belong to its background.
"""


def pointed_bounds(reading: Reading) -> Iterator[Constraint]:
    """A happening of a known day with a pointer beside it (``قبل شهرين``) tells when the article was written."""
    coming = awaited(reading)
    for pointer in reading.pointers:
        pointed_at = _pointed_at(reading, pointer)
        if pointed_at is None or (pointer.direction <= 0 and is_coming(pointed_at, coming)):
            continue
        passage = as_dated(reading, pointed_at, named=False)
        told = day_and_month(reading, pointer.last + 1) if pointer.shape == "weekday" else None
        days = [
            days
            for candidate in passage.candidates
            if (
                days := _on_date(pointer, candidate, told[1], told[0])
                if told
                else _written(reading, pointer, passage, candidate)
            )
        ]
        days = [(first, last) for first, last in days if first <= horizon()]
        if days:
            span = min(pointer.first, passage.first), max(pointer.last, passage.last)
            pointing = reading.text.original[slice(*reading.stream.span(pointer.first, pointer.last))]
            says = say("happening_pointed_at", names=names(passage.candidates), words=pointing)
            weight = 1.0 if pointer.shape == "after" else 2.0
            yield reading.constraint(*span, days, weight, "happening_pointed_at", says)


def _on_date(pointer: Pointer, candidate: Known, month: int, day: int) -> Interval | None:
    """``في ختام زيارته اليوم الخميس 27 أبريل``: a date near the happening is the date itself, whatever its weekday."""
    try:
        told = date(candidate.last.year, month, day)
    except ValueError:
        return None
    if pointer.said is None or not -_BESIDE_DATE <= (told - candidate.last).days <= _BESIDE_DATE:
        return None
    return shift(told, -pointer.said), shift(told, 1 - pointer.said)


def _pointed_at(reading: Reading, pointer: Pointer) -> Passage | None:
    """The passage that a pointer belongs to: it holds the pointer, or ends within a few words before it in the
    sentence.
    """
    behind = pointer.last + 1
    counted = pointer.shape in ("ago", "since", "after") and behind < len(reading.stream.words)
    counted_from = counted and reading.cues.within("counted_from", [behind])
    if counted_from != (pointer.shape == "after"):
        return (
            None  # "two months after" counts from what follows, "two months before" something does not point from today
        )
    best: tuple[int, Passage] | None = None
    for passage in _around(reading, pointer):
        if not reading.same_sentence(passage.first, pointer.first) or _only_named(reading, pointer, passage):
            continue
        if not _may_be_pointed(reading, pointer, passage):
            continue
        if pointer.shape == "after":
            gap = passage.first - pointer.last - 1 if pointer.last < passage.first else _GAP + 1
        elif pointer.first > passage.last:
            gap = pointer.first - passage.last - 1
            if _is_the_news(reading, passage, pointer):
                gap = min(gap, _GAP) if gap <= _LEAD_GAP else gap
            elif pointer.shape in ("day", "weekday"):
                gap += _GAP - _DAY_GAP
        elif pointer.last < passage.first:
            # the time may stand between a past verb and what it tells of
            beside = passage.first == pointer.last + 1 and _behind_verb(reading, pointer)
            gap = _GAP if beside or _opens_report(reading, pointer, passage) else _GAP + 1
        else:
            gap = min((pointer.first - i - 1 for i in passage.words if i < pointer.first), default=0)
        if pointer.shape in ("day", "weekday") and reading.cues.within("clause", range(passage.first, passage.last)):
            continue  # somebody says so of it: the day may be that of his words
        between = range(passage.last + 1, pointer.first)
        if any(reading.cues.within(sense, between) for sense in ("past", "since", "after", "first", "clause")):
            continue  # something else stands between, and the pointer is its
        if gap <= _GAP and (best is None or gap < best[0]):
            best = gap, passage
    return best[1] if best else None


def _around(reading: Reading, pointer: Pointer) -> Sequence[Passage]:
    """The passages (in order of their beginning) that are near enough to have the pointer beside them."""
    low = bisect_left(reading.passages, pointer.first - _FAR, key=lambda passage: passage.first)
    high = bisect_right(reading.passages, pointer.last + _FAR, key=lambda passage: passage.first)
    return reading.passages[low:high]


def _only_named(reading: Reading, pointer: Pointer, passage: Passage) -> bool:
    """An anniversary of the happening, or talk about it: ``أمس الثلاثاء ... إلى قمة سنغافورة``."""
    before = range(max(0, passage.first - _NAMED), passage.first)
    same = [i for i in before if reading.same_sentence(i, passage.first)]
    if reading.cues.within("anniversary", [*same, *range(passage.first, passage.last + 1)]):
        return True
    document = not any(pointed(candidate.kind) for candidate in passage.candidates)  # one votes على it
    ahead = pointer.shape == "weekday" and pointer.last < passage.first
    return ahead and not document and reading.cues.within("topic", same[-1:])


def _is_the_news(reading: Reading, passage: Passage, pointer: Pointer) -> bool:
    """The lead begins with the passage and has a day like ``أمس الثلاثاء`` behind it."""
    start = _lead(reading, passage.first)
    return pointer.said is not None and start is not None and passage.first - start < _OPENING


def _lead(reading: Reading, at: int) -> int | None:
    """The first word of the sentence of word ``at``, if that is the headline or the sentence that opens the report."""
    stream = reading.stream
    start = bisect_left(stream.sentence, stream.sentence[at])
    opens_line = start == 0 or stream.line[start] != stream.line[start - 1]
    return start if stream.sentence[at] == 0 or (stream.line[at] == 1 and opens_line) else None


def _opens_report(reading: Reading, pointer: Pointer, passage: Passage) -> bool:
    """``استقبل فلان، أمس الأربعاء، ...`` or ``أقر المجلس، أمس الجمعة، القرار ...`` at the head of the article: the verb
    that begins the sentence tells what the passage names, on that day.
    """
    start = _lead(reading, passage.first)
    between = range(pointer.last + 1, passage.first)
    if (
        start is None
        or start >= pointer.first
        or pointer.shape != "weekday"
        or pointer.direction > 0
        or (pointer.said or 0) > 0
    ):
        return False
    if len(between) > _REPORT_GAP:
        return False
    if any(reading.cues.within(sense, between) for sense in ("past", "since", "after", "first", "clause")):
        return False
    if any(rest in past_verbs() for i in between for _, rest in readings(reading.stream.words[i])):
        return False
    documents = not any(pointed(candidate.kind) for candidate in passage.candidates)
    if not documents:
        return reading.cues.within("meets", [start])
    council = reading.cues.within("council", range(start, passage.first))
    return council and reading.cues.within("adopts", [start]) and not reading.cues.within("paper", between)


def _may_be_pointed(reading: Reading, pointer: Pointer, passage: Passage) -> bool:
    """News speaks so of the passage: no document or name, and on the side of today that the pointer looks to."""
    if not any(pointed(candidate.kind) for candidate in passage.candidates):
        return _opens_report(reading, pointer, passage)
    future = reading.cues.near("future", passage.first, passage.last, 3, 3)
    if pointer.direction > 0:
        return True
    if pointer.shape in ("day", "weekday"):
        if reading.stream.sentence[pointer.first] >= _NEWS_SENTENCES or future or pointer.shape == "day":
            return False
        certain = all(certainty(candidate.kind) in ("named", "told") for candidate in passage.candidates)
        dated = pointer.said is not None and pointer.said <= 0
        return certain or dated or past(reading, passage) or _opens_report(reading, pointer, passage)
    return not future


def _behind_verb(reading: Reading, pointer: Pointer) -> bool:
    return pointer.first > 0 and reading.cues.within("past", [pointer.first - 1])


def _written(reading: Reading, pointer: Pointer, passage: Passage, candidate: Known) -> Interval | None:
    if not pointed(candidate.kind) and not _opens_report(reading, pointer, passage):
        return None
    first, last = candidate.first, candidate.last
    if pointer.shape == "since" and reading.cues.near("first", passage.first, pointer.first, 3, 0):
        # "the first since N years": N years reach from an earlier one to this one, and both must be known
        span = pointer.written(first, last)
        later = [c for c in passage.candidates if span and c.first > last and span[0] <= c.first <= span[1]]
        return (shift(later[0].first, -_BESIDE), span[1]) if span and later else None
    if (last - first).days > _LONG:
        begun = pointer.said is not None and _is_the_news(reading, passage, pointer)
        if pointer.shape not in ("ago", "since") and not begun:
            return None
        if reading.cues.near("ended", passage.first, passage.last, 4, 4):
            first = last
        else:
            last = first
    if pointer.said is not None and (last - first).days >= _WEEK:
        return None  # which of its Thursdays?
    return pointer.written(first, last)
