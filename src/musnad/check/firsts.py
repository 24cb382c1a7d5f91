"""Visits that an article calls the first, and what others tell of earlier ones.

A claim is read where a clause names the visitor and the state: ``أول زيارة يقوم بها الرئيس ... إلى ...``, with or without the
years since the one before (``منذ 24 عاما``). A visit that is first only among some (official, since taking office) claims nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musnad.check.cues import any_cue, cues, is_cue
from musnad.check.finding import finding, words
from musnad.model import Annotated, Entity, Event, Finding, Linked, Mention, TimeExpression, Words
from musnad.text.fold import fold
from musnad.text.prepared import Text, prepare

_REACH = 16
"""Tokens of a claim."""
_APART = 300
"""Days by which an earlier visit must lie before the article that claims the first one."""
_SAME_VISIT = 120
"""Days within which two articles speak of one visit."""


@dataclass(frozen=True, slots=True)
class Claim:
    """``since``: the year of the visit before, where the claim tells it; None where it is said to be the first ever."""

    article: Annotated
    start: int
    end: int
    visitor: Entity
    state: str
    since: int | None


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit on a known date that an article tells as having happened."""

    article: Annotated
    event: Event
    visitors: frozenset[str]
    states: frozenset[str]


def first_claim_conflict(linked: Linked) -> Iterator[Finding]:
    """The first visit ever, against an earlier one that another article tells or counts from."""
    claims = [c for a in linked.articles for c in _claims(a, linked)]
    visits = [v for a in linked.articles if a.article.id not in linked.copies for v in _visits(a, linked)]
    for claim in claims:
        if claim.since is not None or claim.article.article.id in linked.copies:
            continue
        against: dict[str, list[Words]] = defaultdict(list)
        for earlier in _earlier(claim, visits):
            passage = words(earlier.article, earlier.event.start, earlier.event.end)
            against[passage.article].append(passage)
        for other in claims:
            if other.since is not None and _same_visit(claim, other):
                passage = words(other.article, other.start, other.end)
                against[passage.article].append(passage)
        for passages in against.values():
            yield _conflict(claim, passages)


def counted_since(linked: Linked) -> Iterator[Finding]:
    """A count of years back to the visit before that meets another article's date of it."""
    claims = [c for a in linked.articles if a.article.id not in linked.copies for c in _claims(a, linked)]
    visits = [v for a in linked.articles if a.article.id not in linked.copies for v in _visits(a, linked)]
    for claim in claims if visits else ():
        told: dict[str, list[Words]] = defaultdict(list)
        for visit in visits if claim.since else ():
            date = visit.event.date
            if visit.article is claim.article or not _one_visitor(claim, visit) or date is None or not date.earliest:
                continue
            if date.earliest.year == claim.since:
                told[visit.article.article.id].append(words(visit.article, visit.event.start, visit.event.end))
        for passages in told.values():
            yield finding(
                "corroborated",
                "info",
                [*passages, words(claim.article, claim.start, claim.end)],
                "counted_since",
                a=str(claim.since),
            )


def _conflict(claim: Claim, against: Sequence[Words]) -> Finding:
    name = claim.visitor.name_en or claim.visitor.name_ar or ""
    name_ar = claim.visitor.name_ar or name
    return finding(
        "first_claim_conflict",
        "warning",
        [*against, words(claim.article, claim.start, claim.end)],
        a=(name_ar or "", name or ""),
    )


def _earlier(claim: Claim, visits: list[Visit]) -> Iterator[Visit]:
    out = claim.article.published.earliest
    for visit in visits:
        date = visit.event.date
        if visit.article is claim.article or not _one_visitor(claim, visit) or not date or not date.latest or not out:
            continue
        if (out - date.latest).days > _APART:
            yield visit


def _one_visitor(claim: Claim, visit: Visit) -> bool:
    return claim.visitor.id in visit.visitors and claim.state in visit.states


def _same_visit(one: Claim, other: Claim) -> bool:
    a, b = one.article.published.earliest, other.article.published.earliest
    if one.article is other.article or a is None or b is None or abs((a - b).days) > _SAME_VISIT:
        return False
    return one.visitor.id == other.visitor.id and one.state == other.state


def _visits(article: Annotated, linked: Linked) -> Iterator[Visit]:
    """Visits by a named person, dated to the month at least, with the states they led to."""
    for event in article.events:
        date = event.date
        if event.kind != "visit" or event.status != "happened" or not date or not date.earliest or not date.latest:
            continue
        if (date.latest - date.earliest).days > 31:
            continue
        agents = [
            linked.people[article.article.id, i] for i in event.agents if (article.article.id, i) in linked.people
        ]
        ends = [
            linked.people[article.article.id, i]
            for i in (*event.targets, event.place or "")
            if (article.article.id, i) in linked.people
        ]
        ends = [e for e in ends if e.type in ("Country", "Place")]  # a host receives persons: no journey of his
        visitors = frozenset(e.id for e in agents if e.type == "Person")
        home = {e.country for e in agents}
        yield Visit(article, event, visitors, frozenset(e.country for e in ends if e.country) - home)


def _claims(article: Annotated, linked: Linked) -> Iterator[Claim]:
    plain = fold(article.article.text)
    if not any(f"{first} {visit}" in plain for first in cues("first") for visit in cues("visit")):
        return
    text = prepare(article.article.text)
    tokens = text.tokens
    for i in range(len(tokens) - 2):
        if not (is_cue(tokens[i].norm, "first") and is_cue(tokens[i + 1].norm, "visit")):
            continue
        sentence = text.sentences[text.sentence_of(i)]
        stop = min(i + _REACH, sentence.stop)
        for at in range(i + 2, stop):
            if tokens[at].norm in {"،", ",", "؛", "(", '"'}:
                stop = at
                break
        claim = _claim(article, linked, text, range(i, stop))
        if claim:
            yield claim


def _claim(article: Annotated, linked: Linked, text: Text, span: range) -> Claim | None:
    tokens = text.tokens
    start, end = tokens[span.start].start, tokens[span.stop - 1].end
    inside = [m for m in article.mentions if start <= m.start and m.end <= end]
    visitors = [e for m in inside if (e := _entity(m, article, linked)) and e.type == "Person"]
    states = {e.country for m in inside if (e := _entity(m, article, linked)) and e.type in ("Country", "Place")}
    states -= {e.country for e in visitors} | {None}
    at = next((n for n in span if is_cue(tokens[n].norm, "since")), None)
    told = [tokens[n].norm for n in (range(span.start + 2, at) if at else range(span.start + 2, span.stop))]
    if len({e.id for e in visitors}) != 1 or len(states) != 1 or any_cue(told, "qualified"):
        return None
    since = None
    if at is not None:
        since = _year(article, next((t for t in article.times if t.start >= tokens[at].start), None), end)
        if since is None:
            return None
    return Claim(article, start, end, visitors[0], next(s for s in states if s), since)


def _entity(mention: Mention, article: Annotated, linked: Linked) -> Entity | None:
    return linked.people.get((article.article.id, mention.entity))


def _year(article: Annotated, time: TimeExpression | None, end: int) -> int | None:
    """The year that ``since`` reaches back to: told, or counted from the day of publication."""
    if time is None or time.start >= end or not time.value:
        return None
    out = article.published
    if time.value[:1] == "P" and time.value.endswith("Y") and time.value[1:-1].isdigit():
        known = out.earliest is not None and out.latest is not None and out.earliest.year == out.latest.year
        return out.earliest.year - int(time.value[1:-1]) if known and out.earliest else None
    return int(time.value[:4]) if time.value[:4].isdigit() else None
