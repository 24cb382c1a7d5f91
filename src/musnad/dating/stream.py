"""The article as a plain stream of words, for finding the phrases that dating knows.

Punctuation is left out of the stream but remembered as breaks, so that ``كوفيد-19`` and ``كوفيد 19`` read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from musnad.text.fold import fold
from musnad.text.prepared import Text
from musnad.text.tokens import enclitic_stems, readings, without_article

_WORDS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_BREAKS = frozenset('،,؛;:.؟?!()«»"“”…')


@dataclass(frozen=True, slots=True)
class Stream:
    """``words[i]`` is the folded word that is token ``tokens[i]``; ``sentence[i]`` and ``part[i]`` number what it
    stands in.
    """

    text: Text
    words: tuple[str, ...]
    tokens: tuple[int, ...]
    sentence: tuple[int, ...]
    part: tuple[int, ...]
    """Parts are what punctuation of any kind cuts."""
    line: tuple[int, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The original offsets of words ``first`` to ``last`` inclusive."""
        return self.text.tokens[self.tokens[first]].start, self.text.tokens[self.tokens[last]].end

    def at(self, offset: int) -> int:
        """The number of the first word that ends behind an original offset."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.text.tokens[self.tokens[middle]].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def stream_of(text: Text) -> Stream:
    """The words of a prepared text."""
    words: list[str] = []
    tokens: list[int] = []
    sentence: list[int] = []
    part: list[int] = []
    line: list[int] = []
    parts = 0
    line_of = {i: n for n, line_range in enumerate(text.paragraphs) for i in line_range}
    for number, tokens_range in enumerate(text.sentences):
        parts += 1
        for i in tokens_range:
            norm = text.tokens[i].norm
            if norm[0].isalnum():
                words.append(norm)
                tokens.append(i)
                sentence.append(number)
                part.append(parts)
                line.append(line_of[i])
            elif norm in _BREAKS:
                parts += 1
    return Stream(text, tuple(words), tuple(tokens), tuple(sentence), tuple(part), tuple(line))


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the lexicon, as the stream has them."""
    return tuple(_WORDS.findall(fold(phrase)))


def alternatives(field: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a group as the tables of the almanac write it: ``قمة/لقاء/اجتماع``."""
    return frozenset(phrase_words(phrase) for phrase in field.split("/") if phrase)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words ``first`` to ``last`` of the stream are the phrase."""

    phrase: tuple[str, ...]
    first: int
    last: int


class _Node:
    """A node of the trie of phrases: the words that go on from here, and the phrases that end here."""

    __slots__ = ("ends", "on")

    def __init__(self) -> None:
        self.on: dict[str, _Node] = {}
        self.ends: list[tuple[str, ...]] = []


class Phrases:
    """A set of phrases to be found in one pass. The first word may carry proclitics, and the article if the phrase
    has none; where ``loose``, every word may have the article and an attached pronoun.
    """

    def __init__(self, phrases: Iterable[tuple[str, ...]], *, loose: bool = False) -> None:
        self._loose = loose
        self._root = _Node()
        for phrase in sorted(set(phrases)):
            if not phrase:
                continue
            for first in sorted({phrase[0], without_article(phrase[0])} if loose else {phrase[0]}):
                node = self._root.on.setdefault(first, _Node())
                for word in phrase[1:]:
                    node = node.on.setdefault(without_article(word) if loose else word, _Node())
                node.ends.append(phrase)

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every occurrence, in order of its first word."""
        first_forms = _loose_forms if self._loose else _forms
        for i, word in enumerate(words):
            seen: set[tuple[str, ...]] = set()
            for form in first_forms(word):
                if node := self._root.on.get(form):
                    for phrase in self._ending(node, words, i + 1):
                        if phrase not in seen:
                            seen.add(phrase)
                            yield Hit(phrase, i, i + len(phrase) - 1)

    def _ending(self, node: _Node, words: Sequence[str], at: int) -> Iterator[tuple[str, ...]]:
        """The phrases that go on with the words from ``at``, the shortest first."""
        yield from node.ends
        if node.on and at < len(words):
            for form in _inner_forms(words[at]) if self._loose else (words[at],):
                if following := node.on.get(form):
                    yield from self._ending(following, words, at + 1)


_SHORTEST_STEM = 3
_OF_THIRD = ("ه", "ها", "هم", "هما", "هن")
"""Pronouns that news attaches to nouns and verbs; others are mostly the end of a name (مايك)."""


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, ...]:
    forms: list[str] = []
    for _, rest in readings(word):
        forms += [rest, without_article(rest)]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=65536)
def _loose_forms(word: str) -> tuple[str, ...]:
    forms = list(_forms(word))
    if word.endswith(_OF_THIRD):
        forms += [stem for form in forms for stem in enclitic_stems(form) if len(stem) >= _SHORTEST_STEM]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=65536)
def _inner_forms(word: str) -> tuple[str, ...]:
    """A word inside a phrase: with "and" before it another phrase would begin."""
    bare = without_article(word)
    stems = enclitic_stems(bare) if word.endswith(_OF_THIRD) else ()
    return (bare, *(stem for stem in stems if len(stem) >= _SHORTEST_STEM))
