"""How much speaks for two reports telling one happening: reasons for and against, each with its weight.

The weights are log-odds, rounded, of what annotated pairs of reports showed: within one article another sentence about the
same thing repeats its words; another article tells it in its own words, and then the day, the persons and the states decide.
What cannot be one happening (days that exclude each other, two states' places, other envoys) is a veto, not a weight.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from musnad.link.tellings import Telling, alike
from musnad.model import Entity

_LONGEST = 366
"""Days: a date vaguer than a year says nothing about which happening is meant."""
_CONTENT = frozenset(
    {"say", "accuse", "agree", "request", "reject", "threaten", "support", "concede", "message", "protest"}
)
"""Kinds of which one actor does many in a day, told apart by what is said."""
_ENCOUNTERS = frozenset({"meet", "visit"})
"""Kinds that are announced long before: until its day comes, the coming meeting of two persons is always the same one."""
_RARE = frozenset({"retreat", "sign", "sanction", "supply", "veto", "vote", "office", "die"})
"""Kinds that two states seldom do twice within weeks."""
_HARM = frozenset({"assault", "coerce", "die", "office"})
"""Kinds that befall a person once."""
KINDRED = {"veto": "vote", "reject": "vote", "sign": "agree"}
"""Kind → the kind that the same act may be told as: who vetoes a resolution votes against it and rejects it."""
_NEVER = -100.0

Reasons = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` over 0: more likely one happening than not."""

    score: float
    reasons: Reasons


# reason: (weight within one article, weight between two)
_WEIGHTS: dict[str, tuple[float, float]] = {
    "same kind": (-0.5, -0.7),
    "same day": (0.4, 1.6),
    "same month or year": (-1.0, 0.4),
    "dates that overlap": (0.0, 0.2),
    "a day apart": (-0.6, -1.2),
    "one undated": (0.4, 0.0),
    "both undated": (-0.1, -0.2),
    "told within days of it": (0.0, 0.6),
    "told within two months of it": (0.0, 0.2),
    "told long after it": (0.0, -1.8),
    "published within two weeks": (0.0, 1.0),
    "published far apart": (0.0, -2.0),
    "same actors": (0.3, 0.2),
    "one names fewer actors": (-1.0, 0.3),
    "only some actors common": (0.2, -0.6),
    "no actor named": (-0.3, -0.9),
    "one common actor": (-0.4, -0.7),
    "same doer": (0.3, 0.9),
    "other doer": (-0.3, -1.2),
    "other persons": (-0.9, -1.5),
    "other envoys": (-0.9, -2.2),
    "two common persons": (0.4, 0.3),
    "no common person": (-0.3, 0.0),
    "same place": (0.0, 0.6),
    "same word for it": (1.2, 0.3),
    "denied by one": (0.0, -0.6),
    "a matter of content": (-0.6, -0.6),
    "undated words": (-0.3, -2.6),
    "undated deeds": (-0.2, -1.8),
    "both still to come": (0.2, 0.6),
    "past for one only": (-0.5, -2.0),
    "same treaty": (0.3, 0.3),
    "seldom done twice": (0.5, 0.9),
    "same person suffered": (0.5, 2.5),
    "done together": (0.3, 0.8),
    "kindred kind": (-2.0, -0.8),
}
_WORDS_WEIGHT = (2.2, 1.8)
_STATEMENT = -1.0
"""Statements are many: they are one only where their words are."""


def likeness(one: Telling, other: Telling) -> Likeness:
    """The sum of the reasons for and against; far below 0 for what cannot be one happening."""
    across = one.article is not other.article
    when = _when(one, other, across)
    if when is None or (one.place and other.place and elsewhere(one.place, other.place)):
        return Likeness(_NEVER, ())
    reasons = ("same kind", *when, *_who(one, other), *_how(one, other))
    words = alike(one, other)
    score = sum(_WEIGHTS[reason][across] for reason in reasons) + words * _WORDS_WEIGHT[across]
    if one.event.kind == "say":
        score += _STATEMENT
    return Likeness(score, (*reasons, "same words") if words >= 0.5 else reasons)


def apart(one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date], slack: int = 1) -> bool:
    """Whether two spans of days exclude each other; two outlets may date one happening a day apart (time zones)."""
    return (one[0] - other[1]).days > slack or (other[0] - one[1]).days > slack


def elsewhere(a: Entity, b: Entity) -> bool:
    """Whether two places cannot be one: different states, or two different towns."""
    if a.id == b.id:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    return a.type == b.type == "Place"


def _when(one: Telling, other: Telling, across: bool) -> Reasons | None:
    """What the dates say; None where they exclude each other."""
    if one.days and other.days:
        if apart(one.days, other.days):
            return None
        if across and max(one.width, other.width) > _LONGEST:
            return None
        if one.days == other.days:
            return ("same day",) if one.width == 0 else ("same month or year",)
        return ("a day apart",) if apart(one.days, other.days, 0) else ("dates that overlap",)
    days, teller = (one.days, other) if one.days else (other.days, one)
    if not across:
        return ("one undated",) if days else ("both undated",)
    if days is None:
        a, b = one.day_out, other.day_out
        near = a is not None and b is not None and abs((a - b).days) <= 14
        return ("both undated", "published within two weeks" if near else "published far apart")
    return ("one undated", _distance(days, teller.day_out))


def _distance(days: tuple[dt.date, dt.date], out: dt.date | None) -> str:
    gap = 999 if out is None else max((days[0] - out).days, (out - days[1]).days, 0)
    if gap <= 3:
        return "told within days of it"
    return "told within two months of it" if gap <= 60 else "told long after it"


def _who(one: Telling, other: Telling) -> Iterator[str]:
    if not one.who and not other.who:
        yield "no actor named"
    elif one.who == other.who:
        yield "same actors"
    elif one.who <= other.who or other.who <= one.who:
        yield "one names fewer actors"
    else:
        yield "only some actors common"
    if len(one.who & other.who) < 2:
        yield "one common actor"
    if one.doers and other.doers:
        if one.doers == other.doers:
            yield "same doer"
        elif not one.doers & other.doers:
            yield "other doer"
    if any(not people & other.people[state] for state, people in one.people.items() if state in other.people):
        yield "other envoys" if one.event.kind in _ENCOUNTERS else "other persons"
    common = len(one.persons & other.persons)
    if common != 1:
        yield "two common persons" if common else "no common person"


def _how(one: Telling, other: Telling) -> Iterator[str]:
    kind = one.event.kind
    undated = one.days is None or other.days is None
    if one.place and other.place and one.place.id == other.place.id:
        yield "same place"
    if _lemma(one) and _lemma(one) == _lemma(other):
        yield "same word for it"
    if (one.event.status == "denied") != (other.event.status == "denied"):
        yield "denied by one"
    if kind in _ENCOUNTERS:
        if one.to_come and other.to_come:
            yield "both still to come"
        elif undated and (one.to_come or other.to_come):
            yield "past for one only"
        elif undated:
            yield "undated deeds"
    elif kind in _CONTENT and other.event.kind in _CONTENT:
        yield "a matter of content"
        if undated:
            yield "undated words"
    elif {kind, other.event.kind} & _RARE and len(one.who & other.who) > 1:
        yield "seldom done twice"
    elif undated:
        yield "undated deeds"
    if one.treaties & other.treaties:
        yield "same treaty"
    if kind in _HARM and one.victims & other.victims:
        yield "same person suffered"
    if kind not in _ENCOUNTERS and len(one.doers & other.doers) > 1:
        yield "done together"
    if kind != other.event.kind:
        yield "kindred kind"


def _lemma(telling: Telling) -> str:
    """The lemma of the word that tells it, which ends the event's ``rule``."""
    return telling.event.rule.rsplit(" ", 1)[-1]
