"""What the learned tagger sees of a token: its letters, its neighbours, and what the lexicon and the matches say of them."""

from __future__ import annotations

from musnad.lexicon.words import family_names, given_names, is_ordinary, known_words, name_words
from musnad.names.board import Board

_AFFIXES = (1, 2, 3, 4)
_LONGEST = 7
"""Letters beyond which all words are called long."""


def features(board: Board, sentence: range) -> list[list[str]]:
    """One list of features a token of the sentence."""
    words = [board.text.tokens[i].norm for i in sentence]
    known = [_matched(board, i) + _listed(word) for i, word in zip(sentence, words, strict=True)]
    return [_of_token(words, known, i) for i in range(len(words))]


def _matched(board: Board, i: int) -> str:
    """What the automaton found to begin at the token: a name of some type, a title, a nationality, a kind of body."""
    marks = ""
    if i in board.names:
        marks += "n" + board.lexicon.entries[board.names[i][1][0]].type[:2]
    elif i in board.covered:
        marks += "c"
    if i in board.shorts:
        marks += "s" + board.lexicon.entries[board.shorts[i][1][0]].type[:2]
    for sort, found in (("t", board.titles), ("a", board.adjectives), ("h", board.heads), ("g", board.governing)):
        if i in found:
            marks += sort
    return marks + "/"


def _listed(word: str) -> str:
    """Whether the word is a given name, a family name, a part of names, an ordinary word, a word that is known at all."""
    marks = ""
    for mark, words in (("G", given_names()), ("F", family_names()), ("N", name_words()), ("K", known_words())):
        if word in words:
            marks += mark
    return marks + ("L" if is_ordinary(word) else "")


def _of_token(words: list[str], known: list[str], i: int) -> list[str]:
    word = words[i]
    shape = "d" if word[0].isdigit() else "p" if not word[0].isalnum() else "a" if word.isascii() else "w"
    found = ["1", f"w={word}", f"k={known[i]}", f"shape={shape}{min(len(word), _LONGEST)}"]
    for n in _AFFIXES:
        if len(word) > n:
            found += [f"p{n}={word[:n]}", f"s{n}={word[-n:]}"]
    for step in (-2, -1, 1, 2):
        at = i + step
        if 0 <= at < len(words):
            found += [f"w{step}={words[at]}", f"k{step}={known[at]}"]
        else:
            found.append(f"edge{step}")
    if i:
        found += [f"kk={known[i - 1]}|{known[i]}", f"wk={words[i - 1]}|{known[i]}"]
    if i + 1 < len(words):
        found.append(f"k+={known[i]}|{known[i + 1]}")
    return found
