"""Which way a bare weekday or month points: the cue nearest to it in its sentence tells (future verb, "scheduled", past verb)."""

from __future__ import annotations

from musnad.times.scene import Scene

_FAR = 40
"""Tokens that are looked at on either side, at most."""
_AHEAD = 7
_BREAKS = {"؛", ";", "؟", "!"}


def direction(scene: Scene, first: int, stop: int) -> int:
    """1 for the future, -1 for the past, 0 where nothing tells. The nearest cue before the expression decides, else one behind it."""
    sentence = scene.text.sentences[scene.text.sentence_of(first)]
    toward_seen = False
    for i in range(first - 1, max(sentence.start - 1, first - _FAR), -1):
        if scene.norm(i) in _BREAKS:
            break
        toward_seen = toward_seen or _points_on(scene, i)
        if sense := _sense(scene, i, toward_seen):
            return sense
    for i in range(stop, min(sentence.stop, stop + _AHEAD)):
        if scene.norm(i) in _BREAKS:
            break
        if sense := _sense(scene, i, False):
            return sense
    return 0


def _points_on(scene: Scene, i: int) -> bool:
    """إلى, or ل before a noun: what is called for stands behind it."""
    norm = scene.norm(i)
    return bool(scene.plain(i, "to")) or (norm.startswith("لل") and len(norm) > 4)


def _sense(scene: Scene, i: int, toward_seen: bool) -> int:
    token = scene.tokens[i]
    if not token.is_word:
        return 0
    cue = scene.at(i, "cue")
    if cue and cue.prefix in ("", "و", "ف"):
        sense = cue.values[0]
        if sense == "past":
            return -1
        if sense == "future":
            return 1
        if sense == "call":
            return 1 if toward_seen else -1
        if sense == "scheduled":
            return 0 if _bound_verb(scene, i) else 1
    if cue and cue.values[0] == "future" and cue.prefix in ("ب", "ل", "ك", "وب"):
        return 1
    return 1 if _future_verb(scene, i) else 0


def _bound_verb(scene: Scene, i: int) -> bool:
    """Whether the imperfect depends on a word before it (لم يصل, كان يزور, أن يعقد), which then tells."""
    return bool(scene.plain(i - 1, "verb_binder")) or bool((cue := scene.at(i - 1, "cue")) and cue.values[0] == "past")


def _future_verb(scene: Scene, i: int) -> bool:
    """س before an imperfect: سيعقد, وستبدأ. A few nouns look alike (سيارة, ستة); they stand in the lexicon."""
    norm = scene.norm(i).removeprefix("و").removeprefix("ف")
    if len(norm) < 5 or norm[0] != "س" or norm[1] not in "يتنا":
        return False
    return scene.at(i, "not_future") is None and scene.at(i, "unit") is None
