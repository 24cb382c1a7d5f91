"""Terms of office: an article that calls somebody by an office was not published before he took it, and likely while he
held it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from functools import cache

from musnad.dating import wording
from musnad.dating.bounds import Constraint, Interval, shift
from musnad.dating.reading import Reading, not_before
from musnad.dating.stream import Phrases, phrase_words
from musnad.dating.wording import Said, say
from musnad.lexicon.entries import read_offices
from musnad.lexicon.table import rows, split
from musnad.lexicon.words import PEOPLE
from musnad.model import Mention

_TITLE_REACH = 4
_SLACK = 3
_LEAD_SENTENCES = 3
_APPOINTED, _NEW = 45, 300
"""Days before and behind his first one in which the holder of an office is called the new one."""
_CAMPAIGN, _ELECTED = 100, 130
"""Days that somebody may be elected before he takes office."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person and the terms of his offices, in order of their beginning."""

    name: Said
    terms: dict[str, tuple[Interval, ...]]


@cache
def holders() -> tuple[dict[str, Holder], dict[str, Holder]]:
    """The people of the lexicon whose terms are known, by Wikidata id and by English name. One who stands in several
    tables has the offices of all of them.
    """
    fields: dict[str, list[str]] = defaultdict(list)
    people: dict[str, tuple[Said, str]] = {}
    for part in sorted(PEOPLE):
        for row in rows(f"actors/people_{part}", "name_en", "name_ar", "wikidata", "offices"):
            fields[row["name_en"]] += split(row["offices"])
            if row["name_en"] not in people or not people[row["name_en"]][1]:
                people[row["name_en"]] = Said(row["name_en"], row["name_ar"]), row["wikidata"]
    by_id: dict[str, Holder] = {}
    by_name: dict[str, Holder] = {}
    for name, (said, wikidata) in people.items():
        holder = Holder(said, _terms("|".join(dict.fromkeys(fields[name]))))
        if holder.terms:
            by_name[name] = holder
            if wikidata:
                by_id[wikidata] = holder
    return by_id, by_name


def _terms(field: str) -> dict[str, tuple[Interval, ...]]:
    terms: dict[str, list[Interval]] = {}
    for office in read_offices(field):
        if office.start:
            terms.setdefault(office.slug, []).append((office.start, office.end or date.max))
    return {office: tuple(sorted(intervals)) for office, intervals in terms.items()}


@dataclass(frozen=True, slots=True)
class Calling:
    """What a title may mean: ``offices``, whose terms may err by ``slack`` days."""

    offices: tuple[str, ...]
    slack: int


@cache
def _titles() -> tuple[Phrases, dict[tuple[str, ...], Calling]]:
    callings = {
        phrase_words(title.removeprefix("ال")): Calling((row["office"],), _SLACK)
        for row in rows("actors/titles", "title_ar", "feminine_ar", "office")
        if row["office"]
        for title in (*split(row["title_ar"]), *split(row["feminine_ar"]))
    }
    for row in rows("almanac/callings", "title", "offices", "slack"):
        for title in split(row["title"]):
            callings[phrase_words(title.removeprefix("ال"))] = Calling(tuple(split(row["offices"])), int(row["slack"]))
    return Phrases(callings), callings


def office_bounds(reading: Reading) -> Iterator[Constraint]:
    """Constraints from everybody who is called by an office that he held."""
    phrases, callings = _titles()
    before: Titles = {}
    behind: Titles = {}
    for hit in phrases.find(reading.stream.words):
        if hit.last not in before or hit.first < before[hit.last][0]:
            before[hit.last] = hit.first, callings[hit.phrase]
        if hit.first not in behind or hit.last > behind[hit.first][0]:
            behind[hit.first] = hit.last, callings[hit.phrase]
    by_id, by_name = holders()
    named = {
        word
        for mention in reading.mentions
        if (entity := reading.entities.get(mention.entity)) and entity.type == "Person"
        for word in range(*_range(reading, mention))
    }
    for mention in reading.mentions:
        entity = reading.entities.get(mention.entity)
        if entity is None or entity.type != "Person":
            continue
        holder = by_id.get(entity.wikidata or "") or by_name.get(entity.name_en or "")
        if holder is None:
            continue
        first, last = reading.words_of(mention.start, mention.end)
        if reading.stream.span(first, first)[0] < mention.start:
            continue  # joined by "and" to another name, whose title it may be
        titles = (_title_before(reading, before, first, named), _title_behind(reading, behind, last, named))
        for calling, begin, end in filter(None, titles):
            held = next((office for office in calling.offices if office in holder.terms), None)
            if held:
                yield from _called(reading, holder, held, calling.slack, (min(begin, first), max(end, last)))
                break


Titles = dict[int, tuple[int, Calling]]
"""The word at one end of a title → the word at the other, and what it may mean."""


def _title_before(reading: Reading, titles: Titles, name: int, named: Set[int]) -> tuple[Calling, int, int] | None:
    """وزير الخارجية الروسي سيرغي لافروف."""
    for at in range(name - 1, max(-1, name - 1 - _TITLE_REACH), -1):
        if at in named or not _beside(reading, at, name):
            return None
        if at in titles:
            title, calling = titles[at]
            other = title > 0 and reading.cues.within("aide", [title - 1])
            return None if other else (calling, title, at)
    return None


def _title_behind(reading: Reading, titles: Titles, name: int, named: Set[int]) -> tuple[Calling, int, int] | None:
    """سيرغي لافروف، وزير الخارجية الروسي، - but not the title of somebody who is named behind it."""
    part, at = reading.stream.part, name + 1
    if at not in titles or part[at] != part[name] + 1 or not reading.same_sentence(at, name):
        return None
    end, calling = titles[at]
    if end == at and not reading.stream.words[at].startswith("ال"):
        return None  # رئيس alone may preside over anything
    owners = (i for i in range(end + 1, min(end + 1 + _TITLE_REACH, len(part))) if part[i] <= part[at] + 1)
    return None if any(i in named for i in owners) else (calling, at, end)


def _beside(reading: Reading, title: int, name: int) -> bool:
    """No punctuation stands between, or only that which sets the name off (الرئيس الأميركي، دونالد ترامب،)."""
    part = reading.stream.part
    return part[title] == part[name] or (part[name] == part[title] + 1 == part[name - 1] + 1)


def _range(reading: Reading, mention: Mention) -> tuple[int, int]:
    first, last = reading.words_of(mention.start, mention.end)
    return first, last + 1


def _called(reading: Reading, holder: Holder, office: str, slack: int, words: tuple[int, int]) -> Iterator[Constraint]:
    begin, end = words
    terms = holder.terms[office]
    who = {"name": holder.name, "office": wording.office(office)}
    inside = range(begin, min(end + 3, len(reading.stream.words)))
    if reading.cues.within("former", inside):
        ended = [term[1] for term in terms if term[1] < date.max]
        if ended:
            says = say("former_office", day=ended[0], **who)
            since = not_before(shift(ended[0], -max(slack, _CAMPAIGN)))
            yield reading.constraint(begin, end, since, 2.0, "former_office", says)
        return
    if reading.cues.within("elect", inside):
        says = say("elected_office", day=terms[0][0], **who)
        yield reading.constraint(begin, end, not_before(shift(terms[0][0], -_ELECTED)), 2.0, "elected_office", says)
        return
    says = say("office_begun", day=terms[0][0], **who)
    yield reading.constraint(begin, end, not_before(shift(terms[0][0], -slack)), 3.0, "office_begun", says)
    if reading.cues.within("newly", inside):
        says = say("office_new", spans=wording.spans(terms), **who)
        days = [(shift(a, -max(slack, _APPOINTED)), shift(a, _NEW)) for a, _ in terms]
        yield reading.constraint(begin, end, days, 1.0, "office_new", says)
    if (
        reading.stream.sentence[begin] in reading.dated
        or reading.cues.near("memory", begin, end, 4, 2)
        or reading.cues.near("former", begin, end, 2, 3)
    ):
        return  # a sentence that tells a year is background
    lead = reading.stream.sentence[begin] < _LEAD_SENTENCES
    says = say("office_held", spans=wording.spans(terms), **who)
    held = [(shift(a, -slack), shift(b, slack)) for a, b in terms]
    yield reading.constraint(begin, end, held, 1.2 if lead else 0.6, "office_held", says)
