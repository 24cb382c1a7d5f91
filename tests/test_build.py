"""Annotating many articles: in order, with the same result however many processes do it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from musnad.build import annotate_all, build
from musnad.model import Annotated, Article, Published
from musnad.read import LeftOut, read_articles

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "articles"


def little(article: Article) -> Annotated:
    return Annotated(article, "ar", Published(None, None, None, "unknown"))


def dies(article: Article) -> Annotated:
    os._exit(9)


def articles(n: int) -> Iterator[Article | LeftOut]:
    for i in range(n):
        yield LeftOut(str(i), "broken") if i % 7 == 3 else Article(str(i), str(i), f"نص رقم {i} من نصوص كثيرة")


@pytest.mark.parametrize("n", [0, 1, 12, 13, 14, 100])
@pytest.mark.parametrize("jobs", [1, 2, 3, None])
def test_the_order_is_that_of_the_input(n: int, jobs: int | None) -> None:
    found = [r.path if isinstance(r, LeftOut) else r.article.id for r in annotate_all(articles(n), jobs, little)]
    assert found == [str(i) for i in range(n)]


def test_no_more_is_read_ahead_than_the_processes_need() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(str(taken), str(taken), "نص من نصوص لا آخر لها")

    results = annotate_all(endless(), 2, little)
    for _ in range(50):
        next(results)
    results.close()  # type: ignore[attr-defined]
    assert taken < 200


def test_several_processes_read_what_one_reads() -> None:
    alone = list(annotate_all(read_articles([EXAMPLES]), jobs=1))
    assert list(annotate_all(read_articles([EXAMPLES]), jobs=2)) == alone


def test_what_is_not_arabic_is_left_out() -> None:
    (left_out,) = annotate_all([Article("a", "a.txt", "Nothing here is Arabic.")], annotate=little)
    assert isinstance(left_out, LeftOut)
    assert (left_out.path, left_out.reason) == ("a.txt", "not Arabic")


def test_a_process_that_is_killed_ends_the_build_and_nothing_is_kept(tmp_path: Path) -> None:
    paths = []
    for i in range(30):
        paths.append(tmp_path / f"{i}.txt")
        paths[-1].write_text(f"نص رقم {i} من نصوص كثيرة")
    with pytest.raises(BrokenProcessPool):
        build(paths, tmp_path / "d.db", jobs=2, annotate=dies)
    assert not (tmp_path / "d.db").exists()


def test_the_steps_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص عربي قصير")
    told: list[tuple[str, int]] = []
    build([tmp_path / "a.txt"], tmp_path / "d.db", tell=lambda step, done: told.append((step, done)), annotate=little)
    assert told == [("annotate", 1), ("date", 1), ("link", 1), ("check", 1), ("keep", 1)]
