"""Whether a thing happened, is going on, is planned, may be, or is denied."""

from __future__ import annotations

from dataclasses import dataclass

from musnad.events.background import background
from musnad.events.clauses import Clause
from musnad.events.moments import paragraph_of
from musnad.events.scene import Scene
from musnad.events.spot import Trigger
from musnad.lexicon.triggers import Cue, triggers
from musnad.model import Moment, Published, Status

_REACH = 6
"""How many words before a trigger a cue may stand; a farther one speaks of something else."""


VERBAL = frozenset({"say", "accuse", "threaten", "reject", "request", "agree", "support", "concede"})
"""Kinds that are acts of speech."""
_DONE_BY_SAYING = frozenset({"say", "accuse", "threaten", "agree"})
"""Kinds that are done even where they speak of the future: سنعلق التجارب is a pledge made."""
_HELD = frozenset({"meet", "visit", "sign", "vote"})
"""Kinds that are held on a day."""
_CONTENT_OF: dict[str, Status] = {"request": "possible", "agree": "planned", "threaten": "possible"}
_GOVERNED = 4
"""How many words may stand between a verb of speech and the noun of its content."""
_CONDITION = 14
"""How many words a condition may have."""
_HEADING = 18
"""How many words a heading may have."""
_ENDS = frozenset(".؟?!…:")
_QUOTE_MARKS = frozenset("\"«»“”'‹›„")
_INTENDED = frozenset(
    {"meet", "visit", "sign", "vote", "retreat", "assault", "coerce", "cooperate", "supply", "office", "sanction"}
)


@dataclass(frozen=True, slots=True)
class Governor:
    """The trigger before, in the same sentence, and the status of its event."""

    trigger: Trigger
    status: Status


def status_of(
    scene: Scene,
    trigger: Trigger,
    clause: Clause,
    others: frozenset[int],
    date: Moment | None,
    published: Published,
    governor: Governor | None = None,
) -> Status:
    """The status of a trigger's event, from its tense, the cues around it, and whether its day is still to come."""
    if trigger.sense.status:
        return trigger.sense.status
    kind = trigger.sense.kind
    if kind != "say" and in_condition(scene, trigger.at):
        return "possible"
    verbal = kind in VERBAL
    cue = (None if trigger.is_verb else _cue_behind(scene, trigger, clause, others)) or _cue_before(
        scene, trigger, clause
    )
    to_come = is_to_come(date, published)
    past = bool(date and date.latest and published.earliest and date.latest < published.earliest)
    if to_come:
        return cue if cue in ("possible", "denied") else "planned"
    if cue and not (past and cue in ("planned", "ongoing")):
        return cue
    if trigger.future:
        return "happened" if kind in _DONE_BY_SAYING else "planned"
    if governor and not past and (asked := _of_content(scene, trigger, governor)):
        return asked
    if past:
        return "happened"
    if _soon(scene, clause) and not verbal:
        return "planned"
    if trigger.is_verb and trigger.form.tense == "present" and not verbal and not is_headline(scene, trigger):
        status = _of_present(scene, trigger)
        if status == "ongoing" and is_heading(scene, trigger):
            return "happened"
        if status == "ongoing" and had_been(scene, trigger, clause):
            return "happened"
        if status == "ongoing" and governor and governor.trigger.is_verb and trigger.proclitic == "و":
            return governor.status if governor.status in ("planned", "possible") else status
        return status
    if not trigger.is_verb and date is None and kind in _HELD and _is_before(scene, trigger):
        return "planned"
    if not trigger.is_verb and trigger.proclitic.endswith("ل") and kind in _INTENDED:
        return "planned"  # لعقد قمة: a purpose
    if (
        trigger.form.part == "passive_participle"
        and kind == "coerce"
        and date is None
        and not had_been(scene, trigger, clause)
    ):
        return "ongoing"  # المحتجزين
    if trigger.sort == "noun" and date is None and trigger.sense.lemma in background("lasting"):
        return "ongoing"
    return "happened"


def is_to_come(date: Moment | None, published: Published) -> bool:
    """Whether the whole of a date lies behind the day of publication."""
    return bool(date and date.earliest and published.latest and date.earliest > published.latest)


def _of_present(scene: Scene, trigger: Trigger) -> Status:
    """A present verb of the report goes on; behind أن it is wished or awaited, behind قبل أن it came later."""
    before = [t.norm for t in scene.text.tokens[max(0, trigger.at - 2) : trigger.at]]
    if trigger.proclitic.endswith("ل") or (before and before[-1] in background("purpose")):
        return "planned"  # ليبحث، كي تنسحب
    if before and before[-1] in background("subjunctive"):
        return "happened" if before[0] == "قبل" else "planned"
    return "ongoing"


def in_condition(scene: Scene, at: int) -> bool:
    """Whether a token stands in a condition (إذا انسحبت واشنطن وفرضت عقوبات), which a mark or the main clause ends."""
    openers = background("conditional")
    tokens = scene.text.tokens
    start = scene.text.sentences[scene.text.sentence_of(at)].start
    for i in range(at - 1, max(start, at - _CONDITION) - 1, -1):
        if (not tokens[i].is_word and tokens[i].norm not in _QUOTE_MARKS) or tokens[i].norm.startswith("فس"):
            return False
        if any(rest in openers for _, rest in tokens[i].readings):
            return True
        if i > start and any(f"{rest} {tokens[i].norm}" in openers for _, rest in tokens[i - 1].readings):
            return True
    return False


def _of_content(scene: Scene, trigger: Trigger, governor: Governor) -> Status | None:
    """What is asked for may be, what is agreed upon is planned: the noun right behind a verb of speech (دعا إلى عقد قمة)."""
    if trigger.is_verb or trigger.definite or governor.status not in ("happened", "ongoing"):
        return None
    between = range(governor.trigger.after + 1, trigger.at)
    words = sum(scene.party_at[i] < 0 and scene.time_at[i] < 0 for i in between)
    return _CONTENT_OF.get(governor.trigger.sense.kind) if words < _GOVERNED else None


def _soon(scene: Scene, clause: Clause) -> bool:
    """Whether the clause names a time to come that has no date."""
    numbers = {scene.time_at[i] for i in range(clause.first, clause.stop)} - {-1}
    return any(scene.times[number].value == "FUTURE_REF" for number in numbers)


def _is_before(scene: Scene, trigger: Trigger) -> bool:
    """قبل القمة: what it is told to be before is still to come."""
    if trigger.at == 0:
        return False
    return any(rest in background("before") for _, rest in scene.text.tokens[trigger.at - 1].readings)


def had_been(scene: Scene, trigger: Trigger, clause: Clause) -> bool:
    """Whether كان stands before the verb, with at most its subject between."""
    start = scene.text.sentences[scene.text.sentence_of(trigger.at)].start
    for token in scene.text.tokens[max(start, clause.left - 1) : trigger.at]:
        if any(rest in background("pluperfect") for _, rest in token.readings):
            return True
    return False


def is_headline(scene: Scene, trigger: Trigger) -> bool:
    """Headlines tell what happened in the present tense."""
    return trigger.at in scene.text.paragraphs[0] if len(scene.text.paragraphs) > 1 else False


def is_heading(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger stands in a short paragraph without an end: a heading, a caption, the headline of another article."""
    paragraph = paragraph_of(scene, trigger.at)
    return 0 < len(paragraph) <= _HEADING and scene.text.tokens[paragraph.stop - 1].norm not in _ENDS


def _cue_before(scene: Scene, trigger: Trigger, clause: Clause) -> Status | None:
    """The nearest cue before the trigger."""
    tokens = scene.text.tokens
    first = clause.left
    if first == trigger.at and trigger.form.tense == "present" and first and tokens[first - 1].norm in ("ان", "بان"):
        first = max(scene.text.sentences[scene.text.sentence_of(first)].start, first - 4)  # من المقرر أن يزور
    for i in range(trigger.at - 1, max(first, trigger.at - _REACH) - 1, -1):
        for cue in _cues_at(scene, i, trigger.at):
            if cue.position == "after":
                continue
            if cue.present and trigger.form.tense != "present":
                continue
            if cue.status == "denied" and i < trigger.at - 2:
                continue  # a negation reaches only the word right behind it
            return cue.status
    return None


def _cue_behind(scene: Scene, trigger: Trigger, clause: Clause, others: frozenset[int]) -> Status | None:
    """A cue right behind a noun (القمة المقررة), before the next trigger."""
    tokens = scene.text.tokens
    for i in range(trigger.after + 1, min(clause.stop, trigger.after + 4)):
        if tokens[i].norm in {"،", ","} or i in others:
            break
        for cue in _cues_at(scene, i, clause.stop):
            if cue.position != "before" and not cue.present:
                return cue.status
    return None


def _cues_at(scene: Scene, i: int, stop: int) -> list[Cue]:
    """The cues that begin at a token, with what must follow them in its place."""
    lexicon = triggers()
    tokens = scene.text.tokens
    found: list[Cue] = []
    for length in range(min(lexicon.longest_cue, stop - i), 0, -1):
        words = [t.norm for t in tokens[i : i + length]]
        for head in ("", "و", "ف"):
            if head and not words[0].startswith(head):
                continue
            phrase = " ".join([words[0][len(head) :], *words[1:]])
            for cue in lexicon.cues.get(phrase, ()):
                if not cue.follows or _follows(scene, i + length, cue.follows):
                    found.append(cue)
    return found


def _follows(scene: Scene, at: int, words: frozenset[str]) -> bool:
    if at >= len(scene.text.tokens):
        return False
    return any(rest in words or proclitic in words for proclitic, rest in scene.text.tokens[at].readings)
