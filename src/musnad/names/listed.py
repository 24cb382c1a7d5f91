"""Those whom the gazetteer knows, by their full names; of several bearers of a name the likeliest."""

from __future__ import annotations

import datetime as dt

from musnad.lexicon.entries import Entry, top_office
from musnad.lexicon.gazetteer import Name
from musnad.lexicon.words import outlet_cues
from musnad.names.board import Board
from musnad.names.cast import Cast
from musnad.names.records import HEADS, Actor
from musnad.names.scan import Match


def choose(board: Board, ids: tuple[str, ...], country: str | None, office: str, day: dt.date | None) -> Entry:
    """The likeliest bearer of an ambiguous name: of the right state, in the right office, in office on the day, in high office."""

    def rank(entry: Entry) -> tuple[bool, bool, int, dt.date]:
        latest = max((o.start or dt.date.min for o in entry.offices), default=dt.date.min)
        return (
            country is not None and entry.country == country,
            bool(office) and any(o.slug == office and (day is None or o.held_on(day)) for o in entry.offices),
            -top_office(entry, day),
            latest if day is None or latest <= day else dt.date.min,
        )

    return max((board.lexicon.entries[i] for i in ids), key=rank)


def bring_on(board: Board, cast: Cast, at: int, entry: Entry, rule: str) -> None:
    """The entity whose name begins at token ``at`` comes on stage, with its mention and its shorter names."""
    match = board.names[at][0] if at in board.names else board.shorts[at][0]
    cast.known(entry)
    cast.mention(_without_cue(board, match, entry), match.end, entry.id, rule)
    introduce(cast, entry, match.surface, at)


def _without_cue(board: Board, match: Match, entry: Entry) -> int:
    """Where the name itself begins: behind a common noun that the entity is also called without (مدينة دوما)."""
    head, _, rest = match.surface.partition(" ")
    generic = entry.type == "Place" or entry.sort in ("agency", "outlet", "platform")
    if (
        generic
        and head in outlet_cues()
        and any(isinstance(p, Name) and p.entry == entry.id for p in board.lexicon.surfaces.get(rest, ()))
    ):
        return board.text.tokens[match.first + 1].start
    return match.start


def introduce(cast: Cast, entry: Entry, surface: str, at: int) -> None:
    """From token ``at`` on the entity may be called by its shorter names."""
    if entry.type == "Person":
        cast.introduce(entry.id, surface.split(), at)
    for short in entry.shorts:
        cast.call(entry.id, short, at)


def listed_names(board: Board, cast: Cast, actors: list[Actor], grouped: set[int], day: dt.date | None) -> None:
    """The gazetteer's full names, wherever they stand."""
    for at, (match, ids) in sorted(board.names.items()):
        if match.start in cast.mentions or at in board.in_bodies:
            continue
        entry = choose(board, ids, None, "", day)
        bring_on(board, cast, at, entry, "listed")
        if at not in grouped:
            first, proclitic = _with_cues(board, match)
            actors.append(Actor(first, match.last, entry.id, HEADS[entry.type], "", "", proclitic))


def _with_cues(board: Board, match: Match) -> tuple[int, str]:
    """Where the noun group of a name begins, the common nouns before it included (وكالة أنباء "يونهاب"), and its proclitic."""
    first, proclitic = match.first, match.proclitic
    if proclitic:
        return first, proclitic
    at = first - 1
    while at >= 0 and first - at <= 3:
        token = board.text.tokens[at]
        if token.norm in {'"', "“", "«"}:
            at -= 1
            continue
        cue = next((pro for pro, rest in token.readings if rest in outlet_cues()), None)
        if cue is None:
            break
        first, proclitic = at, cue
        if cue:
            break
        at -= 1
    return first, proclitic
