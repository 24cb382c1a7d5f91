"""How far the clause of a trigger reaches, and which parties stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from musnad.events.party import Party
from musnad.events.scene import Scene
from musnad.events.spot import Trigger
from musnad.lexicon.table import rows
from musnad.text.fold import fold
from musnad.text.tokens import Token, enclitic_stems

_STRONG = {".", "؛", ";", ":", "!", "?", "؟", "…"}


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens that belong to a trigger: ``first`` to ``stop`` (exclusive); ``left`` is where its own left context begins."""

    left: int
    first: int
    stop: int


@cache
def words_of(*sorts: str) -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in rows("text/words", "word", "sort") if row["sort"] in sorts)


@cache
def _complementizers() -> frozenset[str]:
    return frozenset(w for w in words_of("conjunction") if w.lstrip("فب").startswith(("ان", "لان", "كان")))


def is_complementizer(token: Token) -> bool:
    """أن, إن, بأنه, ...: what follows is the content, not the clause itself."""
    return any(rest in _complementizers() for _, rest in token.readings) or any(
        stem in ("ان", "بان", "لان") for stem in enclitic_stems(token.norm)
    )


def is_relative(token: Token) -> bool:
    """الذي, التي, الذين, ..."""
    return token.norm.startswith(("الذ", "الت", "الل")) and token.norm in words_of("relative")


def clause_of(scene: Scene, trigger: Trigger, finite: frozenset[int]) -> Clause:
    """From the trigger to what ends its clause: a strong stop, أن, a relative, the next finite verb, the sentence."""
    tokens = scene.text.tokens
    sentence = scene.text.sentences[scene.text.sentence_of(trigger.at)]
    stop = trigger.after + 1
    while stop < sentence.stop:
        token = tokens[stop]
        if token.norm in _STRONG:
            break
        if stop > trigger.after and (stop in finite or is_complementizer(token)) and scene.party_at[stop] < 0:
            break
        if is_relative(token):
            break
        stop += 1
    left = trigger.at
    while left > sentence.start:
        token = tokens[left - 1]
        if token.norm in _STRONG or (left - 1) in finite or is_complementizer(token):
            break
        left -= 1
    return Clause(left, trigger.at, stop)


def parties_in(scene: Scene, first: int, stop: int) -> Iterator[Party]:
    """The parties that lie in a range of tokens, in order."""
    seen = -1
    for i in range(first, stop):
        number = scene.party_at[i]
        if number > seen:
            seen = number
            party = scene.parties[number]
            if party.first >= first and party.last < stop:
                yield party
