"""From files to a dossier: read, annotate, link, check, keep. This corridor only calls rooms."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from musnad.dossier import Keeper
from musnad.model import Annotated, Article, Day, Published
from musnad.read import LeftOut, read_articles
from musnad.text.language import language_of

Annotate = Callable[[Article], Annotated]
Tell = Callable[[str, int], None]
"""Called with what is being done (``annotate``, ``date``, ``link``, ``check``, ``keep``) and how many articles are done."""

_FEW = 12
"""Articles that are read here rather than by processes that must be started first."""
_CHUNK = 8
_AHEAD = 4
"""Chunks that wait for each process: enough to keep it busy, few enough to bound memory."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: articles added to the dossier, and read anew, and already known, and what was left out."""

    added: int
    known: int
    left_out: tuple[LeftOut, ...]
    changed: bool


def annotate_all(
    inputs: Iterable[Article | LeftOut], jobs: int | None = None, annotate: Annotate | None = None
) -> Iterator[Annotated | LeftOut]:
    """Every article annotated, in order, by ``jobs`` processes (None: one a core); what is not Arabic is left out."""
    jobs = jobs or _cores()
    run = annotate or _annotate()
    stream = iter(inputs)
    first = list(islice(stream, _FEW + 1))
    if jobs == 1 or len(first) <= _FEW:
        yield from (_one(item, run) for item in chain(first, stream))
        return
    with ProcessPoolExecutor(jobs, initializer=_ignore_interrupts) as pool:
        waiting: deque[Future[list[Annotated | LeftOut]]] = deque()
        try:
            rest = chain(first, stream)
            while chunk := list(islice(rest, _CHUNK)):
                waiting.append(pool.submit(_many, chunk, run))
                if len(waiting) > jobs * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def build(
    paths: Sequence[Path],
    dossier: Path,
    published: Day | None = None,
    jobs: int | None = None,
    tell: Tell | None = None,
    annotate: Annotate | None = None,
) -> Built:
    """Add the articles under the paths to a dossier (made if there is none), then link and check all that it holds.

    Raises DossierError. What yields no article is in ``left_out`` and the rest is built all the same.
    """
    # Annotating alone needs neither, and they take their time to load.
    from musnad.check import check
    from musnad.dating.anchored import hang_on_happenings
    from musnad.link import link

    say = tell or (lambda step, done: None)
    left_out: list[LeftOut] = []
    added = known = 0
    with Keeper(dossier) as keeper:

        def unread() -> Iterator[Article | LeftOut]:
            nonlocal known
            yield from keeper.outdated()
            for item in read_articles(paths, published):
                if isinstance(item, Article) and language_of(item.text) == "ar":
                    article = keeper.unread(item)
                    known += article is None
                    if article is not None:
                        yield article
                else:
                    yield item

        for result in annotate_all(unread(), jobs, annotate):
            if isinstance(result, LeftOut):
                left_out.append(result)
            else:
                keeper.keep(result)
                added += 1
                say("annotate", added)
        if keeper.changed:
            say("date", added)
            articles = _dated_among(tuple(keeper.readings()), jobs or _cores())
            say("link", added)
            linked = hang_on_happenings(link(articles))
            say("check", added)
            findings = check(linked)
            say("keep", added)
            keeper.settle(linked, findings)
        return Built(added, known, tuple(left_out), keeper.changed)


def _dated_among(articles: tuple[Annotated, ...], jobs: int) -> tuple[Annotated, ...]:
    """The articles, those that the others date read again with that day."""
    from musnad.dating.among import date_among

    told = date_among(articles)
    pairs = [(a.article, told[a.article.id]) for a in articles if a.article.id in told]
    if len(pairs) <= _FEW or jobs == 1:
        read = list(map(_again, pairs))
    else:
        with ProcessPoolExecutor(jobs, initializer=_ignore_interrupts) as pool:
            read = list(pool.map(_again, pairs, chunksize=_CHUNK))
    anew = {record.article.id: record for record in read}
    return tuple(anew.get(a.article.id, a) for a in articles)


def _again(pair: tuple[Article, Published]) -> Annotated:
    from musnad.annotate import annotate

    return annotate(*pair)


def _annotate() -> Annotate:
    from musnad.annotate import annotate  # the whole lexicon hangs on it; asking a dossier does not need it

    return annotate


def _one(item: Article | LeftOut, annotate: Annotate) -> Annotated | LeftOut:
    if isinstance(item, LeftOut):
        return item
    if language_of(item.text) != "ar":
        return LeftOut(item.path, "not Arabic")
    try:
        return annotate(item)
    except Exception as error:  # a mistake of ours in one article must not cost the others
        return LeftOut(item.path, f"could not be read (please report this): {type(error).__name__}: {error}")


def _many(items: list[Article | LeftOut], annotate: Annotate) -> list[Annotated | LeftOut]:
    return [_one(item, annotate) for item in items]


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
