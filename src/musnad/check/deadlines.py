"""Deadlines that a decision set, and what was still so when they had passed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from musnad.check.cues import any_cue, is_cue
from musnad.check.finding import finding, isolate, words
from musnad.model import Annotated, Finding, Linked, TimeExpression, Words
from musnad.text.prepared import Text, prepare

_AHEAD = 3
"""Sentences behind the name of a decision that still speak of it."""
_MONTHS = {"Y": 12, "M": 1}


@dataclass(frozen=True, slots=True)
class _Deadline:
    document: str
    last: dt.date
    words: Words


def deadline_passed(linked: Linked) -> Iterator[Finding]:
    """A deadline of a named document, and a later article on the document that says that something still goes on."""
    texts: dict[str, Text] = {}
    deadlines: dict[str, list[_Deadline]] = defaultdict(list)
    known = {d for a in linked.articles for d in _documents(a)}
    for article in linked.articles if known else ():
        if article.article.id in linked.copies or not _documents(article):
            continue
        text = texts[article.article.id] = prepare(article.article.text)
        for deadline in _deadlines(article, text):
            deadlines[deadline.document].append(deadline)
    for article in linked.articles:
        text_of = texts.get(article.article.id)
        out = article.published.earliest
        if text_of is None or out is None:
            continue
        for document in sorted(_documents(article)):
            for deadline in deadlines[document]:
                still = list(_still(article, text_of, document)) if out > deadline.last else []
                if still and deadline.words.article != article.article.id:
                    yield finding(
                        "deadline_passed",
                        "info",
                        f"مهلة انقضت في {isolate(deadline.last.isoformat())}، ومقال بعدها يذكر ما لم يتم",
                        f"a deadline of {deadline.last.isoformat()}, and a later article on what is still undone",
                        [deadline.words, *still],
                    )


def _documents(article: Annotated) -> set[str]:
    """The documents that the article names once or more."""
    named = {m.entity for m in article.mentions}
    return {e.id for e in article.entities if e.type == "Document" and e.id in named}


def _sentences_on(article: Annotated, text: Text, document: str) -> Iterator[range]:
    """The sentences that name a document, and the few behind each."""
    named = {text.sentence_of(text.between(m.start, m.end).start) for m in article.mentions if m.entity == document}
    near = {n + ahead for n in named for ahead in range(_AHEAD + 1)}
    yield from (text.sentences[n] for n in sorted(near) if n < len(text.sentences))


def _deadlines(article: Annotated, text: Text) -> Iterator[_Deadline]:
    """``بحلول ديسمبر 2019``, ``خلال 24 شهراً`` in a sentence on a document, later than the article itself."""
    out = article.published.latest
    if out is None:
        return
    for document in sorted(_documents(article)):
        for sentence in _sentences_on(article, text, document):
            start, end, _ = text.slice(sentence)
            inside = [t for t in article.times if start <= t.start and t.end <= end]
            bounds = [(t, last) for t in inside if (last := _last_day(t, text, out))]
            if any(is_until for _, (_, is_until) in bounds) and bounds:
                last = max(day for _, (day, is_until) in bounds if is_until)
                spans = [t for t, _ in bounds]
                yield _Deadline(document, last, words(article, min(t.start for t in spans), max(t.end for t in spans)))


def _last_day(time: TimeExpression, text: Text, out: dt.date) -> tuple[dt.date, bool] | None:
    """The last day of the deadline that a time expression sets, and whether it is told as a date."""
    at = text.between(time.start, time.end)
    before = [t.norm for t in text.tokens[max(0, at.start - 2) : at.start]]
    if time.latest and any_cue(before, "until") and time.latest > out and len(time.value or "") >= 4:
        return time.latest, True
    if time.type == "DURATION" and any_cue(before, "within"):
        return out, False
    return None


def _still(article: Annotated, text: Text, document: str) -> Iterator[Words]:
    """The sentences on the document that say that something goes on, or is done in spite of it."""
    for sentence in _sentences_on(article, text, document):
        if any(is_cue(text.tokens[i].norm, "still") for i in sentence):
            start, end, _ = text.slice(sentence)
            yield words(article, start, end)
