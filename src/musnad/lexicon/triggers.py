"""The words that tell events: verbs with every form, event nouns, light-verb constructions, cues of status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from musnad.lexicon.table import LexiconError, rows, split
from musnad.model import KINDS, Status
from musnad.text.fold import fold

Role = Literal["agent", "target", "both", "place", "-"]
Tense = Literal["past", "present", "imperative", ""]
Part = Literal["verb", "active_participle", "passive_participle", "masdar"]


@dataclass(frozen=True, slots=True)
class Restriction:
    """What must stand near a word for a sense to hold: ``obj``/``next`` one of the words, ``prep`` the preposition."""

    sort: Literal["obj", "prep", "next", "not"]
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


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that with an object noun tells an event of the noun's kind (عقد قمة)."""

    nouns: frozenset[str]
    sense: Sense


@dataclass(frozen=True, slots=True)
class Triggers:
    """All keys are folded; verb lemmas are unvocalised."""

    forms: dict[str, tuple[Form, ...]]
    verbs: dict[str, tuple[Sense, ...]]
    nouns: dict[str, tuple[Sense, ...]]
    light: dict[str, tuple[Light, ...]]
    transparent: dict[str, str]
    """Verbs that hand the event over to the masdar behind them (تم، جرى، قام بـ) -> the preposition, if any."""
    cues: dict[str, Status]
    """Words and phrases (joined by one space) that change the status of what follows."""
    longest_cue: int


@cache
def triggers() -> Triggers:
    """Compiled once from the data files."""
    forms: dict[str, list[Form]] = defaultdict(list)
    for row in rows("events/verb_forms", "form", "lemma", "tense", "voice", "person", "part"):
        forms[row["form"]].append(
            Form(
                fold(row["lemma"]),
                cast(Tense, row["tense"]),
                "passive" if row["voice"] == "passive" else "active",
                tuple(split(row["person"])),
                cast(Part, row["part"] or "verb"),
            )
        )
    verbs: dict[str, list[Sense]] = defaultdict(list)
    for row in rows("events/verbs", "lemma", "root", "form", "kind", "frame", "senses", "reports"):
        lemma = fold(row["lemma"])
        verbs[lemma].append(_sense(row, lemma, reports=row["reports"] == "1"))
    nouns: dict[str, list[Sense]] = defaultdict(list)
    for row in rows("events/nouns", "noun", "plural", "kind", "frame", "senses", "weight"):
        sense = _sense(row, fold(row["noun"]), weight=int(row["weight"] or 1))
        for surface in (*split(row["noun"]), *split(row["plural"])):
            if sense not in nouns[fold(surface)]:
                nouns[fold(surface)].append(sense)
    light: dict[str, list[Light]] = defaultdict(list)
    for row in rows("events/light", "verb_lemma", "noun", "kind", "frame", "status"):
        lemma = fold(row["verb_lemma"])
        status = cast(Status, row["status"]) if row["status"] else None
        objects = frozenset(fold(noun) for noun in split(row["noun"]))
        light[lemma].append(Light(objects, Sense(lemma, _kind(row["kind"]), _frame(row["frame"]), status=status)))
    transparent = {fold(r["verb_lemma"]): fold(r["prep"]) for r in rows("events/transparent", "verb_lemma", "prep")}
    by_lemma: dict[str, list[str]] = defaultdict(list)
    for written, readings in forms.items():
        for reading in readings:
            if reading.part == "verb":
                by_lemma[reading.lemma].append(written)
    cues: dict[str, Status] = {}
    for row in rows("events/status_cues", "cue", "status"):
        for cue in split(row["cue"]):
            status = cast(Status, row["status"])
            if cue.startswith("verb:"):
                written = by_lemma.get(fold(row.get("lemma", "")), ())
            else:
                written = [fold(cue)]
            cues.update(dict.fromkeys(written, status))
    return Triggers(
        {k: tuple(v) for k, v in forms.items()},
        {k: tuple(v) for k, v in verbs.items()},
        {k: tuple(v) for k, v in nouns.items()},
        {k: tuple(v) for k, v in light.items()},
        transparent,
        cues,
        max((len(cue.split()) for cue in cues), default=1),
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
        if role not in ("agent", "target", "both", "place", "-"):
            raise LexiconError(f"not a role: {part}")
        frame[fold(slot)] = cast(Role, role)
    return frame


def _restrictions(text: str) -> Iterable[Restriction]:
    for part in text.split(";"):
        sort, _, words = part.strip().partition(":")
        if not sort:
            continue
        if sort not in ("obj", "prep", "next", "not"):
            raise LexiconError(f"not a restriction: {part}")
        yield Restriction(cast(Literal["obj", "prep", "next", "not"], sort), frozenset(fold(w) for w in split(words)))


PREPOSITIONS = frozenset(map(fold, (row["word"] for row in rows("text/words", "word", "sort") if row["sort"] == "preposition")))
"""Separate prepositions, folded."""
