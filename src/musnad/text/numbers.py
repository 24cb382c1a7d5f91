"""Numbers in words and digits, read from tokens: cardinal (ثلاثة وعشرون, 20 ألفا), uncertain (عشرات الآلاف) and
ordinal (الثالث والعشرين).

Words and their values are lexicon data; here is how they join. A cardinal is a sum of groups that grow smaller: a
group is digits or a number below a thousand, with or without a scale (ألف, مليون ...) behind it; a fraction of the
last scale may follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from musnad.lexicon.table import rows, split
from musnad.text.fold import fold
from musnad.text.tokens import Token, readings, without_article

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_LETTERS_THE_FOLD_LOSES = "ئ"
Forms = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Number:
    """``tokens[start_token:end_token]`` name a number from ``low`` to ``high``; ``cut`` letters of the first token are
    its clitics."""

    start_token: int
    end_token: int
    low: float
    high: float
    exact: bool
    cut: int = 0


@cache
def _cardinals() -> Forms:
    return _by_form("times/numbers")


@cache
def _ordinals() -> Forms:
    return _by_form("times/ordinals")


def _by_form(table: str) -> Forms:
    found: Forms = {}
    for row in rows(table, "form", "value", "role"):
        for form in split(row["form"]):
            found.setdefault(fold(form), {})[row["role"]] = float(row["value"])
    return found


@cache
def _vague() -> dict[tuple[str, ...], tuple[float, float]]:
    return {
        tuple(fold(form).split()): (float(row["low"]), float(row["high"]))
        for row in rows("times/vague_numbers", "form", "low", "high")
        for form in split(row["form"])
    }


def digits(norm: str) -> float | None:
    """The value of a token of digits: ``14,800`` is 14800, ``10.5`` and ``10,5`` are 10.5, ``1.2.3`` is None."""
    if _GROUPED.match(norm):
        norm = norm.replace(",", "")
    norm = norm.replace(",", ".")
    return float(norm) if norm.count(".") <= 1 and norm[:1].isdigit() else None


def read_number(tokens: Sequence[Token], i: int, definite: bool = False) -> Number | None:
    """The longest cardinal number that begins at token ``i``, or None. With ``definite`` also الخمس, الثلاثة."""
    if i >= len(tokens):
        return None
    best: Number | None = None
    for cut, word in _openings(tokens[i], definite):
        found = _vague_at(tokens, i, word, cut) or _sum_at(tokens, i, word, cut)
        if found and (best is None or found.end_token > best.end_token):
            best = found
    return best


def _openings(token: Token, definite: bool) -> list[tuple[int, str]]:
    if token.is_number:
        return [(0, token.norm)]
    words = [(len(head), rest) for head, rest in readings(token.norm)]
    if definite:
        words += [(cut, without_article(word)) for cut, word in words if word.startswith("ال")]
    # مئة and ميه, ميت fold alike: the hundred must show its hamza, or the ا of مائة
    return [(cut, w) for cut, w in words if not w.startswith("مي") or _LETTERS_THE_FOLD_LOSES in token.surface]


def _vague_at(tokens: Sequence[Token], i: int, word: str, cut: int) -> Number | None:
    following = (tokens[i + 1].norm,) if i + 1 < len(tokens) else ()
    for words in ((word, *following), (word,)):
        if bounds := _vague().get(words):
            return Number(i, i + len(words), *bounds, exact=False, cut=cut)
    return None


def _sum_at(tokens: Sequence[Token], i: int, word: str, cut: int) -> Number | None:
    """A sum of ever smaller groups joined by و."""
    total, room, at, last_scale = 0.0, float("inf"), i, 0.0
    start = word
    while True:
        part = _term(tokens, at, start)
        if part is None or part[0] >= room:
            break
        value, at, last_scale = part
        total += value
        if last_scale < 1000 and (last_scale < 100 or value >= 1000):
            break
        room = last_scale
        joined = _after_and(tokens, at)
        if joined is None:
            break
        fraction = _fraction(tokens, joined, last_scale)
        if fraction:
            total, at = total + fraction[0], fraction[1]
            break
        before = at
        at, start = joined
        if _term(tokens, at, start) is None:
            at = before
            break
    else:  # pragma: no cover
        return None
    if at == i:
        return None
    while at > i + 1 and tokens[at - 1].norm == "و":
        at -= 1
    return Number(i, at, total, total, exact=True, cut=cut)


def _after_and(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """(index, word) of what و joins at ``at``: its own token before digits, glued to a word otherwise."""
    if at >= len(tokens):
        return None
    norm = tokens[at].norm
    if norm == "و":
        return (at + 1, tokens[at + 1].norm) if at + 1 < len(tokens) else None
    return (at, norm[1:]) if norm.startswith("و") and len(norm) > 2 else None


def _fraction(tokens: Sequence[Token], joined: tuple[int, str], scale: float) -> tuple[float, int] | None:
    """ونصف, ونصف المليون: a part of the scale before it (of a plain number: of one)."""
    at, word = joined
    part = _cardinals().get(without_article(word), {}).get("fraction")
    if part is None or scale < 1000:
        return None
    after = at + 1
    if after < len(tokens):
        named = _cardinals().get(without_article(tokens[after].norm), {})
        if named.get("scale") == scale:
            after += 1
    return part * scale, after


def _term(tokens: Sequence[Token], at: int, word: str) -> tuple[float, int, float] | None:
    """(value, end, smallest scale that a following term must stay under) of one group with its scale, if any."""
    words = _cardinals()
    if word[:1].isdigit():
        value = digits(word)
        if value is None:
            return None
        end, small = at + 1, 1.0
    else:
        roles = words.get(word)
        if not roles:
            return None
        if "scale_dual" in roles:
            return roles["scale_dual"], at + 1, roles["scale_dual"] / 2
        if "scale" in roles:
            return roles["scale"], at + 1, roles["scale"]
        below = _below_thousand(tokens, at, word)
        if below is None:
            return None
        value, end, small = below
    if end < len(tokens):
        roles = words.get(tokens[end].norm, {})
        scale = roles.get("scale") or roles.get("scale_plural")
        if scale:
            return value * scale, end + 1, scale
    return value, end, small


def _below_thousand(tokens: Sequence[Token], at: int, word: str) -> tuple[float, int, float] | None:
    words = _cardinals()
    roles = words.get(word, {})
    following = words.get(tokens[at + 1].norm, {}) if at + 1 < len(tokens) else {}
    hundred = roles.get("hundreds") or roles.get("hundred")
    end = at + 1
    if hundred is None and "unit" in roles and "hundred" in following and roles["unit"] <= 9:
        hundred, end = roles["unit"] * 100, at + 2
    if hundred is not None:
        joined = _after_and(tokens, end)
        rest = _below_hundred(tokens, *joined) if joined else None
        return (hundred + rest[0], rest[1], 1.0) if rest else (hundred, end, 1.0)
    rest = _below_hundred(tokens, at, word)
    return (*rest, 1.0) if rest else None


def _below_hundred(tokens: Sequence[Token], at: int, word: str) -> tuple[float, int] | None:
    words = _cardinals()
    roles = words.get(word, {})
    following = words.get(tokens[at + 1].norm, {}) if at + 1 < len(tokens) else {}
    head = roles.get("teen_head", roles.get("unit"))
    if head is not None and head < 10 and "teen_tail" in following:
        return head + 10, at + 2
    if "ten" in roles:
        return roles["ten"], at + 1
    if "unit" not in roles and "teen_head" not in roles:
        return None
    unit = roles.get("unit", roles.get("teen_head", 0.0))
    joined = _after_and(tokens, at + 1)
    if joined and unit < 10 and (ten := words.get(joined[1], {}).get("ten")):
        return unit + ten, joined[0] + 1
    return (unit, at + 1) if "unit" in roles else None


def read_ordinal(tokens: Sequence[Token], i: int) -> Number | None:
    """The ordinal number at token ``i``: الثالث والعشرين is 23, السابعة والثمانون 87, الحادي عشر 11, أول 1."""
    if i >= len(tokens) or not tokens[i].is_word:
        return None
    words = _ordinals()
    for head, rest in readings(tokens[i].norm):
        roles = words.get(without_article(rest)) or words.get(rest)
        if not roles:
            continue
        unit = roles.get("joined", roles.get("unit"))
        following = words.get(without_article(tokens[i + 1].norm), {}) if i + 1 < len(tokens) else {}
        joined = _after_and(tokens, i + 1)
        ten = words.get(without_article(joined[1]), {}).get("ten") if joined else None
        if unit is not None and unit < 10 and "teen_tail" in following:
            return Number(i, i + 2, unit + 10, unit + 10, True, len(head))
        if unit is not None and unit < 10 and ten and joined:
            return Number(i, joined[0] + 1, unit + ten, unit + ten, True, len(head))
        definite = rest.startswith("ال")
        plain = roles.get("unit") or (definite and (roles.get("ten") or roles.get("hundred"))) or None
        if plain:
            return Number(i, i + 1, plain, plain, True, len(head))
    return None
