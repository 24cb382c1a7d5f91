"""Everybody and everything that the lexicon knows by name, compiled into one automaton of folded surfaces.

One pass over a text finds names, nationality adjectives, titles, governing words and the heads of composed bodies alike; what
a match means in its place is for the names room to decide.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

import ahocorasick

from musnad.lexicon.table import LexiconError, rows, split
from musnad.lexicon.vocabulary import inflections
from musnad.lexicon.words import PEOPLE, grammar_words
from musnad.model import EntityType
from musnad.text.fold import fold

Strength = Literal["full", "short", "cue"]
"""``full`` names the entity by itself, ``short`` only in agreeing context, ``cue`` only behind a cue (قناة العربية)."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office held from a day to a day (None = not known, or still)."""

    slug: str
    start: dt.date | None
    end: dt.date | None

    def held_on(self, day: dt.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity of the lexicon; ``id`` is its Wikidata id, or a slug of its English name."""

    id: str
    type: EntityType
    name_ar: str
    name_en: str
    country: str | None
    wikidata: str | None
    sort: str = ""
    offices: tuple[Office, ...] = ()
    shorts: tuple[str, ...] = ()
    """Folded names by which it is called once it has been named in full."""


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


TOP_OFFICES = (
    "leader", "supreme_leader", "president", "king", "emir", "sultan", "prime_minister", "chancellor", "crown_prince",
    "un_secretary_general", "secretary_of_state", "foreign_minister", "vice_president", "defence_minister",
)  # fmt: skip
"""Offices whose holders papers call by a bare surname, the highest first."""


def top_office(entry: Entry, day: dt.date | None) -> int:
    """The rank of the highest office a person held on the day (ever, if the day is None); ``len(TOP_OFFICES)`` for none."""
    ranks = (
        TOP_OFFICES.index(o.slug)
        for o in entry.offices
        if o.slug in TOP_OFFICES and (day is None or o.held_on(day))
    )  # fmt: skip
    return min(ranks, default=len(TOP_OFFICES))


def slug(name: str) -> str:
    """An id made of an English name: ``"Kim Jong Un"`` → ``"kim-jong-un"``."""
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def surface_key(surface: str) -> str:
    """How a surface is written in the automaton: folded, hyphens, underscores and quotation marks as one space."""
    return " ".join(re.sub(r"[-_\"'“”«».]", " ", fold(surface)).split())


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
    for entry, strong, weak, cued in _entries():
        if entry.type == "Person":
            known = people.setdefault(slug(entry.name_en), entry.id)
            entry = _merged(entries[known], entry) if known in entries else entry
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
        kind = _entity_type(row["type"])
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


def _merged(known: Entry, other: Entry) -> Entry:
    """One person told in two tables: all offices and short names, the first country and Wikidata id that is given."""
    return replace(
        known,
        country=known.country or other.country,
        wikidata=known.wikidata or other.wikidata,
        offices=tuple(dict.fromkeys((*known.offices, *other.offices))),
        shorts=tuple(dict.fromkeys((*known.shorts, *other.shorts))),
    )


def _entries() -> Iterator[tuple[Entry, list[str], list[str], list[str]]]:
    """(entry, full surfaces, short surfaces, surfaces that need a cue) of every table of names."""
    for row in rows("places/countries", "iso", "name_ar", "aliases_ar", "name_en", "wikidata", "capital_ar"):
        state = _entry(row, "Country", country=row["iso"])
        yield state, [row["name_ar"], *split(row["aliases_ar"])], [], split(row.get("ambiguous_ar", ""))
        if row["capital_ar"]:
            qid = row["capital_wikidata"] or None
            capital = Entry(
                qid or slug(row["capital_en"]),
                "Place",
                row["capital_ar"],
                row["capital_en"],
                row["iso"],
                qid,
                "capital",
            )
            yield capital, [row["capital_ar"], *split(row["capital_aliases_ar"])], [], []
    for part in PEOPLE:
        for row in rows(
            f"actors/people_{part}", "name_ar", "aliases_ar", "short_ar", "name_en", "wikidata", "country", "offices"
        ):
            person = _entry(row, "Person", offices=tuple(map(_office, split(row["offices"]))))
            yield person, [row["name_ar"], *split(row["aliases_ar"])], split(row["short_ar"]), []
    for row in rows(
        "actors/bodies", "name_ar", "aliases_ar", "short_ar", "name_en", "wikidata", "country", "type", "sort"
    ):
        body = _entry(row, _entity_type(row["type"]))
        strong = [row["name_ar"], *split(row["aliases_ar"])]
        cued = row.get("needs_cue") == "1"
        yield body, [] if cued else strong, split(row["short_ar"]), strong if cued else []
    for row in rows("actors/documents", "name_ar", "aliases_ar", "name_en", "wikidata"):
        yield _entry(row, "Document"), [row["name_ar"], *split(row["aliases_ar"])], [], []
    for table in ("places/places", "places/cities"):
        for row in rows(table, "name_ar", "aliases_ar", "name_en", "wikidata", "country", "sort"):
            yield (
                _entry(row, "Place"),
                [row["name_ar"], *split(row["aliases_ar"])],
                [],
                split(row.get("ambiguous_ar", "")),
            )


def _entry(
    row: dict[str, str], kind: EntityType, country: str | None = None, offices: tuple[Office, ...] = ()
) -> Entry:
    qid = row["wikidata"] or None
    code = (country if country is not None else row.get("country")) or None
    return Entry(
        qid or slug(row["name_en"]) + (f"-{code.lower()}" if kind == "Place" and code else ""),
        kind,
        row["name_ar"],
        row["name_en"],
        code,
        qid,
        row.get("sort", ""),
        offices,
        tuple(surface_key(short) for short in split(row.get("short_ar", ""))),
    )


def _entity_type(text: str) -> EntityType:
    known: dict[str, EntityType] = {"PublicBody": "PublicBody", "Organization": "Organization", "Document": "Document"}
    if text not in known:
        raise LexiconError(f"not a type of entity: {text}")
    return known[text]


def _office(text: str) -> Office:
    """``president@2000-05-07..2008-05-07`` → Office; a bare slug is an office at a time not known."""
    name, _, term = text.partition("@")
    start, _, end = term.partition("..")
    return Office(name, _bound(start, first=True), _bound(end, first=False))


def _bound(text: str, *, first: bool) -> dt.date | None:
    """The first or last day that a date of any precision may mean; None if empty."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return dt.date(*parts)
    year, month = parts[0], parts[1] if len(parts) > 1 else (1 if first else 12)
    if first:
        return dt.date(year, month, 1)
    return dt.date(year + (month == 12), month % 12 + 1, 1) - dt.timedelta(days=1)


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
