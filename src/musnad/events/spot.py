"""Spotting triggers: the words of a sentence that tell an event, each read as verb, light verb, participle or noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from musnad.events.background import background
from musnad.events.scene import Scene
from musnad.events.senses import OBJECT_REACH, antecedents, bare, choose, holds, words_near
from musnad.lexicon.table import rows
from musnad.lexicon.triggers import (
    PREPOSITIONS,
    Form,
    Sense,
    Triggers,
    triggers,
)
from musnad.lexicon.words import grammar_words, title_words
from musnad.text.fold import fold
from musnad.text.tokens import Token, enclitic_stems, without_article

_SETTING = 4
"""How many words a phrase may have that opens a sentence before its verb."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event. ``at`` is its token, ``after`` the token behind which its complements begin."""

    at: int
    after: int
    start: int
    end: int
    sense: Sense
    form: Form
    proclitic: str
    future: bool
    pronoun: str
    """The pronoun that ends the word (اتهمته, زيارته), or ""."""
    noun: int = -1
    """The token of a light verb's noun, or -1."""
    definite: bool = False
    """Written with the article."""

    @property
    def sort(self) -> str:
        """``verb``, ``light verb``, ``participle``, ``masdar`` (of a verb that has no noun row) or ``noun``."""
        if self.form.part == "verb":
            return "light verb" if self.noun >= 0 else "verb"
        if self.noun >= 0:
            return "light masdar"
        if self.form.lemma:
            return "masdar" if self.form.part == "masdar" else "participle"
        return "noun"

    @property
    def is_verb(self) -> bool:
        return self.form.part == "verb"


@dataclass(frozen=True, slots=True)
class _Reading:
    proclitic: str
    rest: str
    form: Form
    pronoun: str


_DUAL = {"3md", "3fd"}
_NOUN = Form("", "", "active", (), "masdar")


@cache
def _openers() -> frozenset[str]:
    """Words right behind which a finite verb may stand: particles, conjunctions, auxiliaries, relatives, negations."""
    wanted = {"conjunction", "auxiliary", "relative", "negation", "interrogative", "adverb", "with_pronoun"}
    return frozenset(fold(row["word"]) for row in rows("text/words", "word", "sort") if row["sort"] in wanted)


def spot(scene: Scene) -> tuple[list[Trigger], frozenset[int]]:
    """The triggers in order, and the tokens that are finite verbs (of the lexicon), which bound each other's clauses."""
    lexicon = triggers()
    found: list[Trigger] = []
    finite: set[int] = set()
    consumed: set[int] = set()
    for sentence in scene.text.sentences:
        for i in sentence:
            token = scene.text.tokens[i]
            if not token.is_word or i in consumed or scene.time_at[i] >= 0 or _named(scene, i) or _grammatical(token):
                continue
            readings = [r for r in _readings(token, lexicon) if not _is_other_word(token, r, lexicon)]
            if scene.quote_at[i] < 0:  # the article itself speaks in no first person
                readings = [r for r in readings if set(r.form.persons) - {"1s", "1p"} or not r.form.persons]
            verb = _as_verb(scene, i, sentence, readings, lexicon)
            if verb is not None:
                finite.add(i)
            others = (r for r in readings if r.form.part != "verb")
            joined = [
                r for r in readings if verb and r.form.part == "verb" and r.proclitic in ("و", "ف") and r is not verb
            ]
            trigger = None
            for reading in (
                (verb, *joined) if verb else [*others][:1]
            ):  # ودعت: "she bade farewell", else "and she called"
                trigger = _told(scene, i, sentence, reading, lexicon)
                if trigger is not None:
                    break
            if trigger is None and verb is None:
                trigger = _noun(scene, i, sentence, lexicon)
            if trigger is not None:
                found.append(trigger)
                consumed |= _words_used(scene, trigger, sentence, lexicon)
    return found, frozenset(finite)


def _told(scene: Scene, i: int, sentence: range, reading: _Reading, lexicon: Triggers) -> Trigger | None:
    """What a word tells in one of its readings: plainly or with its noun, the more specific of the two."""
    plain = _plain(scene, i, sentence, reading, lexicon)
    retold = plain is not None and "source" in plain.sense.frame.values()  # نقلت الوكالة عن كيم ... رسالته
    if plain is not None and (len(plain.sense.restrictions) >= 2 or retold):
        return plain
    return _light(scene, i, sentence, reading, lexicon) or plain


def _words_used(scene: Scene, trigger: Trigger, sentence: range, lexicon: Triggers) -> set[int]:
    """The tokens that tell the event together with the trigger's own and tell none of their own.

    The rest of a phrase (فرض عقوبات), a light verb's noun with the phrase that it belongs to (استخدم حق النقض).
    """
    used = set(range(trigger.at + 1, trigger.after + 1)) if trigger.noun < 0 else {trigger.noun}
    if trigger.noun >= 0:
        for first in (trigger.noun - 1, trigger.noun):
            if (
                first > trigger.at
                and (phrase := _noun(scene, first, sentence, lexicon))
                and phrase.after >= trigger.noun
            ):
                used |= set(range(first, phrase.after + 1))
    return used


def _grammatical(token: Token) -> bool:
    """A particle or title, whatever verb it may look like (بين، لن، قبل، وزير)."""
    return token.norm in title_words() or any(rest in grammar_words() for _, rest in token.readings)


def _named(scene: Scene, i: int) -> bool:
    """Whether the token belongs to a noun group that names somebody; an adjective's noun (الهجوم الروسي) may tell an event."""
    return scene.party_at[i] >= 0


def _readings(token: Token, lexicon: Triggers) -> Iterator[_Reading]:
    """Every lexical reading of a word as a form of a verb, the fewest clitics first."""
    for proclitic, rest in token.readings:
        for form in lexicon.forms.get(rest, ()):
            if not form.bound and _agrees(proclitic, form):
                yield _Reading(proclitic, rest, form, "")
        if rest.startswith("ال"):
            for form in lexicon.forms.get(without_article(rest), ()):
                if form.part != "verb" and _agrees(proclitic, form):
                    yield _Reading(proclitic, rest, form, "")
        if rest.endswith("ا") and len(rest) > 2:
            for form in lexicon.forms.get(rest[:-1], ()):
                if form.part != "verb" and _agrees(proclitic, form):
                    yield _Reading(proclitic, rest, form, "")
    for proclitic, rest in token.readings:
        for stem in enclitic_stems(rest):
            pronoun = rest[len(stem) :] if rest.startswith(stem) else "ه"
            if pronoun == "ه" and token.surface.endswith("ة"):
                continue  # زعزعة is a noun, not "he shook it"
            # as written, then as the pronoun may have changed it; in an order, for the first reading wins
            writings = (
                stem,
                stem[:-1] + "ي" if stem.endswith("ا") else stem,
                stem + "ا" if stem.endswith("و") else stem,
            )
            for written in dict.fromkeys(writings):
                for form in lexicon.forms.get(written, ()):
                    if _agrees(proclitic, form):
                        yield _Reading(proclitic, rest, form, pronoun)


def _is_other_word(token: Token, reading: _Reading, lexicon: Triggers) -> bool:
    """Whether the letters are known to be another word (وزير is no "and + زار")."""
    for _, rest in token.readings:
        for lemma, part in lexicon.homographs.get(without_article(rest), ()):
            if lemma in ("*", reading.form.lemma) and (part in ("", "*") or part == reading.form.part):
                return True
    return False


def _agrees(proclitic: str, form: Form) -> bool:
    if form.part == "verb":
        if proclitic.endswith("س"):
            return form.tense == "present"
        return proclitic in ("", "و", "ف") or (proclitic in ("ل", "ول") and form.tense == "present")
    return not proclitic.endswith("س")


def _as_verb(scene: Scene, i: int, sentence: range, readings: list[_Reading], lexicon: Triggers) -> _Reading | None:
    """The reading as a finite verb, where the place allows one."""
    verbs = [r for r in readings if r.form.part == "verb" and r.form.tense != "imperative"]
    if not verbs:
        return None
    tokens = scene.text.tokens
    token = tokens[i]
    verb = min(
        verbs, key=lambda r: set(r.form.persons) <= _DUAL
    )  # ودعا: "and he called" before "the two bade farewell"
    before = tokens[i - 1] if i > sentence.start else None
    if (
        before is not None
        and verb.proclitic == ""
        and (_is_preposition(before) or before.norm in background("annexing"))
    ):
        return None
    dual = set(verb.form.persons) <= _DUAL  # ردا على ... is seldom "the two answered"
    homograph = (
        dual
        or any(r.form.part != "verb" and r.proclitic == verb.proclitic for r in readings)
        or any(rest in lexicon.nouns for _, rest in token.readings)
    )
    if not homograph:
        return verb
    opened = (
        before is None
        or not before.is_word
        or verb.proclitic != ""
        or before.norm in _openers()
        or any(rest in _openers() for _, rest in before.readings)
        or scene.time_at[i - 1] >= 0
    )
    opened = opened or (verb.proclitic == "" and _behind_setting(scene, i, sentence))
    # a noun ends a clause before it as little as it opens one: دعم أميركي is read as a noun, دعم الرئيس at the beginning as a verb
    if scene.party_at[i - 1] >= 0 and before is not None and before.is_word:
        opened = opened or i + 1 < sentence.stop
    return verb if opened else None


def _behind_setting(scene: Scene, i: int, sentence: range) -> bool:
    """Whether nothing but one phrase of place or manner opens the sentence before a word (وفي المقابل رفض المندوب)."""
    tokens = scene.text.tokens
    first = sentence.start
    if not (0 < i - first <= _SETTING) or not _is_preposition(tokens[first]):
        return False
    return all(t.is_word and not (k and _is_preposition(t)) for k, t in enumerate(tokens[first:i])) and not any(
        scene.party_at[k] >= 0 for k in range(first, i)
    )


def _is_preposition(token: Token) -> bool:
    return any(rest in PREPOSITIONS and proclitic in ("", "و", "ف") for proclitic, rest in token.readings)


def _plain(scene: Scene, i: int, sentence: range, reading: _Reading, lexicon: Triggers) -> Trigger | None:
    senses = lexicon.verbs.get(reading.form.lemma)
    if not senses:
        return None
    if reading.form.part == "masdar" and any(bare in lexicon.nouns for bare in bare(scene.text.tokens[i])):
        return None  # the noun has a frame of its own
    sense = choose(scene, i, sentence, senses)
    return _trigger(scene, i, i, sense, reading) if sense else None


def _light(scene: Scene, i: int, sentence: range, reading: _Reading, lexicon: Triggers) -> Trigger | None:
    options = lexicon.light.get(reading.form.lemma)
    if not options:
        return None
    if reading.form.part == "verb" and (reading.pronoun or reading.form.voice == "passive"):
        for j in antecedents(scene, i, sentence):
            words = bare(scene.text.tokens[j])
            for option in options:
                if option.nouns & words:
                    return _trigger(scene, i, i, option.sense, reading, noun=i)  # العقوبات التي فرضتها واشنطن
    for j, words in words_near(scene, i, sentence, OBJECT_REACH):
        for option in options:
            if option.nouns & words:
                return _trigger(scene, i, j, option.sense, reading, noun=j)
    return None


def _noun(scene: Scene, i: int, sentence: range, lexicon: Triggers) -> Trigger | None:
    token = scene.text.tokens[i]
    for proclitic, rest in token.readings:
        if proclitic.endswith("س") or (proclitic and any(not form.bound for form in lexicon.forms.get(token.norm, ()))):
            continue  # بحث is no ب + حث
        for word, pronoun in _noun_words(rest):
            for phrase in lexicon.nouns.get(word, ()):
                last = i + len(phrase.words) - 1
                if last >= sentence.stop or not all(
                    phrase.words[k] in bare(scene.text.tokens[i + k]) for k in range(1, len(phrase.words))
                ):
                    continue
                if all(holds(scene, last, sentence, r) for r in phrase.sense.restrictions):
                    return _trigger(scene, i, last, phrase.sense, _Reading(proclitic, rest, _NOUN, pronoun))
    return None


def _noun_words(rest: str) -> Iterator[tuple[str, str]]:
    """What the lexicon may hold of a noun as written: itself, without article, accusative ending or pronoun."""
    yield rest, ""
    yield without_article(rest), ""
    if rest.endswith("ا"):
        yield rest[:-1], ""
    for stem in enclitic_stems(rest):
        yield stem, rest[len(stem) :] if rest.startswith(stem) else "ه"


def _trigger(scene: Scene, i: int, after: int, sense: Sense, reading: _Reading, noun: int = -1) -> Trigger:
    token = scene.text.tokens[i]
    cut = len(token.norm) - len(reading.rest) if token.norm.endswith(reading.rest) else 0
    start = scene.text.folded.span(token.at + cut, token.at + len(token.norm))[0]
    future = reading.proclitic.endswith("س")
    definite = reading.rest.startswith("ال")
    return Trigger(
        i, after, start, token.end, sense, reading.form, reading.proclitic, future, reading.pronoun, noun, definite
    )  # fmt: skip
