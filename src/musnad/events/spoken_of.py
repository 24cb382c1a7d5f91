"""Whom a word without a party of its own speaks of: a pronoun, a participle in passing, a verb in the singular."""

from __future__ import annotations

from musnad.events.clauses import is_complementizer, parties_in
from musnad.events.party import Party
from musnad.events.scene import Scene
from musnad.events.spot import Trigger
from musnad.events.status import VERBAL
from musnad.lexicon.triggers import PREPOSITIONS
from musnad.text.tokens import Token


def speaks_in_passing(trigger: Trigger) -> bool:
    """``قال ..., مضيفا``, ``قالت ..., مشيرة``: a participle in the accusative tells what the subject of the main verb does."""
    spoken = trigger.sense.kind in VERBAL and trigger.sense.kind != "agree"  # ملتزمة, مستعد are what somebody is
    return trigger.form.part == "active_participle" and not trigger.definite and spoken


def main_subject(scene: Scene, trigger: Trigger, topic: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a participle in passing speaks of: ``topic``, unless its gender is another; then the sentence's first party of that gender."""
    wanted = "f" if scene.text.tokens[trigger.at].norm.removesuffix(trigger.pronoun).endswith(("ه", "ت")) else "m"
    sentence = scene.text.sentences[scene.text.sentence_of(trigger.at)]
    before = list(parties_in(scene, sentence.start, trigger.at))
    spoken = [party for party in before if set(party.entities) == set(topic)]
    opening = next(iter(before), None)
    if not spoken and opening and _opens_sentence(scene, opening, sentence.start) and opening.gender in ("", wanted):
        return opening.entities
    if topic and (not spoken or any(party.gender in ("", wanted) for party in spoken)):
        return topic
    fitting = (party for party in before if not party.prep and not party.construct and party.gender in ("", wanted))
    first = next(fitting, None)
    return first.entities if first else topic


def _opens_sentence(scene: Scene, party: Party, start: int) -> bool:
    """Whether the party is the subject of a sentence's first verb, which may tell no event (قدم السفير شكوى، مضيفا)."""
    between = scene.text.tokens[start : party.first]
    return (
        not party.prep
        and not party.construct
        and len(between) <= 4
        and not any(is_complementizer(token) for token in between)
    )


def one_of_several(scene: Scene, trigger: Trigger, topic: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a verb in the singular speaks of where several were the last subject: them in their own sentence only, else one person."""
    persons = {person[1:] for person in trigger.form.persons if person.startswith("3")}
    sentence = scene.text.sentences[scene.text.sentence_of(trigger.at)]
    if len(topic) < 2 or not persons or not persons <= {"ms", "fs"}:
        return topic
    if any(set(party.entities) == set(topic) for party in parties_in(scene, sentence.start, trigger.at)):
        return topic
    genders = {person[0] for person in persons}
    for party in reversed(scene.parties):
        person = party.actor.head == "person" and len(party.entities) == 1 and not party.prep
        if party.last < trigger.at and person and (party.gender in genders or not party.gender):
            return party.entities
    return ()


def referent(scene: Scene, at: int, pronoun: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a pronoun (اتهمتها، منه) stands for: the nearest agreeing party before it, none of ``others`` (the subject)."""
    wanted = {"ه": "m", "ها": "f"}.get(pronoun, "")
    several = pronoun in ("هم", "هما", "هن")
    sentence = scene.text.sentence_of(at)
    for party in reversed(scene.parties):
        if party.last >= at or set(party.entities) & set(others):
            continue
        if scene.text.sentence_of(party.first) < sentence - 1:
            return ()
        if several:
            plural = len(party.entities) > 1 or scene.text.tokens[party.first].norm.endswith(("ين", "ون", "ان"))
            if plural:
                return party.entities
        elif not wanted or party.gender in ("", wanted):
            return party.entities
    return ()


def pronoun_of(token: Token) -> tuple[str, str]:
    """A preposition with a pronoun (منه، عليها، بهم) taken apart: من + ه; ("", "") for other words."""
    for pronoun in ("هما", "هم", "هن", "ها", "ه"):
        stem = token.norm.removesuffix(pronoun)
        if stem != token.norm and (stem in PREPOSITIONS or stem in ("ب", "ل")):
            return stem, pronoun
    return "", ""
