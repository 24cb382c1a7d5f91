"""When a thing happened: which time expression of the article belongs to which trigger."""

from __future__ import annotations

from musnad.events.clauses import Clause
from musnad.events.scene import Scene
from musnad.events.spot import Trigger
from musnad.model import Moment, TimeExpression

_VAGUE = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}


def moment_of(scene: Scene, trigger: Trigger, clause: Clause, others: frozenset[int]) -> Moment | None:
    """The date that the clause itself gives: a time behind the trigger, else one before it up to the trigger before.

    ``others`` are the tokens of all triggers; a noun inside the clause may share its time, a verb ends the clause anyway.
    """
    for i in range(trigger.at + 1, clause.stop):
        number = scene.time_at[i]
        if number >= 0 and (moment := as_moment(scene.times[number])):
            return moment
    for i in range(trigger.at - 1, clause.left - 1, -1):
        if i in others:
            break
        number = scene.time_at[i]
        if number >= 0 and (moment := as_moment(scene.times[number])):
            return moment
    return None


def as_moment(time: TimeExpression) -> Moment | None:
    """A dated expression as the date of an event; lengths of time and ``حاليا`` are none."""
    if time.value in _VAGUE or time.type in ("DURATION", "SET"):
        return None
    if time.value is None:  # the day of publication is only known as an interval, and so is this
        if time.earliest is None or time.latest is None:
            return None
        return Moment(f"{time.earliest.isoformat()}/{time.latest.isoformat()}", time.earliest, time.latest)
    return Moment(time.value.split("T")[0], time.earliest, time.latest)
