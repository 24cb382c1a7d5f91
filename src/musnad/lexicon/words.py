"""Ordinary words, and the words that names are made of, for those who look for names that no list holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from musnad.lexicon.morphology import can_be_arabic
from musnad.lexicon.table import rows, split
from musnad.lexicon.vocabulary import vocabulary
from musnad.text.fold import fold
from musnad.text.tokens import enclitic_stems, readings

PEOPLE = ("arab", "mideast", "africa", "asia", "europe", "americas", "international")
"""The tables of people: ``actors/people_*.tsv``."""

FAMILY_NAME_FIRST = frozenset({"KP", "KR", "CN", "TW", "VN", "HK", "KH"})
"""States where the family name, by which papers call a man afterwards, comes first."""


@cache
def function_words() -> frozenset[str]:
    """Particles, pronouns, auxiliaries and the commonest nouns and adjectives, folded."""
    return frozenset(fold(row["word"]) for row in rows("text/words", "word"))


@cache
def grammar_words() -> frozenset[str]:
    """Particles, pronouns, auxiliaries, adverbs and ordinals, folded: never a name, an event or a thing counted."""
    plain = {"plain_noun", "plain_adjective", "quantifier"}
    return frozenset(fold(row["word"]) for row in rows("text/words", "word", "sort") if row["sort"] not in plain)


@cache
def title_words() -> frozenset[str]:
    """Every one-word title with and without the article, folded."""
    found: set[str] = set()
    for row in rows("actors/titles", "title_ar", "feminine_ar", "plural_ar"):
        for column in ("title_ar", "feminine_ar", "plural_ar"):
            for title in map(fold, split(row[column])):
                if " " not in title:
                    found |= {title, "ال" + title}
    return frozenset(found)


@cache
def outlet_cues() -> frozenset[str]:
    """Words behind which a common word names an outlet, body or place (قناة العربية), with and without article, folded."""
    found: set[str] = set()
    for row in rows("actors/cues", "cue"):
        word = fold(row["cue"])
        found |= {word, "ال" + word}
    return frozenset(found)


@cache
def name_particles(sort: Literal["inner", "far", "syllable"]) -> frozenset[str]:
    """Small words inside a name (بن, هو in Korean ones), or between a title and what it is of (في, باسم), folded."""
    return frozenset(
        fold(row["particle"]) for row in rows("actors/name_particles", "particle", "sort") if row["sort"] == sort
    )


@cache
def name_words() -> frozenset[str]:
    """Every word of every personal name in the lexicon, folded."""
    words: set[str] = set()
    for part in PEOPLE:
        for row in rows(f"actors/people_{part}", "name_ar", "aliases_ar"):
            for name in (row["name_ar"], *split(row["aliases_ar"])):
                words.update(fold(name).replace("-", " ").split())
    return frozenset(words - function_words())


@cache
def given_names() -> frozenset[str]:
    """The first word of every personal name of two words or more, where given names come first, folded."""
    return frozenset(w for w, family_first in _first_words() if not family_first) - function_words()


@cache
def family_names() -> frozenset[str]:
    """The first word of every personal name of the states where the family name comes first, folded."""
    return frozenset(w for w, family_first in _first_words() if family_first) - function_words()


def _first_words() -> Iterator[tuple[str, bool]]:
    for part in PEOPLE:
        for row in rows(f"actors/people_{part}", "name_ar", "aliases_ar", "country"):
            for name in (row["name_ar"], *split(row["aliases_ar"])):
                parts = fold(name).replace("-", " ").split()
                if len(parts) > 1:
                    yield parts[0], row["country"] in FAMILY_NAME_FIRST


@cache
def arab_given_names() -> frozenset[str]:
    """First names of Arabs, folded: each has its own spelling, and that of another is another name."""
    names = (row["name_ar"] for row in rows("actors/people_arab", "name_ar"))
    return frozenset(fold(name).split()[0] for name in names if name)


@cache
def known_words() -> frozenset[str]:
    """Words that the lexicon knows as words of the language, folded: no name is guessed from them."""
    return function_words() | vocabulary().known - name_words()


@lru_cache(maxsize=65536)
def is_ordinary(word: str) -> bool:
    """Whether a folded word, with whatever clitics, is a word of the language rather than a part of a name."""
    ordinary, known = function_words(), vocabulary().known
    for _, rest in readings(word):
        bare = rest[2:] if rest.startswith("ال") and len(rest) > 3 else rest
        if rest in ordinary or bare in ordinary or rest in known or bare in known:
            return True
        if any(stem in ordinary or stem in known for stem in enclitic_stems(rest)):
            return True
    return can_be_arabic(word)
