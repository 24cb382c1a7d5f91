"""Names that no list holds, told by their shape: a run of words that are no words of the language."""

from __future__ import annotations

from musnad.lexicon.vocabulary import vocabulary
from musnad.lexicon.words import (
    family_names,
    given_names,
    grammar_words,
    is_ordinary,
    known_words,
    name_particles,
    name_words,
)
from musnad.names.board import Board
from musnad.text.tokens import Token

_MOST_WORDS = 4


def name_run(board: Board, first: int, *, sure: bool) -> range:
    """The tokens of the name that begins at ``first``, empty if there is none.

    ``sure``: a title stands right before it, so that one unknown word is enough; else two words are needed, the first a
    known given name.
    """
    tokens = board.text.tokens
    at, words = first, 0
    while at < len(tokens) and words < _MOST_WORDS:
        token = tokens[at]
        if token.norm == "-" and words and at + 1 < len(tokens) and _is_part(board, at + 1, words, sure):
            at += 1
            continue
        if not _is_part(board, at, words, sure) and not _is_syllable(board, at, words, sure):
            break
        at += 1
        words += 1
        if at < len(tokens) and "\n" in board.text.original[tokens[at - 1].end : tokens[at].start]:
            break
    while at > first and tokens[at - 1].norm in name_particles("inner") | {"-"}:
        at -= 1
    found = range(first, at)
    if not found or (words < 2 and not sure):
        return range(first, first)
    if not sure and (not _opens(tokens[first]) or any(i in board.shorts for i in found[1:])):
        return range(first, first)  # مون وكيم, قمة كيم ترامب: two men by their short names
    return found


def _opens(token: Token) -> bool:
    """Whether a person without a title may begin here: a given name (a family name, where it comes first), no other word."""
    return (token.norm in given_names() or token.norm in family_names()) and token.norm not in vocabulary().terms


def _is_syllable(board: Board, at: int, words: int, sure: bool) -> bool:
    """Whether a small word of Arabic is the middle syllable of an East Asian name (تشانغ هو جين), not "he" (كيم هو الزعيم)."""
    tokens = board.text.tokens
    return (
        words == 1
        and at + 1 < len(tokens)
        and tokens[at - 1].norm in family_names()
        and tokens[at].norm in name_particles("syllable")
        and not tokens[at + 1].norm.startswith("ال")
        and tokens[at + 1].norm not in name_particles("inner")
        and _is_part(board, at + 1, words, sure)
    )


def _is_part(board: Board, at: int, words: int, sure: bool) -> bool:
    token = board.text.tokens[at]
    if not token.is_word or at in board.covered or at in board.titles or at in board.adjectives:
        return False
    if token.norm.isascii() or len(token.norm) < 2:
        return False
    if token.norm in name_particles("inner"):
        return True
    if token.norm not in name_words() and any(
        proclitic and (rest in name_words() or rest.startswith("ال")) for proclitic, rest in token.readings
    ):
        return False  # وترمب, باللغة
    if any(rest in grammar_words() for _, rest in token.readings):
        return False
    if token.norm in name_words():
        return words > 0 or token.surface[-1:] != "ى"
    if token.norm.startswith("ال"):
        return words > 0 and not is_ordinary(token.norm)
    if (
        sure and words and board.text.tokens[at - 1].norm in given_names()
    ):  # مروان قدسي: a surname may look like any word
        return not any(rest in known_words() for _, rest in token.readings)
    return not is_ordinary(token.norm)
