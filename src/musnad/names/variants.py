"""Whether two writings can be one foreign name: the cheapest way to turn one into the other, by the habits of the papers.

Every edit has a cost (``names/spelling.tsv``); what no habit explains costs a whole letter. Spaces and hyphens cost next to
nothing (بيونغ يانغ, بيونغيانغ). A name of few letters bears little variation. Words of Arabic are not transliterated: حسن and
حسين, محمد and محمود are names of their own, however cheap the way from one to the other.

It is necessary, not sufficient: كيم يونغ تشول and كيم جونغ تشول are two men. Whoever merges must see that state, office or
first name agree.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from musnad.lexicon.entries import read_entries
from musnad.lexicon.morphology import is_arabic_shape
from musnad.lexicon.table import rows
from musnad.lexicon.words import arab_given_names
from musnad.text.fold import fold

_SPACE = 0.05
_DOUBLED = 0.1
_BASE, _LETTER, _MOST, _WORD_LETTER = 0.25, 0.045, 0.8, 0.06
"""What a name may cost: a base, something for each letter, and at most so much; a word of a longer name for each letter."""
_SHORT = 4
_LOOSE = " -_'’ـ#"


@dataclass(frozen=True, slots=True)
class _Costs:
    swap: dict[tuple[str, str], float]
    swap_last: dict[tuple[str, str], float]
    drop: dict[tuple[str, str], float]
    """(letter, where) → cost."""


@cache
def _costs() -> _Costs:
    swap: dict[tuple[str, str], float] = {}
    swap_last: dict[tuple[str, str], float] = {}
    drop: dict[tuple[str, str], float] = {}
    for row in rows("names/spelling", "edit", "letters", "where", "cost"):
        cost = float(row["cost"])
        if row["edit"] == "drop":
            drop[row["letters"], row["where"]] = cost
            continue
        one, other = row["letters"].split()
        table = swap_last if row["where"] == "last" else swap
        table[one, other] = table[other, one] = cost
    return _Costs(swap, swap_last, drop)


def plain(name: str) -> str:
    """Folded, words parted by one space, hyphens and hashtags as spaces."""
    return " ".join(fold("".join(" " if c in _LOOSE else c for c in name)).split())


@lru_cache(maxsize=65536)
def distance(one: str, other: str) -> float:
    """The cost of the cheapest way from one name to the other; 0 for one spelling, 1 and more for two names."""
    one, other = plain(one), plain(other)
    return 0.0 if one == other else _align(one, other)


def _align(one: str, other: str) -> float:
    """Weighted edit distance (dynamic programming over both)."""
    before = [0.0]
    for j in range(len(other)):
        before.append(before[-1] + _dropped(other, j))
    for i, letter in enumerate(one):
        gone = _dropped(one, i)
        row = [before[0] + gone]
        for j, facing in enumerate(other):
            swapped = before[j] + _swapped(one, i, other, j, letter, facing)
            row.append(min(swapped, before[j + 1] + gone, row[j] + _dropped(other, j)))
        before = row
    return round(before[-1], 3)


def _swapped(one: str, i: int, other: str, j: int, letter: str, facing: str) -> float:
    if letter == facing:
        return 0.0
    costs = _costs()
    cost = costs.swap.get((letter, facing), 1.0)
    if _is_last(one, i) and _is_last(other, j):
        cost = min(cost, costs.swap_last.get((letter, facing), 1.0))
    return cost


def _dropped(name: str, i: int) -> float:
    """What it costs that a letter is left out (or put in)."""
    letter = name[i]
    if letter == " ":
        return _SPACE
    before, after = name[i - 1] if i else " ", name[i + 1] if i + 1 < len(name) else " "
    if before == letter:
        return _DOUBLED
    where = [f"after:{before}", f"before:{after}"]
    if before == " ":
        where.append("first")
    elif before == "ا" and (i < 2 or name[i - 2] == " "):
        where.append("initial vowel")  # أون is not آن
    elif after == " ":
        where.append("last")
    else:
        where.append("inner")
    return min((_costs().drop.get((letter, place), 1.0) for place in where), default=1.0)


def _is_last(name: str, i: int) -> bool:
    return i + 1 == len(name) or name[i + 1] == " "


def allowed(one: str, other: str) -> float:
    """What two writings of one name may differ by: the more letters they have, the more."""
    letters = min(len(plain(one).replace(" ", "")), len(plain(other).replace(" ", "")))
    return 0.15 if letters < _SHORT - 1 else min(_MOST, _BASE + _LETTER * letters)


def same_name(one: str, other: str) -> bool:
    """Whether the two can be writings of one name."""
    if distance(one, other) > allowed(one, other) or _known_apart(plain(one), plain(other)):
        return False
    words = plain(one).split(), plain(other).split()
    if len(words[0]) != len(words[1]):
        return True
    return all(_same_word(a, b) for a, b in zip(*words, strict=True))


def _same_word(one: str, other: str) -> bool:
    """In names of as many words each word must be a writing of the other's; an Arabic name has but one spelling."""
    if one == other:
        return True
    room = _BASE + _WORD_LETTER * min(len(one), len(other))
    return distance(one, other) <= room and not (_is_arabic(one) and _is_arabic(other))


def _known_apart(one: str, other: str) -> bool:
    """Whether the lexicon knows both and knows them as two."""
    bearers = _bearers().get(one, frozenset()), _bearers().get(other, frozenset())
    return bool(bearers[0] and bearers[1]) and not bearers[0] & bearers[1]


@cache
def _bearers() -> dict[str, frozenset[str]]:
    """Full name as ``plain`` writes it → the entries that bear it."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry, strong, _, _ in read_entries():
        for surface in strong:
            found[plain(surface)].add(entry.id)
    return {name: frozenset(ids) for name, ids in found.items()}


def _is_arabic(word: str) -> bool:
    return is_arabic_shape(word) and word in arab_given_names()
