"""Events of one article: triggers with their roles, status, date and chain, read sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from musnad.events.clauses import Clause, clause_of
from musnad.events.implied import implied, without_scenery
from musnad.events.isnad import Source, media_between, sources_in
from musnad.events.moments import moment_of
from musnad.events.news import day_of_speech, news_of
from musnad.events.plover import plover_of
from musnad.events.quotes import Speech, find_quotes
from musnad.events.roles import Roles, noun_roles, verb_roles
from musnad.events.scene import Scene
from musnad.events.settle import settle
from musnad.events.spot import Trigger, spot
from musnad.events.status import VERBAL, Governor, is_to_come, status_of
from musnad.events.subjects import has_subject_particle, several_before
from musnad.events.telling import counts, denies, is_content, same_telling, told_behind
from musnad.model import Event, Link, Published, Quote


@dataclass(slots=True)
class _Reading:
    """What has been read so far: who spoke last, whom a pronoun of a verb stands for."""

    topics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Gender and number → the last subject of a verb that agreed so."""
    speakers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The same for those who spoke in a main clause: whom وأضاف at the beginning of a sentence continues."""
    main: tuple[str, ...] = ()
    """Who speaks in the main clause of the sentence at hand; () before its first verb of speech."""
    last: tuple[str, ...] = ()
    sentence: int = -1
    kind: str = ""
    noun_agents: tuple[str, ...] = ()
    noun_sentence: int = -1
    accused: tuple[int, tuple[str, ...]] = (-1, ())
    """The sentence of the last accusation, and whom it accuses."""


def find_events(scene: Scene, published: Published) -> tuple[tuple[Event, ...], tuple[Quote, ...]]:
    """Events and quotations of one article, in the order of the text."""
    text = scene.text
    spotted, finite = spot(scene)
    at_sentence: dict[int, list[Trigger]] = {}
    for trigger in spotted:
        at_sentence.setdefault(text.sentence_of(trigger.at), []).append(trigger)
    tokens_of_triggers = frozenset(t.at for t in spotted) | finite
    reading = _Reading()
    news = news_of(scene, published)
    events: list[Event] = []
    supposed: set[int] = set()
    """Places in ``events`` of those that have the day of the news only because they tell none."""
    speeches: list[Speech] = []
    for number, sentence in enumerate(text.sentences):
        reading.main = ()
        sources = sources_in(scene, sentence)
        open_speech: list[tuple[int, Speech]] = []
        governor: Governor | None = None
        last: Governor | None = None
        if headed := _colon_speech(scene, sentence):
            speeches.append(headed)
            open_speech.append((headed.content, headed))
            reading.main = headed.speakers
            reading.last, reading.sentence, reading.kind = headed.speakers, number, "say"
        inside = at_sentence.get(number, [])
        for trigger, following in zip(inside, [*inside[1:], None], strict=False):
            clause = clause_of(scene, trigger, finite)
            topic = _topic(scene, trigger, reading)
            if trigger.is_verb or trigger.form.part == "active_participle":
                roles = verb_roles(scene, trigger, clause, topic)
            else:
                roles = noun_roles(scene, trigger, clause, reading.last)
            if _speaks_on(scene, trigger, roles):
                again = reading.speakers.get(_gender(trigger), ())
                roles = replace(roles, agents=again, subject=again)
            _remember(scene, trigger, roles, reading, number)
            spoken_of = (
                topic if trigger.is_verb else (_governor(scene, trigger, reading) if reading.sentence == number else ())
            )
            if (
                not roles.agents
                and trigger.sort == "noun"
                and trigger.proclitic == "و"
                and reading.noun_sentence == number
            ):
                roles = replace(roles, agents=reading.noun_agents)  # الانسحاب من الاتفاق وفرض العقوبات
            if (
                not roles.agents
                and not trigger.is_verb
                and trigger.proclitic.endswith("ب")
                and reading.accused[0] == number
            ):
                roles = replace(roles, agents=reading.accused[1])  # اتهام جنود باغتصاب: the accused did it
            said, roles = (
                roles,
                implied(scene, trigger, clause, roles, spoken_of, _speaker(trigger, open_speech, reading)),
            )
            roles = without_scenery(scene, roles, trigger.sense.kind)
            if trigger.sense.kind == "accuse":
                reading.accused = (number, roles.targets)
            if trigger.sort == "noun":
                reading.noun_agents, reading.noun_sentence = roles.agents, number
            speech = _speech(scene, trigger, clause, roles, sentence)
            chain = _chain(trigger, roles, open_speech, sources)
            if speech is not None:
                speeches.append(speech)
                open_speech.append((clause.stop, speech))
            date = moment_of(scene, trigger, clause, tokens_of_triggers)
            if trigger.sense.kind in VERBAL and not trigger.future and is_to_come(date, published):
                date = None  # تعهد بإغلاق الموقع في مايو المقبل: the day is the content's
            status = status_of(scene, trigger, clause, tokens_of_triggers, date, published, governor)
            content = governor is not None and is_content(scene, trigger, governor)
            governor = Governor(trigger, status)
            tells = not content and counts(scene, trigger, said, date, status)
            stated = date is not None
            date = day_of_speech(scene, trigger, clause, roles.agents, date, status, open_speech, news)
            news.note(trigger, roles.agents, date)
            if following is not None and told_behind(scene, trigger, following):
                continue
            if (
                denies(scene, trigger)
                and events
                and events[-1].kind != "say"
                and events[-1].start >= text.tokens[sentence.start].start
            ):
                events[-1] = replace(events[-1], status="denied")  # هجوم، وهو ما نفته دمشق
            if not tells or (last is not None and same_telling(scene, last, trigger, status)):
                continue
            last = Governor(trigger, status)
            if date is not None and not stated:
                supposed.add(len(events))
            start = text.tokens[trigger.at].start
            start = max(start, trigger.start)
            stop = max(clause.stop, trigger.after + 1)
            end = text.tokens[stop - 1].end
            events.append(
                Event(
                    f"e{len(events) + 1}",
                    trigger.sense.kind,
                    start,
                    end,
                    text.original[start:end],
                    (trigger.start, trigger.end),
                    roles.agents,
                    roles.targets,
                    roles.place,
                    date,
                    status,
                    chain,
                    plover_of(trigger.sense.kind, trigger.sense.lemma),
                    f"{trigger.sort} {trigger.sense.lemma}",
                )
            )
    quotes = find_quotes(scene, speeches)
    return settle(events, scene.entities, published, frozenset(supposed)), quotes


def _gender(trigger: Trigger) -> str:
    """The gender and number that the verb agrees with: ``ms``, ``fs``, ...; participles agree too loosely to tell."""
    persons = [person for person in trigger.form.persons if person.startswith("3")]
    return persons[0][1:] if persons else "ms"


def _topic(scene: Scene, trigger: Trigger, reading: _Reading) -> tuple[str, ...]:
    """Whom a verb without a subject of its own speaks of: acts of speech go on with the speaker, others with the last subject."""
    if not trigger.is_verb:
        return reading.main or reading.last
    if trigger.form.persons and all(person[0] == "1" for person in trigger.form.persons) and reading.main:
        return reading.main  # قال: قررنا
    gender = _gender(trigger)
    if gender[1:] in ("d", "p") and (several := several_before(scene, trigger)):
        return several
    if _reports(trigger) or has_subject_particle(scene, trigger):
        if reading.main and reading.speakers.get(gender) == reading.main:
            return reading.main
        if not reading.main and gender in reading.speakers:
            return reading.speakers[gender]
    return reading.topics.get(gender, reading.last)


def _remember(scene: Scene, trigger: Trigger, roles: Roles, reading: _Reading, number: int) -> None:
    """Note who the subject was; what stands inside a quotation is somebody else's talk."""
    if not trigger.is_verb or not roles.subject or scene.quote_at[trigger.at] >= 0:
        return
    reading.topics[_gender(trigger)] = roles.subject
    reading.last, reading.sentence, reading.kind = roles.subject, number, trigger.sense.kind
    if _reports(trigger) and (not reading.main or (trigger.proclitic == "و" and roles.found)):
        reading.main = roles.subject
        reading.speakers[_gender(trigger)] = roles.subject


def _speaks_on(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a noun with the article that names nobody speaks: وأضاف الوزير is the speaker before."""
    if (
        not trigger.is_verb
        or not _reports(trigger)
        or roles.agents
        or roles.described
        or trigger.form.voice == "passive"
    ):
        return False
    behind = trigger.at + 1
    return (
        behind < len(scene.text.tokens)
        and scene.party_at[behind] < 0
        and scene.time_at[behind] < 0
        and scene.text.tokens[behind].norm.startswith("ال")
    )


def _reports(trigger: Trigger) -> bool:
    return trigger.sense.reports or trigger.sense.kind in VERBAL


def _colon_speech(scene: Scene, sentence: range) -> Speech | None:
    """``روسيا: لا أثر للكيماوي``: a party and a colon open the words of that party."""
    number = scene.party_at[sentence.start]
    if number < 0:
        return None
    party = scene.parties[number]
    colon = party.last + 1
    if colon >= sentence.stop or scene.text.tokens[colon].norm != ":":
        return None
    return Speech(party.first, colon + 1, party.entities, party.actor.describes, (), True)


def _speaker(trigger: Trigger, open_speech: list[tuple[int, Speech]], reading: _Reading) -> tuple[str, ...]:
    """Whose words the trigger stands in: of the last act of speech whose content it belongs to."""
    for content, speech in reversed(open_speech):
        if trigger.at >= content and speech.speakers:
            return speech.speakers
    return reading.main


def _governor(scene: Scene, trigger: Trigger, reading: _Reading) -> tuple[str, ...]:
    """Who does what a noun behind a verb tells (تعتزم عقد قمة): the verb's subject, unless it only speaks of others.

    A threat is carried out by who makes it (هدد بفرض عقوبات); what one warns of (حذر من القتل) others do.
    """
    if reading.kind in ("say", "accuse", "request", "support", "reject"):
        return ()
    if reading.kind == "threaten" and not trigger.proclitic.endswith("ب"):
        return ()
    return tuple(e for e in reading.last if scene.entities[e].type != "Organization")


def _speech(scene: Scene, trigger: Trigger, clause: Clause, roles: Roles, sentence: range) -> Speech | None:
    """The act of speech that a trigger opens, if it opens one."""
    if not _reports(trigger):
        return None
    if trigger.form.voice == "passive" or trigger.sort not in ("verb", "light verb", "participle"):
        return None
    content = clause.stop
    return Speech(
        trigger.at,
        content,
        roles.agents or roles.subject,
        roles.described,
        media_between(scene, trigger.at + 1, clause.stop),
        trigger.sense.reports,
    )


def _chain(
    trigger: Trigger, roles: Roles, open_speech: list[tuple[int, Speech]], sources: list[Source]
) -> tuple[Link, ...]:
    """On whose word: the speakers whose content the trigger stands in, inner before outer, then named sources."""
    links: list[Link] = []
    for content, speech in reversed(open_speech):
        if trigger.at < content or not speech.reports:
            continue
        for speaker in speech.speakers:
            if speaker not in roles.agents or trigger.sense.kind not in VERBAL:
                links.append(Link(speaker, "", None))
        if not speech.speakers and speech.described:
            links.append(Link(None, speech.described, None))
        links.extend(speech.media)
    links.extend(Link(carrier, "", None) for carrier in roles.via)
    for source in sources:
        links.extend(link for link in source.links if link.entity is None or link.entity not in roles.agents)
    return tuple(dict.fromkeys(links))
