"""Words for an open present, past or future (حاليا, مؤخرا, قريبا) and days that have a name (عيد الفطر)."""

from __future__ import annotations

from functools import cache

from musnad.lexicon.table import split
from musnad.text.fold import fold
from musnad.times.described import Found, Holiday, Reference
from musnad.times.scene import Scene


@cache
def _heads(field: str) -> tuple[frozenset[str], frozenset[str]]:
    """(words, single letters) of which one must stand before the phrase."""
    words = frozenset(map(fold, split(field)))
    return words, frozenset(w for w in words if len(w) == 1)


def reference_at(scene: Scene, i: int) -> Found | None:
    """حاليا, الوقت الراهن, في السابق: a phrase that needs a word before it stands without it in the span."""
    atom = scene.at(i, "reference")
    if atom is None:
        return None
    if scene.ends_here(i, ("no_reference_before",)):
        return None
    value, after = atom.values
    if after:
        words, letters = _heads(after)
        if scene.norm(i - 1) not in words and atom.prefix[-1:] not in letters:
            return None
    return Found(i, atom.stop, atom.cut, Reference(value), "reference")


def holiday_at(scene: Scene, i: int) -> Found | None:
    """عيد الأضحى, رأس السنة الهجرية, with the year or the adjective behind it."""
    atom = scene.at(i, "holiday")
    if atom is None or scene.ends_here(i, ("no_month_before",)):
        return None
    calendar, month, day = atom.values
    rel = scene.plain(atom.stop, "relative")
    if rel and rel.values[1] == "no":
        return Found(
            i, rel.stop, atom.cut, Holiday(calendar, int(month), int(day), toward=int(rel.values[0])), "holiday"
        )
    year = scene.norm(atom.stop)
    if year.isdigit() and len(year) == 4 and 1900 <= int(year) <= 2100:
        return Found(i, atom.stop + 1, atom.cut, Holiday(calendar, int(month), int(day), int(year)), "holiday")
    return Found(i, atom.stop, atom.cut, Holiday(calendar, int(month), int(day)), "holiday")
