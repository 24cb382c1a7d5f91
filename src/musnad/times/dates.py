"""Dates of the calendar: 16 أغسطس 2023, الأول من مايو, شباط/فبراير الفائت, 18/8/2023, عامي 2012 و2015, 1950-1953."""

from __future__ import annotations

import re
from dataclasses import replace

from musnad.text.numbers import read_number, read_ordinal
from musnad.times.described import Between, Calendar, Found
from musnad.times.scene import Atom, Scene
from musnad.times.years import COMMAS, SEPARATORS, era_at, unit_shift, year_phrase

_DASHES = {"-", "–", "—", "ـ"}
_ARTICLES = {"ال", "وال", "بال", "فال"}
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})$")


def month_at(scene: Scene, i: int) -> tuple[Atom, bool] | None:
    """A month and whether it is certainly one; a second name of the same month (آذار/مارس, أيار (مايو)) belongs to
    it."""
    atom = scene.at(i, "month")
    if atom is None:
        return None
    sure, stop = atom.values[2] == "yes", atom.stop
    for _ in range(2):
        mark = scene.norm(stop)
        opened = mark == "("
        again = scene.plain(stop + 1 if opened or mark in SEPARATORS else stop, "month")
        if again is None or again.values[:2] != atom.values[:2] or scene.norm(again.stop - 1) == scene.norm(stop - 1):
            break
        if opened and scene.norm(again.stop) != ")":
            break
        stop, sure = again.stop + opened, True
    return replace(atom, stop=stop), sure


def _numbered_month(scene: Scene, i: int) -> Atom | None:
    """3, ثلاثة or (with the article) الثالث behind شهر: the months are also called by their numbers."""
    norm = scene.norm(i)
    if norm.isdigit():
        number, stop = (int(norm) if len(norm) <= 2 else 0), i + 1
    elif (ordinal := read_ordinal(scene.tokens, i)) and norm.startswith("ال") and scene.norm(i - 1).startswith("ال"):
        number, stop = int(ordinal.low), ordinal.end_token
    elif (
        (cardinal := read_number(scene.tokens, i)) and cardinal.exact and cardinal.low.is_integer() and not cardinal.cut
    ):
        number, stop = int(cardinal.low), cardinal.end_token
        if number == 1 or norm.startswith("ال"):
            return None
    else:
        return None
    counts = scene.plain(stop, "unit") and not scene.plain(stop, "year_head")
    if not 1 <= number <= 12 or counts or scene.norm(stop) in _DASHES:
        return None
    return Atom("month", (str(number), "g", "yes"), stop, 0, "")


def _day_number(scene: Scene, i: int) -> tuple[int, int, int, bool] | None:
    """(day, stop, cut, whether in words) of 12 or الثاني عشر at token ``i``."""
    norm = scene.norm(i)
    if norm.isdigit():
        return (int(norm), i + 1, 0, False) if len(norm) <= 2 and 1 <= int(norm) <= 31 else None
    if (norm in _ARTICLES and scene.glued(i)) or (norm in _ARTICLES and scene.plain(i + 2, "out_of")):
        told = _day_number(scene, i + 1)
        return (told[0], told[1], len(norm) - 2, True) if told and not told[3] else None
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
    if not scene.norm(i).isdigit() or scene.norm(i + 1) not in SEPARATORS or not scene.norm(i + 2).isdigit():
        return None
    if scene.norm(i - 1) in SEPARATORS and i and scene.glued(i - 1):
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
    if len(b) <= 2 and scene.norm(i + 1) == "/" and scene.ends_here(i, ("day_head", "weekday")) and 1 <= int(b) <= 12:
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
        if what.year is None and scene.ends_here(i, ("no_month_before",)):
            return None  # a party or a city: قوى 14 آذار, مدينة 6 أكتوبر
        return Found(i, stop, cut, replace(what, day=day), rule)
    joint = stop
    dashed = scene.norm(joint) in _DASHES
    clitic = ""
    if dashed or scene.norm(joint) in {"و", *COMMAS} or scene.plain(joint, "to"):
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
    if of := scene.plain(at, "out_of"):
        at = of.stop
    if told := unit_shift(scene, at, "M"):
        return Calendar(month_shift=told[0]), told[1], "day_of_month_shift"
    if (rel := scene.plain(i, "relative")) and not worded and rel.values == ("0", "no"):
        return Calendar(month_shift=0), rel.stop, "day_of_month_shift"
    head = scene.plain(at, "month_head")
    if head:
        at = head.stop
    named = month_at(scene, at)
    if named is None and head and (numbered := _numbered_month(scene, at)):
        named = numbered, True
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
        stop = told.stop
        if told.year is not None:
            marked, stop = era_at(scene, told.year, stop)
            if not hijri and told.year < 1500:
                return Calendar(month=what.month), month.stop
            hijri = hijri and (marked or told.year < 1500)
        return replace(what, year=told.year, year_shift=told.shift, year_told=told.told, hijri=hijri), stop
    return what, stop


def _month_only(scene: Scene, i: int) -> Found | None:
    """A month without a day: مايو من العام الماضي, شهر نيسان/أبريل المقبل; a doubtful word needs words that make it a
    month."""
    head = scene.at(i, "month_head")
    named = month_at(scene, head.stop if head else i)
    if named is None and head:
        return _certain_by_number(scene, month_by_number(scene, i), i, head.stop)
    if named is None or (head and named[0].prefix):
        return None
    month, sure = named
    what, stop = _behind_month(scene, month)
    if first := _day_behind(scene, i, month, what):
        return first
    told = bool(head) or what != Calendar(month=what.month, hijri=what.hijri)
    if not sure and not told:
        joined = month.prefix == "و" and scene.ends_here(i, ("month",))
        stands = month.prefix in ("ب", "ل") or (not month.prefix and scene.ends_here(i, ("date_preposition", "phase")))
        if month.values[2] == "no" or not (joined or stands):
            return None
    named_after = i - 1 if scene.norm(i - 1).isdigit() else i  # حركة 6 أبريل
    if what.year is None and (
        scene.ends_here(named_after, ("no_month_before",)) or scene.plain(stop, "no_month_after")
    ):
        return None
    return Found(i, stop, head.cut if head else month.cut, what, "month")


def month_by_number(scene: Scene, i: int) -> Found | None:
    """شهر 9, شهر عشرة, الشهر التاسع من عام 2014."""
    head = scene.at(i, "month_head")
    numbered = _numbered_month(scene, head.stop) if head else None
    if head is None or numbered is None:
        return None
    what, stop = _behind_month(scene, numbered)
    return Found(i, stop, head.cut, what, "month")


def _certain_by_number(scene: Scene, found: Found | None, i: int, at: int) -> Found | None:
    """Without its year, a figure or a word for its part (منتصف شهر ثلاثة) the ninth month may be one of a war."""
    if found is None or not isinstance(found.what, Calendar):
        return None
    bare = found.what == Calendar(month=found.what.month)
    certain = scene.norm(at).isdigit() or scene.ends_here(i, ("phase",))
    return found if not bare or (certain and not scene.norm(at - 1).startswith("ال")) else None


def _day_behind(scene: Scene, i: int, month: Atom, what: Calendar) -> Found | None:
    """يوليو 13-15, أغسطس 27 إلى 29, ديسمبر 25، 2017: the day behind the month, where no counted noun follows it."""
    told = _day_number(scene, month.stop) if scene.norm(month.stop).isdigit() else None
    if told is None or what != Calendar(month=what.month, hijri=what.hijri):
        return None
    first, at = replace(what, day=told[0]), told[1]
    joined = scene.norm(at) in _DASHES or scene.plain(at, "to")
    second = _day_number(scene, at + 1) if joined and scene.norm(at + 1).isdigit() else None
    if second and second[0] > told[0] and not scene.at(second[1], "month"):
        behind = second[1] + (scene.norm(second[1]) in COMMAS)
        year = scene.norm(behind)
        if year.isdigit() and 1900 <= int(year) <= 2100:
            first, stop = replace(first, year=int(year)), behind + 1
        else:
            stop = second[1]
        return Found(i, stop, month.cut, Between(first, replace(first, day=second[0])), "day_range")
    year = scene.norm(at + 1)
    if scene.norm(at) in COMMAS and year.isdigit() and 1900 <= int(year) <= 2100:
        return Found(i, at + 2, month.cut, replace(first, year=int(year)), "day_month")
    return None
