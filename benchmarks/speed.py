"""How fast musnad reads, beside a library that a user would otherwise reach for.

    python benchmarks/speed.py [--repeat N]        (make bench installs the peer first)

The peer is dateparser, whose ``search_dates`` finds dates in running Arabic text. It does far less than ``annotate``
(no names, no events), and is told the language and the day, so that it loses no time on guessing. Both run in this
process, one after the other over the same articles, after a first pass that is not counted (loading of lexicons).
"""

from __future__ import annotations

import argparse
import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

from dateparser.search import search_dates

from musnad.annotate import annotate
from musnad.model import Article
from musnad.read import read_articles
from musnad.text.prepared import prepare
from musnad.times import Anchor, find_times

DATED = Path(__file__).parents[1] / "quality" / "gold" / "dated.jsonl"
Task = Callable[[Article], int]
"""Reads one article and says how many time expressions it found."""


def musnad_whole(article: Article) -> int:
    return len(annotate(article).times)


def musnad_times(article: Article) -> int:
    return len(find_times(prepare(article.text), Anchor(article.published, article.published)))


def dateparser_dates(article: Article) -> int:
    settings = {"RELATIVE_BASE": dt.datetime.combine(article.published or dt.date.today(), dt.time())}
    return len(search_dates(article.text, languages=["ar"], settings=settings) or ())


TASKS: dict[str, Task] = {
    "musnad annotate (all of it)": musnad_whole,
    "musnad, time expressions only": musnad_times,
    "dateparser search_dates": dateparser_dates,
}


def seconds(task: Task, articles: list[Article], repeat: int) -> float:
    start = time.perf_counter()
    for _ in range(repeat):
        for article in articles:
            task(article)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description="Articles and characters a second, side by side.")
    parser.add_argument("--repeat", type=int, default=20)
    repeat = parser.parse_args().repeat
    articles = [article for article in read_articles([DATED]) if isinstance(article, Article)]
    characters = sum(len(article.text) for article in articles)
    print(f"{len(articles)} articles, {characters} characters, {repeat} times over\n")
    print(f"{'':32s} {'found':>6s} {'first pass s':>13s} {'articles/s':>11s} {'characters/s':>13s}")
    for name, task in TASKS.items():
        start = time.perf_counter()
        found = sum(map(task, articles))
        first = time.perf_counter() - start
        spent = seconds(task, articles, repeat)
        rates = f"{len(articles) * repeat / spent:11.1f} {characters * repeat / spent:13,.0f}"
        print(f"{name:32s} {found:6d} {first:13.2f} {rates}")


if __name__ == "__main__":
    main()
