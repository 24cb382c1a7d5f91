"""Words that lost the space between them (الأممالمتحدة), found and parted.

A word is parted only where the letters or the lexicon prove it, for a foreign name may look like anything:

- ``final_letter``: ة stands only at the end of a word, so letters behind it begin another one (الشماليةوروسيا);
- ``digit``: letters (more than a proclitic) that touch a number (``في12``);
- ``known_pair``: two neighbouring words of a name that the lexicon knows, glued (الأممالمتحدة);
- ``joined_names``: a state or place, و, another state or place (الصينوروسيا);
- ``article``: a known word, and the article with another known word (مجلسالأمن).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from musnad.lexicon.vocabulary import Vocabulary, vocabulary
from musnad.lexicon.words import function_words, name_words
from musnad.model import Defect
from musnad.text.fold import fold
from musnad.text.tokens import readings

_WORD = re.compile(r"[\u0621-\u063a\u0640-\u0652\u0670\u0671]+")
_AFTER_TA = re.compile(r"(?<=ة)(?=[\u0621-\u063a\u0641-\u064a]{2})")
_DIGIT = re.compile(r"(?<=\d)(?=[\u0621-\u063a\u0641-\u064a]{2})|(?<=[\u0621-\u063a\u0641-\u064a])(?=\d)")
_CLITIC_BEFORE_DIGIT = re.compile(r"(?:^|[^\u0621-\u065f])[وف]?(?:[بلك]|ال|بال|لل|كال)?ـ*$")
_SHORTEST = 3
"""Letters that each part of a lexically parted word must have at least."""


def fused_words(original: str) -> list[tuple[Defect, tuple[int, ...]]]:
    """Each defect in order, with the offsets of the original at which a space is missing."""
    words = vocabulary()
    found: list[tuple[Defect, tuple[int, ...]]] = []
    for match in _WORD.finditer(original):
        cuts = tuple(sorted(match.start() + cut for cut in _cuts(match[0], words)))
        if cuts:
            found.append((_defect(original, match.start(), match.end(), cuts), cuts))
    for match in _DIGIT.finditer(original):
        at = match.start()
        if original[at].isdigit() and _CLITIC_BEFORE_DIGIT.search(original[max(0, at - 6) : at]):
            continue
        start, end = _run(original, at)
        letters = original[start:at] if original[at].isdigit() else original[at:end]
        if not _is_term(fold(letters), words):
            continue  # كوفيد19: part of a name
        found.append((_defect(original, start, end, (at,)), (at,)))
    return sorted(found, key=lambda item: item[0].start)


def _defect(original: str, start: int, end: int, cuts: tuple[int, ...]) -> Defect:
    ends = (start, *cuts, end)
    repair = " ".join(original[a:b] for a, b in pairwise(ends))
    return Defect(start, end, original[start:end], "fused_words", repair)


def _run(text: str, at: int) -> tuple[int, int]:
    """The letters and digits around an offset."""
    start = end = at
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _cuts(surface: str, words: Vocabulary) -> set[int]:
    """The places inside the word where a space is missing."""
    sure = {match.start() for match in _AFTER_TA.finditer(surface)}
    if sure:
        return sure
    if len(surface) < 2 * _SHORTEST:
        return set()
    folded = fold(surface)
    if len(folded) != len(surface):  # vowelled words are typed with care
        return set()
    for head, rest in readings(folded):
        if rest in words.known or rest in name_words() or (head and head + rest in words.known):
            return set()
    for head, rest in readings(folded):
        shift = len(folded) - len(rest)
        if head + rest != folded:
            continue
        for cut in _lexical_cuts(rest, words):
            return {shift + cut}
    return set()


def _is_term(word: str, words: Vocabulary) -> bool:
    """A word of the language, with whatever clitics; no part of a name."""
    return any(rest in words.terms or rest in function_words() for _, rest in readings(word))


def _lexical_cuts(word: str, words: Vocabulary) -> Iterator[int]:
    if cut := words.pairs.get(word):
        yield cut
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        left, right = word[:cut], word[cut:]
        joined = right[0] == "و" and left in words.names and right[1:] in words.names
        if joined or (right.startswith("ال") and left.removeprefix("ال") in words.nouns and right[2:] in words.bare):
            yield cut
