"""Who the subject of a verb is: behind it, before it, or whom its pronoun stands for."""

from __future__ import annotations

from functools import cache

from musnad.events.clauses import Clause, is_complementizer, is_relative, parties_in, words_of
from musnad.events.party import Party
from musnad.events.phrases import phrases
from musnad.events.scene import Scene, has_pronoun, is_mark
from musnad.events.spot import Trigger


def subject_of(scene: Scene, trigger: Trigger, clause: Clause) -> tuple[Party | None, int]:
    """The subject's party and the token behind which the other complements stand."""
    if (wished := _before_an(scene, trigger)) is not None:
        return wished, trigger.after + 1
    behind = _behind(scene, trigger, clause)
    before = _before(scene, trigger, clause)
    if (
        behind is not None
        and before is not None
        and _told_gender(trigger, before)
        and not _told_gender(trigger, behind)
    ):
        return before, trigger.after + 1  # موسكو سممت الجاسوس
    if behind is not None and before is not None and behind.actor.adjective and behind.behind > trigger.at:
        return before, trigger.after + 1  # المجلس يرفض مشروع قرار روسي
    if behind is not None and before is not None and _heads_clause(scene, before, trigger):
        return before, trigger.after + 1  # أمريكا تتهم روسيا
    if behind is not None and not behind.construct:
        return behind, behind.last + 1
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


def _before_an(scene: Scene, trigger: Trigger) -> Party | None:
    """``على واشنطن أن تطالب``, ``سبق لموسكو أن فرضت``: the party right before أن acts, whatever governs it."""
    at = trigger.at - 2
    if at < 0 or trigger.proclitic or scene.text.tokens[at + 1].norm != "ان" or scene.party_at[at] < 0:
        return None
    party = scene.parties[scene.party_at[at]]
    return party if _told_gender(trigger, party) else None


def _told_gender(trigger: Trigger, party: Party) -> bool:
    """Whether the verb agrees in gender with the party's first word, leaving titles of women aside."""
    genders = {person[1:2] for person in trigger.form.persons if person.startswith("3")}
    return not party.gender or not genders or party.gender in genders


def agrees(trigger: Trigger, party: Party) -> bool:
    """Whether a verb may have the party, standing behind it, as its subject: اتهم بريطانيا has it as its object."""
    if party.actor.head == "person" and party.first == trigger.at + 1:
        return True  # women hold offices with masculine titles: قالت رئيس الوزراء تيريزا ماي
    return _told_gender(trigger, party)


def _only_between(scene: Scene, first: int, party: Party) -> bool:
    """Between a verb and its subject only marks, times and adverbs stand, or a noun that the party's name belongs to."""
    adverbs = words_of("adverb", "auxiliary")
    nouns = 2 if party.actor.adjective else int(party.construct)
    for i, token in enumerate(scene.text.tokens[first : max(party.behind + 1, first)], first):
        if is_mark(token.norm) or scene.time_at[i] >= 0 or token.norm in adverbs:
            continue
        if not nouns or not token.is_word or token.norm in words_of("preposition", "conjunction"):
            return False
        nouns -= 1
    return True


def _before(scene: Scene, trigger: Trigger, clause: Clause) -> Party | None:
    """A subject before the verb: بوتين يزور ..., الذي ..., إن بوتين قال."""
    tokens = scene.text.tokens
    i = trigger.at - 1
    auxiliaries = words_of("auxiliary", "negation", "adverb", "relative")
    sentence = scene.text.sentences[scene.text.sentence_of(trigger.at)]
    if trigger.proclitic in ("و", "ف") and trigger.form.tense == "past":
        return None
    pronoun = i >= sentence.start and any(
        rest in words_of("pronoun") for _, rest in tokens[i].readings
    )  # بومبيو وهو يزور
    if pronoun:
        i -= 1
    while i >= sentence.start and (is_mark(tokens[i].norm) or scene.time_at[i] >= 0 or tokens[i].norm in auxiliaries):
        i -= 1
    if i >= sentence.start and tokens[i + 1].norm in {"،", ","} and not is_relative(tokens[trigger.at - 1]):
        i = _before_apposition(scene, i, sentence.start)
    if i < sentence.start or scene.party_at[i] < 0:
        return None
    party = scene.parties[scene.party_at[i]]
    if pronoun or is_relative(tokens[trigger.at - 1]):
        return party
    return party if party.prep == "" and _may_begin(scene, party) else None


def _heads_clause(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Whether a party right before the verb begins the clause, so that one behind the verb is its object."""
    if party.last != trigger.at - 1 or trigger.proclitic or party.prep or not _told_gender(trigger, party):
        return False
    return _opens(scene, party.behind, party.actor.proclitic) and len(party.entities) == 1


def _opens(scene: Scene, at: int, proclitic: str) -> bool:
    """Whether a clause may begin behind the token ``at``: a mark, a time, a particle, or the beginning of the sentence."""
    if (
        proclitic in ("و", "ف")
        or at < 0
        or scene.text.sentence_of(at) != scene.text.sentence_of(min(at + 1, len(scene.text.tokens) - 1))
    ):
        return True
    token = scene.text.tokens[at]
    if not token.is_word or scene.time_at[at] >= 0:
        return True
    return any(rest in _clause_openers() for pro, rest in token.readings if pro in ("", "و", "ف"))


@cache
def _clause_openers() -> frozenset[str]:
    """Particles behind which the subject of a clause may stand."""
    return words_of(
        "conjunction",
        "auxiliary",
        "relative",
        "negation",
        "adverb",
        "interrogative",
        "pronoun",
        "with_pronoun",
        "demonstrative",
    )


def _resolves(scene: Scene, at: int) -> bool:
    return at >= 0 and any(rest in phrases("resolve") for _, rest in scene.text.tokens[at].readings)


def _may_begin(scene: Scene, party: Party) -> bool:
    """Whether a party before a verb may be its subject: no object of another verb, no genitive of a noun (قرار ترمب أثار)."""
    at = party.behind
    if party.construct and _resolves(scene, at):
        return True  # قرار الولايات المتحدة طرد الدبلوماسيين
    if party.actor.adjective or _opens(scene, at, party.actor.proclitic):
        return True
    token = scene.text.tokens[at]
    return not party.construct and (token.norm.startswith(("ال", "وال")) or has_pronoun(token))


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


def is_plain_subject(scene: Scene, trigger: Trigger, clause: Clause) -> bool:
    """Whether a noun that names nobody known stands where the subject does (قالت مصادر, قتل خمسة أشخاص)."""
    if trigger.form.part != "verb" or trigger.noun >= 0:
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
    skip = words_of(
        "preposition", "conjunction", "with_pronoun", "adverb", "demonstrative", "negation", "pronoun", "interrogative"
    )
    if len(token.norm) == 1 or token.norm in skip or any(pro and rest in skip for pro, rest in token.readings):
        return False
    if token.norm[0] in "بل" and len(token.readings) > 1:
        return False
    return trigger.pronoun != "" or trigger.sense.frame.get("obj", "-") == "-" or not token.norm.startswith("ال")


def several_before(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """Whom a verb in the dual or plural speaks of: the nearest party of several before it, in its sentence or the last."""
    return next((p.entities for p in scene.parties_before(trigger.at, sentences=1) if len(p.entities) > 1), ())
