"""Counts and amounts that carry news: a number with the thing it counts (10 آلاف حاوية, تسعين في المئة, اتفاقين, 180 يوما)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from musnad.events.scene import Scene
from musnad.lexicon.table import rows, split
from musnad.lexicon.triggers import PREPOSITIONS
from musnad.model import Quantity, TimeExpression
from musnad.text.fold import fold
from musnad.text.numbers import Number, read_number
from musnad.text.tokens import Token, enclitic_stems, without_article

_LENGTH = re.compile(r"PT?(\d+(?:\.\d+)?)[YMWDHS]")
_COUNTED_PLURAL = ("ين", "ون", "ات")
_SORTS = ("thing", "sound", "times")
_MOST_TOGETHER = 100
"""Up to which number a noun with the article may have it behind it (الرجال الثلاثة)."""


@cache
def _labels() -> frozenset[str]:
    """Nouns whose number is a label and counts nothing (القرار 2397، الفقرة 3)."""
    found: set[str] = set()
    for row in rows("events/number_labels", "noun"):
        found |= {fold(row["noun"]), "ال" + fold(row["noun"])}
    return frozenset(found)


@cache
def _not_units() -> frozenset[str]:
    sorts = {
        "conjunction",
        "auxiliary",
        "relative",
        "negation",
        "demonstrative",
        "pronoun",
        "with_pronoun",
        "adverb",
        "ordinal",
    }
    words = frozenset(fold(row["word"]) for row in rows("text/words", "word", "sort") if row["sort"] in sorts)
    return words - _times()


@cache
def _words(*sorts: str) -> frozenset[str]:
    """The words of ``events/counted`` of some sorts, folded."""
    return frozenset(
        fold(w) for row in rows("events/counted", "word", "sort") if row["sort"] in sorts for w in split(row["word"])
    )


@cache
def _times() -> frozenset[str]:
    """How often: مرة with its plural."""
    return _words("times") | {noun.removesuffix("ه") + "ات" for noun in _words("times")}


@cache
def _duals() -> dict[str, str]:
    """Folded dual → its singular, both cases (اتفاقان، اتفاقين)."""
    found: dict[str, str] = {}
    for noun in _words(*_SORTS):
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        found[stem + "ان"] = noun
        if noun not in _words("sound"):
            found[stem + "ين"] = noun
    return found


def find_quantities(scene: Scene) -> tuple[Quantity, ...]:
    """Every number that counts something, with its unit as the article words it ("%" for percentages).

    Points in time are left out; a length of time counts its days or years.
    """
    found = [*_lengths(scene), *_numbers(scene), *_pairs(scene)]
    found.sort(key=lambda quantity: (quantity.start, -quantity.end))
    apart: list[Quantity] = []
    for quantity in found:
        if not apart or quantity.start >= apart[-1].end:
            apart.append(quantity)
    return tuple(apart)


def _lengths(scene: Scene) -> Iterator[Quantity]:
    for time in scene.times:
        if time.type != "DURATION" or not time.value:
            continue
        sizes = [float(size) for size in _LENGTH.findall(time.value)]
        if sizes and len(sizes) <= 2 and ("/" in time.value or len(sizes) == 1):
            yield Quantity(time.start, time.end, time.text, sizes[0], sizes[-1], _last_word(time))


def _last_word(time: TimeExpression) -> str:
    return time.text.split()[-1]


def _numbers(scene: Scene) -> Iterator[Quantity]:
    tokens = scene.text.tokens
    i = 0
    while i < len(tokens):
        number = None if scene.time_at[i] >= 0 or _in_name(scene, i) else _number_at(scene, i)
        if number is None:
            i += 1
            continue
        i = max(i + 1, number.end_token)
        if number.start_token > 0 and any(r in _labels() for _, r in tokens[number.start_token - 1].readings):
            continue
        if quantity := (_behind_noun(scene, number) or _before_unit(scene, number)):
            yield quantity


def _in_name(scene: Scene, i: int) -> bool:
    """A number inside a name (مجموعة السبع) counts nothing; one that opens a group of people does (5300 من المسلحين)."""
    number = scene.party_at[i]
    if number < 0 or scene.parties[number].first == i:
        return False
    return not any(rest in _words(*_SORTS) for _, rest in scene.text.tokens[i - 1].readings)  # جندي واحد


def _number_at(scene: Scene, i: int) -> Number | None:
    number = read_number(scene.text.tokens, i, definite=True)
    return _range(scene, number) if number else None


def _range(scene: Scene, number: Number) -> Number:
    """``20 ألف إلى 50 ألف``, ``بين 80 و120 ألف``: both ends, the first in the scale of the second."""
    tokens = scene.text.tokens
    at = number.end_token
    if at >= len(tokens):
        return number
    between = number.start_token > 0 and tokens[number.start_token - 1].norm == "بين"
    joined = tokens[at].norm in _words("span")
    second = read_number(tokens, at + 1 if joined or tokens[at].norm == "و" else at) if joined or between else None
    if second is None or not number.exact or not second.exact:
        return number
    low = number.low
    for scale in (1_000_000_000, 1_000_000, 1000):
        if low < 1000 <= scale <= second.high and second.high % scale == 0:
            low *= scale
            break
    if not low < second.high:
        return number
    return Number(number.start_token, second.end_token, low, second.high, True, number.cut)


def _behind_noun(scene: Scene, number: Number) -> Quantity | None:
    """``الرجال الثلاثة``, ``العاملين الـ9500``, ``جندي واحد``: the number follows what it counts."""
    tokens = scene.text.tokens
    at = number.start_token - 1
    article = at > 0 and tokens[at].norm == "ال"
    at -= article
    if at < 0 or not tokens[at].is_word or scene.time_at[at] >= 0:
        return None
    first, noun = tokens[number.start_token], tokens[at]
    if number.exact and number.low == number.high == 1:
        if not any(rest in _words(*_SORTS) for _, rest in noun.readings):
            return None
    else:
        definite = article or first.norm.startswith("ال")
        counted = noun.norm.startswith(("ال", "لل", "وال", "بال")) or bool(list(enclitic_stems(noun.norm)))
        if not definite or not counted or noun.norm.endswith("ه") or not number.exact:
            return None
        if number.high >= _MOST_TOGETHER and not noun.norm.endswith(_COUNTED_PLURAL):
            return None
    return _quantity(scene, noun.start, tokens[number.end_token - 1].end, number, noun.surface)


def _before_unit(scene: Scene, number: Number) -> Quantity | None:
    tokens = scene.text.tokens
    first = tokens[number.start_token]
    articled = first.norm[number.cut :].startswith("ال") or (
        number.start_token and tokens[number.start_token - 1].norm == "ال"
    )
    if number.exact and (articled or number.low == number.high == 1):
        return None  # one thing, and those known, are said with the number behind them; the rest are ordinals
    unit_end, unit = _unit(scene, number.end_token)
    if (not unit and number.exact) or _is_age(scene, number, unit):
        return None
    start = scene.text.folded.span(first.at + number.cut, first.at + len(first.norm))[0]
    return _quantity(scene, start, tokens[unit_end - 1].end, number, unit)


def _is_age(scene: Scene, number: Number, unit: str) -> bool:
    """``يوليا، 33 عاما،``: years between commas behind a name."""
    before = scene.text.tokens[number.start_token - 1].norm if number.start_token else ""
    return before in {"،", ",", "("} and fold(unit) in _words("age")


def _pairs(scene: Scene) -> Iterator[Quantity]:
    """Duals: اتفاقين, القمتان."""
    for i, token in enumerate(scene.text.tokens):
        if scene.time_at[i] >= 0 or scene.party_at[i] >= 0 or not token.norm.endswith(("ين", "ان")):
            continue
        for proclitic, rest in token.readings:
            if without_article(rest) in _duals():
                start = scene.text.folded.span(token.at + len(proclitic), token.at + len(token.norm))[0]
                yield Quantity(start, token.end, scene.text.original[start : token.end], 2, 2, token.surface)
                break


def _quantity(scene: Scene, start: int, end: int, number: Number, unit: str) -> Quantity:
    return Quantity(start, end, scene.text.original[start:end], number.low, number.high, unit)


def _unit(scene: Scene, at: int) -> tuple[int, str]:
    """(the token behind the unit, the unit); (at, "") where nothing is counted."""
    tokens = scene.text.tokens
    if at >= len(tokens):
        return at, ""
    if tokens[at].norm == "%":
        return at + 1, "%"
    if tokens[at].norm in ("في", "ب") and at + 1 < len(tokens) and tokens[at + 1].norm in _words("percent"):
        return at + 2, "%"
    if tokens[at].norm.startswith("ب") and tokens[at].norm[1:] in _words("percent"):
        return at + 1, "%"
    if tokens[at].norm == "من" and at + 1 < len(tokens):
        at += 1  # 5300 من مسلحي المعارضة
    if scene.time_at[at] >= 0 or not _counted(tokens[at]):
        return at, ""
    return at + 1, tokens[at].surface


def _counted(token: Token) -> bool:
    return token.is_word and token.norm not in _not_units() and token.norm not in PREPOSITIONS
