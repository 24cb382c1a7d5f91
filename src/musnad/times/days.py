"""Days told by weekday or from the day of writing: اليوم الثلاثاء, مساء أمس الاثنين, الجمعة المقبل, الخميس 24 مايو."""

from __future__ import annotations

from dataclasses import replace

from musnad.text.numbers import read_ordinal
from musnad.times.dates import date_at
from musnad.times.described import Between, Calendar, Found, Shifted, Weekday
from musnad.times.scene import Scene
from musnad.times.years import unit_shift


def day_at(scene: Scene, i: int) -> Found | None:
    """A day with the part of it that stands before it (مساء, بعد ظهر), if any."""
    part = scene.at(i, "daypart")
    if part:
        at = part.stop
        inner = _day(scene, at) or _deictic(scene, at, "daypart_deictic") or date_at(scene, at)
        if inner and inner.cut == 0 and not (isinstance(inner.what, Calendar) and inner.what.day is None):
            return Found(i, _second_night(scene, inner), part.cut, inner.what, f"daypart_{inner.rule}")
    return _day(scene, i)


def _second_night(scene: Scene, day: Found) -> int:
    """ليل السبت الأحد, ليلة السبت/الأحد: the night between two days is told by the first."""
    if not isinstance(day.what, Weekday):
        return day.stop
    at = day.stop + (scene.norm(day.stop) in {"-", "/", "–"})
    second = scene.plain(at, "weekday")
    return second.stop if second and int(second.values[0]) == day.what.weekday % 7 + 1 else day.stop


def _day(scene: Scene, i: int) -> Found | None:
    return _deictic(scene, i) or _weekday(scene, i) or _headed_date(scene, i) or _weekday_of_week(scene, i)


def _deictic(scene: Scene, i: int, kind: str = "deictic") -> Found | None:
    """اليوم, أمس الجمعة, يوم غد الأحد, اليوم الخميس 24 مايو."""
    atom = scene.at(i, kind)
    if atom is None or scene.ends_here(i, ("no_month_before", "no_day_before", "that")):
        return None
    offset, stop = int(atom.values[0]), atom.stop
    named = scene.plain(stop, "weekday")
    if named is None and (head := scene.plain(stop, "day_head")):
        named = scene.plain(head.stop, "weekday")
    if named:
        weekday = int(named.values[0])
        if date := _date_behind(scene, named.stop):
            return Found(i, date[1], atom.cut, replace(date[0], weekday=weekday), "deictic_date")
        return Found(i, named.stop, atom.cut, Shifted("D", offset, weekday), "deictic_weekday")
    if stop == i + 1 and (scene.plain(stop, "no_day_after") or scene.plain(stop, "relative")):
        return None
    if offset == 0 and stop == i + 1 and scene.norm(stop).startswith("ال") and read_ordinal(scene.tokens, stop):
        return None
    date = _date_behind(scene, stop)
    if date and date[0].month:
        return Found(i, date[1], atom.cut, date[0], "deictic_date")
    return Found(i, stop, atom.cut, Shifted("D", offset), "deictic")


def _weekday(scene: Scene, i: int) -> Found | None:
    """[يوم] الثلاثاء [الماضي], الاثنين من الأسبوع المقبل, الخميس 24 مايو."""
    head = scene.at(i, "day_head")
    if head and scene.norm(head.stop) == "ال":
        return None
    named = scene.plain(head.stop, "weekday") if head else scene.at(i, "weekday")
    if named is None:
        return None
    if scene.ends_here(i, ("no_weekday_before",)) or scene.plain(named.stop, "no_weekday_after"):
        return None
    weekday, cut = int(named.values[0]), (head or named).cut
    rel = scene.plain(named.stop, "relative")
    if rel and rel.values[1] == "yes" and rel.values[0] == "1":
        return Found(i, rel.stop, cut, Weekday(weekday, toward=1, told=True), "weekday_told")
    if rel and (rel.values[1] == "no" or rel.values[0] == "-1"):
        if date := _date_behind(scene, rel.stop):
            return Found(i, date[1], cut, replace(date[0], weekday=weekday), "weekday_date")
        return Found(i, rel.stop, cut, Weekday(weekday, toward=int(rel.values[0])), "weekday_relative")
    if date := _date_behind(scene, named.stop):
        return Found(i, date[1], cut, replace(date[0], weekday=weekday), "weekday_date")
    if scene.norm(named.stop) == "(" and (date := _date_behind(scene, named.stop + 1)):
        return Found(i, named.stop, cut, replace(date[0], weekday=weekday), "weekday_glossed")
    of = bool(scene.plain(named.stop, "out_of"))
    if week := unit_shift(scene, named.stop + of, "W"):
        return Found(i, week[1], cut, Weekday(weekday, week_shift=week[0]), "weekday_of_week")
    second = scene.at(named.stop, "weekday", "و")
    if second and (rel := scene.plain(second.stop, "relative")) and rel.values[1] == "no":
        return Found(i, named.stop, cut, Weekday(weekday, toward=int(rel.values[0])), "weekday_pair")
    return Found(i, named.stop, cut, Weekday(weekday), "weekday")


def _weekday_of_week(scene: Scene, i: int) -> Found | None:
    """ثلاثاء الأسبوع الماضي."""
    named = scene.at(i, "bare_weekday")
    if named and (week := unit_shift(scene, named.stop, "W")):
        return Found(i, week[1], named.cut, Weekday(int(named.values[0]), week_shift=week[0]), "weekday_of_week")
    return None


def _headed_date(scene: Scene, i: int) -> Found | None:
    """يوم 12 مايو, يوم 21/09."""
    head = scene.at(i, "day_head")
    date = date_at(scene, head.stop) if head else None
    if head is None or date is None or date.cut or (isinstance(date.what, Calendar) and date.what.day is None):
        return None
    return Found(i, date.stop, head.cut, date.what, date.rule)


def _date_behind(scene: Scene, i: int) -> tuple[Calendar, int] | None:
    """The date that a weekday is given with: directly, behind a comma or behind الموافق."""
    at = i + (scene.norm(i) in {"،", ","})
    if agreeing := scene.plain(at, "agreeing"):
        at = agreeing.stop
    elif scene.plain(at, "within") and scene.norm(at + 1).isdigit():
        at += 1
    if at >= len(scene.tokens):
        return None
    date = date_at(scene, at)
    if date is None or date.cut or isinstance(date.what, Between) or not isinstance(date.what, Calendar):
        return None
    return (date.what, date.stop) if date.what.day and (date.rule != "joined_day" or at == i) else None
