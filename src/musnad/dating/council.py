"""Elected members of the Security Council sit there for two years: whoever is called one dates the article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from musnad.dating.bounds import Constraint, Interval
from musnad.dating.cues import cue_words
from musnad.dating.reading import Reading
from musnad.dating.stream import Phrases, phrase_words
from musnad.dating.wording import Said, say
from musnad.lexicon.table import rows, split

_REACH = 10


@cache
def _members() -> tuple[Phrases, dict[tuple[str, ...], tuple[Said, tuple[Interval, ...]]]]:
    members = {}
    for row in rows("almanac/security_council", "name_en", "name_ar", "terms"):
        terms = []
        for term in split(row["terms"]):
            first, _, last = term.partition("..")
            terms.append((date(int(first), 1, 1), date(int(last), 12, 31)))
        for name in split(row["name_ar"]):
            members[phrase_words(name)] = Said(row["name_en"], split(row["name_ar"])[0]), tuple(terms)
    return Phrases(members), members


@cache
def _council() -> Phrases:
    return Phrases(map(phrase_words, cue_words("council")))


def council_bounds(reading: Reading) -> Iterator[Constraint]:
    """A state that is called an elected or non-permanent member now was published within one of its terms."""
    phrases, members = _members()
    stream = reading.stream
    councils = [hit.first for hit in _council().find(stream.words)]
    for hit in phrases.find(stream.words):
        if not any(reading.same_sentence(hit.first, at) and abs(at - hit.first) <= 2 * _REACH for at in councils):
            continue
        cues = reading.cues
        if not cues.near("elected", hit.first, hit.last, 4, _REACH) or cues.near("former", hit.first, hit.last, 2, 4):
            continue
        if cues.near("future", hit.first, hit.last, 4, _REACH) or cues.near("past", hit.first, hit.last, 3, 4):
            continue
        if stream.sentence[hit.first] in reading.dated:
            continue
        name, terms = members[hit.phrase]
        now = cues.near("present", hit.first, hit.last, 4, _REACH)
        spans = ", ".join(f"{first.year}-{last.year}" for first, last in terms)
        says = say("security_council", name=name, spans=spans)
        yield reading.constraint(hit.first, hit.last, terms, 2.5 if now else 1.5, "security_council", says)
