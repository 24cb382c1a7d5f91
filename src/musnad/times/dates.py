"""Dates of the calendar: 16 أغسطس 2023, الأول من مايو, شباط/فبراير الفائت, 18/8/2023, عامي 2012 و2015, 1950-1953."""

from __future__ import annotations

import re
from dataclasses import replace

from musnad.text.numbers import read_number, read_ordinal
from musnad.times.described import Between, Calendar, Found, Years
from musnad.times.scene import Atom, Scene

_SEPARATORS = {"/", "-", "–", "\\"}
_DASHES = {"-", "–", "—", "ـ"}
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})$")
_COMMAS = {"،", ","}


def month_at(scene: Scene, i: int) -> tuple[Atom, bool] | None:
    """A month and whether it is certainly one; a second name of the same month (آذار/مارس, أيار (مايو)) belongs to it."""
    atom = scene.at(i, "month")
    if atom is None:
        return None
    sure, stop = atom.values[2] == "yes", atom.stop
    for _ in range(2):
        mark = scene.norm(stop)
        opened = mark == "("
        again = scene.plain(stop + 1 if opened or mark in _SEPARATORS else stop, "month")
        if again is None or again.values[:2] != atom.values[:2]:
            break
        if opened and scene.norm(again.stop) != ")":
            break
        stop, sure = again.stop + opened, True
    return replace(atom, stop=stop), sure


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
    if (mark := scene.plain(stop, "gregorian")) and (mark.stop - stop > 1 or len(scene.norm(stop)) > 1 or scene.glued(stop - 1)):
        return False, mark.stop
    return False, stop


def year_phrase(scene: Scene, i: int) -> tuple[int | None, int | None, int] | None:
    """(year, shift, stop) of what follows a month, quarter or season: [من] [عام] 2018, من العام الماضي, هذا العام."""
    at = i
    if (of := scene.plain(at, "of")) is not None:
        at = of.stop
    if told := unit_shift(scene, at, "Y"):
        return None, told[0], told[1]
    if head := scene.at(at, "year_head"):
        at = head.stop
    elif scene.norm(i) in _COMMAS:
        at = i + 1
    found = year_number(scene, at)
    if found is None or (head is None and not scene.norm(at)[0].isdigit()):
        return None
    if head is None and (at > i or not 1900 <= found[0] <= 2100) and not 1900 <= found[0] <= 2060 and not 1300 <= found[0] <= 1500:
        return None
    return found[0], None, found[1]


def unit_shift(scene: Scene, i: int, unit: str) -> tuple[int, int] | None:
    """(direction, stop) of العام الماضي, هذا الشهر, for the given unit."""
    if (this := scene.plain(i, "this")) and (the := scene.plain(this.stop, "the_unit")) and the.values[:2] == (unit, "singular"):
        return (0, the.stop) if scene.plain(i, "that") is None else None
    the = scene.at(i, "the_unit")
    if the and the.values[:2] == (unit, "singular") and (rel := scene.plain(the.stop, "relative")) and rel.values[1] == "no":
        return int(rel.values[0]), rel.stop
    return None


def _day_number(scene: Scene, i: int) -> tuple[int, int, int, bool] | None:
    """(day, stop, cut, whether in words) of 12 or الثاني عشر at token ``i``."""
    norm = scene.norm(i)
    if norm.isdigit():
        return (int(norm), i + 1, 0, False) if len(norm) <= 2 and 1 <= int(norm) <= 31 else None
    ordinal = read_ordinal(scene.tokens, i)
    if ordinal and 1 <= ordinal.low <= 31:
        return int(ordinal.low), ordinal.end_token, ordinal.cut, True
    return None


def date_at(scene: Scene, i: int) -> Found | None:
    """The longest date with a day, or month with what belongs to it, at token ``i``."""
    return _numeric(scene, i) or _with_day(scene, i) or _month_only(scene, i)


def _numeric(scene: Scene, i: int) -> Found | None:
    """18/8/2023, 2023-08-16, 18.8.2023, 8/2023."""
    if m := _DOTTED.match(scene.norm(i)):
        return _checked(i, i + 1, int(m[3]), int(m[2]), int(m[1]))
    if not scene.norm(i).isdigit() or scene.norm(i + 1) not in _SEPARATORS or not scene.norm(i + 2).isdigit():
        return None
    if scene.norm(i - 1) in _SEPARATORS and i and scene.glued(i - 1):
        return None
    a, b = scene.norm(i), scene.norm(i + 2)
    if scene.norm(i + 3) == scene.norm(i + 1) and scene.norm(i + 4).isdigit():
        c = scene.norm(i + 4)
        if len(a) == 4:
            return _checked(i, i + 5, int(a), int(b), int(c))
        if len(c) == 4:
            hijri, stop = era_at(scene, int(c), i + 5)
            return _checked(i, stop, int(c), int(b), int(a), hijri) or _checked(i, stop, int(c), int(a), int(b), hijri)
        return None
    if len(a) <= 2 and len(b) == 4 and scene.norm(i + 1) == "/" and 1900 <= int(b) <= 2100 and 1 <= int(a) <= 12:
        return Found(i, i + 3, 0, Calendar(int(b), int(a)), "numeric_month")
    if len(b) == 2 and scene.norm(i + 1) == "/" and scene.ends_here(i, ("day_head", "weekday")) and 1 <= int(b) <= 12:
        return Found(i, i + 3, 0, Calendar(None, int(b), int(a)), "numeric_day") if 1 <= int(a) <= 31 else None
    return None


def _checked(first: int, stop: int, year: int, month: int, day: int, hijri: bool = False) -> Found | None:
    if 1000 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:
        return Found(first, stop, 0, Calendar(year, month, day, hijri=hijri or year < 1500), "numeric_date")
    return None


def _with_day(scene: Scene, i: int) -> Found | None:
    """A day with its month, or with the month and year of a later day it is joined to (11 و12 تموز)."""
    told = _day_number(scene, i)
    if told is None:
        return None
    day, stop, cut, worded = told
    if (whole := _behind_day(scene, stop, worded)) is not None:
        what, stop, rule = whole
        return Found(i, stop, cut, replace(what, day=day), rule)
    joint = stop
    dashed = scene.norm(joint) in _DASHES
    clitic = ""
    if dashed or scene.norm(joint) in {"و", "،", ","} or scene.plain(joint, "to"):
        joint += 1
        if scene.norm(joint) == "و":
            joint += 1
    elif worded and scene.norm(joint).startswith("وال"):
        clitic = "و"
    else:
        return None
    if _day_number(scene, joint) is None:
        return None
    later = _with_day(scene, joint)
    if later is None or later.cut != len(clitic) or not isinstance(later.what, Calendar) or not later.what.day:
        return None
    what = replace(later.what, day=day)
    if dashed:
        return Found(i, later.stop, cut, Between(what, later.what), "day_range")
    return Found(i, stop, cut, what, "joined_day")


def _behind_day(scene: Scene, i: int, worded: bool) -> tuple[Calendar, int, str] | None:
    """What follows a day's number: [من] [شهر] مايو [2018], من الشهر الجاري, الجاري."""
    at = i
    of = scene.plain(at, "of")
    if of is not None and scene.norm(at) == "من":
        at = of.stop
    if told := unit_shift(scene, at, "M"):
        return Calendar(month_shift=told[0]), told[1], "day_of_month_shift"
    if (rel := scene.plain(i, "relative")) and not worded and rel.values == ("0", "no"):
        return Calendar(month_shift=0), rel.stop, "day_of_month_shift"
    if head := scene.plain(at, "month_head"):
        at = head.stop
    named = month_at(scene, at)
    if named is None or named[0].prefix or (worded and at == i and named[0].values[2] == "no"):
        return None
    what, stop = _behind_month(scene, named[0])
    return what, stop, "day_month"


def _behind_month(scene: Scene, month: Atom) -> tuple[Calendar, int]:
    """The month with its year, era and adjective."""
    hijri = month.values[1] == "h"
    what, stop = Calendar(month=int(month.values[0]), hijri=hijri), month.stop
    rel = scene.plain(stop, "relative")
    if rel and rel.values[1] == "no":
        return replace(what, toward=int(rel.values[0])), rel.stop
    if told := year_phrase(scene, stop):
        year, shift, stop = told
        if year is not None:
            marked, stop = era_at(scene, year, stop)
            if not hijri and year < 1500:
                return Calendar(month=what.month), month.stop
            hijri = hijri and (marked or year < 1500)
        return replace(what, year=year, year_shift=shift, hijri=hijri), stop
    return what, stop


def _month_only(scene: Scene, i: int) -> Found | None:
    """A month without a day: مايو من العام الماضي, شهر نيسان/أبريل المقبل; a doubtful word needs words that make it a month."""
    head = scene.at(i, "month_head")
    named = month_at(scene, head.stop if head else i)
    if named is None or (head and named[0].prefix):
        return None
    month, sure = named
    what, stop = _behind_month(scene, month)
    told = bool(head) or what != Calendar(month=what.month, hijri=what.hijri)
    if not sure and not told:
        joined = month.prefix == "و" and scene.ends_here(i, ("month",))
        stands = month.prefix in ("ب", "ل") or (not month.prefix and scene.ends_here(i, ("date_preposition", "phase")))
        if month.values[2] == "no" or not (joined or stands):
            return None
    if scene.ends_here(i, ("no_month_before",)) and what.year is None:
        return None
    return Found(i, stop, head.cut if head else month.cut, what, "month")


def year_at(scene: Scene, i: int) -> Found | None:
    """A year or years: عام 2011, العام ألفين, عامي 2012, 1950-1953, a bare 2018 where the words beside it allow a year."""
    head = scene.at(i, "year_head") or scene.at(i, "years_head")
    at, cut = (head.stop, head.cut) if head else (i, 0)
    if scene.norm(at) == "ال":
        at += 1
    found = year_number(scene, at)
    if found is None:
        return _short_year(scene, i, head)
    year, stop = found
    if head is None:
        if not scene.norm(i).isdigit() or not 1900 <= year <= 2060 and not scene.plain(stop, "gregorian"):
            hijri = scene.plain(stop, "hijri")
            if not (scene.norm(i).isdigit() and hijri and hijri.stop):
                return None
        elif not _may_be_year(scene, i, stop):
            return None
    if last := _last_year(scene, stop, year):
        return Found(i, last[1], cut, Years(year, last[0]), "years")
    hijri_year, stop = era_at(scene, year, stop)
    return Found(i, stop, cut, Calendar(year, hijri=hijri_year), "year")


def _last_year(scene: Scene, at: int, first: int) -> tuple[int, int] | None:
    """(last year, stop) behind a dash or slash: 1950-1953, 2018/19."""
    if scene.norm(at) not in _SEPARATORS:
        return None
    last = scene.norm(at + 1)
    if not last.isdigit() or scene.norm(at + 2) in _SEPARATORS:
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
    return Found(i, head.stop + 1, head.cut, Calendar(1900 + int(norm)), "short_year")


def _may_be_year(scene: Scene, i: int, stop: int) -> bool:
    """Whether the words around four digits allow a year (the resolution 1929 and 2000 soldiers do not)."""
    if scene.ends_here(i, ("no_year_before",)) or scene.plain(stop, "no_year_after"):
        return False
    before, after = scene.norm(i - 1), scene.norm(stop)
    if before in {"ال", "#", "$", "€", "£", ":", ".", "+"} or after in {"%", "$", "€", "£"}:
        return False
    if before in _SEPARATORS and scene.glued(i - 1) and i >= 2 and scene.glued(i - 2):
        return False  # the end of a name or number: A-2011
    if after.endswith("ا") and scene.tokens[stop].surface.endswith(("اً", "ًا")):
        return False  # a counted noun
    return bool(before) or after in _SEPARATORS
