"""The words that tell events: verbs with every form, event nouns, light-verb constructions, cues of status."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from musnad.lexicon.table import LexiconError, rows, split
from musnad.model import KINDS, Status
from musnad.text.fold import fold

Role = Literal["agent", "target", "both", "place", "source", "-"]
Tense = Literal["past", "present", "imperative", ""]
Part = Literal["verb", "active_participle", "passive_participle", "masdar"]


RestrictionSort = Literal["obj", "subj", "prep", "next", "not"]


@dataclass(frozen=True, slots=True)
class Restriction:
    """What must stand near a word for a sense to hold: one of the words as object, subject, preposition or next word; or none."""

    sort: RestrictionSort
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word: the kind of event, and which role each complement plays (``subj``, ``obj``, ``gen``, a preposition)."""

    lemma: str
    kind: str
    frame: dict[str, Role]
    restrictions: tuple[Restriction, ...] = ()
    reports: bool = False
    weight: int = 1
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a written verb form. ``persons`` as ``3ms``."""

    lemma: str
    tense: Tense
    voice: Literal["active", "passive"]
    persons: tuple[str, ...]
    part: Part
    bound: bool = False
    """Written so only before an attached pronoun."""


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that with an object noun tells an event of the noun's kind (عقد قمة)."""

    nouns: frozenset[str]
    sense: Sense


Position = Literal["before", "after", "near"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that changes the status of the event beside it.

    ``present`` binds it to a verb in the present; ``follows`` are words one of which must stand right behind it (أن, إلى).
    """

    status: Status
    position: Position
    present: bool
    follows: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """An event noun, maybe of several words; each matches with or without the article."""

    words: tuple[str, ...]
    sense: Sense


@dataclass(frozen=True, slots=True)
class Triggers:
    """All keys are folded; verb lemmas are unvocalised."""

    forms: dict[str, tuple[Form, ...]]
    verbs: dict[str, tuple[Sense, ...]]
    nouns: dict[str, tuple[Phrase, ...]]
    """By the first word, the longest phrases first."""
    light: dict[str, tuple[Light, ...]]
    transparent: dict[str, tuple[frozenset[str], Status | None]]
    """Verbs that hand the event over to the masdar behind them (تم، جرى، قام بـ): the prepositions, what they make of it."""
    cues: dict[str, tuple[Cue, ...]]
    """By the folded phrase (words joined by one space)."""
    longest_cue: int
    homographs: dict[str, tuple[tuple[str, str], ...]]
    """Word without clitics → (lemma or ``*``, part or "") of the readings that it does not have, for it is another word."""


@cache
def triggers() -> Triggers:
    """Compiled once from the data files."""
    forms: dict[str, list[Form]] = defaultdict(list)
    for row in rows("events/verb_forms", "form", "lemma", "tense", "voice", "person", "part", "bound"):
        forms[row["form"]].append(
            Form(
                fold(row["lemma"]),
                cast(Tense, row["tense"]),
                "passive" if row["voice"] == "passive" else "active",
                tuple(split(row["person"])),
                cast(Part, row["part"] or "verb"),
                row["bound"] == "1",
            )
        )
    verbs: dict[str, list[Sense]] = defaultdict(list)
    for row in rows("events/verbs", "lemma", "root", "form", "kind", "frame", "senses", "reports"):
        lemma = fold(row["lemma"])
        verbs[lemma].append(_sense(row, lemma, reports=row["reports"] == "1"))
    nouns: dict[str, list[Phrase]] = defaultdict(list)
    for row in rows("events/nouns", "noun", "plural", "kind", "frame", "senses", "weight"):
        sense = _sense(row, fold(row["noun"]), weight=int(row["weight"] or 1))
        for surface in dict.fromkeys((*split(row["noun"]), *split(row["plural"]))):
            words = tuple(fold(surface).split())
            nouns[words[0]].append(Phrase(words, sense))
    for phrases in nouns.values():
        phrases.sort(key=lambda phrase: -len(phrase.words))
    light: dict[str, list[Light]] = defaultdict(list)
    for row in rows("events/light", "verb_lemma", "noun", "kind", "frame", "status"):
        lemma = fold(row["verb_lemma"])
        status = cast(Status, row["status"]) if row["status"] else None
        objects = frozenset(fold(noun) for noun in split(row["noun"]))
        light[lemma].append(Light(objects, Sense(lemma, _kind(row["kind"]), _frame(row["frame"]), status=status)))
    transparent = {
        fold(row["verb_lemma"]): (
            frozenset(map(fold, split(row["prep"]))),
            cast(Status, row["status"]) if row["status"] else None,
        )
        for row in rows("events/transparent", "verb_lemma", "prep", "status")
    }
    by_lemma: dict[str, list[str]] = defaultdict(list)
    for written, readings in forms.items():
        for reading in readings:
            if reading.part == "verb":
                by_lemma[reading.lemma].append(written)
    cues: dict[str, list[Cue]] = defaultdict(list)
    for table, present in (("events/status_cues", False), ("events/status_cues_present", True)):
        for row in rows(table, "cue", "position", "status", "lemma", "note"):
            sort, _, note = row["note"].partition(":")
            follows = frozenset(map(fold, split(note))) if sort in ("prep", "next") else frozenset()
            cue = Cue(cast(Status, row["status"]), cast(Position, row["position"]), present, follows)
            for surface in split(row["cue"]):
                bare = (fold(surface).removesuffix(" ل").removesuffix(" ب"),)
                for phrase in by_lemma.get(fold(row["lemma"]), ()) if surface.startswith("verb:") else bare:
                    cues[phrase].append(cue)
    homographs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("events/homographs", "form", "lemma", "part"):
        homographs[fold(row["form"])].append(("*" if row["lemma"] == "*" else fold(row["lemma"]), row["part"]))
    return Triggers(
        {k: tuple(v) for k, v in forms.items()},
        {k: tuple(v) for k, v in verbs.items()},
        {k: tuple(v) for k, v in nouns.items()},
        {k: tuple(v) for k, v in light.items()},
        transparent,
        {k: tuple(v) for k, v in cues.items()},
        max((len(cue.split()) for cue in cues), default=1),
        {k: tuple(v) for k, v in homographs.items()},
    )


def _kind(text: str) -> str:
    if text not in KINDS:
        raise LexiconError(f"not a kind of event: {text}")
    return text


def _sense(row: dict[str, str], lemma: str, *, reports: bool = False, weight: int = 1) -> Sense:
    return Sense(lemma, _kind(row["kind"]), _frame(row["frame"]), tuple(_restrictions(row["senses"])), reports, weight)


def _frame(text: str) -> dict[str, Role]:
    """``"subj=agent مع=both"`` → {"subj": "agent", "مع": "both"}."""
    frame: dict[str, Role] = {}
    for part in text.split():
        slot, _, role = part.partition("=")
        if role not in ("agent", "target", "both", "place", "source", "-"):
            raise LexiconError(f"not a role: {part}")
        frame[fold(slot)] = cast(Role, role)
    return frame


def _restrictions(text: str) -> Iterable[Restriction]:
    for part in re.split(r"[;\s]+", text.strip()):
        if not part:
            continue
        sort, _, words = part.partition(":")
        if sort not in ("obj", "subj", "prep", "next", "not"):
            raise LexiconError(f"not a restriction: {part}")
        yield Restriction(cast(RestrictionSort, sort), frozenset(fold(w) for w in split(words)))


PREPOSITIONS = frozenset(
    map(fold, (row["word"] for row in rows("text/words", "word", "sort") if row["sort"] == "preposition"))
)
"""Separate prepositions, folded."""
