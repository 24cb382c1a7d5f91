"""Parties: actors that act together, and the words that stand for two parties named before (البلدان، بينهما)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from musnad.lexicon.gazetteer import gazetteer
from musnad.lexicon.pairs import Pair, pairs
from musnad.lexicon.table import rows, split
from musnad.model import Entity
from musnad.names.records import Actor, Head
from musnad.text.fold import fold
from musnad.text.prepared import Text
from musnad.text.tokens import without_article


@dataclass(frozen=True, slots=True)
class Party:
    """One or more coordinated actors (بوتين وكيم) as tokens ``first``..``last``, and the preposition before them ("" if none)."""

    first: int
    last: int
    entities: tuple[str, ...]
    prep: str
    actor: Actor
    """The first of them."""
    gender: str
    """``m``, ``f`` or "" (not told): what a verb before it must agree with."""
    construct: bool
    """Whether a common noun stands right before it, whose genitive it is (سياسة واشنطن)."""
    behind: int
    """The token before the preposition or, without one, before the party (-1 at the beginning)."""


_COUPLE_REACH = 2
"""Sentences over which two parties named together stay a pair."""


@cache
def _masculine_states() -> frozenset[str]:
    return frozenset(row["iso"] for row in rows("places/masculine", "iso"))


@cache
def _women() -> frozenset[str]:
    """The given names of women, folded."""
    return frozenset(fold(name) for row in rows("actors/feminine_names", "names") for name in split(row["names"]))


def gender_of(text: Text, actor: Actor, entity: Entity) -> str:
    """The grammatical gender of the actor's first word, as a verb before it agrees with it."""
    word = without_article(text.tokens[actor.first].norm.removeprefix(actor.proclitic))
    bare_name = actor.first == actor.last or actor.head not in ("person", "unnamed")
    if actor.adjective:
        return ""
    if actor.head == "person" and word in _women():
        return "f"
    if actor.head == "person" and not actor.office and bare_name:
        return ""
    if entity.type in ("Country", "Place") and actor.head in ("state", "place") and not actor.describes:
        return "m" if entity.type == "Country" and entity.country in _masculine_states() else "f"
    return "f" if word.endswith(("ه", "ات")) else "m"


def with_pairs(text: Text, parties: Sequence[Party], entities: Mapping[str, Entity]) -> list[Party]:
    """The parties and, for every word that stands for two of them, one that holds the last two named before it."""
    starts = {party.first: party for party in parties}
    covered = {i for party in parties for i in range(party.first, party.last + 1)}
    found: list[Party] = []
    recent: list[str] = []
    named: Counter[str] = Counter()
    couple: tuple[int, tuple[str, ...]] = (-1, ())
    for i, token in enumerate(text.tokens):
        alone = i in starts and starts[i].last == i
        if i in starts and not _names_two(text, i, alone):
            found.append(starts[i])
            if len(starts[i].entities) == 2:
                couple = (text.sentence_of(i), starts[i].entities)
            for entity in starts[i].entities:
                if entity in recent:
                    recent.remove(entity)
                recent.append(entity)
                named[entity] += 1
            continue
        if not token.is_word or (i in covered and not _names_two(text, i, alone)):
            continue
        for proclitic, rest in token.readings:
            following = text.tokens[i + 1].norm if i + 1 < len(text.tokens) else ""
            if stands_for := pairs().get(f"{rest} {following}") or pairs().get(rest):
                if stands_for.of == "head":
                    continue
                own = stands_for.of == "own"
                pair = (
                    _own_state(recent, entities)
                    if own
                    else _named_before(stands_for, _ranked(stands_for, recent, named), entities)
                )
                near = text.sentence_of(i) - couple[0] <= _COUPLE_REACH
                if not own and not stands_for.states and near and _fits(stands_for, couple[1], entities):
                    pair = couple[1]  # الصين وروسيا ... البلدان: named as a pair, meant as a pair
                if len(pair) == 2 or (pair and own):
                    prep = (
                        stands_for.prep
                        or (proclitic[-1:] if proclitic[-1:] in ("ب", "ل") else "")
                        or _governing(text, i)
                    )
                    head: Head = "person" if stands_for.of == "person" else "state"
                    first = i
                    if i and not proclitic and (of := _heads(text, i - 1)) is not None:
                        first, prep = i - 1, of[-1:] if of[-1:] in ("ب", "ل") else _governing(text, i - 1)
                    elif found and found[-1].last == i - 1 and found[-1].first not in starts and stands_for.states:
                        first, prep = i - 1, found.pop().prep  # الرئيسين الكوريين
                    found.append(Party(first, i, pair, prep, Actor(first, i, pair[0], head), "", False, first - 1))
                break
    return found


def _fits(pair: Pair, couple: Sequence[str], entities: Mapping[str, Entity]) -> bool:
    """Whether two parties named together are of the sort that the word stands for."""
    types = {entities[e].type for e in couple}
    if pair.of == "person":
        return types == {"Person"}
    if pair.of == "state":
        return all(entities[e].country for e in couple) and len({entities[e].country for e in couple}) == 2
    return len(couple) == 2


def _own_state(recent: Sequence[str], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """``بلاده``: the state of the person named last (only then of a body or state), as that state if it is on stage, else as himself."""
    people = [entity_id for entity_id in recent if entities[entity_id].type == "Person"]
    for entity_id in reversed([*(i for i in recent if i not in people), *people]):
        entity = entities[entity_id]
        if entity.country and entity.type in ("Person", "PublicBody", "Country"):
            state = gazetteer().states.get(entity.country, "")
            return (state,) if state in entities else (entity_id,)
    return ()


def _ranked(pair: Pair, recent: Sequence[str], named: Mapping[str, int]) -> list[str]:
    """Whoever a pair may stand for, the likeliest last: the last named; of persons those the article speaks of most."""
    if pair.of != "person":
        return list(recent)
    return sorted(recent, key=lambda entity: min(named[entity], 3))


def _names_two(text: Text, i: int, alone: bool) -> bool:
    """Whether words for two states begin here (شطري كوريا، الكوريتين), though a name was read; ``alone``: in one word."""
    following = text.tokens[i + 1].norm if i + 1 < len(text.tokens) else ""
    found = pairs()
    return any(
        f"{rest} {following}" in found or (alone and rest in found and found[rest].states)
        for _, rest in text.tokens[i].readings
    )


def _heads(text: Text, i: int) -> str | None:
    """The proclitic of a noun for those who head two states (زعيما البلدين), None if the word is another."""
    for proclitic, rest in text.tokens[i].readings:
        if (pair := pairs().get(rest)) and pair.of == "head":
            return proclitic
    return None


def _governing(text: Text, i: int) -> str:
    """``بين`` or ``من`` right before the word, as far as it matters for a pair."""
    before = text.tokens[i - 1].norm if i else ""
    return before if before in ("بين", "من", "مع", "الي", "في", "علي") else ""


def _named_before(pair: Pair, recent: Sequence[str], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The last two parties of the sort, of two different states (for persons: two different persons)."""
    if pair.states:
        return tuple(s for code in pair.states if (s := gazetteer().states.get(code, "")) in entities)
    chosen: list[str] = []
    seen: set[str] = set()
    for entity_id in reversed(recent):
        entity = entities.get(entity_id)
        if (
            entity is None
            or entity.type in ("Document", "Organization")
            or (pair.of == "person" and entity.type != "Person")
        ):
            continue
        if (pair.of == "state" or entity.type == "Place") and not entity.country:
            continue
        key = entity.country or entity.id
        if key not in seen:
            seen.add(key)
            chosen.append(entity_id)
        if len(chosen) == 2:
            break
    return tuple(reversed(chosen))
