"""The article as a plain stream of words, for finding the phrases that dating knows.

Punctuation is left out of the stream but remembered as breaks, so that ``كوفيد-19`` and ``كوفيد 19`` read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from musnad.text.fold import fold
from musnad.text.prepared import Text
from musnad.text.tokens import readings, without_article

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
    has none.
    """

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(set(phrases)):
            if phrase:
                self._by_first.setdefault(phrase[0], []).append(phrase)

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every occurrence, in order of its first word."""
        for i, word in enumerate(words):
            seen: set[tuple[str, ...]] = set()
            for form in _forms(word):
                for phrase in self._by_first.get(form, ()):
                    if phrase not in seen and tuple(words[i + 1 : i + len(phrase)]) == phrase[1:]:
                        seen.add(phrase)
                        yield Hit(phrase, i, i + len(phrase) - 1)


def _forms(word: str) -> tuple[str, ...]:
    forms: list[str] = []
    for _, rest in readings(word):
        forms += [rest, without_article(rest)]
    return tuple(dict.fromkeys(forms))
