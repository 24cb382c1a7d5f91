"""How Arabic papers vary in writing one foreign name, as a key: two spellings of one name have one key.

A key keeps the consonants, with the letters that papers swap for one foreign sound as one (ج غ ق for g, س ث ص for s, ت ط,
د ض, ذ ز ظ, ه ح), and drops the long vowels behind the first letter, which are written or not at will (باتيل, باتل). An initial
vowel stays, and a vowel letter between two others counts as a consonant no more than elsewhere: so كيم جونج أون and
كيم جونغ اون are one, كيم جونج إيل and كيم يو جونج are not.
"""

from __future__ import annotations

from functools import lru_cache

from musnad.lexicon.morphology import is_arabic_shape
from musnad.text.fold import fold

_CLASSES = str.maketrans("غقصثطضظذحء", "ججسستدززه ", "")
_VOWELS = set("اوي")


@lru_cache(maxsize=65536)
def spelling_key(word: str) -> str:
    """The key of one word: ``spelling_key("باتيل") == spelling_key("باتل")``; never empty for a word with letters."""
    letters = fold(word).translate(_CLASSES).replace(" ", "")
    key: list[str] = []
    for place, letter in enumerate(letters):
        if place == 0:
            key.append("ا" if letter == "ا" else letter)
        elif letter in _VOWELS or (letter == "ه" and place == len(letters) - 1):
            continue
        elif key[-1] != letter:
            key.append(letter)
    return "".join(key)


def name_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """The key of a name of several words, word by word."""
    return tuple(spelling_key(word) for word in words)


def same_word(one: str, other: str) -> bool:
    """Whether two folded words may be two writings of one name: one key, and not two different words of Arabic (حسن, حسين)."""
    if one == other:
        return True
    return spelling_key(one) == spelling_key(other) and not (is_arabic_shape(one) and is_arabic_shape(other))
