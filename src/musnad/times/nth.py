"""A day or week by its number in a month: أول ثلاثاء من مايو, الأسبوع الأول من يونيو, آخر يوم من الشهر الماضي."""

from __future__ import annotations

from musnad.text.numbers import read_ordinal
from musnad.times.dates import date_at, month_by_number
from musnad.times.described import Calendar, Found, Holiday, Nth, Shifted
from musnad.times.references import holiday_at
from musnad.times.scene import Scene
from musnad.times.years import unit_shift


def nth_at(scene: Scene, i: int) -> Found | None:
    """The ordinal stands before the bare noun or behind the noun with the article; a month must follow."""
    return _ordinal_first(scene, i) or _noun_first(scene, i)


def _ordinal_first(scene: Scene, i: int) -> Found | None:
    if last := scene.at(i, "nth_last"):
        n, at, cut = -1, last.stop, last.cut
    elif (ordinal := read_ordinal(scene.tokens, i)) and ordinal.low <= 5:
        n, at, cut = int(ordinal.low), ordinal.end_token, ordinal.cut
    else:
        return None
    head = scene.plain(at, "day_head")
    named = scene.plain(head.stop if head else at, "bare_weekday") or scene.plain(head.stop if head else at, "weekday")
    if named:
        return _of_month(scene, i, named.stop, cut, n, "D", int(named.values[0]))
    unit = scene.plain(at, "unit")
    if unit and unit.values[1] == "singular" and unit.values[0] in ("D", "W"):
        return _of_month(scene, i, unit.stop, cut, n, unit.values[0], None)
    return None


def _noun_first(scene: Scene, i: int) -> Found | None:
    head = scene.at(i, "day_head")
    named = scene.plain(head.stop, "weekday") if head else scene.at(i, "weekday")
    the = named or scene.at(i, "the_unit")
    if the is None or (named is None and (the.values[1] != "singular" or the.values[0] not in ("D", "W"))):
        return None
    ordinal = read_ordinal(scene.tokens, the.stop)
    if final := scene.plain(the.stop, "final"):
        n, at = -1, final.stop
    elif ordinal and ordinal.low <= 5 and scene.norm(the.stop).startswith("ال"):
        n, at = int(ordinal.low), ordinal.end_token
    else:
        return None
    unit = "D" if named else the.values[0]
    return _of_month(scene, i, at, (head or the).cut, n, unit, int(named.values[0]) if named else None)


def _of_month(scene: Scene, first: int, at: int, cut: int, n: int, unit: str, weekday: int | None) -> Found | None:
    if n > 0 and (behind := scene.plain(at, "behind_day")):
        day = holiday_at(scene, behind.stop) or date_at(scene, behind.stop)
        if day and not day.cut and isinstance(day.what, Holiday | Calendar) and not _is_month(day.what):
            return Found(first, day.stop, cut, Nth(n, unit, weekday, day.what, after=True), "nth_after_day")
        return None
    if of := scene.plain(at, "of"):
        at = of.stop
    elif not (scene.at(at, "month", "ب") or scene.at(at, "month_head", "ب")):
        return None
    if shift := unit_shift(scene, at, "M"):
        return Found(first, shift[1], cut, Nth(n, unit, weekday, Shifted("M", shift[0])), "nth_of_month")
    month = date_at(scene, at) or month_by_number(scene, at)
    if month is None or not isinstance(month.what, Calendar) or month.what.day or (of and month.cut):
        return None
    return Found(first, month.stop, cut, Nth(n, unit, weekday, month.what), "nth_of_month")


def _is_month(what: Holiday | Calendar) -> bool:
    return isinstance(what, Calendar) and what.day is None
