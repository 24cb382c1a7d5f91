"""Later mentions: the shorter names of those on stage, the best-known bearer of a surname, a body's bare noun (المجلس)."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from functools import cache

from musnad.lexicon.entries import TOP_OFFICES, Entry, top_office
from musnad.lexicon.table import rows
from musnad.lexicon.words import grammar_words, is_ordinary, known_words
from musnad.names.board import Board
from musnad.names.cast import Cast
from musnad.names.listed import choose, introduce
from musnad.names.records import HEADS, NAME_PROCLITICS, Actor
from musnad.text.tokens import without_article


def later_mentions(board: Board, cast: Cast, actors: list[Actor], grouped: set[int], day: dt.date | None) -> None:
    """Short names: of those on stage first, else of the gazetteer's best-known bearer."""
    taken = set(board.covered)
    for at, token in enumerate(board.text.tokens):
        if at in taken or not token.is_word or (at in grouped and at in board.titles):
            continue
        found = _short_at(board, cast, at, day)
        if found is None:
            continue
        entity, start, last, proclitic = found
        cast.mention(start, board.text.tokens[last].end, entity, "later mention")
        if at not in grouped:
            actors.append(Actor(at, last, entity, HEADS[cast.entities[entity].type], "", "", proclitic))
        taken.update(range(at, last + 1))


def _short_at(board: Board, cast: Cast, at: int, day: dt.date | None) -> tuple[str, int, int, str] | None:
    """(entity, start offset, last token, proclitic) of the short name at a token."""
    token = board.text.tokens[at]
    if at in board.shorts:
        match, ids = board.shorts[at]
        entity = cast.called(tuple(match.surface.split()), at)
        if entity is None:
            entry = choose(board, ids, None, "", day)
            if entry.type == "Person" and _stands_alone(board, at, entry):
                entity = cast.known(entry)
                introduce(cast, entry, match.surface, at)
        if entity is not None:
            return entity, match.start, match.last, match.proclitic
    if any(rest in grammar_words() and proclitic in ("", "و", "ف") for proclitic, rest in token.readings):
        return None  # لكن is no "for Kon"
    for proclitic, rest in token.readings:
        if proclitic in NAME_PROCLITICS and (entity := cast.called((rest,), at)):
            start = board.text.folded.span(token.at + len(token.norm) - len(rest), token.at + len(token.norm))[0]
            return entity, start, at, proclitic
    return None


@cache
def _arab_states() -> frozenset[str]:
    return frozenset(row["iso"] for row in rows("places/arab_states", "iso"))


def _stands_alone(board: Board, at: int, entry: Entry) -> bool:
    """Whether a short name nobody has introduced may be believed: no word of the language, or a foreign statesman's (بوتين)."""
    match = board.shorts[at][0]
    if any(word in known_words() for word in match.surface.split()):
        return False
    if match.proclitic and is_ordinary(board.text.tokens[at].norm) and match.first == match.last:
        return False  # كرامة is no "like Rama"
    if not is_ordinary(match.surface):
        return True
    return len(match.surface) > 3 and top_office(entry, None) < len(TOP_OFFICES) and entry.country not in _arab_states()


def bare_heads(board: Board, cast: Cast, actors: list[Actor], grouped: set[int]) -> None:
    """``المجلس``, ``الاتفاق``, ``الحركة``: no mention, but it stands for the body or document last named with that noun."""
    heads: dict[str, tuple[str, int]] = {}
    where = {bisect_right(board.text.starts, m.start) - 1: m.entity for m in cast.mentions.values()}
    taken = board.covered | grouped | {i for a in actors for i in range(a.first, a.last + 1)}
    for at, token in enumerate(board.text.tokens):
        if at in where:
            entity = where[at]
            if cast.entities[entity].type in ("PublicBody", "Organization", "Document"):
                heads.update(("ال" + without_article(rest), (entity, at)) for _, rest in token.readings)
            continue
        if at in taken or not token.is_word:
            continue
        for proclitic, rest in token.readings:
            if rest in heads and proclitic in NAME_PROCLITICS:
                entity, _ = heads[rest]
                actors.append(Actor(at, at, entity, HEADS[cast.entities[entity].type], "", token.surface, proclitic))
                break
