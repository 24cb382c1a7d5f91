"""Everybody and everything that the lexicon knows by name, compiled into one automaton of folded surfaces.

One pass over a text finds names, nationality adjectives, titles, governing words and the heads of composed bodies alike; what
a match means in its place is for the names room to decide.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import ahocorasick

from musnad.lexicon.entries import Entry, entity_type, merged, read_entries, slug, surface_key
from musnad.lexicon.table import LexiconError, rows, split
from musnad.lexicon.vocabulary import inflections
from musnad.lexicon.words import grammar_words
from musnad.model import EntityType
from musnad.text.fold import fold

Strength = Literal["full", "short", "cue"]
"""``full`` names the entity by itself, ``short`` only in agreeing context, ``cue`` only behind a cue (قناة العربية)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A surface that names entries; several where the surface alone cannot tell them apart."""

    entry: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Adjective:
    """A nationality adjective (الروسي): the state's code."""

    country: str


@dataclass(frozen=True, slots=True)
class Title:
    """A word before a person's name: ``sort`` as in titles.tsv, ``office`` the office it denotes, if any."""

    sort: str
    office: str
    english: str


@dataclass(frozen=True, slots=True)
class Governing:
    """A word that with a nationality stands for the state itself (الحكومة، السلطات)."""


@dataclass(frozen=True, slots=True)
class BodyHead:
    """A noun that with a nationality composes a body (وزارة الخارجية): how to name it in English."""

    pattern: str
    us_pattern: str
    type: EntityType
    sort: str
    feminine: bool
    """Whether its adjective is feminine: in وزير الخارجية الروسي the adjective is the minister's, not the ministry's."""


Payload = Name | Adjective | Title | Governing | BodyHead


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """``surfaces`` maps a folded surface (words parted by one space) to all that it may be; ``automaton`` finds them."""

    entries: dict[str, Entry]
    surfaces: dict[str, tuple[Payload, ...]]
    automaton: ahocorasick.Automaton = field(repr=False)
    states: dict[str, str]
    """ISO code -> entry id of the state."""
    adjectives: dict[str, str]
    """Folded adjective (masculine, bare) -> ISO code."""

    def holders(self, country: str | None, office: str, day: dt.date | None) -> list[Entry]:
        """Who held the office for the state on the day (whoever ever did, if the day is None)."""
        return [
            entry
            for entry in self._by_country.get(country or "", ())
            for held in entry.offices
            if held.slug == office and (day is None or held.held_on(day))
        ]

    _by_country: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False)


@cache
def gazetteer() -> Gazetteer:
    """Compiled once from the data files. Raises LexiconError where two entries claim one id."""
    entries: dict[str, Entry] = {}
    surfaces: dict[str, list[Payload]] = defaultdict(list)
    states: dict[str, str] = {}
    adjectives: dict[str, str] = {}

    def name(entry: Entry, texts: Iterable[str], strength: Strength) -> None:
        for text in texts:
            key = surface_key(text)
            if strength == "short" and key in grammar_words():
                continue
            if not any(isinstance(p, Name) and p.entry == entry.id for p in surfaces[key]):
                surfaces[key].append(Name(entry.id, strength))

    people: dict[str, str] = {}
    for entry, strong, weak, cued in read_entries():
        if entry.type == "Person":
            known = people.setdefault(slug(entry.name_en), entry.id)
            entry = merged(entries[known], entry) if known in entries else entry
        elif entry.id in entries:
            if entries[entry.id].name_en != entry.name_en:
                raise LexiconError(f"{entry.id} is claimed by {entries[entry.id].name_en} and {entry.name_en}")
            entry = entries[entry.id]
        entries[entry.id] = entry
        name(entry, strong, "full")
        name(entry, weak, "short")
        name(entry, cued, "cue")
        if entry.type == "Country" and entry.country:
            states.setdefault(entry.country, entry.id)
    for row in rows("places/countries", "iso", "adjective_ar"):
        for text in split(row["adjective_ar"]):
            irregular = text.startswith("plural:")
            adjective = fold(text.removeprefix("plural:"))
            if not irregular:
                adjectives[adjective] = row["iso"]
            for form in {adjective, "ال" + adjective} if irregular else _adjective_forms(adjective):
                surfaces[form].append(Adjective(row["iso"]))
    for row in rows("actors/titles", "title_ar", "feminine_ar", "plural_ar", "title_en", "sort", "office"):
        title = Title(row["sort"], row["office"], row["title_en"])
        for text in (s for column in ("title_ar", "feminine_ar", "plural_ar") for s in split(row[column])):
            for form in _definite_forms(surface_key(text)):
                if title not in surfaces[form]:
                    surfaces[form].append(title)
    for row in rows("actors/governing_words", "word_ar"):
        for text in split(row["word_ar"]):
            for form in _definite_forms(surface_key(text)):
                surfaces[form].append(Governing())
    for row in rows("actors/body_patterns", "head_ar", "name_en_pattern", "us_pattern", "type", "sort", "gender"):
        kind = entity_type(row["type"])
        head = BodyHead(row["name_en_pattern"], row["us_pattern"], kind, row["sort"], row["gender"] == "f")
        for text in split(row["head_ar"]):
            key = surface_key(text)
            # a head that is definite by itself (الخارجية الروسية) stays so: خارجية فرنسا is no body
            forms = {key, _bare_construct(key)} if key.startswith("ال") else {key, _bare_construct(key), "ال" + key}
            for form in forms:
                if not any(isinstance(p, BodyHead) for p in surfaces[form]):
                    surfaces[form].append(head)
    automaton = ahocorasick.Automaton()
    for key in surfaces:
        if len(key) < 2:
            continue
        automaton.add_word(key, key)
        if key.startswith("ال") and len(key) > 4:  # ل + ال is written لل
            automaton.add_word("لل" + key[2:], key)
    automaton.make_automaton()
    by_country: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.offices:
            by_country[entry.country or ""].append(entry)
    return Gazetteer(
        entries,
        {key: tuple(payloads) for key, payloads in surfaces.items()},
        automaton,
        states,
        adjectives,
        {country: tuple(people) for country, people in by_country.items()},
    )


def _adjective_forms(adjective: str) -> set[str]:
    """Every agreeing form of a nisba, the words of a longer one in step: كوري شمالي → الكوريه الشماليه, كوريين شماليين, ..."""
    words = adjective.split()
    if len(words) == 1:
        return inflections(adjective)
    forms = set()
    for ending in ("", "ه", "ين", "ون", "ان", "ات", "تين", "تان"):
        forms.add(" ".join(word + ending for word in words))
        forms.add(" ".join("ال" + word + ending for word in words))
    forms.add(" ".join(["ال" + words[0] + "ين", *("ال" + word + "ين" for word in words[1:])]))
    return forms


def _definite_forms(key: str) -> set[str]:
    """The phrase as it is, with the article on its first word, and without it."""
    return {key, key if key.startswith("ال") else "ال" + key, key[2:] if key.startswith("ال") and len(key) > 4 else key}


def _bare_construct(key: str) -> str:
    """``وزاره الخارجيه`` → ``وزاره خارجيه``, as before a state's name (وزارة خارجية كوريا)."""
    head, _, rest = key.partition(" ")
    return f"{head} {rest[2:]}" if rest.startswith("ال") else key
