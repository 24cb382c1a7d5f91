"""One pass of the gazetteer's automaton over the tokens of a text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from musnad.lexicon.gazetteer import Gazetteer, Payload
from musnad.text.prepared import Text

_PROCLITICS = {"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك", "ا"}
_SKIPPED = {"-", "_", "–", "'", "’", "#"}
"""Marks inside a name that its spellings differ in: كيم جونغ-أون, #كوريا_الشمالية."""
_QUOTES = {'"', "“", "”", "«", "»"}


@dataclass(frozen=True, slots=True)
class Match:
    """A surface of the lexicon in the text: tokens ``first`` to ``last`` (inclusive), original offsets, what it may mean."""

    first: int
    last: int
    start: int
    end: int
    surface: str
    proclitic: str
    payloads: tuple[Payload, ...]


def scan(text: Text, lexicon: Gazetteer) -> list[Match]:
    """Every match at word boundaries, overlapping ones too, ordered by place and then by length, longest first.

    A match may begin behind a proclitic; the assimilated ``لل`` (للأمم) belongs to the match, since it cannot be cut off.
    """
    flat, at, token_at = _flatten(text)
    found: list[Match] = []
    for end, key in lexicon.automaton.iter(flat):
        stop = end + 1
        if stop < len(flat) and flat[stop] not in " \n":
            continue
        last = bisect_left(at, stop) - 1
        assimilated = False
        begin = stop - len(key)
        if begin < 0 or flat[begin:stop] != key:
            begin = stop - len(key)
            assimilated = True
        first = bisect_left(at, begin + 1) - 1
        head = flat[at[first] : begin]
        if head not in _PROCLITICS or head == "ا" or (assimilated and head not in ("", "و", "ف")):
            continue
        if head and len(key) < 3:
            continue
        first_token, last_token = text.tokens[token_at[first]], text.tokens[token_at[last]]
        start = first_token.start
        if head:
            start = text.folded.span(first_token.at + len(head), first_token.at + len(head) + 1)[0]
        found.append(Match(token_at[first], token_at[last], start, last_token.end, key, head, lexicon.surfaces[key]))
    found.sort(key=lambda match: (match.start, -match.end))
    return found


def _flatten(text: Text) -> tuple[str, list[int], list[int]]:
    """The tokens joined by spaces (lines by line feeds), marks inside names left out; where each begins, and its index."""
    parts: list[str] = []
    at: list[int] = []
    index: list[int] = []
    length = 0
    line_ends = {line.stop for line in text.paragraphs}
    for i, token in enumerate(text.tokens):
        if i and i in line_ends:
            parts.append("\n ")
            length += 2
        if token.norm in _SKIPPED or token.norm in _QUOTES:
            continue
        at.append(length)
        index.append(i)
        parts.append(token.norm + " ")
        length += len(token.norm) + 1
    return "".join(parts), at, index
