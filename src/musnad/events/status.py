"""Whether a thing happened, is going on, is planned, may be, or is denied."""

from __future__ import annotations

from musnad.events.clauses import Clause
from musnad.events.scene import Scene
from musnad.events.spot import Trigger
from musnad.lexicon.triggers import triggers
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
    """The nearest cue before the trigger, or an adjective right behind it (القمة المقررة)."""
    lexicon = triggers()
    tokens = scene.text.tokens
    first = max(clause.left, trigger.at - _REACH)
    for i in range(trigger.at - 1, first - 1, -1):
        for length in range(min(lexicon.longest_cue, trigger.at - i), 0, -1):
            words = [t.norm for t in tokens[i : i + length]]
            for head in ("", "و", "ف"):
                if head and not words[0].startswith(head):
                    continue
                phrase = " ".join([words[0][len(head) :], *words[1:]])
                if found := lexicon.cues.get(phrase):
                    if length == 1 and i < trigger.at - 2 and found == "denied":
                        continue  # a negation reaches only the verb right behind it
                    return found
    if not trigger.is_verb:
        for i in range(trigger.after + 1, min(clause.stop, trigger.after + 5)):
            found = lexicon.cues.get(tokens[i].norm)
            if found in ("planned", "possible"):
                return found
    return None
