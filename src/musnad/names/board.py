"""The matches of one text laid out by token: who is named where, and which words around a name say what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from musnad.lexicon.gazetteer import Adjective, BodyHead, Gazetteer, Governing, Name, Title
from musnad.names.scan import Match, scan
from musnad.text.prepared import Text


@dataclass(frozen=True, slots=True)
class Board:
    """Every table maps the index of the first token to the longest match of its class that begins there.

    ``names`` never overlap each other; ``shorts`` lie outside them and are only candidates.
    """

    text: Text
    lexicon: Gazetteer
    names: dict[int, tuple[Match, tuple[str, ...]]] = field(default_factory=dict)
    shorts: dict[int, tuple[Match, tuple[str, ...]]] = field(default_factory=dict)
    adjectives: dict[int, tuple[Match, str]] = field(default_factory=dict)
    titles: dict[int, tuple[Match, Title]] = field(default_factory=dict)
    governing: dict[int, Match] = field(default_factory=dict)
    heads: dict[int, tuple[Match, BodyHead]] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)
    """Tokens that belong to a name."""
    in_bodies: set[int] = field(default_factory=set)
    """Tokens that belong to a composed body, and so are no names of their own."""


def lay_out(text: Text, lexicon: Gazetteer, cues: frozenset[str]) -> Board:
    """One scan, sorted into a Board. ``cues`` are the words (قناة، صحيفة) behind which a common word names an outlet."""
    board = Board(text, lexicon)
    matches = scan(text, lexicon)
    full = [m for m in matches if any(isinstance(p, Name) and _names(text, m, p, cues) for p in m.payloads)]
    for match in _longest_apart(full, board.covered):
        ids = tuple(p.entry for p in match.payloads if isinstance(p, Name) and _names(text, match, p, cues))
        board.names[match.first] = (match, ids)
    short = [m for m in matches if any(isinstance(p, Name) for p in m.payloads)]
    for match in _longest_apart(short, set(board.covered)):
        board.shorts[match.first] = (match, tuple(p.entry for p in match.payloads if isinstance(p, Name)))
    for match in matches:
        if board.covered.intersection(range(match.first, match.last + 1)):
            continue
        for payload in match.payloads:
            if isinstance(payload, Adjective):
                known = board.adjectives.get(match.first)
                if known is None or known[0].last < match.last:
                    board.adjectives[match.first] = (match, payload.country)
            elif isinstance(payload, Title):
                titled = board.titles.get(match.first)
                if titled is None or titled[0].last < match.last:
                    board.titles[match.first] = (match, payload)
            elif isinstance(payload, Governing):
                board.governing.setdefault(match.first, match)
            elif isinstance(payload, BodyHead):
                headed = board.heads.get(match.first)
                if headed is None or headed[0].last < match.last:
                    board.heads[match.first] = (match, payload)
    return board


def _names(text: Text, match: Match, payload: Name, cues: frozenset[str]) -> bool:
    if payload.strength == "full":
        return True
    if payload.strength != "cue":
        return False
    before = match.first - 1
    while before >= 0 and text.tokens[before].norm in {'"', "“", "«", "(", "'"}:
        before -= 1
    return before >= 0 and any(rest in cues for _, rest in text.tokens[before].readings)


def _longest_apart(matches: Iterable[Match], taken: set[int]) -> list[Match]:
    """The longest matches that do not overlap each other or ``taken`` (which grows)."""
    chosen = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        span = range(match.first, match.last + 1)
        if not taken.intersection(span):
            taken.update(span)
            chosen.append(match)
    return sorted(chosen, key=lambda m: m.start)
