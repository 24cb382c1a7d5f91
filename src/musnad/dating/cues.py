"""Cues: the words that tell whether what stands near them is past, still to come, or not said to happen at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache

from musnad.dating.stream import Phrases, Stream, phrase_words
from musnad.lexicon.table import rows, split

_FUTURE_PREFIXES = ("سي", "ست", "وسي", "وست", "فسي", "فست")
_SHORTEST_FUTURE = 5


def cue_words(*senses: str) -> dict[str, str]:
    """The words and phrases of almanac/cues.tsv of those senses, as written, each with its sense."""
    return {
        word: row["sense"]
        for row in rows("almanac/cues", "word", "sense")
        if row["sense"] in senses
        for word in split(row["word"])
    }


@cache
def _lexicon() -> tuple[Phrases, dict[tuple[str, ...], frozenset[str]]]:
    senses: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows("almanac/cues", "word", "sense"):
        for word in split(row["word"]):
            senses[phrase_words(word)].add(row["sense"])
    return Phrases(senses), {phrase: frozenset(found) for phrase, found in senses.items()}


@cache
def _not_future() -> frozenset[str]:
    """Folded words that begin like a future verb and are none (ستة, سيدة, سياسي ...)."""
    return frozenset(phrase_words(word)[0] for row in rows("almanac/not_future", "word") for word in split(row["word"]))


@dataclass(frozen=True, slots=True)
class Cues:
    """``senses[i]`` are the senses of the cues that word ``i`` of the stream belongs to."""

    stream: Stream
    senses: tuple[frozenset[str], ...]

    def near(self, sense: str, first: int, last: int, before: int, after: int, without: Set[int] = frozenset()) -> bool:
        """Whether a cue stands in the sentence, at most so many words before ``first`` or behind ``last``, or between
        them; but not one of the words ``without``.
        """
        sentence = self.stream.sentence[first]
        low, high = max(0, first - before), min(len(self.senses), last + after + 1)
        return any(
            sense in self.senses[i]
            for i in range(low, high)
            if self.stream.sentence[i] == sentence and i not in without
        )

    def close(self, sense: str, first: int, last: int, before: int, after: int) -> bool:
        """As ``near``, but with no punctuation between."""
        part = self.stream.part
        low, high = max(0, first - before), min(len(self.senses), last + after + 1)
        inside = range(part[first], part[last] + 1)
        return any(sense in self.senses[i] and part[i] in inside for i in range(low, high))

    def within(self, sense: str, words: Iterable[int]) -> bool:
        """Whether any of the words is such a cue."""
        return any(sense in self.senses[i] for i in words)


def cues_of(stream: Stream) -> Cues:
    """The cues of an article. A word that begins with the س of the future is one unless the lexicon knows better."""
    phrases, senses = _lexicon()
    found: list[set[str]] = [set() for _ in stream.words]
    for hit in phrases.find(stream.words):
        for i in range(hit.first, hit.last + 1):
            found[i] |= senses[hit.phrase]
    exceptions = _not_future()
    for i, word in enumerate(stream.words):
        if len(word) >= _SHORTEST_FUTURE and word.startswith(_FUTURE_PREFIXES):
            bare = word[1:] if word[0] in "وف" else word
            if bare not in exceptions and not any(bare.startswith(exception) for exception in exceptions):
                found[i].add("future")
    return Cues(stream, tuple(frozenset(senses) for senses in found))
