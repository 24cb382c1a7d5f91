"""When a thing happened: which time expression of the article belongs to which trigger."""

from __future__ import annotations

from bisect import bisect_right

from musnad.events.background import background
from musnad.events.clauses import Clause, is_relative
from musnad.events.scene import Scene
from musnad.events.spot import Trigger
from musnad.lexicon.triggers import PREPOSITIONS, triggers
from musnad.model import Moment, TimeExpression
from musnad.text.tokens import without_article

_RELATIVE = 4
"""How many words a noun's relative clause may stand behind it."""
_REACH = 7
"""How many words of that clause are read."""
_YEAR = 4
"""Digits of a year."""
_BULLET = 3
"""Among how many tokens the day of a timeline's entry begins: a mark and a number may stand before it."""
_VAGUE = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}


def moment_of(scene: Scene, trigger: Trigger, clause: Clause, others: frozenset[int]) -> Moment | None:
    """The date that the clause itself gives: a time behind the trigger, else one before it up to the trigger before.

    ``others`` are the tokens of all triggers; a noun inside the clause may share its time, a verb ends the clause anyway.
    """
    for i in range(trigger.at + 1, clause.stop):
        number = scene.time_at[i]
        if number >= 0 and (moment := as_moment(scene.times[number])) and not _of_another(scene, trigger, i):
            return moment
    described = not trigger.is_verb and clause.stop - trigger.after <= _RELATIVE
    if (described or _during(scene, clause)) and (moment := _in_relative(scene, clause)):
        return moment
    if headed := _day_of_entry(scene, trigger.at):
        return headed
    if trigger.is_verb and trigger.proclitic == "و":
        return None  # what stands before و is another clause's
    for i in range(trigger.at - 1, clause.left - 1, -1):
        if i in others:
            break
        number = scene.time_at[i]
        if number >= 0 and (moment := as_moment(scene.times[number])):
            return moment
    return None


def _in_relative(scene: Scene, clause: Clause) -> Moment | None:
    """The time in the relative clause right behind a noun (الانتخابات التي جرت الأحد)."""
    tokens = scene.text.tokens
    stop = scene.text.sentences[scene.text.sentence_of(clause.first)].stop
    if clause.stop >= stop or not is_relative(tokens[clause.stop]):
        return None
    for i in range(clause.stop + 1, min(stop, clause.stop + _REACH)):
        if not tokens[i].is_word and scene.time_at[i] < 0:
            return None
        number = scene.time_at[i]
        if number >= 0 and (moment := as_moment(scene.times[number])):
            return moment
    return None


def paragraph_of(scene: Scene, token: int) -> range:
    """The tokens of the paragraph that a token stands in."""
    found = bisect_right(scene.text.paragraphs, token, key=lambda paragraph: paragraph.start) - 1
    return scene.text.paragraphs[max(found, 0)]


def _day_of_entry(scene: Scene, at: int) -> Moment | None:
    """The day that heads the entry of a timeline (12 مارس 2019: وصل الوفد), for what the entry tells."""
    paragraph = paragraph_of(scene, at)
    first = next((i for i in paragraph[:_BULLET] if scene.time_at[i] >= 0), -1)
    if first < 0 or first >= at or any(scene.text.tokens[i].is_word for i in range(paragraph.start, first)):
        return None  # في صحف اليوم: heads no timeline
    colon = next((i for i in range(first, paragraph.stop) if scene.time_at[i] != scene.time_at[first]), paragraph.stop)
    if colon >= at or scene.text.tokens[colon].norm != ":":
        return None
    return as_moment(scene.times[scene.time_at[first]])


def _during(scene: Scene, clause: Clause) -> bool:
    """Whether the clause ends with what it happened in (خلال القمة)."""
    return clause.stop - 2 > clause.first and scene.text.tokens[clause.stop - 2].norm in background("during")


def _of_another(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether a time belongs to a participle that describes another noun (الانسحاب من الاتفاق المبرم عام 2015)."""
    number = scene.time_at[at]
    if _annexed(scene, trigger, at):
        return True
    before = next((i for i in range(at - 1, trigger.after, -1) if scene.time_at[i] != number), -1)
    if before > trigger.after and scene.text.tokens[before].norm in PREPOSITIONS:
        before -= 1
    if before <= trigger.after + 1:
        return False  # what follows the trigger itself describes it
    return any(
        form.part == "passive_participle" and rest.startswith("ال")
        for _, rest in scene.text.tokens[before].readings
        for form in triggers().forms.get(without_article(rest), ())
    )


def _annexed(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether a year belongs to the event noun before it (انتقد اتفاق 2015، منذ حرب عام 1967)."""
    time = scene.times[scene.time_at[at]]
    if (
        time.value is None
        or len(time.value) != _YEAR
        or at - 1 <= max(trigger.after, trigger.noun)
        or scene.time_at[at - 1] >= 0
    ):
        return False
    before = scene.text.tokens[at - 1]
    bare = time.text[:1].isdigit()
    return any(
        (bare and without_article(rest) in triggers().nouns) or (rest in triggers().nouns and not rest.startswith("ال"))
        for _, rest in before.readings
    )


def as_moment(time: TimeExpression) -> Moment | None:
    """A dated expression as the date of an event; lengths of time and ``حاليا`` are none."""
    if time.value in _VAGUE or time.type in ("DURATION", "SET"):
        return None
    if time.value is None:  # the day of publication is only known as an interval, and so is this
        if time.earliest is None or time.latest is None:
            return None
        return Moment(f"{time.earliest.isoformat()}/{time.latest.isoformat()}", time.earliest, time.latest)
    return Moment(time.value.split("T")[0], time.earliest, time.latest)
