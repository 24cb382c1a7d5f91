"""What the dates that an article names say about its own: those past bound it from below, those to come from above."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from musnad.dating import wording
from musnad.dating.bounds import Constraint, Interval, shift
from musnad.dating.pointing import month_names
from musnad.dating.reading import FIRST_YEAR, Reading, every_year, horizon, not_after, not_before
from musnad.dating.wording import Said, say, weekday
from musnad.model import TimeExpression
from musnad.times.direction import FUTURE, PAST, UNTOLD, direction

_BEFORE, _BEHIND = 6, 3
_NEWS_AGO, _NEWS_AHEAD = 300, 120
"""A date told with weekday and month but no year lies at most so many days back or ahead of the article."""
_YEAR_DIGITS = 4


def date_bounds(reading: Reading) -> Iterator[Constraint]:
    """Constraints from every date that the text tells without needing the day of publication."""
    taken = {word for time in reading.times for word in range(*_words(reading, time))}
    for time in reading.times:
        if time.type == "DATE" and time.value is not None and time.earliest is not None:
            yield from _bound(reading, time, time.earliest, taken - set(range(*_words(reading, time))))
    yield from _beside_pointers(reading)
    yield from _yearless(reading)


def _words(reading: Reading, time: TimeExpression) -> tuple[int, int]:
    first, last = reading.words_of(time.start, time.end)
    return first, last + 1


def _bound(reading: Reading, time: TimeExpression, earliest: date, others: set[int]) -> Iterator[Constraint]:
    """``others``: the words of the other times, whose المقبل tells nothing of this one."""
    if not any(char.isdigit() for char in time.text) and "-" not in (time.value or ""):
        return  # a year in words or a decade is too easily a name
    first, last = reading.words_of(time.start, time.end)
    cues = reading.cues
    future = cues.near("future", first, last, _BEFORE, _BEHIND, others)
    ahead = cues.near("horizon", first, last, _BEFORE, _BEHIND) or cues.near("unreal", first, last, _BEFORE, 0)
    past = cues.near("past", first, last, _BEFORE + 2, _BEHIND)
    if cues.within("edge", range(max(0, first - 2), first + 1)):
        return  # "after 2025", "until 2024": nobody knows which side the article is on
    pointing = _direction(reading, first, last)
    if not future and not ahead and (pointing == PAST or (pointing == UNTOLD and past)):
        weight = 3.0 if past and pointing == PAST else 2.0
        says = say("past_date", date=Said(time.value or "", time.text), day=earliest)
        yield reading.constraint(first, last, not_before(earliest), weight, "past_date", says)
    elif (
        pointing == FUTURE
        and cues.near("future", first, last, 8, _BEHIND, others)
        and not past
        and time.latest is not None
    ):
        says = say("future_date", date=Said(time.value or "", time.text), day=time.latest)
        yield reading.constraint(first, last, not_after(time.latest), 1.5, "future_date", says)


def _direction(reading: Reading, first: int, last: int) -> int:
    tokens = reading.stream.tokens
    return direction(reading.scene, tokens[first], tokens[last] + 1)


def _beside_pointers(reading: Reading) -> Iterator[Constraint]:
    """``العام الجاري 2018``, ``هذا العام (2018)``, ``العام الماضي 2017``: the pointer and the year say the same
    thing.
    """
    years = {}
    for time in reading.times:
        if time.type == "DATE" and time.value and len(time.value) == _YEAR_DIGITS and time.earliest and time.latest:
            first, last = reading.words_of(time.start, time.end)
            years[first] = years[last] = time.earliest.year
    for pointer in reading.pointers:
        if pointer.shape != "period" or pointer.unit != "Y":
            continue
        for at in (pointer.last, pointer.last + 1, pointer.first - 1):
            if at in years and reading.same_sentence(at, pointer.first):
                year = years[at] - pointer.direction
                if not -1 <= pointer.direction <= 1:
                    continue
                which = ("this", "next", "last")[pointer.direction]
                says = say(f"year_beside_pointer_{which}", year=years[at], own=year)
                days = [(date(year, 1, 1), date(year, 12, 31))]
                yield reading.constraint(pointer.first, max(pointer.last, at), days, 3.5, "year_beside_pointer", says)
                break


def _yearless(reading: Reading) -> Iterator[Constraint]:
    """``الخميس 24 مايو``: only in some years is the 24th of May a Thursday."""
    for pointer in reading.pointers:
        if pointer.shape != "weekday" or pointer.direction:
            continue
        told = day_and_month(reading, pointer.last + 1)
        if told is None:
            continue
        day, month, last = told
        days: list[Interval] = []
        every: list[Interval] = []
        for year in range(FIRST_YEAR, horizon().year + 1):
            try:
                fits = date(year, month, day)
            except ValueError:
                continue
            written = (shift(fits, -pointer.said), shift(fits, 1 - pointer.said)) if pointer.said is not None else None
            every += [written] if written else []
            if fits.isoweekday() == pointer.amount:
                days.append(written or (shift(fits, -_NEWS_AHEAD), shift(fits, _NEWS_AGO)))
        if every:
            # newspapers print a wrong weekday sooner than a wrong date: the date alone counts too
            says = say("day_of_year", date=wording.day_and_month(day, month))
            yield reading.constraint(pointer.first, last, every_year(every), 1.5, "day_of_year", says)
        if days:
            said = {"weekday": weekday(int(pointer.amount)), "date": wording.day_and_month(day, month)}
            says = say("weekday_of_date_today" if every else "weekday_of_date", **said)
            yield reading.constraint(
                pointer.first, last, every_year(days), 1.5 if every else 1.0, "weekday_of_date", says
            )


def day_and_month(reading: Reading, at: int) -> tuple[int, int, int] | None:
    """(day, month, last word) of ``24 مايو`` at word ``at``, unless a year follows."""
    words = reading.stream.words
    if at + 1 >= len(words) or not words[at].isdigit() or not 1 <= int(words[at]) <= 31:
        return None
    month, last = month_names().get(words[at + 1]), at + 1
    if month is None:
        return None
    while last + 1 < len(words) and month_names().get(words[last + 1]) == month:
        last += 1
    for ahead in words[last + 1 : last + 4]:
        if ahead.isdigit() and len(ahead) == _YEAR_DIGITS:
            return None
    return int(words[at]), month, last
