"""Happenings of the almanac in an article: whether it tells of them as past, or awaits them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from musnad.dating.almanac import Passage, certainty, is_news
from musnad.dating.bounds import Constraint
from musnad.dating.reading import Reading, not_before
from musnad.dating.wording import name, names, say
from musnad.times.words import past_verbs

_DATE_GAP = 2
_FACT = 4
"""Words that may stand between "in reaction to" and what it names."""


def happening_bounds(reading: Reading) -> Iterator[Constraint]:
    """Not before what it tells of as past; while it was to come, of what it awaits."""
    coming = awaited(reading)
    for stated in reading.passages:
        passage = as_dated(reading, stated)
        if not passage.candidates:
            continue
        if told_as_past(reading, passage) and not is_coming(passage, coming):
            yield _known(reading, passage)
        elif _is_awaited(reading, passage):
            yield _to_come(reading, passage)


def _known(reading: Reading, passage: Passage) -> Constraint:
    earliest = passage.candidates[0]
    certain = not passage.open and {certainty(c.kind) for c in passage.candidates} <= {"named", "told"}
    says = say("happening", name=name(earliest), day=earliest.first)
    rule = "happening" if is_news(earliest.kind) else "name_known"
    weight = 3.0 if certain else 2.0
    known = reading.constraint(passage.first, passage.last, not_before(earliest.first), weight, rule, says)
    return replace(known, over=max(candidate.last for candidate in passage.candidates))


def _to_come(reading: Reading, passage: Passage) -> Constraint:
    """From the day since which each was awaited until it was over."""
    says = say("happening_awaited", names=names(passage.candidates))
    days = [(c.announced or date.min, c.last) for c in passage.candidates]
    weight = 2.0 if all(c.announced for c in passage.candidates) else 1.0
    return reading.constraint(passage.first, passage.last, days, weight, "happening_awaited", says)


def awaited(reading: Reading) -> frozenset[str]:
    """The happenings that the article speaks of as still to come."""
    dated = (as_dated(reading, passage) for passage in reading.passages)
    return frozenset(c.id for passage in dated if _is_awaited(reading, passage) for c in passage.candidates)


def _is_awaited(reading: Reading, passage: Passage) -> bool:
    scheduled = any(certainty(candidate.kind) == "scheduled" for candidate in passage.candidates)
    near = reading.cues.near("future", passage.first, passage.last, 3, 3)
    return scheduled and near and not _held(reading, passage)


def is_coming(passage: Passage, coming: frozenset[str]) -> bool:
    """Whether words that may be said beforehand speak of what the article elsewhere awaits: that a summit was agreed
    upon, or who was surprised by it, is told in the past tense too.
    """
    return passage.open and any(candidate.id in coming for candidate in passage.candidates)


def told_as_past(reading: Reading, passage: Passage) -> bool:
    """Whether to speak so of the happening is to know that it came to pass."""
    first, last, cues = passage.first, passage.last, reading.cues
    certainties = {certainty(candidate.kind) for candidate in passage.candidates}
    if not passage.open and certainties == {"named"}:
        return True
    if (
        "scheduled" not in certainties
        and not cues.near("unreal", first, last, 4, 0)
        and _follows_fact(reading, passage)
    ):
        return True
    if cues.near("future", first, last, 5, 4) or cues.near("unreal", first, last, 4, 0):
        return False
    if not passage.open and certainties <= {"named", "told"}:
        return True
    if "scheduled" not in certainties:
        return past(reading, passage)
    # a meeting is agreed upon and prepared in the past tense too: only that it was held proves anything
    return _held(reading, passage) and not cues.near("future", first, last, 8, 6)


def _follows_fact(reading: Reading, passage: Passage) -> bool:
    """``ردا على انسحاب واشنطن``: what one reacts to, or what has consequences, has come to pass."""
    before = max(0, passage.first - _FACT)
    if reading.cues.within("fact", range(before, passage.first)) and reading.same_sentence(before, passage.first):
        return True
    return any(
        reading.cues.within("fact", range(one + 1, other)) and other - one <= 2 * _FACT
        for one, other in pairwise(sorted(passage.words))
    )


def past(reading: Reading, passage: Passage) -> bool:
    """A word of the past stands near, or a perfect verb is one of its own words."""
    inside = reading.stream.words[passage.first : passage.last + 1]
    return reading.cues.near("past", passage.first, passage.last, 3, 2) or not past_verbs().isdisjoint(inside)


def _held(reading: Reading, passage: Passage) -> bool:
    return reading.cues.close("held", passage.first, passage.last, 3, 2)


def as_dated(reading: Reading, passage: Passage, named: bool = True) -> Passage:
    """The passage with only those candidates that fit the date which the text puts into it or right behind it: where
    none does, another happening is meant than the almanac knows. A happening that is ``named`` for certain is known
    even where another date stands beside it.
    """
    words = range(passage.first, passage.last + 1)
    near = range(passage.first, min(passage.last + _DATE_GAP + 2, len(reading.stream.words)))
    for first, time in ((i, time) for i in near for time in reading.dates.get(i, ())):
        inside = first in words
        behind = reading.stream.part[first] == reading.stream.part[passage.last]
        if (
            not (inside or behind)
            or not reading.same_sentence(first, passage.last)
            or not any(map(str.isdigit, time.text))
        ):
            continue
        assert time.earliest
        assert time.latest
        if reading.cues.within("since", [first - 1]) or reading.cues.within("edge", [first - 1]):
            continue
        fitting = tuple(c for c in passage.candidates if c.first <= time.latest and time.earliest <= c.last)
        if fitting:
            return replace(passage, candidates=fitting)
        if not inside:
            kept = tuple(c for c in passage.candidates if named and certainty(c.kind) == "named")
            return replace(passage, candidates=kept)
    return passage
