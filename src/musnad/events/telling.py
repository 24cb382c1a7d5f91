"""Whether a trigger tells an event of its own: not background, not the content of a demand, not told by the word before it."""

from __future__ import annotations

from musnad.events.background import background
from musnad.events.clauses import is_relative
from musnad.events.roles import Roles
from musnad.events.scene import Scene
from musnad.events.senses import relatives
from musnad.events.spot import Trigger
from musnad.events.status import VERBAL, Governor
from musnad.model import Moment, Status

_CONTENT = frozenset({"meet", "visit", "sign"})
"""Kinds that still count inside a pledge, demand or threat, as planned or possible."""

_RELATIVE = 7
"""How far behind a noun the verb of its relative clause may stand."""
_UNREAL = frozenset({"planned", "possible", "denied"})
_TOGETHER = 5
"""How many words may stand between a word and the noun of its event."""
_COMMON = frozenset({"concede", "supply", "cooperate", "mobilize", "support", "message", "test"})
"""Kinds whose words (سمح، علاقات، دعم) mostly tell no event: a doer, and a target or a day, must be told with them."""


def counts(scene: Scene, trigger: Trigger, roles: Roles, date: Moment | None, status: Status) -> bool:
    """Whether a trigger tells an event of its own, and is not only background.

    A finite verb always does. A participle only as an act of speech in passing (مضيفا أن). A noun inside a quotation, or one
    that nobody, no day and no status is told of, only refers to something.
    """
    kind, sort = trigger.sense.kind, trigger.sort
    quoted = scene.quote_at[trigger.at] >= 0
    told = bool(roles.agents or roles.targets)
    if kind in _COMMON and not (roles.agents and (roles.targets or date or sort == "light verb")):
        praised = kind == "support" and trigger.sense.reports  # رحبت فرنسا بالقرار
        moved = kind == "mobilize" and roles.place and trigger.sense.restrictions  # تنتشر القوات في المدينة
        if not (roles.agents and sort == "verb" and (praised or moved or kind == "test")):
            return False
    if sort in ("verb", "light verb"):
        return (told or not quoted) and (told or status != "ongoing")
    if sort == "participle":
        if trigger.form.part == "passive_participle":
            held = trigger.definite or (
                trigger.at > 0 and scene.text.tokens[trigger.at - 1].norm in background("pluperfect")
            )
            return kind == "coerce" and held
        return kind in VERBAL and trigger.form.part == "active_participle" and not trigger.definite
    if quoted or kind == "say" or trigger.sense.weight == 0:
        return False
    if sort == "masdar":
        return told and trigger.sense.kind in _CONTENT
    return told or date is not None or status in _UNREAL or not trigger.definite or _complemented(scene, trigger)


def is_content(scene: Scene, trigger: Trigger, governor: Governor) -> bool:
    """Whether a noun is what is asked for, pledged or threatened (هدد بالانسحاب): one record with the act of speech."""
    if (
        trigger.is_verb
        or trigger.sense.kind in _CONTENT
        or governor.trigger.sense.kind not in ("request", "agree", "threaten")
    ):
        return False
    between = range(governor.trigger.after + 1, trigger.at)
    tokens = scene.text.tokens
    if any(not tokens[i].is_word for i in between) or not governor.trigger.is_verb:
        return False
    joined = trigger.proclitic.endswith("ب") or tokens[trigger.at - 1].norm in background("content")
    return joined and sum(scene.party_at[i] < 0 and scene.time_at[i] < 0 for i in between) <= _TOGETHER


def same_telling(scene: Scene, before: Governor, trigger: Trigger, status: Status) -> bool:
    """Whether a noun only names what the word before it tells (أبرم اتفاقا, يبحث مع نظيره خلال القمة)."""
    if trigger.is_verb or trigger.proclitic == "و" or before.status != status:
        return False
    kinds = {before.trigger.sense.kind, trigger.sense.kind}
    if len(kinds) > 1 and kinds != {"agree", "sign"}:
        return False
    between = range(before.trigger.after + 1, trigger.at)
    tokens = scene.text.tokens
    if any(tokens[i].norm in {"،", ","} or tokens[i].norm in background("apart") for i in between):
        return False
    return sum(scene.party_at[i] < 0 and scene.time_at[i] < 0 for i in between) <= _TOGETHER


def denies(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb of denial takes up what stands before it (وهو ما نفته, الأمر الذي تنفيه)."""
    if not trigger.is_verb or not trigger.pronoun or trigger.sense.lemma not in background("denial"):
        return False
    before = scene.text.tokens[trigger.at - 1]
    return is_relative(before) or before.norm in relatives()


def told_behind(scene: Scene, trigger: Trigger, following: Trigger) -> bool:
    """Whether the relative clause behind a noun tells its event with who took part (القمة التي جمعته ...)."""
    if trigger.is_verb or not following.is_verb or trigger.sense.kind != following.sense.kind:
        return False
    between = range(trigger.after + 1, following.at)
    return len(between) <= _RELATIVE and any(is_relative(scene.text.tokens[i]) for i in between)


def _complemented(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun's own preposition stands right behind it (الإفراج عن ثلاثة): then it tells what happened."""
    behind = trigger.after + 1
    if behind >= len(scene.text.tokens):
        return False
    slots = {
        slot
        for slot, role in trigger.sense.frame.items()
        if role == "target" and slot not in ("subj", "obj", "gen", "adj")
    }
    token = scene.text.tokens[behind]
    return token.norm in slots or any(proclitic[-1:] in slots for proclitic, _ in token.readings if proclitic)
