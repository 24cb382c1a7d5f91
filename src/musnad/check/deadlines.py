"""Deadlines that a decision set, and what was still so when they had passed."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from musnad.check.cues import any_cue, is_cue
from musnad.check.finding import finding, words
from musnad.model import Annotated, Finding, Linked, TimeExpression, Words
from musnad.text.prepared import Text, prepare

_AHEAD = 3
"""Sentences behind the name of a decision that still speak of it."""
_MONTHS = {"Y": 12, "M": 1}
_LENGTH = re.compile(r"P(\d{1,3})([YM])")


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
                still = list(_still(article, text_of, document)) if out >= deadline.last else []
                if still and deadline.words.article != article.article.id:
                    yield finding(
                        "deadline_passed",
                        "info",
                        [deadline.words, *still],
                        a=deadline.last.isoformat(),
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
            if not any_cue((text.tokens[i].norm for i in sentence), "obliges"):
                continue
            dated = [t for t in inside if t.latest and t.latest > out and _behind(t, text, "until")]
            counted = [t for t in inside if t.type == "DURATION" and _behind(t, text, "within")]
            if dated:
                days = [t.latest for t in dated if t.latest] + [d for t in counted if (d := _counted(t, out))]
                passage = (min(t.start for t in (*dated, *counted)), max(t.end for t in (*dated, *counted)))
                yield _Deadline(document, min(days), words(article, *passage))


def _behind(time: TimeExpression, text: Text, sense: str) -> bool:
    """Whether a time expression follows a word of some sense."""
    at = text.between(time.start, time.end).start
    return any_cue((t.norm for t in text.tokens[max(0, at - 2) : at]), sense)


def _counted(time: TimeExpression, out: dt.date) -> dt.date | None:
    """The day that lies a length of months or years (``P24M``) behind another."""
    length = _LENGTH.fullmatch(time.value or "")
    if length is None:
        return None
    months = out.year * 12 + out.month - 1 + int(length[1]) * _MONTHS[length[2]]
    return out.replace(year=months // 12, month=months % 12 + 1, day=min(out.day, 28))


def _still(article: Annotated, text: Text, document: str) -> Iterator[Words]:
    """The sentences on the document that say that something goes on, or is done in spite of it."""
    for sentence in _sentences_on(article, text, document):
        if any(is_cue(text.tokens[i].norm, "still") for i in sentence):
            start, end, _ = text.slice(sentence)
            yield words(article, start, end)
