"""Which way a bare weekday or month points: the cue nearest to it in its sentence tells.

Cues are future verbs and words (سيعقد, المقرر), past verbs (أعلن) and prepositions right before the time (منذ, بحلول).
"""

from __future__ import annotations

from musnad.times.scene import Scene
from musnad.times.words import past_verbs

PAST, UNTOLD, FUTURE, EITHER = -1, 0, 1, 2
"""EITHER: it was planned then (كان من المقرر), so the day may have passed since or may yet come."""
_FAR = 40
"""Tokens that are looked at before the time, at most."""
_AHEAD = 7
_BREAKS = {"؛", ";", "؟", "!"}


def direction(scene: Scene, first: int, stop: int) -> int:
    """The nearest cue before the expression decides, else one behind it within its own clause."""
    if sense := _preposition(scene, first):
        return sense
    sentence = scene.text.sentences[scene.text.sentence_of(first)]
    behind = _behind(scene, stop, sentence)
    toward_seen = False
    for i in range(first - 1, max(sentence.start - 1, first - _FAR), -1):
        if scene.norm(i) in _BREAKS:
            break
        if behind and scene.plain(i, "that_clause"):
            return behind  # the verb of the time's own clause outweighs the one that reports it
        toward_seen = toward_seen or _points_on(scene, i)
        if sense := _sense(scene, i, toward_seen):
            return sense
    return behind


def _behind(scene: Scene, stop: int, sentence: range) -> int:
    """The first cue behind the time, within its clause."""
    for i in range(stop, min(sentence.stop, stop + _AHEAD)):
        if scene.norm(i) in _BREAKS or scene.at(i, "clause_head"):
            break
        if sense := _sense(scene, i, False):
            return sense
    return UNTOLD


def _preposition(scene: Scene, first: int) -> int:
    """منذ and بحلول right before the time, or before the part of it that is named (منذ مطلع)."""
    for i in (first - 1, first - 2):
        if scene.plain(i, "behind"):
            return PAST if i == first - 1 else UNTOLD
        if (ahead := scene.plain(i, "ahead")) and ahead.stop == first:
            return FUTURE if len(scene.norm(i)) > 3 else UNTOLD
    return UNTOLD


def _points_on(scene: Scene, i: int) -> bool:
    """إلى, or ل before a noun: what is called for stands behind it."""
    norm = scene.norm(i)
    return bool(scene.plain(i, "to")) or (norm.startswith("لل") and len(norm) > 4)


def _sense(scene: Scene, i: int, toward_seen: bool) -> int:
    if not scene.tokens[i].is_word:
        return UNTOLD
    cue = scene.at(i, "cue")
    noun = scene.plain(i - 1, "noun_follows") is not None  # على خفض الإنفاق: no verb stands behind a preposition
    if cue and cue.prefix in ("", "و", "ف"):
        sense = cue.values[0]
        if sense == "past" and not noun:
            return PAST
        if sense == "future":
            return EITHER if any(scene.at(j, "was") for j in (i - 1, i - 2, i - 3)) else FUTURE
        if sense == "call":
            return FUTURE if toward_seen else PAST
        if sense == "scheduled":
            return UNTOLD if _bound_verb(scene, i) else FUTURE
    if cue and cue.values[0] == "future":
        return FUTURE
    if _future_verb(scene, i):
        return FUTURE
    if noun:
        return UNTOLD
    verbs = past_verbs()
    return PAST if any(rest in verbs for head, rest in scene.tokens[i].readings if head in ("", "و", "ف")) else UNTOLD


def _bound_verb(scene: Scene, i: int) -> bool:
    """Whether the imperfect depends on a word before it (لم يصل, كان يزور, أن يعقد), which then tells."""
    return bool(scene.plain(i - 1, "verb_binder")) or bool((cue := scene.at(i - 1, "cue")) and cue.values[0] == "past")


def _future_verb(scene: Scene, i: int) -> bool:
    """س before an imperfect: سيعقد, وستبدأ. Some nouns look alike (سيارة, ستة); they stand in the lexicon."""
    norm = scene.norm(i).removeprefix("و").removeprefix("ف")
    if len(norm) < 4 or norm[0] != "س" or norm[1] not in "يتنا":
        return False
    return scene.at(i, "not_future") is None and scene.at(i, "unit") is None and scene.at(i, "number") is None
