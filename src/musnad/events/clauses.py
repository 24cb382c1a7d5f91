"""How far the clause of a trigger reaches, and who in it plays which part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from musnad.events.scene import Party, Scene, is_mark
from musnad.events.spot import Trigger
from musnad.lexicon.table import rows
from musnad.text.fold import fold
from musnad.text.tokens import Token, enclitic_stems

_STRONG = {".", "؛", ";", ":", "!", "?", "؟", "…"}
_AGAINST = "ضد"
_HELD_IN = frozenset({"meet", "vote"})
"""What is held in a body is held by the body (جلسة في مجلس الأمن)."""
_HARM = frozenset({"assault", "coerce", "retreat"})
_BY = ("من قبل", "من جانب", "علي يد", "علي ايدي", "بواسطه", "من طرف")


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


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens that belong to a trigger: ``first`` to ``stop`` (exclusive); ``left`` is where its own left context begins."""

    left: int
    first: int
    stop: int


@cache
def _words_of(*sorts: str) -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in rows("text/words", "word", "sort") if row["sort"] in sorts)


@cache
def _complementizers() -> frozenset[str]:
    return frozenset(w for w in _words_of("conjunction") if w.lstrip("فب").startswith(("ان", "لان", "كان")))


def is_complementizer(token: Token) -> bool:
    """أن, إن, بأنه, ...: what follows is the content, not the clause itself."""
    return any(rest in _complementizers() for _, rest in token.readings) or any(
        stem in ("ان", "بان", "لان") for stem in enclitic_stems(token.norm)
    )


def is_relative(token: Token) -> bool:
    """الذي, التي, الذين, ..."""
    return token.norm.startswith(("الذ", "الت", "الل")) and token.norm in _words_of("relative")


def clause_of(scene: Scene, trigger: Trigger, finite: frozenset[int]) -> Clause:
    """From the trigger to what ends its clause: a strong stop, أن, a relative, the next finite verb, the sentence."""
    tokens = scene.text.tokens
    sentence = scene.text.sentences[scene.text.sentence_of(trigger.at)]
    stop = trigger.after + 1
    while stop < sentence.stop:
        token = tokens[stop]
        if token.norm in _STRONG:
            break
        if stop > trigger.after and (stop in finite or is_complementizer(token)) and scene.party_at[stop] < 0:
            break
        if is_relative(token):
            break
        stop += 1
    left = trigger.at
    while left > sentence.start:
        token = tokens[left - 1]
        if token.norm in _STRONG or (left - 1) in finite or is_complementizer(token):
            break
        left -= 1
    return Clause(left, trigger.at, stop)


def parties_in(scene: Scene, first: int, stop: int) -> Iterator[Party]:
    """The parties that lie in a range of tokens, in order."""
    seen = -1
    for i in range(first, stop):
        number = scene.party_at[i]
        if number > seen:
            seen = number
            party = scene.parties[number]
            if party.first >= first and party.last < stop:
                yield party


def verb_roles(scene: Scene, trigger: Trigger, clause: Clause, topic: tuple[str, ...]) -> Roles:
    """The roles around a finite verb or participle; ``topic`` is who the pronoun in the verb stands for."""
    subject, behind = _subject(scene, trigger, clause)
    found = subject is not None
    described = subject.actor.describes if subject else ""
    ids = subject.entities if subject else ()
    if subject is None and (has_subject_particle(scene, trigger) or not _plain_subject(scene, trigger, clause)):
        ids = topic
    return _assign(scene, trigger, clause, behind, ids, found, described)


def _subject(scene: Scene, trigger: Trigger, clause: Clause) -> tuple[Party | None, int]:
    """The subject's party and the token behind which the other complements stand."""
    behind = _behind(scene, trigger, clause)
    if behind is not None and not behind.construct:
        return behind, behind.last + 1
    before = _before(scene, trigger, clause)
    if before is not None:
        return before, trigger.after + 1
    if behind is not None:
        return behind, behind.last + 1
    return None, trigger.at + 1


def _behind(scene: Scene, trigger: Trigger, clause: Clause) -> Party | None:
    """A subject behind its verb: قال بوتين, قالت وكالة رويترز, مررت لجنة مجلس الأمن."""
    if trigger.form.part == "verb":
        for party in parties_in(scene, trigger.at + 1, clause.stop):
            if party.prep == "" and agrees(trigger, party) and _only_between(scene, trigger.at + 1, party):
                return party
            break
    return None


def agrees(trigger: Trigger, party: Party) -> bool:
    """Whether a verb may have the party, standing behind it, as its subject: اتهم بريطانيا has it as its object."""
    if party.actor.head == "person" and party.first == trigger.at + 1:
        return True  # women hold offices with masculine titles: قالت رئيس الوزراء تيريزا ماي
    genders = {person[1:2] for person in trigger.form.persons if person.startswith("3")}
    return not party.gender or not genders or party.gender in genders


def _only_between(scene: Scene, first: int, party: Party) -> bool:
    """Between a verb and its subject only marks, times and adverbs stand, or a noun that the party's name belongs to."""
    adverbs = _words_of("adverb", "auxiliary")
    nouns = 2 if party.actor.adjective else int(party.construct)
    for i, token in enumerate(scene.text.tokens[first : party.first], first):
        if is_mark(token.norm) or scene.time_at[i] >= 0 or token.norm in adverbs:
            continue
        if not nouns or not token.is_word or token.norm in _words_of("preposition", "conjunction"):
            return False
        nouns -= 1
    return True


def _before(scene: Scene, trigger: Trigger, clause: Clause) -> Party | None:
    """A subject before the verb: بوتين يزور ..., الذي ..., إن بوتين قال."""
    tokens = scene.text.tokens
    i = trigger.at - 1
    auxiliaries = _words_of("auxiliary", "negation", "adverb", "relative")
    sentence = scene.text.sentences[scene.text.sentence_of(trigger.at)]
    if trigger.proclitic in ("و", "ف") and trigger.form.tense == "past":
        return None
    while i >= sentence.start and (is_mark(tokens[i].norm) or scene.time_at[i] >= 0 or tokens[i].norm in auxiliaries):
        i -= 1
    if i >= sentence.start and tokens[i + 1].norm in {"،", ","}:
        i = _before_apposition(scene, i, sentence.start)
    if i < sentence.start or scene.party_at[i] < 0:
        return None
    party = scene.parties[scene.party_at[i]]
    return party if party.prep == "" or is_relative(tokens[trigger.at - 1]) else None


def _before_apposition(scene: Scene, i: int, first: int) -> int:
    """From the last word of ``X، القس الأميركي، قد ...`` back to X; ``i`` itself where no commas enclose a phrase after a party."""
    at = i
    while at > max(first, i - 9) and scene.text.tokens[at].norm not in {"،", ","}:
        at -= 1
    if scene.text.tokens[at].norm in {"،", ","} and at > first and scene.party_at[at - 1] >= 0:
        return at - 1
    return i


def has_subject_particle(scene: Scene, trigger: Trigger) -> bool:
    """Whether a particle right before the verb already holds its subject (أنه يتوقع)."""
    if trigger.at == 0:
        return False
    before = scene.text.tokens[trigger.at - 1].norm
    return before.endswith(("ه", "ها", "هم", "هما")) and is_complementizer(scene.text.tokens[trigger.at - 1])


def _plain_subject(scene: Scene, trigger: Trigger, clause: Clause) -> bool:
    """Whether a noun that names nobody known stands where the subject does (قالت مصادر, قتل خمسة أشخاص)."""
    if trigger.form.part != "verb" or trigger.pronoun or trigger.noun >= 0:
        return False
    at = trigger.at + 1
    while at < clause.stop and (is_mark(scene.text.tokens[at].norm) or scene.time_at[at] >= 0):
        at += 1
    if at >= clause.stop:
        return False
    token = scene.text.tokens[at]
    if token.is_number:
        return True
    if not token.is_word or scene.party_at[at] >= 0:
        return False
    skip = _words_of("preposition", "conjunction", "with_pronoun", "adverb", "demonstrative", "negation", "pronoun", "interrogative")
    if token.norm in skip or any(pro and rest in skip for pro, rest in token.readings):
        return False
    if token.norm[0] in "بل" and len(token.readings) > 1:
        return False
    return trigger.sense.frame.get("obj", "-") == "-" or token.norm.startswith("ال") is False


def _assign(
    scene: Scene, trigger: Trigger, clause: Clause, behind: int, subject: tuple[str, ...], found: bool, described: str
) -> Roles:
    frame = trigger.sense.frame
    agents: list[str] = []
    targets: list[str] = []
    place: str | None = None
    via: tuple[str, ...] = ()
    passive = trigger.form.voice == "passive" or _reads_passive(scene, trigger, behind, clause, found)
    role = frame.get("subj", "agent")
    if passive:
        if frame.get("pass") == "agent":
            agents += subject
        else:
            targets += subject
    elif role == "target":
        targets += subject
    else:
        agents += subject
        if role == "both":
            targets += subject
    if trigger.pronoun and (referent := _referent(scene, trigger, subject)):
        targets += referent
        if frame.get("obj") == "both":
            agents, targets = [*agents, *referent], [*targets, *subject]
    for party in parties_in(scene, behind, clause.stop):
        slot = party.prep or "obj"
        if slot == "obj" and party.construct and (frame.get("obj") != "target" or targets):
            continue
        if party.prep == "من" and _by(scene, party):
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
        if slot == "في" and (wanted in (None, "place")) and party.actor.head in ("place", "state", "body"):
            place = place or party.entities[0]
            continue
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
            place = place or party.entities[0]
            if trigger.sense.kind == "visit":
                targets += party.entities
    if len(subject) > 1 and "both" in frame.values():
        agents, targets = [*dict.fromkeys([*agents, *subject])], [*dict.fromkeys([*targets, *subject])]
    return Roles(
        tuple(dict.fromkeys(agents)), tuple(dict.fromkeys(targets)), place, subject, found, via, described
    )  # fmt: skip


def _reads_passive(scene: Scene, trigger: Trigger, behind: int, clause: Clause, found: bool) -> bool:
    """``اعتقل فلان بتهمة``: unvocalised, a verb of harm without an object tells what befell its subject."""
    if trigger.sense.kind not in _HARM or trigger.sense.frame.get("obj") != "target" or trigger.pronoun or trigger.noun >= 0:
        return False
    if trigger.form.part != "verb" or trigger.form.tense == "present" or not found:
        return False
    at = behind if behind > trigger.at + 1 else trigger.at + 1
    while at < clause.stop and (scene.time_at[at] >= 0 or is_mark(scene.text.tokens[at].norm)):
        at += 1
    if at >= clause.stop:
        return True
    token = scene.text.tokens[at]
    particles = _words_of("preposition", "conjunction", "with_pronoun", "adverb", "relative")
    return any(rest in particles for _, rest in token.readings) or (token.norm[0] in "بلو" and len(token.readings) > 1)


def _referent(scene: Scene, trigger: Trigger, subject: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the pronoun at the end of a verb (اتهمتها) stands for: the nearest agreeing party before, other than the subject."""
    wanted = {"ه": "m", "ها": "f"}.get(trigger.pronoun, "")
    sentence = scene.text.sentence_of(trigger.at)
    for party in reversed(scene.parties):
        if party.last >= trigger.at or set(party.entities) & set(subject):
            continue
        if scene.text.sentence_of(party.first) < sentence - 1:
            return ()
        if not wanted or party.gender in ("", wanted):
            return party.entities
    return ()


def _by(scene: Scene, party: Party) -> bool:
    """``من قبل X``: X did it."""
    words = " ".join(t.norm for t in scene.text.tokens[max(0, party.first - 2) : party.first])
    return words.endswith(_BY)


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
    if left >= 0 and scene.parties[left].construct and (trigger.definite or trigger.proclitic.endswith("ل")) and not trigger.pronoun:
        (agents if genitive != "both" else targets).extend(scene.parties[left].entities)  # قرار ترمب الانسحاب
    first = True
    for party in parties_in(scene, trigger.after + 1, clause.stop):
        gap = tokens[trigger.after + 1 : party.first]
        near = len(gap) <= (1 if first else 99)
        slot = party.prep or ("gen" if first and near and not trigger.pronoun else "obj")
        first = False
        if party.prep == "من" and _by(scene, party):
            agents += party.entities
            continue
        if slot == "obj" and gap and any(t.norm in ("،", ",") for t in gap):
            break
        wanted = frame.get(slot)
        if slot == "gen" and wanted in (None, "-"):
            wanted = "agent"
        if slot == "ل" and trigger.sense.kind == "visit" and party.actor.head in ("person", "unnamed") and not agents:
            wanted = "agent"  # زيارة لرئيس روسي
        if slot == _AGAINST:
            wanted = "target"
        if slot == "في" and trigger.sense.kind in _HELD_IN and scene.entities[party.entities[0]].type == "PublicBody":
            wanted = "both"
        if slot == "في" and wanted in (None, "place"):
            if party.actor.head in ("place", "state", "body"):
                place = place or party.entities[0]
            continue
        if wanted == "target":
            targets += party.entities
        elif wanted == "agent":
            agents += party.entities
        elif wanted == "both":
            agents += party.entities
            targets += party.entities
        elif wanted == "place":
            place = place or party.entities[0]
    if "both" in frame.values():
        everyone = dict.fromkeys([*agents, *targets])
        if len(everyone) > 1 or genitive == "both":
            agents, targets = [*everyone], [*everyone]
    return Roles(tuple(dict.fromkeys(agents)), tuple(dict.fromkeys(targets)), place)
