"""The almanac: dated happenings that news hangs its dates on, and where an article speaks of them.

A happening is recognised by sets of key phrases that occur close together in one sentence
(``almanac/happenings.tsv``). Several happenings may share their words (every summit of the same two leaders): then
all of them are candidates, and whoever reasons from the match must reason from all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from musnad.dating.cues import cue_words
from musnad.dating.stream import Hit, Phrases, Stream, alternatives, phrase_words
from musnad.lexicon.table import rows, split

_TIGHT = 8
"""Within so small a reach no clause may begin: in "X said that the murder of Y" nobody murdered X."""
_WIDE, _PARTS = 13, 2
"""Names and titles are long: phrases may be farther apart where no clause and hardly a comma stands between."""
Phrase = tuple[str, ...]
Group = frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class Known:
    """One happening of the almanac; ``first`` to ``last`` are its days."""

    id: str
    first: date
    last: date
    name_en: str
    name_ar: str
    kind: str
    actors: tuple[Group, ...]
    announced: date | None
    """Since when it could be awaited, if that is known."""


@dataclass(frozen=True, slots=True)
class KeySet:
    """Groups of phrases: one of each group must occur. ``open``: the words may be said before it happens."""

    happening: Known
    groups: tuple[Group, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Words ``first`` to ``last`` of the stream speak of one of ``candidates`` (in order of date)."""

    first: int
    last: int
    candidates: tuple[Known, ...]
    open: bool
    words: frozenset[int]
    """The words in between that told it."""


@dataclass(frozen=True, slots=True)
class _Match:
    keys: KeySet
    words: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Almanac:
    phrases: Phrases
    by_phrase: dict[Phrase, tuple[KeySet, ...]]
    """Each set under the phrases of its rarest group only."""


@cache
def known() -> tuple[Known, ...]:
    """Every happening, in order of date."""
    return tuple(happening for happening, _ in _read())


@cache
def _read() -> tuple[tuple[Known, tuple[KeySet, ...]], ...]:
    found = []
    columns = ("id", "date", "end", "name_en", "name_ar", "keywords_ar", "actors", "kind", "announced")
    for row in rows("almanac/happenings", *columns):
        first = date.fromisoformat(row["date"])
        last = date.fromisoformat(row["end"]) if row["end"] else first
        announced = date.fromisoformat(row["announced"]) if row["announced"] else None
        happening = Known(
            row["id"], first, last, row["name_en"], row["name_ar"], row["kind"], _groups(row["actors"]), announced
        )
        sets = tuple(
            KeySet(happening, _groups(keys.removeprefix("?")), keys.startswith("?"))
            for keys in split(row["keywords_ar"])
        )
        found.append((happening, sets))
    return tuple(sorted(found, key=lambda item: (item[0].first, item[0].id)))


@dataclass(frozen=True, slots=True)
class Kind:
    """What kinds.tsv says of a kind of happening."""

    certainty: str
    pointed: bool
    reach: int
    is_news: bool
    events: frozenset[str]


@cache
def _kinds() -> dict[str, Kind]:
    columns = ("kind", "certainty", "pointed", "reach", "spoken", "events")
    return {
        row["kind"]: Kind(
            row["certainty"],
            row["pointed"] == "yes",
            int(row["reach"]),
            row["spoken"] == "passing",
            frozenset(split(row["events"])),
        )
        for row in rows("almanac/kinds", *columns)
    }


def certainty(kind: str) -> str:
    """What speaking of this kind proves: ``named``, ``told``, ``expected`` or ``scheduled`` (see kinds.tsv)."""
    return _kinds()[kind].certainty


def pointed(kind: str) -> bool:
    """Whether a time beside it may place it from the day of writing."""
    return _kinds()[kind].pointed


def is_news(kind: str) -> bool:
    """Whether it is spoken of mostly while it is new; a name, a war or a treaty is spoken of for years."""
    return _kinds()[kind].is_news


def told_as(kind: str) -> frozenset[str]:
    """The kinds of event that a happening of this kind is told as."""
    return _kinds()[kind].events


def _groups(field: str) -> tuple[Group, ...]:
    return tuple(group for group in map(alternatives, field.split("+")) if group)


@cache
def _almanac() -> _Almanac:
    uses: Counter[Phrase] = Counter()
    sets = [keys for _, all_keys in _read() for keys in all_keys]
    for keys in sets:
        uses.update(phrase for group in keys.groups for phrase in group)
    by_phrase: dict[Phrase, list[KeySet]] = defaultdict(list)
    for keys in sets:
        for phrase in min(keys.groups, key=lambda group: max(uses[phrase] for phrase in group)):
            by_phrase[phrase].append(keys)
    actors = {phrase for happening, _ in _read() for group in happening.actors for phrase in group}
    return _Almanac(Phrases({*uses, *actors}, loose=True), {phrase: tuple(keys) for phrase, keys in by_phrase.items()})


def passages(stream: Stream) -> tuple[Passage, ...]:
    """Every place that speaks of a happening of the almanac, in order."""
    almanac = _almanac()
    hits = [hit for hit in almanac.phrases.find(stream.words) if not _lacks_its_article(hit, stream)]
    present = {hit.phrase for hit in hits}
    by_sentence: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        if stream.sentence[hit.first] == stream.sentence[hit.last]:
            by_sentence[stream.sentence[hit.first]].append(hit)
    found: list[Passage] = []
    clauses = frozenset(hit.first for hit in _openers().find(stream.words))
    for sentence_hits in by_sentence.values():
        matches = [
            match
            for match in _matches(sentence_hits, almanac, clauses, stream.part)
            if _actors_present(match.keys.happening, present)
        ]
        found.extend(_passages(matches))
    return tuple(sorted(found, key=lambda p: (p.first, p.last)))


@cache
def _of_former_holders() -> frozenset[Phrase]:
    return frozenset(phrase_words(word) for word in cue_words("former"))


def _lacks_its_article(hit: Hit, stream: Stream) -> bool:
    """الوزير السابق is one known to have left, but في وقت سابق is said of anybody."""
    return hit.phrase in _of_former_holders() and "ال" not in stream.words[hit.first][:4]


@cache
def _openers() -> Phrases:
    return Phrases(map(phrase_words, cue_words("clause")))


def _actors_present(happening: Known, present: set[Phrase]) -> bool:
    return all(group & present for group in happening.actors)


def _matches(hits: list[Hit], almanac: _Almanac, clauses: frozenset[int], parts: tuple[int, ...]) -> Iterator[_Match]:
    """``clauses``: the words that open a clause of their own; ``parts``: what punctuation cuts."""
    starts = [hit.first for hit in hits]
    for hit in hits:
        for keys in almanac.by_phrase.get(hit.phrase, ()):
            reach = _kinds()[keys.happening.kind].reach
            words = set(range(hit.first, hit.last + 1))
            around = hits[bisect_left(starts, hit.first - reach) : bisect_right(starts, hit.first + reach)]
            for group in keys.groups:
                if hit.phrase in group:
                    continue
                near = [other for other in around if other.phrase in group]
                if not near:
                    break
                closest = min(near, key=lambda other: abs(other.first - hit.first))
                words.update(range(closest.first, closest.last + 1))
            else:
                span = range(min(words), max(words) + 1)
                wide = len(span) > _WIDE + 1 and parts[span[-1]] - parts[span[0]] > _PARTS
                strict = reach <= _TIGHT or len(span) > _WIDE + 1
                if len(span) <= reach + 1 and not wide and not (strict and clauses.intersection(span)):
                    yield _Match(keys, frozenset(words))


def _passages(matches: list[_Match]) -> Iterator[Passage]:
    """Matches on the same words are one passage; one whose words another exceeds says less and gives way."""
    named = [match for match in matches if match.keys.happening.kind == "name"]
    for match in named:
        yield Passage(min(match.words), max(match.words), (match.keys.happening,), match.keys.open, match.words)
    told = [match for match in matches if match.keys.happening.kind != "name"]
    strongest = [match for match in told if not any(match.words < other.words for other in told)]
    clusters: list[tuple[set[int], list[_Match]]] = []
    for match in strongest:
        words, members = set(match.words), [match]
        rest = []
        for cluster in clusters:
            if cluster[0] & words:
                words |= cluster[0]
                members += cluster[1]
            else:
                rest.append(cluster)
        clusters = [*rest, (words, members)]
    for words, members in clusters:
        ordered = tuple(sorted(_best_told(members), key=lambda happening: (happening.first, happening.id)))
        yield Passage(min(words), max(words), ordered, any(m.keys.open for m in members), frozenset(words))


def _best_told(members: Sequence[_Match]) -> list[Known]:
    """The happenings that the words may mean, without those of which they tell less than of another: any summit of
    the two, where the place names one of them.
    """
    told: dict[str, frozenset[int]] = {}
    known: dict[str, Known] = {}
    for match in members:
        happening = match.keys.happening
        known[happening.id] = happening
        told[happening.id] = told.get(happening.id, frozenset()) | match.words
    return [known[one] for one, words in told.items() if not any(words < others for others in told.values())]
