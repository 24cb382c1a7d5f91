"""The entities of the lexicon, row by row: people with their offices, bodies, documents, states with their capitals, places."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from musnad.lexicon.table import LexiconError, rows, split
from musnad.lexicon.words import PEOPLE
from musnad.model import EntityType
from musnad.text.fold import fold


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


def slug(name: str) -> str:
    """An id made of an English name: ``"Kim Jong Un"`` → ``"kim-jong-un"``."""
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def surface_key(surface: str) -> str:
    """How a surface is written in the automaton: folded, hyphens, underscores and quotation marks as one space."""
    return " ".join(re.sub(r"[-_\"'“”«».]", " ", fold(surface)).split())


def merged(known: Entry, other: Entry) -> Entry:
    """One person told in two tables: all offices and short names, the first country and Wikidata id that is given."""
    return replace(
        known,
        country=known.country or other.country,
        wikidata=known.wikidata or other.wikidata,
        offices=tuple(dict.fromkeys((*known.offices, *other.offices))),
        shorts=tuple(dict.fromkeys((*known.shorts, *other.shorts))),
    )


def read_entries() -> Iterator[tuple[Entry, list[str], list[str], list[str]]]:
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
            person = _entry(row, "Person", offices=read_offices(row["offices"]))
            yield person, [row["name_ar"], *split(row["aliases_ar"])], split(row["short_ar"]), []
    for row in rows(
        "actors/bodies", "name_ar", "aliases_ar", "short_ar", "name_en", "wikidata", "country", "type", "sort"
    ):
        body = _entry(row, entity_type(row["type"]))
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


def entity_type(text: str) -> EntityType:
    """The type that a table names. Raises LexiconError for an unknown one."""
    known: dict[str, EntityType] = {"PublicBody": "PublicBody", "Organization": "Organization", "Document": "Document"}
    if text not in known:
        raise LexiconError(f"not a type of entity: {text}")
    return known[text]


def read_offices(field: str) -> tuple[Office, ...]:
    """The offices of a person as a table writes them, parted by ``|``."""
    return tuple(map(_office, split(field)))


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
    return dt.date(year, month, calendar.monthrange(year, month)[1])


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
