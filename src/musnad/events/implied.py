"""Who takes part though the clause's grammar does not say so: the speaker who announces his own act, the party spoken of."""

from __future__ import annotations

from dataclasses import replace

from musnad.events.clauses import Clause
from musnad.events.party import Party
from musnad.events.phrases import phrases
from musnad.events.roles import Roles
from musnad.events.scene import Scene
from musnad.events.settle import MUTUAL
from musnad.events.spot import Trigger
from musnad.lexicon.gazetteer import gazetteer

DIRECTED = frozenset({
    "request", "accuse", "reject", "threaten", "sanction", "assault", "coerce", "support", "supply", "retreat", "veto",
    "concede", "message", "agree", "cooperate", "mobilize", "vote",
})  # fmt: skip
"""Kinds that are done to somebody."""


_TOLD_BY_TEXTS = frozenset({"say", "request", "sign", "sanction"})
"""What a treaty itself may be said to do."""
_OF_DOCUMENTS = frozenset({"retreat", "agree", "reject"})
"""What is done to a treaty: leaving it, keeping it, refusing it."""


def implied(
    scene: Scene, trigger: Trigger, clause: Clause, roles: Roles, topic: tuple[str, ...], speaker: tuple[str, ...] = ()
) -> Roles:
    """The roles, completed from the sentence: ``topic`` is whom it has been speaking of, ``speaker`` whose words it gives."""
    kind = trigger.sense.kind
    passive = trigger.form.voice == "passive"
    agents, targets = roles.agents, roles.targets
    if kind in MUTUAL:
        sides = tuple(dict.fromkeys((*agents, *targets)))
        if len(sides) == 1 and topic and not _one_state(scene, sides, topic):
            sides = (*topic, *sides)
            return replace(roles, agents=sides, targets=sides)
        if len(sides) == 1 and (other := _other(scene, trigger, clause, sides)):
            sides = (*sides, *other)
            return replace(roles, agents=sides, targets=sides)
        return roles
    if kind == "agree" and trigger.is_verb and not targets and len(_states(scene, agents)) > 1:
        return replace(roles, targets=agents)  # تعهد الزعيمان
    if kind == "office" and not agents and trigger.is_verb:
        return replace(roles, agents=targets, targets=())  # أعيد انتخابه
    blames = kind == "accuse" and trigger.sort == "verb" and trigger.sense.frame.get("subj") == "target"
    if blames and not agents and not _one_state(scene, speaker, targets):
        agents = speaker  # قال إن موسكو تقوض الأمن
    there = (roles.place,) if roles.place and _is_land(scene, roles.place) else ()
    if kind in _HELD and not agents and not _one_state(scene, there, targets):
        agents = there
    suffers = trigger.is_verb and trigger.sense.frame.get("subj") == "target"
    open_to_topic = not agents and not passive and not suffers and _of_the_subject(scene, trigger)
    if open_to_topic and topic and not _one_state(scene, topic, targets):
        agents = topic
    if kind in _BODILY and not agents and not targets and (body := _body(scene, trigger)):
        return replace(roles, agents=body)
    if agents and not targets and kind in DIRECTED:
        targets = _other(scene, trigger, clause, agents)
    return replace(roles, agents=agents, targets=targets)


def _of_the_subject(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun may tell what the subject of its sentence does."""
    return trigger.sort != "verb" and not _in_passing(scene, trigger)


def _in_passing(scene: Scene, trigger: Trigger) -> bool:
    """``رفض فلان تحقيقا حول مقتل مدنيين``: a harm behind such a preposition is not the doing of the sentence's subject."""
    if trigger.sense.kind not in _NOT_OF_THE_SUBJECT or trigger.at == 0:
        return False
    return any(rest in phrases("circumstance") for _, rest in scene.text.tokens[trigger.at - 1].readings)


_NOT_OF_THE_SUBJECT = frozenset(
    {"assault", "coerce", "protest", "accuse", "sanction", "retreat", "die", "reject", "threaten", "mobilize"}
)


def _is_land(scene: Scene, entity_id: str) -> bool:
    entity = scene.entities[entity_id]
    return bool(entity.country) and entity.type in ("Country", "Place")


_ACTING_PLACES = frozenset({"capital", "continent", "region", "subregion"})
"""Sorts of places that papers let act (موسكو، أوروبا، الغرب)."""
_BODILY = frozenset({"vote", "veto"})
"""What only bodies do: the one last named, where nobody else is said to do it (قبل التصويت)."""


_HELD = frozenset({"coerce"})
"""What the state does in whose land it happens, if nobody else is named (سُجن في كوريا)."""


def _body(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """The public body named nearest before the trigger, a few sentences back at most."""
    before = scene.parties_before(trigger.at, sentences=3)
    return next((p.entities[:1] for p in before if scene.entities[p.entities[0]].type == "PublicBody"), ())


def without_scenery(scene: Scene, roles: Roles, kind: str) -> Roles:
    """A village where leaders meet is where they meet, and no party to it; a capital or a continent may act."""
    agents = tuple(e for e in roles.agents if not _is_scenery(scene, e) and not _is_text(scene, e, kind))
    targets = tuple(
        e for e in roles.targets if kind not in MUTUAL or not (_is_scenery(scene, e) or _is_text(scene, e, kind))
    )
    left_out = next(
        (e for e in (*roles.agents, *roles.targets) if e not in (*agents, *targets) and _is_scenery(scene, e)), None
    )
    return replace(roles, agents=agents, targets=targets, place=roles.place or left_out)


def _is_text(scene: Scene, entity_id: str, kind: str) -> bool:
    """A treaty does nothing itself: it says, asks and forbids at most; what is signed may be one."""
    return scene.entities[entity_id].type == "Document" and kind not in _TOLD_BY_TEXTS


def _is_scenery(scene: Scene, entity_id: str) -> bool:
    entity = scene.entities[entity_id]
    if entity.type != "Place":
        return False
    entry = gazetteer().entries.get(entity_id)
    return entry is None or entry.sort not in _ACTING_PLACES


def _states(scene: Scene, entities: tuple[str, ...]) -> set[str]:
    return {scene.entities[e].country or e for e in entities if e in scene.entities}


def _one_state(scene: Scene, some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return bool(_states(scene, some) & _states(scene, others))


def _other(scene: Scene, trigger: Trigger, clause: Clause, known: tuple[str, ...]) -> tuple[str, ...]:
    """The nearest party of another state in the sentence: behind the trigger first, then before it."""
    sentence = scene.text.sentences[scene.text.sentence_of(trigger.at)]
    documents = trigger.sense.kind in _OF_DOCUMENTS
    inside = [p for p in scene.parties if sentence.start <= p.first < sentence.stop and _can_act(scene, p, documents)]
    behind = [p for p in inside if p.first > trigger.at]
    before = [p for p in reversed(inside) if p.last < trigger.at]
    for party in (*behind, *before):
        if not _one_state(scene, party.entities, known):
            return party.entities
    return ()


def _can_act(scene: Scene, party: Party, documents: bool) -> bool:
    """Whether the party may be done something to in politics: no town where it only happens, no outlet."""
    entity = scene.entities[party.entities[0]]
    if entity.type == "Document":
        return documents
    if entity.type in ("Country", "Place") and party.prep == "في":
        return False
    return entity.type in ("Person", "Country", "PublicBody") or (entity.type == "Place" and bool(entity.country))
