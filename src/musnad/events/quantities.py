"""Counts and amounts that carry news: a number with the thing it counts (10 آلاف حاوية, تسعين في المئة)."""

from __future__ import annotations

from functools import cache

from musnad.events.scene import Scene
from musnad.lexicon.table import rows
from musnad.lexicon.triggers import PREPOSITIONS
from musnad.model import Quantity
from musnad.text.fold import fold
from musnad.text.numbers import read_number
from musnad.text.tokens import Token


@cache
def _labels() -> frozenset[str]:
    """Nouns whose number is a label and counts nothing (القرار 2397، الفقرة 3)."""
    found: set[str] = set()
    for row in rows("events/number_labels", "noun"):
        found |= {fold(row["noun"]), "ال" + fold(row["noun"])}
    return frozenset(found)


@cache
def _not_units() -> frozenset[str]:
    sorts = {"conjunction", "auxiliary", "relative", "negation", "demonstrative", "pronoun", "with_pronoun", "adverb", "ordinal"}
    return frozenset(fold(row["word"]) for row in rows("text/words", "word", "sort") if row["sort"] in sorts)


def find_quantities(scene: Scene) -> tuple[Quantity, ...]:
    """Every number that counts something, with its unit as the article words it ("%" for percentages); times are left out."""
    tokens = scene.text.tokens
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        number = None if scene.time_at[i] >= 0 or scene.party_at[i] >= 0 else read_number(tokens, i)
        if number is None:
            i += 1
            continue
        i = max(i + 1, number.end_token)
        labelled = number.start_token > 0 and any(r in _labels() for _, r in tokens[number.start_token - 1].readings)
        unit_end, unit = _unit(scene, number.end_token)
        if labelled or not unit:
            continue
        first = tokens[number.start_token]
        start = scene.text.folded.span(first.at + number.cut, first.at + len(first.norm))[0]
        end = tokens[unit_end - 1].end
        found.append(Quantity(start, end, scene.text.original[start:end], number.low, number.high, unit))
    return tuple(found)


def _unit(scene: Scene, at: int) -> tuple[int, str]:
    """(the token behind the unit, the unit); ("", at) where nothing is counted."""
    tokens = scene.text.tokens
    if at >= len(tokens):
        return at, ""
    if tokens[at].norm == "%":
        return at + 1, "%"
    if tokens[at].norm in ("في", "ب") and at + 1 < len(tokens) and tokens[at + 1].norm in ("الميه", "المايه", "الماءه", "المءه"):
        return at + 2, "%"
    if tokens[at].norm in ("بالميه", "بالمايه"):
        return at + 1, "%"
    if scene.time_at[at] >= 0 or not _counted(tokens[at]):
        return at, ""
    return at + 1, tokens[at].surface


def _counted(token: Token) -> bool:
    """Whether the word may be the thing counted (a partitive من stands before it at times: 5300 من مسلحي المعارضة)."""
    if not token.is_word or token.norm in _not_units():
        return False
    return token.norm == "من" or token.norm not in PREPOSITIONS
