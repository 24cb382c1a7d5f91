"""Who in a clause plays which part, as the frame of its trigger says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from musnad.events.clauses import Clause, parties_in
from musnad.events.phrases import phrases
from musnad.events.scene import Scene
from musnad.events.signs import HARM, is_by, leads_off, reads_passive, takes_object
from musnad.events.spoken_of import main_subject, one_of_several, pronoun_of, referent, speaks_in_passing
from musnad.events.spot import Trigger
from musnad.events.subjects import has_subject_particle, is_plain_subject, subject_of

_AGAINST = "ضد"
_HELD_IN = frozenset({"meet", "vote"})
"""What is held in a body is held by the body (جلسة في مجلس الأمن)."""
_HELD = frozenset({"coerce", "retreat"})
_WHERE = frozenset({"place", "state", "body"})
"""Heads of noun groups that may tell where; a person is no place."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who did it, to whom, where: entity ids; ``subject`` is the party that the verb's subject is (for later pronouns)."""

    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: str | None = None
    subject: tuple[str, ...] = ()
    found: bool = False
    """Whether a subject stands in the clause itself (not carried over)."""
    via: tuple[str, ...] = ()
    """Who hands on what another said (نقلت الوكالة عن كيم)."""
    described: str = ""
    """What an unnamed subject is called (مصادر دبلوماسية)."""


def verb_roles(scene: Scene, trigger: Trigger, clause: Clause, topic: tuple[str, ...]) -> Roles:
    """The roles around a finite verb or participle; ``topic`` is who the pronoun in the verb stands for."""
    if speaks_in_passing(trigger):
        spoken_of = main_subject(scene, trigger, topic)
        return _assign(scene, trigger, clause, trigger.at + 1, spoken_of, False, "")
    subject, behind = subject_of(scene, trigger, clause)
    found = subject is not None
    described = subject.actor.describes if subject else ""
    ids = subject.entities if subject else ()
    topic = one_of_several(scene, trigger, topic)
    if subject is None and (has_subject_particle(scene, trigger) or not is_plain_subject(scene, trigger, clause)):
        ids = topic
    roles = _assign(scene, trigger, clause, behind, ids, found, described)
    if any(scene.entities[entity].type == "Document" for entity in roles.subject):
        return replace(roles, subject=())  # a treaty is nobody that later verbs speak of
    return roles


def _assign(
    scene: Scene, trigger: Trigger, clause: Clause, behind: int, subject: tuple[str, ...], found: bool, described: str
) -> Roles:
    frame = trigger.sense.frame
    agents: list[str] = []
    targets: list[str] = []
    place: str | None = None
    via: tuple[str, ...] = ()
    passive = trigger.form.voice == "passive" or reads_passive(scene, trigger, behind, clause, found)
    role = frame.get("subj", "agent")
    if passive:
        if frame.get("pass") == "agent":
            agents += subject
        else:
            targets += subject
    elif role == "target":
        targets += subject
    elif role != "-" or not found:
        agents += subject
        if role == "both":
            targets += subject
    if trigger.pronoun and (named := referent(scene, trigger.at, trigger.pronoun, subject)):
        targets += named
        if frame.get("obj") == "both":
            agents, targets = [*agents, *named], [*targets, *subject]
    for party in parties_in(scene, behind, clause.stop):
        slot = party.prep or "obj"
        if slot == "obj" and party.construct and (frame.get("obj") != "target" or targets):
            continue
        governed = slot == "obj" and party.construct and trigger.after < party.behind != trigger.noun
        if governed and leads_off(scene.text.tokens[party.behind : party.first]):
            continue  # محادثات لإخراج إيران: the object of another word
        if party.prep == "من" and is_by(scene, party):
            agents += party.entities
            continue
        wanted = frame.get(slot)
        if wanted is None and slot == "obj":
            wanted = frame.get("gen")
        if slot == _AGAINST:
            wanted = "target"
            targets = []
        if slot == "في" and trigger.sense.kind in _HELD_IN and scene.entities[party.entities[0]].type == "PublicBody":
            wanted = "both"
        if slot == "في" and (wanted in (None, "place")) and party.actor.head in _WHERE:
            place = place or party.entities[0]
            continue
        if wanted is None and not found and slot == "obj" and party.behind == trigger.noun and "both" in frame.values():
            wanted = "both"  # عُقدت قمة الكوريتين
        if trigger.sense.kind == "sign" and not targets and scene.entities[party.entities[0]].type == "Document":
            wanted = "target"
        if wanted == "target" and slot in phrases("about") and not found and trigger.sense.kind in _HELD:
            agents, subject = [], party.entities  # أُفرج عن فلان
        if wanted == "target" and not set(party.entities) <= set(agents):
            targets += party.entities
        elif wanted == "agent":
            agents += party.entities
        elif wanted == "source":
            via, agents, subject = subject, [*party.entities], party.entities
        elif wanted == "both":
            everyone = [*subject, *party.entities] if not passive else [*party.entities]
            agents = [*dict.fromkeys([*agents, *everyone])]
            targets = [*dict.fromkeys([*targets, *everyone])]
        elif wanted == "place":
            if party.actor.head in _WHERE:
                place = place or party.entities[0]
            if trigger.sense.kind == "visit":
                targets += party.entities
    impersonal = not found and trigger.sense.kind in HARM and trigger.form.tense == "past"  # حُكم عليه
    for part, spoken_of in _pronouns(scene, trigger, clause, () if impersonal else (*agents, *subject)):
        if impersonal and part == "target":
            agents = [agent for agent in agents if agent not in subject]
        if part in ("target", "both") and not targets:
            targets += spoken_of
        if part in ("agent", "both") and not agents:
            agents += spoken_of
    if len(subject) > 1 and "both" in frame.values():
        agents, targets = [*dict.fromkeys([*agents, *subject])], [*dict.fromkeys([*targets, *subject])]
    if "both" not in frame.values() and role != "both":
        targets = [target for target in targets if target not in agents]
    return Roles(
        tuple(dict.fromkeys(agents)), tuple(dict.fromkeys(targets)), place, subject, found, via, described
    )  # fmt: skip


def _pronouns(
    scene: Scene, trigger: Trigger, clause: Clause, others: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The roles that a preposition with a pronoun fills (انسحبت منه), and by whom."""
    for i in range(trigger.after + 1, clause.stop):
        preposition, pronoun = pronoun_of(scene.text.tokens[i])
        role = trigger.sense.frame.get(preposition, "")
        if role in ("agent", "target", "both") and (spoken_of := referent(scene, trigger.at, pronoun, others)):
            yield role, spoken_of


def noun_roles(scene: Scene, trigger: Trigger, clause: Clause, topic: tuple[str, ...]) -> Roles:
    """The roles around an event noun: its genitive, its pronoun (زيارته) and its prepositions."""
    frame = trigger.sense.frame
    agents: list[str] = []
    targets: list[str] = []
    place: str | None = None
    tokens = scene.text.tokens
    genitive = frame.get("gen", "agent")
    if trigger.pronoun and not topic:  # بعيد انتخابه، قال بوتين: the name comes behind
        sentence = scene.text.sentences[scene.text.sentence_of(trigger.at)]
        topic = next((p.entities for p in parties_in(scene, trigger.at + 1, sentence.stop) if p.prep == ""), ())
    if trigger.pronoun and topic:
        if genitive in ("agent", "both"):
            agents += topic
        else:
            targets += topic
    left = scene.party_at[trigger.at - 1] if trigger.at else -1
    if (
        left >= 0
        and scene.parties[left].construct
        and (trigger.definite or trigger.proclitic.endswith("ل"))
        and not trigger.pronoun
    ):
        (agents if genitive != "both" else targets).extend(scene.parties[left].entities)  # قرار ترمب الانسحاب
    first = True
    for party in parties_in(scene, trigger.at + 1, clause.stop):
        behind = trigger.after if party.first > trigger.after else trigger.at
        gap = tokens[behind + 1 : party.first]
        near = (len(gap) <= (1 if first else 99) and not leads_off(gap)) or party.behind <= behind
        prep = party.prep if party.behind >= trigger.at else ""  # in بالهجوم الروسي the preposition is the event's
        slot = prep or ("gen" if first and near and not trigger.pronoun else "obj")
        if slot in phrases("between") and slot not in frame and len(party.entities) > 1:
            agents, targets = [*agents, *party.entities], [*targets, *party.entities]
            first = False
            continue
        first = False
        if party.prep == "من" and is_by(scene, party):
            agents += party.entities
            continue
        if slot == "obj" and gap and any(t.norm in ("،", ",") for t in gap):
            break
        wanted = frame.get(slot)
        if slot == "gen" and (wanted in (None, "-") or (wanted == "target" and takes_object(scene, party, clause))):
            wanted = "agent"
        if slot == "gen" and trigger.sense.kind == "visit" and party.actor.head in ("state", "place"):
            wanted = "agent" if party.actor.adjective or party.actor.describes else "target"  # زيارة الصين
        if slot == "ل" and trigger.sense.kind == "visit" and party.actor.head in ("person", "unnamed") and not agents:
            wanted = "agent"  # زيارة لرئيس روسي
        if slot == _AGAINST:
            wanted = "target"
        if slot == "في" and trigger.sense.kind in _HELD_IN and scene.entities[party.entities[0]].type == "PublicBody":
            wanted = "both"
        if slot == "في" and wanted in (None, "place"):
            if party.actor.head in _WHERE:
                place = place or party.entities[0]
            continue
        if wanted == "target":
            targets += party.entities
        elif wanted == "agent":
            agents += party.entities
        elif wanted == "both":
            agents += party.entities
            targets += party.entities
        elif wanted == "place" and party.actor.head in _WHERE:
            place = place or party.entities[0]
    if "both" in frame.values():
        everyone = dict.fromkeys([*agents, *targets])
        if len(everyone) > 1 or genitive == "both":
            agents, targets = [*everyone], [*everyone]
    return Roles(tuple(dict.fromkeys(agents)), tuple(dict.fromkeys(targets)), place)
