"""Whether a thing happened, is going on, is planned, may be, or is denied."""

from __future__ import annotations

from musnad.events.clauses import Clause
from musnad.events.scene import Scene
from musnad.events.spot import Trigger
from musnad.lexicon.triggers import Cue, triggers
from musnad.model import Status

_REACH = 6
"""How many words before a trigger a cue may stand; a farther one speaks of something else."""


def status_of(scene: Scene, trigger: Trigger, clause: Clause) -> Status:
    """The status of a trigger's event, from its tense and from the cues that stand before it in its clause."""
    if trigger.sense.status:
        return trigger.sense.status
    cue = _cue(scene, trigger, clause)
    if trigger.future:
        return "planned"
    if cue:
        return cue
    return "happened"


def _cue(scene: Scene, trigger: Trigger, clause: Clause) -> Status | None:
    """The nearest cue before the trigger, or one right behind it (القمة المقررة)."""
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
    if trigger.is_verb:
        return None
    for i in range(trigger.after + 1, min(clause.stop, trigger.after + 4)):
        if tokens[i].norm in {"،", ","}:
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
