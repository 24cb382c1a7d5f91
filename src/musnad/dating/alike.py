"""Articles that are alike: what two of them share that few others say. Articles of one news are mostly of one day.

Likeness is the cosine of the rare words and pairs of words of both (weighted by idf), over an inverted index: what many
articles say is not looked up at all, so that a large pile costs no more an article than a small one.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from musnad.text.prepared import Text, prepare
from musnad.text.stem import core, stems

_COMMON = 0.15
"""Share of the articles beyond which a word tells nothing about which news it is."""
_MOST = 400
"""Articles beyond which a word is looked up no more: in a large pile it would only join strangers."""
_LONGEST_RUN = 12
"""Words that are shown of what two articles share."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Article number ``other`` shares with the one asked for, among more, the words ``start`` to ``end`` of it."""

    other: int
    likeness: float
    start: int
    end: int


class Pile:
    """The articles of a dossier, to be asked for those that are like one of them; ``findable``: the numbers to find."""

    def __init__(self, texts: Sequence[str], findable: Sequence[int]) -> None:
        self._texts = texts
        numbers: dict[str, int] = {}
        counts: Counter[int] = Counter()
        self._features: list[array[int]] = []
        for text in texts:
            found = sorted({numbers.setdefault(f, len(numbers)) for f in _features(prepare(text))})
            counts.update(found)
            self._features.append(array("L", found))
        most = len(texts) * _COMMON
        self._idf = {f: math.log(len(texts) / n) for f, n in counts.items() if n <= most}
        self._norms = [math.sqrt(sum(self._idf.get(f, 0.0) ** 2 for f in fs)) or 1.0 for fs in self._features]
        self._numbers = {f: n for f, n in numbers.items() if n in self._idf and counts[n] > 1}
        self._where: dict[int, array[int]] = {}
        for number in findable:
            for feature in self._features[number]:
                if feature in self._idf and counts[feature] > 1:
                    self._where.setdefault(feature, array("L")).append(number)

    def like(self, number: int, most: int) -> list[Alike]:
        """The articles that are most like article ``number``, the likest first."""
        shared: Counter[int] = Counter()
        for feature in self._features[number]:
            where = self._where.get(feature, ())
            if len(where) <= _MOST:
                weight = self._idf.get(feature, 0.0) ** 2
                for other in where:
                    shared[other] += weight  # type: ignore[assignment]  # a Counter of floats
        shared.pop(number, None)
        ranked = sorted(
            ((total / (self._norms[number] * self._norms[other]), other) for other, total in shared.items()),
            key=lambda pair: (-pair[0], pair[1]),
        )[:most]
        text = prepare(self._texts[number]) if ranked else None
        return [Alike(other, likeness, *self._run(text, other)) for likeness, other in ranked if text]

    def _run(self, text: Text, other: int) -> tuple[int, int]:
        """The span of the words in a row that are rarest and stand in the other article too."""
        theirs = set(self._features[other])
        best, at = 0.0, (0, 0)
        start, weight = 0, 0.0
        for i, token in enumerate(text.tokens):
            feature = self._numbers.get(_stem(token.norm)) if token.is_word else None
            if feature is None or feature not in theirs or i - start >= _LONGEST_RUN:
                start, weight = i + 1, 0.0
                continue
            weight += self._idf[feature]
            if weight > best:
                best, at = weight, (text.tokens[start].start, token.end)
        return at


def _features(text: Text) -> Iterator[str]:
    """Words without their clitics, and pairs of neighbouring words."""
    words = [token.norm if token.is_word else "" for token in text.tokens]
    yield from (_stem(word) for word in words if word)
    yield from (f"{core(one)} {core(other)}" for one, other in pairwise(words) if one and other)


def _stem(word: str) -> str:
    return stems(word)[-1]
