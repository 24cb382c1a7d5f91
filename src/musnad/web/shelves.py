"""The timeline laid out: entries by year and month, and the years by page where one page would be too long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from musnad.model import Happening
from musnad.web.addresses import INDEX
from musnad.web.bilingual import Both, both, phrase
from musnad.web.bilingual import name as name_of
from musnad.web.dates import shelf
from musnad.web.entries import Entry

LARGEST_PAGE = 1500
"""Entries: what a browser still lays out at once without a pause."""
_MOST_ACTORS = 300
Place = tuple[int, int]
_UNDATED: Place = (9999, 0)


@dataclass(frozen=True, slots=True)
class Month:
    heading: Both
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    anchor: str
    heading: Both
    months: tuple[Month, ...]

    @property
    def count(self) -> int:
        return sum(len(month.entries) for month in self.months)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the timeline and what stands on it, in order of date."""

    path: str
    heading: Both
    happenings: tuple[Happening, ...]


def pages(happenings: Sequence[Happening], largest: int = LARGEST_PAGE) -> tuple[Page, ...]:
    """One page for all, or one a year, or one a month for a year that is too long."""
    ordered = sorted(happenings, key=_place)
    if len(ordered) <= largest:
        return (Page(INDEX, both("ui", "timeline"), tuple(ordered)),)
    found: list[Page] = []
    for year, of_year in groupby(ordered, key=lambda h: _place(h)[0]):
        group = tuple(of_year)
        if len(group) <= largest or year == _UNDATED[0]:
            found += _parts(f"timeline-{_year_name(year)}", _year_heading(year), group, largest)
            continue
        for place, of_month in groupby(group, key=_place):
            name = f"timeline-{_year_name(year)}-{place[1]:02}"
            found += _parts(name, _month_heading(place, with_year=True), tuple(of_month), largest)
    return tuple(found)


def _parts(name: str, heading: Both, group: Sequence[Happening], largest: int) -> Iterable[Page]:
    """The pages of a group that no date divides further."""
    for part, first in enumerate(range(0, len(group), largest), 1):
        mark = "" if len(group) <= largest else f" ({part})"
        path = f"{name}.html" if part == 1 else f"{name}-part{part}.html"
        yield Page(path, Both(heading.ar + mark, heading.en + mark), tuple(group[first : first + largest]))


def years(entries: Iterable[Entry]) -> tuple[Year, ...]:
    """Entries on their shelves; they come in order of shelf and stay in their order on it."""
    found: list[Year] = []
    for year, of_year in groupby(entries, key=lambda e: (e.shelf or _UNDATED)[0]):
        months = tuple(
            Month(_month_heading(place), tuple(of_month))
            for place, of_month in groupby(of_year, key=lambda e: e.shelf or _UNDATED)
        )
        found.append(Year(f"y-{_year_name(year)}", _year_heading(year), months))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Actor:
    key: str
    label: str
    count: int


def actors(happenings: Iterable[Happening]) -> tuple[dict[str, str], tuple[Actor, ...]]:
    """Entity id → short key for the page, and the actors, the busiest first."""
    counts: Counter[str] = Counter()
    names: dict[str, Both] = {}
    for happening in happenings:
        for entity in {e.id: e for e in (*happening.agents, *happening.targets)}.values():
            counts[entity.id] += 1
            names.setdefault(entity.id, name_of(entity))
    keys = {entity: f"a{i}" for i, entity in enumerate(counts)}
    return keys, tuple(Actor(keys[i], names[i].flat, n) for i, n in counts.most_common(_MOST_ACTORS))


def _place(happening: Happening) -> Place:
    return shelf(happening.date) or _UNDATED


def _year_name(year: int) -> str:
    return "undated" if year == _UNDATED[0] else f"{year:04}"


def _year_heading(year: int) -> Both:
    return both("ui", "undated") if year == _UNDATED[0] else phrase("year", a=str(year))


def _month_heading(place: Place, *, with_year: bool = False) -> Both:
    year, month = place
    if not month:
        unknown = Both("", "") if year == _UNDATED[0] else both("ui", "month_unknown")
        return Both(f"{year} — {unknown.ar}", f"{year} — {unknown.en}") if with_year else unknown
    return phrase("date_month", month=both("month", str(month)), year=str(year))
