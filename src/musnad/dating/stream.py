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


@dataclass(frozen=True, slots=True)
class Hit:
    """Words ``first`` to ``last`` of the stream are the phrase."""

    phrase: tuple[str, ...]
    first: int
    last: int


class Phrases:
    """A set of phrases to be found in one pass. The first word may carry proclitics, and the article if the phrase
    has none; where ``loose``, every word may have the article and an attached pronoun.
    """

    def __init__(self, phrases: Iterable[tuple[str, ...]], *, loose: bool = False) -> None:
        self._forms = _loose_forms if loose else _forms
        self._loose = loose
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(set(phrases)):
            if phrase:
                for form in {phrase[0], without_article(phrase[0])} if loose else {phrase[0]}:
                    self._by_first.setdefault(form, []).append(phrase)

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every occurrence, in order of its first word."""
        for i, word in enumerate(words):
            seen: set[tuple[str, ...]] = set()
            for form in self._forms(word):
                for phrase in self._by_first.get(form, ()):
                    if phrase not in seen and self._goes_on(phrase, words, i + 1):
                        seen.add(phrase)
                        yield Hit(phrase, i, i + len(phrase) - 1)

    def _goes_on(self, phrase: tuple[str, ...], words: Sequence[str], at: int) -> bool:
        behind = tuple(words[at : at + len(phrase) - 1])
        if behind == phrase[1:]:
            return True
        return (
            self._loose
            and len(behind) == len(phrase) - 1
            and all(p == w or without_article(p) in _inner_forms(w) for p, w in zip(phrase[1:], behind, strict=True))
        )


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
