"""Weeks, months, years, seasons, decades and centuries: الأسبوع المقبل, مطلع هذا الشهر, التسعينيات, الربع الأول من
2018."""

from __future__ import annotations

from dataclasses import replace

from musnad.text.numbers import read_number, read_ordinal
from musnad.times.dates import date_at
from musnad.times.described import Calendar, Found, Length, Reference, Season, Shifted, Years
from musnad.times.scene import Scene
from musnad.times.years import year_at, year_phrase

_OPEN = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_PHASED_UNITS = {"W", "M", "Y", "C", "E"}


def period_at(scene: Scene, i: int) -> Found | None:
    """The longest period at token ``i``."""
    found = (f for f in (_phased(scene, i), _part_of_year(scene, i), _season(scene, i), *_whole(scene, i)) if f)
    return max(found, key=lambda f: f.stop, default=None)


def _whole(scene: Scene, i: int) -> tuple[Found | None, ...]:
    return (_shifted(scene, i), _several(scene, i), _decade(scene, i), _century(scene, i))


def _phased(scene: Scene, i: int) -> Found | None:
    """مطلع 2018, نهاية الأسبوع الماضي, أواخر نيسان/أبريل, نهاية العام."""
    phase = scene.at(i, "phase")
    if phase is None:
        return None
    at = phase.stop
    inner = [
        f for f in (*_whole(scene, at), date_at(scene, at), year_at(scene, at), _season(scene, at)) if f and f.cut == 0
    ]
    best = max(inner, key=lambda f: f.stop, default=None)
    if best is None:
        the = scene.plain(at, "the_unit")
        if (
            the
            and the.values[1] == "singular"
            and the.values[0] in _PHASED_UNITS
            and not _has_own_adjective(scene, the.stop)
        ):
            best = Found(at, the.stop, 0, Shifted(the.values[0], 0), "unit")
    if best is None or (isinstance(best.what, Calendar) and best.what.day) or isinstance(best.what, Length | Reference):
        return None
    return Found(i, best.stop, phase.cut, best.what, f"phase_{best.rule}", phase.values[0])


def _has_own_adjective(scene: Scene, i: int) -> bool:
    """العام الدراسي is no calendar year of this kind, and الشهر التاسع not this month."""
    if scene.plain(i, "own_adjective") or (scene.norm(i).startswith("ال") and read_ordinal(scene.tokens, i)):
        return True
    return scene.norm(i).startswith("ال") and len(scene.norm(i)) > 4 and scene.norm(i)[-1] in "يه"


def _shifted(scene: Scene, i: int) -> Found | None:
    """الأسبوع الماضي, هذا العام, اليوم التالي, ذلك اليوم."""
    if this := scene.at(i, "this"):
        the = scene.plain(this.stop, "the_unit")
        if the is None or the.values[1] != "singular" or the.values[0].startswith("T"):
            return None
        told = scene.at(i, "that") is not None
        if told and the.values[0] == "D" and scene.plain(the.stop, "relative_pronoun"):
            return None
        return Found(i, the.stop, this.cut, Shifted(the.values[0], 0, told=told), "this_unit")
    the = scene.at(i, "the_unit")
    if the is None or the.values[1] != "singular" or the.values[0].startswith("T"):
        return None
    rel = scene.plain(the.stop, "relative")
    if rel is None or scene.plain(the.stop, "final"):
        return None
    return Found(
        i, rel.stop, the.cut, Shifted(the.values[0], int(rel.values[0]), told=rel.values[1] == "yes"), "unit_relative"
    )


def _several(scene: Scene, i: int) -> Found | None:
    """السنوات الخمس الماضية, العامين المقبلين, الأيام القليلة المقبلة, الساعات الـ24 الماضية, الـ48 ساعة الماضية."""
    if scene.norm(i) in {"ال", "لل"} and scene.norm(i + 1).isdigit():
        unit = scene.plain(i + 2, "unit")
        rel = scene.plain(unit.stop, "relative") if unit else None
        if unit and rel and rel.values[1] == "no":
            n = float(scene.norm(i + 1))
            return Found(i, rel.stop, 0, Length(n, n, unit.values[0], toward=int(rel.values[0])), "last_units")
        return None
    if counted := _counted_before(scene, i):
        return counted
    the = scene.at(i, "the_unit")
    if the is None or the.values[1] == "singular":
        return None
    at = the.stop
    low = high = 2.0 if the.values[1] == "dual" else None
    if low is None:
        if scene.norm(at) == "ال" and scene.norm(at + 1).isdigit():
            low = high = float(scene.norm(at + 1))
            at += 2
        elif many := scene.plain(at, "the_many"):
            at = many.stop
        elif (number := read_number(scene.tokens, at, definite=True)) and number.cut in (0, 2) and number.exact:
            low, high, at = number.low, number.high, number.end_token
    rel = scene.plain(at, "relative")
    if rel is None or rel.values[1] == "yes":
        return None
    toward = int(rel.values[0])
    if many := scene.plain(rel.stop, "the_many"):
        rel = replace(rel, stop=many.stop)
    what = Reference(_OPEN[max(-1, min(1, toward))]) if low is None else Length(low, high, the.values[0], toward=toward)
    return Found(i, rel.stop, the.cut, what, "last_units")


def _counted_before(scene: Scene, i: int) -> Found | None:
    """الأربع والعشرين ساعة الماضية, العشر سنوات الأخيرة: the number with the article stands first."""
    if not scene.norm(i).startswith("ال"):
        return None
    number = read_number(scene.tokens, i, definite=True)
    if number is None or not number.exact or number.cut:
        return None
    n, at = number.low, number.end_token
    if scene.norm(at).startswith("وال") and n < 10:
        tens = read_number(scene.tokens, at, definite=True)
        if tens and tens.low % 10 == 0 and 20 <= tens.low <= 90:
            n, at = n + tens.low, tens.end_token
    unit = scene.plain(at, "unit")
    rel = scene.plain(unit.stop, "relative") if unit else None
    if unit is None or rel is None or rel.values[1] == "yes":
        return None
    return Found(i, rel.stop, 0, Length(n, n, unit.values[0], toward=int(rel.values[0])), "last_units")


def _decade(scene: Scene, i: int) -> Found | None:
    """التسعينيات, ثمانينات القرن الماضي, الستينات من القرن التاسع عشر, عقد الثمانينات."""
    head = scene.at(i, "decade_head")
    atom = scene.plain(head.stop, "decade") if head else scene.at(i, "decade")
    if atom is None:
        return None
    first = head or atom
    at = atom.stop + bool(scene.plain(atom.stop, "out_of"))
    if scene.plain(at, "no_age_after"):
        return None
    century = _century_years(scene, at)
    if century is None and not scene.norm(atom.stop - 1)[atom.cut :].startswith("ال"):
        return None
    start = century[0].first - 1 if century else 1900
    decade = start + int(atom.values[0])
    return Found(i, century[1] if century else atom.stop, first.cut, Years(decade, decade + 9), "decade")


def _century_years(scene: Scene, i: int) -> tuple[Years, int] | None:
    """(the years, stop) of القرن الماضي, القرن العشرين, القرن الـ19; "the last century" is the twentieth."""
    if (head := scene.at(i, "century_head")) is None:
        return None
    rel = scene.plain(head.stop, "relative")
    if rel and rel.values[1] == "no":
        first = 2001 + 100 * int(rel.values[0])
        return Years(first, first + 99), rel.stop
    at = head.stop + (scene.norm(head.stop) == "ال")
    if scene.norm(at).isdigit():
        number, stop = int(scene.norm(at)), at + 1
    elif (ordinal := read_ordinal(scene.tokens, at)) and not ordinal.cut:
        number, stop = int(ordinal.low), ordinal.end_token
    else:
        return None
    if not 5 <= number <= 22:
        return None
    return Years(number * 100 - 99, number * 100), stop


def _century(scene: Scene, i: int) -> Found | None:
    told = _century_years(scene, i)
    head = scene.at(i, "century_head")
    return Found(i, told[1], head.cut, told[0], "century") if told and head else None


def _season(scene: Scene, i: int) -> Found | None:
    """صيف 2018, الصيف الماضي, خريف العام الماضي, هذا الصيف."""
    if (this := scene.at(i, "this")) and (season := scene.plain(this.stop, "season")) and not scene.at(i, "that"):
        return Found(i, season.stop, this.cut, Season(season.values[0], shift=0), "season")
    season = scene.at(i, "season")
    if season is None:
        return None
    rel = scene.plain(season.stop, "relative")
    if rel and rel.values[1] == "no":
        return Found(i, rel.stop, season.cut, Season(season.values[0], shift=int(rel.values[0])), "season")
    if told := year_phrase(scene, season.stop):
        what = Season(season.values[0], told.year, told.shift, of_year=True, told=told.told)
        return Found(i, told.stop, season.cut, what, "season_of_year")
    return None


def _part_of_year(scene: Scene, i: int) -> Found | None:
    """الربع الأول من 2018, النصف الثاني من العام الجاري, النصف الأول من مايو."""
    part = scene.at(i, "quarter") or scene.at(i, "half")
    if part is None:
        return None
    ordinal = read_ordinal(scene.tokens, part.stop)
    count = 4 if part.kind == "quarter" else 2
    if ordinal:
        number, at = int(ordinal.low), ordinal.end_token
    elif scene.plain(part.stop, "final"):
        number, at = count, part.stop + 1
    else:
        return None
    year_behind = scene.norm(at).isdigit() and len(scene.norm(at)) == 4
    if not 1 <= number <= count or not (scene.plain(at, "out_of") or scene.at(at, "year_head", "ل") or year_behind):
        return None
    if told := year_phrase(scene, at):
        code = f"{'Q' if part.kind == 'quarter' else 'H'}{number}"
        what = Season(code, told.year, told.shift, of_year=True, told=told.told)
        return Found(i, told.stop, part.cut, what, "part_of_year")
    inner = date_at(scene, at + 1) or _shifted(scene, at + 1) or _decade(scene, at + 1) or _century(scene, at + 1)
    if inner is None or inner.cut or (isinstance(inner.what, Calendar) and inner.what.day):
        return None
    return Found(i, inner.stop, part.cut, inner.what, "part_of_period", "start" if number == 1 else "end")
