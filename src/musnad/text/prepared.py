"""A text ready to be read: folded, cut into tokens, sentences and paragraphs, its fused words parted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from musnad.model import Defect
from musnad.text.fold import Folded, fold_with_offsets
from musnad.text.fused import fused_words
from musnad.text.sentences import paragraphs, sentences
from musnad.text.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Text:
    """``tokens[i]`` are in order; ``sentences`` and ``paragraphs`` are ranges of token indices; ``starts`` are the tokens' offsets."""

    original: str
    folded: Folded
    tokens: tuple[Token, ...]
    sentences: tuple[range, ...]
    paragraphs: tuple[range, ...]
    defects: tuple[Defect, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> range:
        """The indices of the tokens that lie wholly inside the original span."""
        first = bisect_left(self.starts, start)
        last = bisect_right(self.starts, end - 1)
        while last > first and self.tokens[last - 1].end > end:
            last -= 1
        return range(first, last)

    def sentence_of(self, token: int) -> int:
        """The number of the sentence that holds the token."""
        return bisect_right(self.sentences, token, key=lambda r: r.start) - 1

    def slice(self, tokens: range) -> tuple[int, int, str]:
        """(start, end, text) of a non-empty range of tokens, in the original."""
        start, end = self.tokens[tokens.start].start, self.tokens[tokens.stop - 1].end
        return start, end, self.original[start:end]


def prepare(original: str) -> Text:
    """Fold, repair, cut. Pure and linear in the length of the text."""
    defects = fused_words(original)
    breaks = frozenset(at for _, cuts in defects for at in cuts)
    folded = fold_with_offsets(original, breaks)
    tokens = tokenize(folded, original)
    lines = paragraphs(folded.text, tokens)
    return Text(
        original,
        folded,
        tokens,
        sentences(folded.text, tokens, lines),
        lines,
        tuple(defect for defect, _ in defects),
        tuple(token.start for token in tokens),
    )
