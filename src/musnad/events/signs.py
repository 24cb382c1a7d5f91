"""What the words of a clause show of a party's part: the passive, ``من قبل``, an object behind a genitive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musnad.events.clauses import Clause, words_of
from musnad.events.party import Party
from musnad.events.phrases import phrases
from musnad.events.scene import Scene, is_mark
from musnad.events.spot import Trigger
from musnad.lexicon.triggers import triggers
from musnad.text.tokens import Token

HARM = frozenset({"assault", "coerce", "retreat"})
"""What befalls somebody, so that an unvocalised verb of it may be a passive."""


def reads_passive(scene: Scene, trigger: Trigger, behind: int, clause: Clause, found: bool) -> bool:
    """``اعتقل فلان بتهمة``: unvocalised, a verb of harm without an object tells what befell its subject."""
    if trigger.sense.kind not in HARM or trigger.sense.frame.get("obj") != "target" or trigger.pronoun:
        return False
    if trigger.noun >= 0 and trigger.sense.kind != "coerce":
        return False
    if trigger.form.part != "verb" or trigger.form.tense == "present":
        return False
    if not found and trigger.sense.kind != "coerce":
        return False
    at = behind if behind > trigger.at + 1 else trigger.at + 1
    while at < clause.stop and (scene.time_at[at] >= 0 or is_mark(scene.text.tokens[at].norm)):
        at += 1
    if at >= clause.stop:
        return True
    token = scene.text.tokens[at]
    particles = words_of("preposition", "conjunction", "with_pronoun", "adverb", "relative")
    return any(rest in particles for _, rest in token.readings) or (
        token.norm.startswith(("ب", "ل", "و")) and len(token.readings) > 1
    )


def takes_object(scene: Scene, party: Party, clause: Clause) -> bool:
    """``تفكيك كوريا لموقع``: behind the genitive the object stands with ل, so the genitive is who does it."""
    token = scene.text.tokens[party.last + 1] if party.last + 1 < clause.stop else None
    return token is not None and token.norm.startswith("ل") and len(token.readings) > 1


def is_by(scene: Scene, party: Party) -> bool:
    """``من قبل X``: X did it."""
    words = " ".join(t.norm for t in scene.text.tokens[max(0, party.first - 2) : party.first])
    return words.endswith(phrases("by"))


def leads_off(gap: Sequence[Token]) -> bool:
    """Whether words between a noun and a party give the party to another word: محادثات لإخراج إيران."""
    particles = words_of("preposition", "conjunction")
    return any(
        pro[-1:] in ("ل", "ب") and rest not in particles for token in gap[:1] for pro, rest in _proclitics(token)
    )


def _proclitics(token: Token) -> Iterator[tuple[str, str]]:
    """The readings of a word with a preposition written onto it, if what is left is a word of an event."""
    lexicon = triggers()
    for pro, rest in token.readings:
        if pro and (rest in lexicon.forms or rest in lexicon.nouns or rest in lexicon.light):
            yield pro, rest
