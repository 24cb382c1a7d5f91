"""What every rule of the room reads: the article as words with their cues, times, names and almanac passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from musnad.dating.almanac import Passage, known, passages
from musnad.dating.bounds import Constraint, Interval, union
from musnad.dating.cues import Cues, cues_of
from musnad.dating.pointers import Pointer
from musnad.dating.pointing import pointers
from musnad.dating.stream import Stream, stream_of
from musnad.dating.wording import Said, evidence
from musnad.model import Entity, Mention, TimeExpression
from musnad.text.prepared import Text
from musnad.times.scene import Scene, set_scene

FIRST_YEAR = 1950
"""No article is older, as far as recurring dates are concerned."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read once for all rules."""

    text: Text
    scene: Scene
    stream: Stream
    cues: Cues
    times: Sequence[TimeExpression]
    mentions: Sequence[Mention]
    entities: Mapping[str, Entity]
    dated: frozenset[int]
    """The sentences that tell a date with its year."""
    dates: Mapping[int, tuple[TimeExpression, ...]]
    """Word → the dates with a year in figures that begin there."""
    passages: tuple[Passage, ...]
    pointers: tuple[Pointer, ...]

    def constraint(
        self, first: int, last: int, days: Iterable[Interval], weight: float, rule: str, says: Said
    ) -> Constraint:
        """A constraint that stands on words ``first`` to ``last``."""
        start, end = self.stream.span(first, last)
        return Constraint(union(days), weight, evidence(start, end, rule, says))

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """The first and last word of an original span."""
        first = self.stream.at(start)
        return first, max(first, self.stream.at(end - 1))

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether both words stand in one sentence."""
        return self.stream.sentence[one] == self.stream.sentence[other]


def read(
    text: Text, times: Sequence[TimeExpression], mentions: Sequence[Mention], entities: Mapping[str, Entity]
) -> Reading:
    """Everything that the rules need."""
    stream = stream_of(text)
    dated = frozenset(
        stream.sentence[stream.at(time.start)]
        for time in times
        if time.type == "DATE" and time.value and time.value[0].isdigit()
    )
    dates: dict[int, tuple[TimeExpression, ...]] = {}
    for time in times:
        if time.type == "DATE" and time.earliest and time.latest and (time.value or "")[:4].isdigit():
            first = stream.at(time.start)
            dates[first] = (*dates.get(first, ()), time)
    found = passages(stream), pointers(stream)
    return Reading(text, set_scene(text), stream, cues_of(stream), times, mentions, entities, dated, dates, *found)


def horizon() -> date:
    """A day that no article is expected to lie behind: two years after the last happening of the almanac."""
    return date(known()[-1].last.year + 2, 12, 31)


def every_year(days: Iterable[Interval]) -> list[Interval]:
    """Days that return every year are told for the years that articles come from; beyond those nothing is known, so
    that what returns never bounds an article alone.
    """
    return [(date.min, date(FIRST_YEAR + 1, 1, 1)), *days, (horizon(), date.max)]


def not_before(day: date) -> tuple[Interval, ...]:
    """Every day from ``day`` on."""
    return ((day, date.max),)


def not_after(day: date) -> tuple[Interval, ...]:
    """Every day until ``day``."""
    return ((date.min, day),)
