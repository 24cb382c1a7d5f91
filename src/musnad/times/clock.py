"""Clock times: الساعة 02:00, الساعة الثانية صباحا, 06:00 ت غ, العاشرة والنصف من مساء الخميس."""

from __future__ import annotations

from musnad.text.numbers import read_number, read_ordinal
from musnad.times.days import day_at
from musnad.times.described import Calendar, Clock, Found, Shifted, Weekday
from musnad.times.scene import Scene

_HALVES = {"am", "noon", "pm", "night"}


def clock_at(scene: Scene, i: int) -> Found | None:
    """A clock time, with the part of the day and the day behind it."""
    head = scene.at(i, "hour")
    at = head.stop if head else i
    told = _digital(scene, at) or _spoken(scene, at, bool(head))
    if told is None:
        return None
    hour, minute, stop = told
    digital = scene.norm(at).isdigit() and minute is not None
    half = ""
    day = None
    behind = stop + bool(scene.plain(stop, "out_of"))
    part = scene.plain(behind, "daypart")
    if (
        part
        and (dated := day_at(scene, behind))
        and isinstance(dated.what, Calendar | Weekday | Shifted)
        and dated.cut == 0
    ):
        half, day, stop = part.values[0], dated.what, dated.stop
    elif (adverb := scene.plain(stop, "daypart_adverb")) and _reads_as_part(scene, stop, adverb.stop):
        half, stop = adverb.values[0], adverb.stop
    elif not head and not digital:
        return None
    zone, stop = _zone(scene, stop)
    hour = _in_day(hour, half)
    if not 0 <= hour <= 24 or (hour == 24 and minute):
        return None
    return Found(i, stop, head.cut if head else 0, Clock(hour % 24, minute, zone, day), "clock")


def _reads_as_part(scene: Scene, at: int, stop: int) -> bool:
    """A single letter (ص, م) is a part of the day only where nothing else is glued to it."""
    return stop > at + 1 or len(scene.norm(at)) > 1 or not scene.norm(stop)[:1].isalnum()


def _digital(scene: Scene, i: int) -> tuple[int, int | None, int] | None:
    """02:00 and, behind الساعة, 10 or 10.30."""
    norm = scene.norm(i)
    if norm.isdigit() and len(norm) <= 2 and scene.norm(i + 1) == ":" and scene.glued(i) and scene.glued(i + 1):
        minute = scene.norm(i + 2)
        if len(minute) == 2 and minute.isdigit() and int(minute) < 60 and int(norm) <= 24 and scene.norm(i - 1) != ":":
            seconds = scene.norm(i + 3) == ":" and scene.glued(i + 2) and scene.norm(i + 4).isdigit()
            return int(norm), int(minute), i + 5 if seconds else i + 3
    return None


def _spoken(scene: Scene, i: int, headed: bool) -> tuple[int, int | None, int] | None:
    """10, الثانية, العاشرة والنصف, الثالثة إلا ربعا, الثالثة و18 دقيقة; without الساعة only an ordinal with the
    article."""
    norm = scene.norm(i)
    if headed and norm.isdigit() and len(norm) <= 2:
        hour, stop = int(norm), i + 1
    elif (
        (ordinal := read_ordinal(scene.tokens, i))
        and ordinal.low <= 12
        and (headed or norm.startswith("ال"))
        and not ordinal.cut
    ):
        hour, stop = int(ordinal.low), ordinal.end_token
    elif headed and (number := read_number(scene.tokens, i)) and number.low <= 24 and number.low.is_integer():
        hour, stop = int(number.low), number.end_token
    elif (one := scene.plain(i, "one_oclock")) and (headed or norm.startswith("ال")):
        hour, stop = 1, one.stop
    else:
        return None
    if hour > 24:
        return None
    return _with_minutes(scene, hour, stop)


def _with_minutes(scene: Scene, hour: int, at: int) -> tuple[int, int | None, int]:
    less = scene.plain(at, "except")
    if less and (part := scene.plain(less.stop, "minutes")):
        return (hour - 1) % 24, 60 - int(part.values[0]), part.stop
    lacking = read_number(scene.tokens, less.stop) if less else None
    if lacking and 0 < lacking.low < 60 and (unit := scene.plain(lacking.end_token, "unit")) and unit.values[0] == "TM":
        return (hour - 1) % 24, 60 - int(lacking.low), unit.stop
    if part := scene.at(at, "minutes", "و"):
        return hour, int(part.values[0]), part.stop
    word = scene.norm(at)
    number = None
    if word == "و":
        number = read_number(scene.tokens, at + 1)
    elif word.startswith("و"):
        number = read_number(scene.tokens, at)
    if number and 0 < number.low < 60 and (unit := scene.plain(number.end_token, "unit")) and unit.values[0] == "TM":
        return hour, int(number.low), unit.stop
    return hour, None, at


def _zone(scene: Scene, i: int) -> tuple[str, int]:
    """("Z", stop) for Greenwich; the short ت غ belongs to the time, a spelled-out zone does not."""
    if short := scene.plain(i, "greenwich_short"):
        return "Z", short.stop
    if scene.plain(i, "greenwich"):
        return "Z", i
    return "", i


def _in_day(hour: int, half: str) -> int:
    """The hour of 0 to 23: pm adds twelve; at night one to five are after midnight."""
    if hour > 12 or half not in _HALVES:
        return hour
    if half == "noon" and hour >= 10:
        return hour
    if half == "am" or (half == "night" and hour in (12, 1, 2, 3, 4, 5)):
        return hour % 12
    return hour % 12 + 12
