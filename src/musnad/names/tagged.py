"""Names that neither a list nor a title brings, as a conditional random field learnt from annotated newswire reads them.

The model sees what the automaton found and what the word lists say (``features.py``), so it only has to judge what they
leave open. It is asked about sentences that hold an unknown word, and believed where it is sure. ``lexicon_src/learnt/tagger.py``
trains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pycrfsuite

from musnad.lexicon.words import is_ordinary, name_words
from musnad.model import EntityType
from musnad.names.board import Board
from musnad.names.cast import Cast
from musnad.names.features import features
from musnad.names.records import HEADS, Actor
from musnad.text.fold import fold

_TYPES: dict[str, EntityType] = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}
_SURE = {"PER": 0.75, "ORG": 0.8, "LOC": 0.8}
"""How probable each of its tokens must be for a name to be believed."""
_AND, _SHORTEST = "وف", 4
_LONGEST = 200
"""Tokens of a sentence that are read at once; what is longer is a table or a list."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens that are one name."""

    tokens: range
    label: str


@cache
def _model() -> bytes:
    """The trained model; it must outlive the tagger, which reads it where it lies."""
    return (files("musnad.lexicon") / "data" / "names" / "tagger.crfsuite").read_bytes()


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger


def tagged(board: Board, cast: Cast, actors: list[Actor], grouped: set[int]) -> bool:
    """The names that are left to the model come on stage; whether there are any."""
    runs = list(_runs(board, cast, grouped))
    for run in runs:
        first, last = run.tokens.start, run.tokens.stop - 1
        start, end, surface = _without_and(board, *board.text.slice(run.tokens), first)
        entity = _bearer(cast, surface) if run.label == "PER" else None
        entity = entity or cast.unlisted(_TYPES[run.label], surface, None, None)
        cast.mention(start, end, entity, "tagger")
        if run.label == "PER":
            cast.introduce(
                entity, [board.text.tokens[i].norm for i in run.tokens if board.text.tokens[i].is_word], first
            )
        actors.append(Actor(first, last, entity, HEADS[_TYPES[run.label]]))
        board.covered.update(run.tokens)
    return bool(runs)


def _bearer(cast: Cast, surface: str) -> str | None:
    """The one person on stage who bears the single name, be it his first one."""
    word = fold(surface)
    people = [e.id for e in cast.entities.values() if e.type == "Person" and word in fold(e.name_ar or "").split()]
    return people[0] if len(people) == 1 and " " not in word else None


def _runs(board: Board, cast: Cast, grouped: set[int]) -> Iterator[Run]:
    named = {i for m in cast.mentions.values() for i in board.text.between(m.start, m.end)}
    taken = grouped | board.covered | named | board.titles.keys() | board.adjectives.keys()
    for sentence in board.text.sentences:
        if len(sentence) > _LONGEST or not any(_is_open(board, i, taken) for i in sentence):
            continue
        tagger = _tagger()
        tagger.set(features(board, sentence))
        labels = tagger.tag()
        for run in spans(labels):
            tokens = range(sentence.start + run.tokens.start, sentence.start + run.tokens.stop)
            sure = all(tagger.marginal(labels[i], i) >= _SURE[run.label] for i in run.tokens)
            if sure and not taken.intersection(tokens) and _is_name(board, tokens):
                yield Run(tokens, run.label)


def _is_open(board: Board, i: int, taken: set[int]) -> bool:
    """Whether a name that nobody knows may stand here."""
    token = board.text.tokens[i]
    unknown = token.norm in name_words() or not is_ordinary(token.norm)
    return token.is_word and i not in taken and not token.norm.isascii() and unknown


def _without_and(board: Board, start: int, end: int, surface: str, first: int) -> tuple[int, int, str]:
    """وميركل is "and Merkel"; وليد is a name."""
    word = board.text.tokens[first].norm
    if word[0] in _AND and len(word) > _SHORTEST and word not in name_words():
        return start + 1, end, surface[1:]
    return start, end, surface


def _is_name(board: Board, tokens: range) -> bool:
    """Letters at both ends, and nothing written onto the front but what a mention leaves out."""
    first, last = board.text.tokens[tokens.start], board.text.tokens[tokens.stop - 1]
    alone = len(tokens) == 1 and (first.norm.startswith("ال") or len(first.norm) < _SHORTEST)
    return first.is_word and last.is_word and not alone and any(_is_open(board, i, set()) for i in tokens)


def spans(labels: Sequence[str]) -> Iterator[Run]:
    """The names that a row of labels (B-PER, I-PER, ..., O) tells."""
    start = 0
    for i, label in enumerate([*labels, "O"]):
        inside = i > start and label == "I" + labels[start][1:] and labels[start] != "O"
        if inside:
            continue
        if i > start and labels[start] != "O":
            yield Run(range(start, i), labels[start][2:])
        start = i
