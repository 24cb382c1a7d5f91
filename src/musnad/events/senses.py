"""Which meaning a word has where it stands: the words near it, the noun that a relative verb describes, the conditions of a sense."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from musnad.events.scene import Scene
from musnad.lexicon.table import rows
from musnad.lexicon.triggers import Restriction, Sense
from musnad.text.fold import fold
from musnad.text.tokens import Token, enclitic_stems, without_article

_RELATIVE_REACH = 7
"""How many words may stand between a relative and its verb."""
_ADJECTIVES = 3
"""How far before a relative verb the noun may stand that it describes."""
OBJECT_REACH = 5
"""How many words may stand between a light verb and its noun (the subject stands there)."""


@cache
def relatives() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in rows("text/words", "word", "sort") if row["sort"] == "relative")


def words_near(scene: Scene, i: int, sentence: range, reach: int) -> Iterator[tuple[int, set[str]]]:
    """The next words behind a token, names and times passed over, each with all that it may be without its clitics."""
    left = reach
    for j in range(i + 1, sentence.stop):
        token = scene.text.tokens[j]
        if token.norm in ".؛;:" or left <= 0:
            return
        if not token.is_word or scene.time_at[j] >= 0:
            continue
        if scene.party_at[j] < 0:
            left -= 1
            yield j, bare(token)
        elif _owned(token):
            yield j, bare(token)  # سحبت تركيا قواتها


def _owned(token: Token) -> bool:
    """Whether a word ends in a pronoun: what belongs to somebody named before may be the object of what he does."""
    return token.norm.endswith(("ها", "هم", "ه")) and not token.surface.endswith("ة")


def bare(token: Token) -> set[str]:
    found: set[str] = set()
    for _, rest in token.readings:
        found |= {rest, without_article(rest), *enclitic_stems(rest)}
        if rest.endswith("ا"):
            found.add(rest[:-1])
    return found


def _antecedent(scene: Scene, i: int, sentence: range) -> int:
    """The token before a verb, or before the relative that its clause begins with (القمة التي كان من المقرر أن تجمعه)."""
    for j in range(i - 1, max(sentence.start, i - _RELATIVE_REACH), -1):
        token = scene.text.tokens[j]
        if not token.is_word:
            break
        if token.norm in relatives():
            return j - 1
    return i - 1


def antecedents(scene: Scene, i: int, sentence: range) -> Iterator[int]:
    """The tokens of the noun group that a relative verb describes, its adjectives before its noun."""
    last = _antecedent(scene, i, sentence)
    for j in range(last, max(sentence.start, last - _ADJECTIVES) - 1, -1):
        token = scene.text.tokens[j]
        if not token.is_word or (j < last and token.norm in relatives()):
            return
        yield j


def holds(scene: Scene, i: int, sentence: range, restriction: Restriction) -> bool:
    words = restriction.words
    if restriction.sort == "not":
        return not any(words & near for _, near in words_near(scene, i, sentence, 3))
    if restriction.sort == "prep":
        for j, _ in words_near(scene, i, sentence, 8):
            token = scene.text.tokens[j]
            if scene.text.tokens[j - 1].norm in ("،", ","):
                return (
                    False  # what follows the comma is another clause's (a time or a name would have been passed over)
                )
            if any(rest in words or (pro and pro[-1] in words) for pro, rest in token.readings):
                return True
            if any(stem in words or stem.removesuffix("ي") in words for stem in enclitic_stems(token.norm)):
                return True
        return False
    if (
        restriction.sort == "subj"
        and i > sentence.start
        and words & bare(scene.text.tokens[_antecedent(scene, i, sentence)])
    ):
        return True
    reach = {"obj": OBJECT_REACH, "subj": 3, "next": 1}[restriction.sort]
    return any(words & near for _, near in words_near(scene, i, sentence, reach))


def choose(scene: Scene, i: int, sentence: range, senses: tuple[Sense, ...]) -> Sense | None:
    """The first sense whose restrictions hold, restricted ones before unrestricted."""
    for sense in sorted(senses, key=lambda s: not s.restrictions):
        if all(holds(scene, i, sentence, r) for r in sense.restrictions):
            return sense
    return None
