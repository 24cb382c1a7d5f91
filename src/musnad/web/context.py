"""The sentence around a passage, so that a reader sees the words in their place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from musnad.text.prepared import prepare


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one text, in order, as spans of its code points."""

    spans: tuple[tuple[int, int], ...]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """From the start of the sentence that holds ``start`` to the end of the one that holds the last character."""
        if not self.spans:
            return start, end
        first = self.spans[max(0, bisect_right(self.spans, start, key=lambda s: s[0]) - 1)]
        last = self.spans[max(0, bisect_right(self.spans, max(start, end - 1), key=lambda s: s[0]) - 1)]
        return min(first[0], start), max(last[1], end)


def sentences_of(text: str) -> Sentences:
    """The sentences as the reader of the text cuts them. Linear in its length."""
    prepared = prepare(text)
    return Sentences(
        tuple((prepared.tokens[s.start].start, prepared.tokens[s.stop - 1].end) for s in prepared.sentences if s)
    )
