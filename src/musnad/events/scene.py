"""One article laid out for the event rules: which token belongs to whom, to which time, to which quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from musnad.events.party import Party, gender_of, with_pairs
from musnad.lexicon.table import rows, split
from musnad.lexicon.triggers import PREPOSITIONS, triggers
from musnad.lexicon.words import grammar_words
from musnad.model import Entity, TimeExpression
from musnad.names.records import Actor, Names
from musnad.text.fold import fold
from musnad.text.prepared import Text
from musnad.text.tokens import Token, enclitic_stems, without_article

_ATTACHED = {"ب", "ل", "ك", "وب", "ول", "فب", "فل"}
_MARKS = {'"', "“", "”", "«", "»", "(", ")", "،", ",", "-", "–"}


@dataclass(frozen=True, slots=True)
class Scene:
    """``party_at``/``time_at`` give for each token the index of the party / time expression that covers it, or -1."""

    text: Text
    names: Names
    entities: dict[str, Entity]
    times: tuple[TimeExpression, ...]
    parties: tuple[Party, ...]
    party_at: tuple[int, ...]
    time_at: tuple[int, ...]
    quote_at: tuple[int, ...]
    """The number of the quotation that covers the token, or -1."""
    quotations: tuple[range, ...]
    """Token ranges between quotation marks."""

    def parties_before(self, at: int, sentences: int) -> Iterator[Party]:
        """The parties named before token ``at``, the nearest first, in its sentence and so many before that."""
        earliest = self.text.sentence_of(at) - sentences
        for party in reversed(self.parties):
            if party.last >= at:
                continue
            if self.text.sentence_of(party.first) < earliest:
                return
            yield party


def set_scene(text: Text, names: Names, times: Sequence[TimeExpression]) -> Scene:
    """Lay out one article."""
    size = len(text.tokens)
    entities = {entity.id: entity for entity in names.entities}
    parties = with_pairs(text, _parties(text, names.actors, entities), entities)
    party_at, time_at, quote_at = [-1] * size, [-1] * size, [-1] * size
    for number, party in enumerate(parties):
        for i in range(party.first, party.last + 1):
            party_at[i] = number
    for number, time in enumerate(times):
        for i in text.between(time.start, time.end):
            time_at[i] = number
    quotations = tuple(_quotations(text))
    for number, quotation in enumerate(quotations):
        for i in quotation:
            quote_at[i] = number
    return Scene(
        text,
        names,
        entities,
        tuple(times),
        tuple(parties),
        tuple(party_at),
        tuple(time_at),
        tuple(quote_at),
        quotations,
    )


def _parties(text: Text, actors: Sequence[Actor], known: dict[str, Entity]) -> list[Party]:
    """The widest actors, those joined by و into one party."""
    widest: list[Actor] = []
    reach = -1
    for actor in sorted(actors, key=lambda a: (a.first, -a.last)):
        if actor.last > reach:
            if actor.first <= reach:
                continue
            widest.append(actor)
            reach = actor.last
    parties: list[Party] = []
    for actor in widest:
        if parties and _joined(text, parties[-1], actor):
            before = parties[-1]
            entities = (*before.entities, *(e for e in (actor.entity,) if e not in before.entities))
            parties[-1] = replace(before, last=actor.last, entities=entities)
            continue
        if parties and _apposed(text, parties[-1], actor, known):
            parties[-1] = replace(parties[-1], last=actor.last, entities=(actor.entity,), actor=actor)
            continue
        prep, behind = _preposition(text, actor)
        construct = _is_construct(text, actor)
        if construct and not prep and behind == actor.first - 1 and (noun := _governed_noun(text, behind)):
            prep, behind = noun  # مقابلة مع قناة فوكس
        gender = gender_of(text, actor, known[actor.entity])
        parties.append(Party(actor.first, actor.last, (actor.entity,), prep, actor, gender, construct, behind))
    return parties


@cache
def _joiners() -> tuple[str, ...]:
    """Phrases that join a party to the one before it (روسيا إلى جانب الصين), folded."""
    return tuple(fold(row["phrase"]) for row in rows("actors/joiners", "phrase"))


def _joined(text: Text, party: Party, actor: Actor) -> bool:
    """``X وY``: the second begins with و right behind the first (a comma may stand between)."""
    gap = [t.norm for t in text.tokens[party.last + 1 : actor.first]]
    if text.sentence_of(party.last) != text.sentence_of(actor.first):
        return False
    opening = " ".join(t.norm for t in text.tokens[party.last + 1 : min(actor.first + 1, party.last + 4)])
    if opening.startswith(_joiners()):
        return len(gap) <= 2
    if actor.proclitic in ("و", "ول", "وب"):
        return all(norm in {"،", ",", '"', ")"} for norm in gap) and len(gap) <= 2
    return gap == ["و"]


def _apposed(text: Text, party: Party, actor: Actor, known: dict[str, Entity]) -> bool:
    """``نظيره الكوري الشمالي كيم``, ``مسؤولة روسية، زاخاروفا``: who is described first and named right behind."""
    if actor.head != "person" or actor.proclitic or len(party.entities) != 1:
        return False
    if not (party.actor.adjective or party.actor.head == "unnamed"):
        return False
    gap = [t.norm for t in text.tokens[party.last + 1 : actor.first]]
    return gap in ([], ["،"], [","]) and known[party.entities[0]].country == known[actor.entity].country


def _preposition(text: Text, actor: Actor) -> tuple[str, int]:
    """The preposition that governs the actor: attached to it, or the word before it."""
    before = actor.first - 1
    if actor.proclitic in _ATTACHED:
        return actor.proclitic[-1], before
    while before >= 0 and text.tokens[before].norm in {'"', "“", "«", "("}:
        before -= 1
    if before >= 0:
        for _, rest in text.tokens[before].readings:
            if rest in PREPOSITIONS:
                if before and rest == "من" and (counted := _counted(text, before - 1)) is not None:
                    return _preposition_before(text, before - 1, counted)  # كل من فلان وفلان, عدد من الروس
                if before and rest == "من" and (people := _people(text, before - 1)) is not None:
                    return _preposition_before(text, before - 1, people)  # جنود من نيبال
                return rest, before - 1
    if not actor.proclitic and before >= 0 and (text.tokens[before].is_number or _counted(text, before) is not None):
        return _preposition_before(text, before, _counted(text, before) or "")  # 60 دبلوماسيا, عن ثلاثة مواطنين
    if actor.adjective and not actor.proclitic and before >= 0 and (people := _people(text, before)) is not None:
        return _preposition_before(text, before, people)  # عن مواطنين أمريكيين
    return "", before


def _preposition_before(text: Text, at: int, proclitic: str) -> tuple[str, int]:
    """The preposition of a noun group whose first word stands at ``at`` and is written with ``proclitic``."""
    if proclitic in _ATTACHED:
        return proclitic[-1], at - 1
    while at > 0 and text.tokens[at - 1].is_number:
        at -= 1
    if not proclitic and at > 0:
        for _, rest in text.tokens[at - 1].readings:
            if rest in PREPOSITIONS:
                return rest, at - 2
    return "", at - 1


def _governed_noun(text: Text, at: int) -> tuple[str, int] | None:
    """The separate preposition right before the noun at ``at``, and the token before it."""
    if at < 1:
        return None
    for proclitic, rest in text.tokens[at - 1].readings:
        if rest in PREPOSITIONS and proclitic in ("", "و", "ف"):
            return rest, at - 2
    return None


def _counted(text: Text, at: int) -> str | None:
    """The proclitic of a word that counts those behind it (كل، عدد، أحد), None if the word is another."""
    return next(
        (pro for pro, rest in text.tokens[at].readings if rest in _counting() or rest.removesuffix("ا") in _counting()),
        None,
    )


def _people(text: Text, at: int) -> str | None:
    """The proclitic of a noun for people of a state (مواطنين، جنود), None if the word is another."""
    return next((pro for pro, rest in text.tokens[at].readings if without_article(rest) in _folk()), None)


@cache
def _counting() -> frozenset[str]:
    numbers = {fold(word) for row in rows("times/numbers", "form") for word in split(row["form"])}
    quantifiers = {fold(row["word"]) for row in rows("text/words", "word", "sort") if row["sort"] == "quantifier"}
    return frozenset(numbers | quantifiers)


@cache
def _folk() -> frozenset[str]:
    """Nouns that with a nationality are people of that state, folded."""
    return frozenset(fold(word) for row in rows("actors/folk", "words") for word in split(row["words"]))


def _is_construct(text: Text, actor: Actor) -> bool:
    """Whether the word before is a common noun without article, so that the actor is its genitive."""
    if actor.first == 0 or actor.proclitic or actor.adjective:
        return False
    before = text.tokens[actor.first - 1]
    if not before.is_word or before.norm.startswith("ال") or before.norm.endswith("ا") or has_pronoun(before):
        return False
    forms = triggers().forms
    for _, rest in before.readings:  # وقعته واشنطن is a verb with its object
        if any(form.part == "verb" for word in (rest, *enclitic_stems(rest)) for form in forms.get(word, ())):
            return False
    return not any(rest in grammar_words() for _, rest in before.readings)


def has_pronoun(token: Token) -> bool:
    """``خارجيته``, ``رئيسها``: a noun with a pronoun governs no genitive, so what follows is in apposition (ة is written apart from ه)."""
    return token.surface.endswith(("ته", "ها", "هم", "هما"))


def _quotations(text: Text) -> list[range]:
    """What stands between quotation marks; one that is never closed runs to the end of its paragraph."""
    pairs = {"“": "”", "«": "»", '"': '"', "‹": "›"}
    found: list[range] = []
    for line in text.paragraphs:
        at = line.start
        while at < line.stop:
            norm = text.tokens[at].norm
            norm = '"' if norm == "”" else norm
            if norm not in pairs:
                at += 1
                continue
            closing = {pairs[norm], "”"} if norm == '"' or norm == "“" else {pairs[norm]}
            if norm == "“":
                closing.add('"')
            end = at + 1
            while end < line.stop and text.tokens[end].norm not in closing:
                end += 1
            if end > at + 1:
                found.append(range(at + 1, end))
            at = end + 1
    return found


def is_mark(norm: str) -> bool:
    """Punctuation that does not end a clause."""
    return norm in _MARKS
