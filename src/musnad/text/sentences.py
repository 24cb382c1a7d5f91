"""Sentences and paragraphs, as ranges of tokens.

A full stop ends a sentence unless it stands in a number, after a single letter (``د. أحمد``, ``U.S.``) or after an abbreviated
title; two dots (``..``) end one, as Arabic papers use them; a line feed ends a paragraph and so a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from musnad.text.tokens import Token

_ENDS = {"!", "?", "؟", "…", "۔"}


def paragraphs(folded: str, tokens: Sequence[Token]) -> tuple[range, ...]:
    """The token ranges of the lines that hold any token."""
    found: list[range] = []
    first = 0
    for i in range(1, len(tokens) + 1):
        if i == len(tokens) or "\n" in folded[tokens[i - 1].at + len(tokens[i - 1].norm) : tokens[i].at]:
            if i > first:
                found.append(range(first, i))
            first = i
    return tuple(found)


def sentences(folded: str, tokens: Sequence[Token], lines: Sequence[range]) -> tuple[range, ...]:
    """The token ranges of the sentences; every token is in exactly one. A quotation is not broken at its inner full stops."""
    found: list[range] = []
    for line in lines:
        first, closing = line.start, _closing(tokens, line)
        inside = 0
        for i in line:
            if i in closing:
                inside += closing[i]
            if inside or not _ends_sentence(folded, tokens, i, line):
                continue
            after = i + 1
            if after < line.stop and tokens[after].norm in {'"', "”", "»", ")", "."}:
                continue  # the mark that closes belongs to this sentence
            found.append(range(first, after))
            first = after
        if first < line.stop:
            found.append(range(first, line.stop))
    return tuple(found)


def _ends_sentence(folded: str, tokens: Sequence[Token], i: int, line: range) -> bool:
    token = tokens[i]
    if token.norm in _ENDS:
        return i + 1 >= line.stop or tokens[i + 1].norm not in _ENDS
    if token.norm in {'"', "”", "»", ")"} and i > line.start and tokens[i - 1].norm in {".", *_ENDS}:
        return _ends_sentence(folded, tokens, i - 1, line)
    if token.norm != ".":
        return False
    if i > line.start:
        before = tokens[i - 1]
        glued = before.at + len(before.norm) == token.at
        if before.norm == ".":
            return True
        if glued and before.is_word and len(before.norm) == 1:
            return False
    if i + 1 < line.stop:
        after = tokens[i + 1]
        if after.norm == ".":
            return False
        if after.at == token.at + 1 and (after.is_number or (after.norm.isascii() and after.is_word)):
            return False
    return True


def closed_quotations(tokens: Sequence[Token], lines: Sequence[range]) -> tuple[range, ...]:
    """The tokens between the marks of each quotation that closes within its line."""
    found: list[range] = []
    for line in lines:
        opened = 0
        for i, step in _closing(tokens, line).items():
            if step > 0:
                opened = i + 1
            else:
                found.append(range(opened, i))
    return tuple(found)


def _closing(tokens: Sequence[Token], line: range) -> dict[int, int]:
    """+1 at each opening and -1 at each closing mark of a quotation that does close within the line."""
    steps: dict[int, int] = {}
    open_at: int | None = None
    pairs = {"“": "”", "«": "»", '"': '"'}
    for i in line:
        norm = tokens[i].norm
        if open_at is None:
            if norm in pairs:
                open_at = i
        elif norm == pairs[tokens[open_at].norm]:
            steps[open_at], steps[i] = 1, -1
            open_at = None
    return steps
