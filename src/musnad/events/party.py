"""Parties: actors that act together, and the words that stand for two parties named before (البلدان، بينهما)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from musnad.lexicon.gazetteer import gazetteer
from musnad.lexicon.table import rows, split
from musnad.model import Entity
from musnad.names.records import Actor
from musnad.text.fold import fold
from musnad.text.prepared import Text


@dataclass(frozen=True, slots=True)
class Party:
    """One or more coordinated actors (بوتين وكيم) as tokens ``first``..``last``, and the preposition before them ("" if none)."""

    first: int
    last: int
    entities: tuple[str, ...]
    prep: str
    actor: Actor
    """The first of them."""
    behind: int
    """The token before the preposition or, without one, before the party (-1 at the beginning)."""


@cache
def _pairs() -> dict[str, tuple[tuple[str, ...], str]]:
    """Folded word → (what sort of parties it stands for, or the codes of two states; the preposition inside it)."""
    return {
        fold(word): (tuple(split(row["of"])), fold(row["prep"]))
        for row in rows("actors/pairs", "word", "of", "prep")
        for word in split(row["word"])
    }


def with_pairs(text: Text, parties: Sequence[Party], entities: Mapping[str, Entity]) -> list[Party]:
    """The parties and, for every word that stands for two of them, one that holds the last two named before it."""
    starts = {party.first: party for party in parties}
    covered = {i for party in parties for i in range(party.first, party.last + 1)}
    found: list[Party] = []
    recent: list[str] = []
    for i, token in enumerate(text.tokens):
        if i in starts:
            found.append(starts[i])
            for entity in starts[i].entities:
                if entity in recent:
                    recent.remove(entity)
                recent.append(entity)
            continue
        if i in covered or not token.is_word:
            continue
        for proclitic, rest in token.readings:
            if rest in _pairs():
                of, prep = _pairs()[rest]
                pair = _named_before(of, recent, entities)
                if len(pair) == 2:
                    prep = prep or (proclitic[-1:] if proclitic[-1:] in ("ب", "ل") else "") or _governing(text, i)
                    head = "person" if of == ("person",) else "state"
                    found.append(Party(i, i, pair, prep, Actor(i, i, pair[0], head), i - 1))  # type: ignore[arg-type]
                break
    return found


def _governing(text: Text, i: int) -> str:
    """``بين`` or ``من`` right before the word, as far as it matters for a pair."""
    before = text.tokens[i - 1].norm if i else ""
    return before if before in ("بين", "من", "مع", "الي", "في", "علي") else ""


def _named_before(of: tuple[str, ...], recent: Sequence[str], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The last two parties of the sort, of two different states (for persons: two different persons)."""
    if len(of) == 2:
        states = gazetteer().states
        return tuple(states[code] for code in of if states.get(code) in entities)
    chosen: list[str] = []
    seen: set[str] = set()
    for entity_id in reversed(recent):
        entity = entities.get(entity_id)
        if entity is None or entity.type in ("Document", "Organization") or (of == ("person",) and entity.type != "Person"):
            continue
        if of == ("state",) and not entity.country:
            continue
        key = entity.country or entity.id
        if key not in seen:
            seen.add(key)
            chosen.append(entity_id)
        if len(chosen) == 2:
            break
    return tuple(reversed(chosen))
