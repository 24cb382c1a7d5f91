"""Years and what stands for one: عام 2011, العام ألفين, عامي 2012 و2015, 1950-1953, من العام الماضي."""

from __future__ import annotations

from dataclasses import dataclass

from musnad.text.numbers import read_number
from musnad.times.described import Calendar, Found, Years
from musnad.times.scene import Atom, Scene
from musnad.times.words import past_verbs

SEPARATORS = {"/", "-", "–", "\\"}
COMMAS = {"،", ","}


def year_number(scene: Scene, i: int, low: int = 1000) -> tuple[int, int] | None:
    """(year, stop) of four digits or number words at token ``i``."""
    if i >= len(scene.tokens):
        return None
    norm = scene.norm(i)
    if norm[0].isdigit():
        return (int(norm), i + 1) if len(norm) == 4 and norm.isdigit() and low <= int(norm) <= 2100 else None
    number = read_number(scene.tokens, i)
    if number and number.exact and number.cut == 0 and low <= number.low <= 2100 and number.low.is_integer():
        return int(number.low), number.end_token
    return None


def era_at(scene: Scene, year: int, stop: int) -> tuple[bool, int]:
    """(whether the year is Hijri, stop) with the word or letter for the era, if one follows."""
    if mark := scene.plain(stop, "hijri"):
        return True, mark.stop
    if (mark := scene.plain(stop, "gregorian")) and (
        mark.stop - stop > 1 or len(scene.norm(stop)) > 1 or scene.glued(stop - 1)
    ):
        return False, mark.stop
    return False, stop


@dataclass(frozen=True, slots=True)
class OfYear:
    """The year of a month, quarter or season: told in numbers, or shifted from the year of writing or the one told
    last.
    """

    year: int | None
    shift: int | None
    told: bool
    stop: int


def year_phrase(scene: Scene, i: int) -> OfYear | None:
    """What follows a month, quarter or season: [من] [عام] 2018, من العام الماضي, هذا العام, من العام نفسه."""
    at = i
    if (of := scene.plain(at, "of")) is not None:
        at = of.stop
    if shifted := unit_shift(scene, at, "Y"):
        return OfYear(None, shifted[0], False, shifted[1])
    if at > i and (told := told_shift(scene, at, "Y")):
        return OfYear(None, told[0], True, told[1])
    if head := scene.at(at, "year_head"):
        at = head.stop
    elif scene.norm(i) in COMMAS:
        at = i + 1
    found = year_number(scene, at)
    if found is None or (head is None and not scene.norm(at)[0].isdigit()):
        return None
    if (
        head is None
        and (at > i or not 1900 <= found[0] <= 2100)
        and not 1900 <= found[0] <= 2060
        and not 1300 <= found[0] <= 1500
    ):
        return None
    return OfYear(found[0], None, False, found[1])


def unit_shift(scene: Scene, i: int, unit: str) -> tuple[int, int] | None:
    """(direction, stop) of العام الماضي, هذا الشهر, for the given unit."""
    if (
        (this := scene.plain(i, "this"))
        and (the := scene.plain(this.stop, "the_unit"))
        and the.values[:2] == (unit, "singular")
    ):
        return (0, the.stop) if scene.plain(i, "that") is None else None
    the = scene.at(i, "the_unit")
    if (
        the
        and the.values[:2] == (unit, "singular")
        and (rel := scene.plain(the.stop, "relative"))
        and rel.values[1] == "no"
    ):
        return int(rel.values[0]), rel.stop
    return None


def told_shift(scene: Scene, i: int, unit: str) -> tuple[int, int] | None:
    """(direction, stop) of العام نفسه, ذلك العام, العام التالي: counted from the time told last."""
    if (that := scene.plain(i, "that")) and (the := scene.plain(that.stop, "the_unit")):
        return (0, the.stop) if the.values[:2] == (unit, "singular") else None
    the = scene.plain(i, "the_unit")
    rel = scene.plain(the.stop, "relative") if the and the.values[:2] == (unit, "singular") else None
    return (int(rel.values[0]), rel.stop) if rel and rel.values[1] == "yes" else None


def year_at(scene: Scene, i: int) -> Found | None:
    """A year or years: عام 2011, العام ألفين, عامي 2012, 1950-1953, a bare 2018 where the words beside it allow a
    year."""
    head = scene.at(i, "year_head") or scene.at(i, "years_head")
    if head is None and (lived := _years_in_brackets(scene, i)):
        return lived
    at, cut = (head.stop, head.cut) if head else (i, 0)
    if scene.norm(at) == "ال":
        at += 1
    found = year_number(scene, at)
    if found is None:
        return _short_year(scene, i, head)
    year, stop = found
    if head is None:
        if not scene.norm(i).isdigit() or (not 1900 <= year <= 2060 and not scene.plain(stop, "gregorian")):
            hijri = scene.plain(stop, "hijri")
            if not (scene.norm(i).isdigit() and hijri and hijri.stop):
                return None
        elif not _may_be_year(scene, i, stop):
            return None
    if last := _last_year(scene, stop, year):
        return Found(i, last[1], cut, Years(year, last[0]), "years")
    hijri_year, stop = era_at(scene, year, stop)
    return Found(i, stop, cut, Calendar(year, hijri=hijri_year), "year")


def _years_in_brackets(scene: Scene, i: int) -> Found | None:
    """(1889-1976): of a life or a reign, however long ago."""
    first = scene.norm(i)
    if scene.norm(i - 1) != "(" or not (first.isdigit() and len(first) == 4):
        return None
    last = _last_year(scene, i + 1, int(first))
    if last is None or scene.norm(last[1]) != ")" or len(scene.norm(i + 2)) != 4 or last[0] > 2100:
        return None
    return Found(i, last[1], 0, Years(int(first), last[0]), "years")


def _last_year(scene: Scene, at: int, first: int) -> tuple[int, int] | None:
    """(last year, stop) behind a dash or slash: 1950-1953, 2018/19."""
    if scene.norm(at) not in SEPARATORS:
        return None
    last = scene.norm(at + 1)
    if not last.isdigit() or scene.norm(at + 2) in SEPARATORS:
        return None
    year = int(last) if len(last) == 4 else first // 100 * 100 + int(last) if len(last) == 2 else 0
    return (year, at + 2) if first < year <= first + 150 else None


def _short_year(scene: Scene, i: int, head: Atom | None) -> Found | None:
    """عام 67: two digits are of the twentieth century."""
    if head is None or head.kind != "year_head":
        return None
    norm = scene.norm(head.stop)
    if not (norm.isdigit() and len(norm) == 2 and 20 <= int(norm) <= 99) or scene.at(head.stop + 1, "unit"):
        return None
    if scene.plain(head.stop + 1, "no_year_after"):
        return None
    return Found(i, head.stop + 1, head.cut, Calendar(1900 + int(norm)), "short_year")


def _may_be_year(scene: Scene, i: int, stop: int) -> bool:
    """Whether the words around four digits allow a year (the resolution 1929 and 2000 soldiers do not)."""
    if scene.ends_here(i, ("dated_by_year", "relative")):
        return True
    if scene.ends_here(i, ("no_year_before",)) or scene.plain(stop, "no_year_after"):
        return False
    before, after = scene.norm(i - 1), scene.norm(stop)
    if before in {"ال", "#", "$", "€", "£", ":", ".", "+"} or after in {"%", "$", "€", "£"}:
        return False
    if before in SEPARATORS and scene.glued(i - 1) and i >= 2 and scene.glued(i - 2):
        return False  # the end of a name or number: A-2011
    if _counted_noun(scene, int(scene.norm(i)), stop) and not scene.ends_here(i, ("date_preposition",)):
        return False
    return bool(before) or after in SEPARATORS


def _counted_noun(scene: Scene, number: int, i: int) -> bool:
    """Whether token ``i`` is an indefinite noun of the form that the number demands: 2013 متظاهرا, 2008 هواتف, 2016
    سلة.
    """
    word = scene.norm(i)
    if not word or not scene.tokens[i].is_word or word.startswith("ال") or len(word) < 3:
        return False
    if word.endswith("ا") and scene.tokens[i].surface.endswith(("اً", "ًا")):
        return True
    bare = word.removeprefix("و").removeprefix("ف")
    if scene.atoms[i] or word in past_verbs() or bare in past_verbs() or word.endswith(("وا", "ته")):
        return False
    if word.endswith("ا"):
        return True
    if number % 100 in range(3, 11):
        return not word.startswith(("ي", "ت", "س", "و", "ف", "ب", "ل", "ك")) or word.endswith("ات")
    return word.endswith("ه") and not word.startswith(("ي", "ت", "ن", "سي", "ست", "ب", "ل", "و", "ا"))
