"""The lexicon of times, compiled once: folded phrases by their first word, each with what it means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from musnad.lexicon.table import rows, split
from musnad.text.fold import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase: its folded words, the kind of thing it is and the fields of its row that say which."""

    words: tuple[str, ...]
    kind: str
    values: tuple[str, ...]


@cache
def phrases() -> dict[str, tuple[Entry, ...]]:
    """First folded word -> the entries that begin with it, longest first."""
    found: dict[str, list[Entry]] = defaultdict(list)

    def add(kind: str, surfaces: list[str], *values: str) -> None:
        for surface in surfaces:
            words = tuple(fold(surface).split())
            found[words[0]].append(Entry(words, kind, values))

    for row in rows("times/months", "name", "month", "calendar", "sure"):
        add("month", split(row["name"]), row["month"], row["calendar"], row["sure"])
    for row in rows("times/weekdays", "name", "weekday"):
        add("weekday", split(row["name"]), row["weekday"])
        add("bare_weekday", [name.removeprefix("ال") for name in split(row["name"])], row["weekday"])
    for row in rows("times/units", "unit", "singular", "dual", "plural", "bare"):
        for number in ("singular", "dual", "plural"):
            add("unit", split(row[number]), row["unit"], number, row["bare"])
            add("the_unit", ["ال" + form for form in split(row[number])], row["unit"], number)
    for row in rows("times/deictics", "phrase", "offset", "behind"):
        add(f"{row['behind']}_deictic" if row["behind"] else "deictic", split(row["phrase"]), row["offset"])
    for row in rows("times/relatives", "word", "direction", "told"):
        add("relative", split(row["word"]), row["direction"], row["told"])
    for row in rows("times/references", "phrase", "value", "after"):
        add("reference", split(row["phrase"]), row["value"], row["after"])
    for row in rows("times/dayparts", "noun", "adverb", "half"):
        add("daypart", split(row["noun"]), row["half"])
        add("daypart_adverb", split(row["adverb"]), row["half"])
    for row in rows("times/phases", "word", "part"):
        add("phase", split(row["word"]), row["part"])
    for row in rows("times/seasons", "name", "season"):
        add("season", split(row["name"]), row["season"])
    for row in rows("times/decades", "form", "decade"):
        add("decade", split(row["form"]), row["decade"])
    for row in rows("times/holidays", "name", "calendar", "month", "day"):
        add("holiday", split(row["name"]), row["calendar"], row["month"], row["day"])
    for row in rows("times/particles", "word", "role"):
        add(row["role"], split(row["word"]))
    for row in rows("times/guards", "word", "guards", "side"):
        add(f"no_{row['guards']}_{row['side']}", split(row["word"]))
    for row in rows("times/clock", "word", "minutes"):
        add("minutes", split(row["word"]), row["minutes"])
    for table in ("times/numbers", "times/ordinals", "times/vague_numbers"):
        for row in rows(table, "form"):
            add("number", split(row["form"]))
    for row in rows("times/cues", "word", "sense", "inflect"):
        add("cue", [form for word in split(row["word"]) for form in _inflected(word, row["inflect"])], row["sense"])
    return {first: tuple(sorted(entries, key=lambda e: -len(e.words))) for first, entries in found.items()}


@cache
def past_verbs() -> frozenset[str]:
    """Perfect verb forms of the third person that can be read as nothing else the lexicon of events knows."""
    past: set[str] = set()
    other: set[str] = set()
    for row in rows("events/verb_forms", "form", "tense", "person", "part"):
        told = row["part"] == "verb" and row["tense"] == "past" and set(row["person"].split("|")) & _THIRD
        (past if told else other).add(row["form"])
    return frozenset(form for form in past - other if len(form) >= 4)


_THIRD = {"3ms", "3fs", "3md", "3fd", "3mp", "3fp"}


def _inflected(word: str, how: str) -> list[str]:
    """The forms of a cue: of a perfect verb the persons that news uses, of an imperfect stem the prefixes."""
    word = fold(word)
    if how == "verb":
        # a final weak letter (دعا, نفى) falls before ت; the fold has made ى an ي
        stem = word[:-1] if word[-1] in "اي" else word
        return [word, word + "ت", stem + "ت", stem + "وا", stem + "تا", word + "ا"]
    if how == "imperfect":
        return [prefix + word + ending for prefix in "يتن" for ending in ("", "ون", "ان")]
    return [word]
