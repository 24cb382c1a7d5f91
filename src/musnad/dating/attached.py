"""Happenings of the almanac in an article: that it tells of them, and how far back it places them."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.dating.almanac import Known, Passage
from musnad.dating.bounds import Constraint, Interval
from musnad.dating.pointers import Pointer
from musnad.dating.reading import Reading, horizon, not_after, not_before

_FIRM = frozenset(
    "name war atrocity attack quake disaster revolution invasion founding independence battle space resolution treaty annexation "
    "nuclear_test assassination killing revolt scandal leak massacre".split()
)
"""What is named at all has happened, whatever stands beside the name."""
_NEVER_POINTED = frozenset(("name", "treaty", "resolution", "founding", "law", "independence", "plan", "declaration"))
"""What news names for itself: the time in the sentence belongs to something else."""
_SCHEDULED = frozenset("summit sport visit election referendum parade congress".split())
_LONG = 45
_GAP = 5


def happening_bounds(reading: Reading) -> Iterator[Constraint]:
    """Not before what it tells of as past; not after what it awaits."""
    for passage in reading.passages:
        first, last = passage.first, passage.last
        firm = all(candidate.kind in _FIRM for candidate in passage.candidates)
        future = reading.cues.near("future", first, last, 5, 4)
        unreal = reading.cues.near("unreal", first, last, 4, 0)
        past = reading.cues.near("past", first, last, 4, 2)
        earliest = passage.candidates[0]
        if firm or (past and not future) if passage.open else (firm or not (future or unreal)):
            says = f"knows of {earliest.name_en} ({earliest.first}), so was not published before it"
            weight = 3.0 if firm and not passage.open else 2.0
            yield reading.constraint(first, last, not_before(earliest.first), weight, "happening", says)
        elif passage.open and future and not past and all(c.kind in _SCHEDULED for c in passage.candidates):
            latest = max(passage.candidates, key=lambda candidate: candidate.last)
            says = f"awaits {latest.name_en} ({latest.last}), so was not published after it"
            yield reading.constraint(first, last, not_after(latest.last), 1.0, "happening_awaited", says)


def pointed_bounds(reading: Reading) -> Iterator[Constraint]:
    """A happening of a known day with a pointer beside it (``قبل شهرين``) tells when the article was written."""
    for pointer in reading.pointers:
        passage = _pointed_at(reading, pointer)
        if passage is None:
            continue
        days = [days for candidate in passage.candidates if (days := _written(reading, pointer, passage, candidate))]
        days = [(first, last) for first, last in days if first <= horizon()]
        if days:
            names = " or ".join(f"{c.name_en} ({c.first})" for c in passage.candidates[:4])
            span = min(pointer.first, passage.first), max(pointer.last, passage.last)
            pointing = reading.text.original[slice(*reading.stream.span(pointer.first, pointer.last))]
            says = f"places {names} at «{pointing}» from its own day"
            weight = 1.5 if pointer.shape == "after" else 2.0
            yield reading.constraint(*span, days, weight, "happening_pointed_at", says)


def _pointed_at(reading: Reading, pointer: Pointer) -> Passage | None:
    """The passage that a pointer belongs to: it holds the pointer, or is the nearest within a few words of its sentence."""
    behind = reading.stream.words[pointer.last + 1 : pointer.last + 2]
    counted_from = bool(behind) and reading.cues.within("counted_from", [pointer.last + 1])
    if pointer.shape == "ago" and counted_from:
        return None
    best: tuple[int, Passage] | None = None
    for passage in reading.passages:
        if not reading.same_sentence(passage.first, pointer.first):
            continue
        if not any(candidate.kind not in _NEVER_POINTED for candidate in passage.candidates):
            continue
        if pointer.first > passage.last:
            gap = pointer.first - passage.last - 1
        elif pointer.last < passage.first:
            gap = passage.first - pointer.last - 1
            if pointer.shape != "after":
                gap += 2  # Arabic puts the time behind what it belongs to
        else:
            gap = 0
        if pointer.shape == "after" and (not counted_from or pointer.last > passage.first):
            continue
        if gap <= _GAP and (best is None or gap < best[0]):
            best = gap, passage
    return best[1] if best else None


def _written(reading: Reading, pointer: Pointer, passage: Passage, candidate: Known) -> Interval | None:
    if candidate.kind in _NEVER_POINTED:
        return None
    first, last = candidate.first, candidate.last
    if (last - first).days > _LONG:
        if pointer.shape not in ("ago", "since"):
            return None
        if reading.cues.near("ended", passage.first, passage.last, 4, 4):
            first = last
        else:
            last = first
    return pointer.written(first, last)
