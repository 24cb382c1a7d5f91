"""Ages: ``دونالد ترامب (71 عاما)`` was written in the year of his life that began on his 71st birthday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from musnad.dating.bounds import Constraint, months_later, shift
from musnad.dating.reading import Reading, not_before
from musnad.dating.wording import Said, say
from musnad.lexicon.table import rows
from musnad.times.almanac import month_end
from musnad.times.words import phrases

_WEIGHT, _SLACK = 1.5, 12
_REACH = 6
"""Words behind a name within which its age is told."""
_OLDEST = 110
_LATE = 2.0


@cache
def _lives() -> dict[str, tuple[date, date, date | None]]:
    """English name → the first and last day on which the person may have been born, and the day of death."""
    found = {}
    for row in rows("almanac/lives", "name_en", "born", "died"):
        first, last = _days(row["born"])
        found[row["name_en"]] = first, last, _days(row["died"])[0] if row["died"] else None
    return found


def _days(told: str) -> tuple[date, date]:
    if len(told) == len("1946"):
        return date(int(told), 1, 1), date(int(told), 12, 31)
    if len(told) == len("1946-06"):
        first = date.fromisoformat(f"{told}-01")
        return first, month_end(first)
    return date.fromisoformat(told), date.fromisoformat(told)


def age_bounds(reading: Reading) -> Iterator[Constraint]:
    """The year of life that each person of whom an age is told was in; nobody is called late before his death."""
    for mention in reading.mentions:
        entity = reading.entities.get(mention.entity)
        life = _lives().get(entity.name_en or "") if entity and entity.type == "Person" else None
        if entity is None or life is None:
            continue
        first, last = reading.words_of(mention.start, mention.end)
        name = Said(entity.name_en or "", entity.name_ar or "")
        if told := _age(reading, last):
            years, at = told
            days = [
                (
                    shift(months_later(life[0], 12 * years), -_SLACK),
                    shift(months_later(life[1], 12 * (years + 1)), _SLACK),
                )
            ]
            says = say("age", name=name, years=years, born=life[0])
            yield reading.constraint(first, at, days, _WEIGHT, "age", says)
        if life[2] and first and reading.cues.within("late", [first - 1]):
            says = say("late", name=name, day=life[2])
            yield reading.constraint(first - 1, last, not_before(life[2]), _LATE, "late", says)


def _age(reading: Reading, name: int) -> tuple[int, int] | None:
    """(years, last word) of ``(71 عاما)``, ``، 71 عاما،`` or ``البالغ من العمر 71 عاما`` behind word ``name``."""
    stream = reading.stream
    for i in range(name + 1, min(name + _REACH, len(stream.words) - 1)):
        if not reading.same_sentence(i, name):
            return None
        if not (stream.words[i].isdigit() and _is_year(stream.words[i + 1]) and int(stream.words[i]) <= _OLDEST):
            continue
        called = any(reading.cues.within("aged", [j]) for j in range(name + 1, i))
        fenced = i == name + 1 and stream.part[i] != stream.part[name]
        return (int(stream.words[i]), i + 1) if called or fenced else None
    return None


def _is_year(word: str) -> bool:
    return any(entry.kind == "unit" and entry.values[0] == "Y" for entry in phrases().get(word, ()))
