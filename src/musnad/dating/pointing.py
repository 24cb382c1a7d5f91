"""Where an article points: finding the pointers of ``pointers.py`` in its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from musnad.dating.cues import cue_words
from musnad.dating.pointers import Pointer, Shape
from musnad.dating.stream import Stream, phrase_words
from musnad.text.fold import fold
from musnad.text.numbers import read_number
from musnad.text.tokens import readings
from musnad.times.words import Entry, phrases


def pointers(stream: Stream) -> tuple[Pointer, ...]:
    """Every pointer of the article, in order; a longer one hides those inside it, and a weekday takes in the word for
    a day (``أمس``) right before it.
    """
    found: list[Pointer] = []
    covered = -1
    for i in range(len(stream.words)):
        if i <= covered:
            continue
        options = list(_at(stream, i))
        if options:
            best = max(options, key=lambda pointer: pointer.last)
            if found and _calls_day(found[-1], best, stream):
                day = found.pop()
                best = replace(best, first=day.first, said=day.direction)
            found.append(best)
            covered = best.last
    return tuple(found)


def _calls_day(day: Pointer, weekday: Pointer, stream: Stream) -> bool:
    """``أمس الثلاثاء``."""
    return (
        (day.shape, weekday.shape, weekday.direction) == ("day", "weekday", 0)
        and day.last + 1 == weekday.first
        and stream.sentence[day.last] == stream.sentence[weekday.first]
    )


def _entries(stream: Stream, i: int, *kinds: str) -> Iterator[tuple[Entry, int]]:
    """The entries of these kinds that begin at word ``i``, with the number of their last word."""
    if i >= len(stream.words):
        return
    for _, form in readings(stream.words[i]):
        for entry in phrases().get(form, ()):
            last = i + len(entry.words) - 1
            if entry.kind in kinds and stream.words[i + 1 : last + 1] == entry.words[1:]:
                yield entry, last


def _relative(stream: Stream, i: int) -> tuple[int, int] | None:
    """(direction, last word) of الماضي, المقبل, بعد المقبل, الجاري at word ``i``, in the same sentence."""
    if i >= len(stream.words) or stream.sentence[i] != stream.sentence[i - 1]:
        return None
    for entry, last in _entries(stream, i, "relative"):
        if entry.values[1] == "no" and stream.words[i] == entry.words[0]:
            return int(entry.values[0]), last
    return None


def _at(stream: Stream, i: int) -> Iterator[Pointer]:
    yield from _counted_at(stream, i)
    for entry, last in _entries(stream, i, "deictic"):
        if -2 <= int(entry.values[0]) <= 2:
            yield Pointer(i, last, "day", direction=int(entry.values[0]))
    for entry, last in _entries(stream, i, "weekday"):
        told = _relative(stream, last + 1)
        yield Pointer(
            i, told[1] if told else last, "weekday", amount=int(entry.values[0]), direction=told[0] if told else 0
        )
    for entry, last in _entries(stream, i, "the_unit"):
        told = _relative(stream, last + 1)
        if told and entry.values[1] == "singular" and entry.values[0] in ("W", "M", "Y"):
            yield Pointer(i, told[1], "period", unit=entry.values[0], direction=told[0])
        elif i and stream.words[i - 1] in _this() and entry.values[0] in ("W", "M", "Y"):
            yield Pointer(i - 1, last, "period", unit=entry.values[0], direction=0)
    yield from _month_at(stream, i)


@cache
def _this() -> frozenset[str]:
    distant = set(map(fold, cue_words("that")))
    return frozenset(e.words[0] for word in phrases().values() for e in word if e.kind == "this") - distant


def _month_at(stream: Stream, i: int) -> Iterator[Pointer]:
    """مايو الماضي; مايو من العام الماضي; نيسان/أبريل الجاري."""
    for entry, last in _entries(stream, i, "month"):
        if entry.values[1] != "g":
            continue
        month = int(entry.values[0])
        for again, end in _entries(stream, last + 1, "month"):
            if again.values[0] == entry.values[0]:
                last = end
        if told := _relative(stream, last + 1):
            yield Pointer(i, told[1], "month", direction=told[0], month=month)
            continue
        at = last + 1
        if at < len(stream.words) and any(kind.kind == "of" for kind in phrases().get(stream.words[at], ())):
            at += 1
        for year, end in _entries(stream, at, "the_unit"):
            told = _relative(stream, end + 1)
            if told and year.values[:2] == ("Y", "singular"):
                yield Pointer(i, told[1], "month", unit="Y", direction=told[0], month=month)


def _counted_at(stream: Stream, i: int) -> Iterator[Pointer]:
    """قبل شهرين; منذ 24 عاما; بعد ثلاث سنوات (على)."""
    shapes = _openings()
    shape = next((shapes[form] for _, form in readings(stream.words[i]) if form in shapes), None)
    if shape is None:
        return
    at, loose, more = i + 1, False, 0
    for entry, end in _entries(stream, at, "about"):
        if end + 1 > at:
            at, loose, more = end + 1, True, _more().get(entry.words, 0)
    if at >= len(stream.words) or stream.sentence[at] != stream.sentence[i]:
        return
    for unit, last in _entries(stream, at, "unit"):
        amount = {"singular": 1, "dual": 2}.get(unit.values[1])
        behind = stream.words[last + 1] if last + 1 < len(stream.words) else ""
        if amount and unit.values[0] in "DWMYEC" and not behind[:1].isdigit():
            yield Pointer(i, last, shape, unit=unit.values[0], amount=amount, loose=loose, more=more)
    number = read_number(stream.text.tokens, stream.tokens[at])
    if number is None or not number.exact or number.low > 200:
        return
    after = at
    while after < len(stream.words) and stream.tokens[after] < number.end_token:
        after += 1
    for unit, last in _entries(stream, after, "unit"):
        if unit.values[0] in "DWMYEC":
            yield Pointer(i, last, shape, unit=unit.values[0], amount=number.low, loose=loose, more=more)


@cache
def _openings() -> dict[str, Shape]:
    """The words that open a length of time, and how its beginning is then counted."""
    shapes: dict[str, Shape] = {"ago": "ago", "since": "since", "after": "after"}
    return {fold(word): shapes[sense] for word, sense in cue_words(*shapes).items()}


@cache
def _more() -> dict[tuple[str, ...], int]:
    """``أكثر من`` -> 1, ``أقل من`` -> -1."""
    sides = {"more_than": 1, "less_than": -1}
    return {phrase_words(word): sides[sense] for word, sense in cue_words(*sides).items()}


@cache
def month_names() -> dict[str, int]:
    """The months of the common calendar that have a name of one word: folded name -> number."""
    return {
        word: int(entry.values[0])
        for word, entries in phrases().items()
        for entry in entries
        if entry.kind == "month" and entry.values[1] == "g" and len(entry.words) == 1
    }
