"""Articles of a dossier date each other: one that carries no date lies near those that tell the same news.

What the article says of its own day still counts; the others only add to it. Where too few articles are dated to know
what is ordinary in this dossier, only near-copies say anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from musnad.dating.alike import Alike, Pile
from musnad.dating.belief import Belief
from musnad.dating.bounds import edtf
from musnad.dating.published import Clues, clues_of
from musnad.dating.wording import evidence, say
from musnad.model import Annotated, Evidence, Published
from musnad.times.almanac import valid

_ENOUGH = 30
"""Dated articles that it takes to know what is ordinary."""
_COPY = 0.25
"""Likeness from which two articles are one text."""
_NEIGHBOURS, _NAMED = 8, 3
"""Neighbours that are heard, and that are named as evidence."""
_MARGIN = timedelta(14)
"""How far the articles of one story reach beyond those whose day is known."""
_SHARE = 0.95
_HEARD = 0.04
"""Likeness below which a neighbour is not named."""
_NEAR = timedelta(7)


def date_among(articles: Sequence[Annotated]) -> dict[str, Published]:
    """Article id → its day as far as the others tell it; only of the articles of which they tell more than it does."""
    dated = {
        n: p.earliest
        for n, a in enumerate(articles)
        if (p := a.published).basis in ("metadata", "stated") and p.earliest
    }
    undated = [
        n for n, a in enumerate(articles) if a.published.basis in ("inferred", "unknown") and _width(a.published) > 1
    ]
    if not dated or not undated:
        return {}
    pile = Pile([a.article.text for a in articles], sorted(dated))
    span = min(dated.values()) - _MARGIN, max(dated.values()) + _MARGIN
    found = {}
    for number in undated:
        alike = [a for a in pile.like(number, _NEIGHBOURS) if len(dated) >= _ENOUGH or a.likeness >= _COPY]
        told = _told(articles, number, [(a, dated[a.other]) for a in alike], span, len(dated) >= _ENOUGH)
        if told and _width(told) < _width(articles[number].published):
            found[articles[number].article.id] = told
    return found


def _told(
    articles: Sequence[Annotated],
    number: int,
    alike: Sequence[tuple[Alike, date]],
    span: tuple[date, date],
    enough: bool,
) -> Published | None:
    own = articles[number].published
    first, last = max(span[0], own.earliest or date.min), min(span[1], own.latest or date.max)
    if first > last or not (alike or enough):
        return None
    clues = clues_of(articles[number])
    belief = _believed(clues, alike, first, last)
    earliest, latest = belief.likely(_SHARE)
    near = [(a, day) for a, day in alike if a.likeness >= _HEARD and earliest - _NEAR <= day <= latest + _NEAR]
    said = [_neighbour(a, day, articles[a.other]) for a, day in near[:_NAMED]]
    if not said:
        says = say("among", first=span[0] + _MARGIN, last=span[1] - _MARGIN)
        said = [evidence(0, 0, "among", says)]
    said += [e for day, e in clues.weekdays if day == belief.likeliest().isoweekday()][:1]
    return Published(edtf(earliest, latest), earliest, latest, "inferred", (*said, *own.evidence), belief.likeliest())


def _believed(clues: Clues, alike: Sequence[tuple[Alike, date]], first: date, last: date) -> Belief:
    belief = Belief(first, last)
    belief.constrain(clues.constraints)
    belief.called_today([day for day, _ in clues.weekdays])
    if not clues.weekdays and clues.lead_weekday:
        belief.told_in_lead(clues.lead_weekday)
    for month, day in clues.days:
        belief.mentions([d for year in range(first.year - 1, last.year + 2) if (d := valid(year, month, day))])
    for other, published in alike:
        belief.near(published, other.likeness)
    return belief


def _neighbour(alike: Alike, day: date, other: Annotated) -> Evidence:
    says = say("told_alike", article=other.article.id, day=day)
    return evidence(alike.start, alike.end, "told_alike", says)


def _width(published: Published) -> int:
    if published.earliest is None or published.latest is None:
        return 10**6
    return (published.latest - published.earliest).days + 1
