"""Lengths of time: 24 عاما, عامين, عدة سنوات, نصف يوم, ثلاثة إلى أربعة أسابيع, قبل تسعة أشهر, كل عام."""

from __future__ import annotations

from dataclasses import replace

from musnad.text.numbers import Number, read_number
from musnad.times.described import Found, Length
from musnad.times.scene import Scene

_EDGES = {"،", ",", "(", ")", "-", "–"}
_GOVERNORS = ("time_preposition", "about", "ago")


def length_at(scene: Scene, i: int) -> Found | None:
    """A length, with قبل or كل before it where they belong to its sense; ages are none."""
    if ago := scene.at(i, "ago"):
        about = scene.plain(ago.stop, "about")
        inner = _length(scene, about.stop if about else ago.stop, governed=True)
        if inner and not inner.cut and isinstance(inner.what, Length) and not scene.plain(inner.stop, "counted_from"):
            return Found(i, inner.stop, ago.cut, replace(inner.what, ago=True), "ago")
        return None
    if each := scene.at(i, "each"):
        inner = _length(scene, each.stop, governed=True)
        if inner and not inner.cut and isinstance(inner.what, Length) and inner.what.low is not None:
            return Found(i, inner.stop, each.cut, replace(inner.what, each=True), "each")
        return None
    found = _length(scene, i, governed=scene.ends_here(i, _GOVERNORS))
    return None if found is None or _is_age(scene, found) else found


def _is_age(scene: Scene, found: Found) -> bool:
    """البالغ 33 عاما; a bare number of years between commas or in brackets (يوليا، 33 عاما،)."""
    if not isinstance(found.what, Length) or found.what.unit not in ("Y", "M"):
        return False
    if scene.ends_here(found.first, ("no_age_before",)) or scene.plain(
        found.stop + bool(scene.plain(found.stop, "out_of")), "no_age_after"
    ):
        return True
    fenced = scene.norm(found.first - 1) in _EDGES and scene.norm(found.stop) in _EDGES | {"."}
    return fenced and found.what.unit == "Y" and found.what.low is not None and found.what.low >= 1


def _length(scene: Scene, i: int, governed: bool) -> Found | None:
    first = _counted(scene, i) or _fraction(scene, i) or _dual(scene, i) or _vague(scene, i, governed)
    if whole := _with_rest(scene, first or _single(scene, i, governed=True)):
        return whole
    return first or _single(scene, i, governed)


_SIZES = ("C", "E", "Y", "M", "W", "D", "TH", "TM", "TS")


def _with_rest(scene: Scene, first: Found | None) -> Found | None:
    """ثلاث سنوات وستة أشهر, ساعة و20 دقيقة: a length and what is added to it in a smaller unit."""
    if first is None or not isinstance(first.what, Length) or first.what.low is None:
        return None
    at = first.stop + (scene.norm(first.stop) == "و")
    rest = _counted(scene, at) or _dual(scene, at) or _single(scene, at, governed=True)
    joined = 0 if at > first.stop else 1
    if rest is None or rest.cut != joined or not isinstance(rest.what, Length):
        return None
    low, unit = rest.what.low, rest.what.unit
    if low is None or low != rest.what.high or _SIZES.index(unit) <= _SIZES.index(first.what.unit):
        return None
    if joined and not scene.norm(at).startswith("و"):
        return None
    return Found(first.first, rest.stop, first.cut, replace(first.what, rest=(low, unit)), "length_and_rest")


def _counted(scene: Scene, i: int) -> Found | None:
    """A number and its unit; two numbers joined by إلى, أو or a dash are the bounds."""
    if scene.at(i, "weekday") or scene.at(i, "the_unit"):
        return None
    number = read_number(scene.tokens, i)
    if number is None:
        return None
    low, high, at = number.low, number.high, number.end_token
    if second := _bound(scene, at):
        if scene.plain(second.end_token, "unit") is None:
            return None
        high, at = second.high, second.end_token
    unit = scene.plain(at, "unit")
    if unit is None or not number.exact:
        if unit and unit.values[1] != "dual":
            return Found(i, unit.stop, number.cut, Length(None, None, unit.values[0]), "vague_length")
        of = scene.plain(at + 1, "the_unit") if scene.plain(at, "out_of") else scene.plain(at, "the_unit")
        if of and not number.exact and of.values[1] == "plural":
            return Found(i, of.stop, number.cut, Length(None, None, of.values[0]), "vague_length")
        return None
    if unit.values[0] == "Y" and unit.values[1] == "singular" and scene.norm(unit.stop).isdigit():
        return None  # in the month of ten, year 2015
    if unit.values[1] == "dual" or (low >= 1900 and unit.values[0] in "YD" and number.end_token == i + 1):
        return None
    stop, extra = _half_more(scene, unit.stop)
    return Found(i, stop, number.cut, Length(low + extra, high + extra, unit.values[0]), "length")


def _bound(scene: Scene, at: int) -> Number | None:
    """The upper bound behind إلى, أو, - or (after بين) و."""
    if scene.norm(at) in {"-", "–", "و"} or scene.plain(at, "to") or scene.plain(at, "or"):
        return read_number(scene.tokens, at + 1)
    number = read_number(scene.tokens, at) if scene.norm(at).startswith("و") else None
    return number if number and number.cut == 1 else None


def _half_more(scene: Scene, i: int) -> tuple[int, float]:
    """(stop, what is added) of ونصف, ونصف العام behind a unit."""
    if half := scene.at(i, "half_more", "و"):
        the = scene.plain(half.stop, "the_unit")
        return (the.stop if the else half.stop), 0.5
    return i, 0.0


def _fraction(scene: Scene, i: int) -> Found | None:
    """نصف يوم, ربع قرن."""
    half, quarter = scene.at(i, "half_unit"), scene.at(i, "quarter_unit")
    part = half or quarter
    unit = scene.plain(part.stop, "unit") if part else None
    if part is None or unit is None or unit.values[1] != "singular":
        return None
    n = 0.5 if half else 0.25
    return Found(i, unit.stop, part.cut, Length(n, n, unit.values[0]), "part_of_unit")


def _dual(scene: Scene, i: int) -> Found | None:
    """عامين, شهران."""
    unit = scene.at(i, "unit")
    if unit is None or unit.values[1] != "dual" or scene.norm(unit.stop).isdigit():
        return None
    if more := _or_more(scene, unit.stop, unit.values[0]):
        return Found(i, more[1], unit.cut, Length(2, more[0], unit.values[0]), "dual")
    stop, extra = _half_more(scene, unit.stop)
    return Found(i, stop, unit.cut, Length(2 + extra, 2 + extra, unit.values[0]), "dual")


def _or_more(scene: Scene, i: int, unit: str) -> tuple[float, int] | None:
    """(upper bound, stop) of أو شهرين, إلى ثلاث سنوات behind one or two of the same unit."""
    if not (scene.plain(i, "or") or scene.plain(i, "to")):
        return None
    more = _counted(scene, i + 1) or _dual(scene, i + 1)
    if more is None or more.cut or not isinstance(more.what, Length) or more.what.unit != unit or not more.what.high:
        return None
    return more.what.high, more.stop


def _vague(scene: Scene, i: int, governed: bool) -> Found | None:
    """عدة سنوات, أشهر عديدة, and سنوات where a preposition of time governs it."""
    if several := scene.at(i, "several"):
        unit = scene.plain(several.stop, "unit")
        if unit and unit.values[1] == "plural":
            return Found(i, unit.stop, several.cut, Length(None, None, unit.values[0]), "vague_length")
        return None
    unit = scene.at(i, "unit")
    if unit is None or unit.values[1] != "plural":
        return None
    many = scene.plain(unit.stop, "many")
    stop = many.stop if many else unit.stop
    free = many is not None or governed or unit.prefix.endswith("ل") or unit.values[2] == "yes"
    if not free or _governs(scene, stop):
        return None
    return Found(i, stop, unit.cut, Length(None, None, unit.values[0]), "vague_length")


def _single(scene: Scene, i: int, governed: bool) -> Found | None:
    """يوم واحد, أسبوعا, and عام, سنة where a preposition of time governs it."""
    unit = scene.at(i, "unit")
    if unit is None or unit.values[1] != "singular":
        return None
    stop = unit.stop
    if one := scene.plain(stop, "one"):
        stop, governed = one.stop, True
    elif scene.plain(stop, "out_of") and (time := scene.plain(stop + 1, "time_itself")):
        stop, governed = time.stop, True
    elif _half_more(scene, stop)[1] or (
        unit.prefix == "ب" and scene.at(i - 1, "that") and scene.ends_here(i - 1, ("after_that",))
    ):
        governed = True  # بعد ذلك بعام
    elif unit.values[0] == "E":
        governed = False  # the word is also "to hold" a meeting
    if scene.norm(i - 1)[:1].isdigit() or any(scene.at(i - 1, kind) for kind in ("number", "nth_last", "phase")):
        return None  # the unit of a number that was refused, an age
    if scene.at(i - 2, "unit") and scene.norm(i - 2).startswith(scene.norm(i)[unit.cut :]):
        return None  # day after day
    word = scene.norm(unit.stop - 1)[unit.cut :]
    before = scene.norm(i - 1)
    described = before.endswith("ا") and len(before) > 3 and bool(scene.plain(i, "also_general"))  # إضرابا عاما
    accusative = word.endswith("ا") and unit.values[0] not in "DE" and not described
    free = governed or unit.values[2] == "yes" or accusative or (unit.prefix.endswith("ل") and unit.values[0] != "E")
    if not free or _governs(scene, stop) or scene.ends_here(i, ("no_length_before",)):
        return None
    if more := _or_more(scene, stop, unit.values[0]):
        return Found(i, more[1], unit.cut, Length(1, more[0], unit.values[0]), "one_unit")
    stop, extra = _half_more(scene, stop)
    return Found(i, stop, unit.cut, Length(1 + extra, 1 + extra, unit.values[0]), "one_unit")


def _governs(scene: Scene, i: int) -> bool:
    """Whether the unit heads a noun phrase and so is a name of its own (يوم الانتخابات, عام 2018, سنوات الحرب)."""
    norm = scene.norm(i)
    return (
        (norm.startswith("ال") and norm[2:3] != "" and not scene.plain(i, "to") and not scene.plain(i, "except"))
        or norm.isdigit()
        or bool(scene.plain(i, "month"))
    )
