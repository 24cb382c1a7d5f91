"""Whether a written word can be Arabic at all: an attested root in a known pattern with lawful endings.

Not an analyser: it only tells an ordinary word (يتعهدان، العلاقات) from one that Arabic could not have made (باتيل، ماتسيجورا).
Weak radicals (ا و ي ء) count as one letter, since the script writes them in many ways.
"""

from __future__ import annotations

from functools import cache, lru_cache

from musnad.lexicon.table import rows
from musnad.text.tokens import readings

_WEAK = str.maketrans("اوئؤآأإىء", "ييييييييي")
_ENDINGS = (
    "", "ه", "ات", "ون", "ين", "ان", "ي", "يه", "يون", "يين", "يات", "وا", "ت", "نا", "ها", "هم", "هما", "ا", "تان", "تين",
    "اء", "ءه", "ته", "تها", "تهم", "تنا", "تي", "اته", "اتها", "اتهم", "اتنا", "وه", "وها", "ني", "ك", "كم", "تم", "و", "يها", "يهم", "يا",
    "انه", "انها", "انهم", "تا", "يته", "يتها", "هن",
)  # fmt: skip


@cache
def _roots() -> frozenset[str]:
    return frozenset(row["root"].translate(_WEAK) for row in rows("text/roots", "root"))


@cache
def _patterns() -> dict[int, tuple[tuple[tuple[tuple[int, str], ...], tuple[int, ...], bool], ...]]:
    """Length → (fixed letters by place, places of the radicals, whether the last radical is doubled)."""
    found: dict[int, list[tuple[tuple[tuple[int, str], ...], tuple[int, ...], bool]]] = {}
    for row in rows("text/patterns", "pattern", "sort"):
        pattern = row["pattern"]
        fixed = tuple((i, c) for i, c in enumerate(pattern) if c not in "fcld")
        places = tuple(pattern.index(c) for c in "fcld" if c in pattern)
        found.setdefault(len(pattern), []).append((fixed, places, row["sort"] == "doubled"))
    return {length: tuple(patterns) for length, patterns in found.items()}


def _is_stem(stem: str) -> bool:
    for fixed, places, doubled in _patterns().get(len(stem), ()):
        if any(stem[i] != letter for i, letter in fixed):
            continue
        root = "".join(stem[i] for i in places).translate(_WEAK)
        if len(root) == 2 and not doubled:  # the assimilated first radical of اتخذ
            root = "ي" + root
        if (root + root[-1] if doubled else root) in _roots():
            return True
    return False


@lru_cache(maxsize=65536)
def can_be_arabic(word: str) -> bool:
    """Whether some reading of a folded word is an attested root in a known pattern."""
    return any(is_arabic_shape(rest) for _, rest in readings(word))


@lru_cache(maxsize=65536)
def is_arabic_shape(word: str) -> bool:
    """The same of the whole word, nothing written onto it taken off: باتل is, باتيل is not."""
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    return any(
        bare.endswith(ending) and len(bare) - len(ending) >= 2 and _is_stem(bare[: len(bare) - len(ending)])
        for ending in _ENDINGS
    )
