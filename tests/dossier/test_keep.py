"""What a dossier keeps, and that building is repeatable, additive and all or nothing."""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from musnad.build import Built, build
from musnad.dossier import Dossier, DossierError, Filters, Keeper
from musnad.model import Annotated, Article

Write = Callable[..., Path]
Add = Callable[..., Built]

VISIT = "زيارة قصيرة\nزارت ليلى مكتب سامي وبحثت معه شؤون المدينة."
OTHER = "خبر آخر\nلم يحضر سامي الحفل الذي أقيم في الساحة الكبرى."
DAY = dt.date(2018, 7, 9)


def content(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def ids(path: Path) -> list[str]:
    with Dossier(path) as dossier:
        return sorted(card.id for card in dossier.articles())


def test_what_was_read_comes_back_as_it_was(write: Write, add: Add, dossier: Path) -> None:
    add(write("a.txt", VISIT), published=DAY)
    with Dossier(dossier) as asked:
        record = asked.article("a.txt")
        (card,) = asked.articles()
        (happening,) = asked.timeline()
        assert asked.article("b.txt") is None
    assert record is not None
    assert (record.article.text, record.article.published, record.article.plain) == (VISIT, DAY, True)
    assert [m.text for m in record.mentions] == ["ليلى", "سامي"]
    assert (card.title, card.text_length, card.published.earliest, card.copy_of) == (
        "زيارة قصيرة",
        len(VISIT),
        DAY,
        None,
    )
    assert [e.name_en for e in (*happening.agents, *happening.targets)] == ["Layla al-Haddad", "Sami an-Najjar"]
    assert happening.date is not None
    assert happening.date.value == "2018-07-09"
    assert happening.reports[0].chain[0].text == "الوكالة"


def test_the_same_articles_again_change_nothing(write: Write, add: Add, dossier: Path) -> None:
    paths = [write("a.txt", VISIT), write("b.txt", OTHER)]
    assert add(*paths).added == 2
    before, bytes_before = content(dossier), dossier.read_bytes()
    again = add(*paths)
    assert (again.added, again.known, again.changed) == (0, 2, False)
    assert content(dossier) == before
    assert dossier.read_bytes() == bytes_before


def test_more_articles_are_added_and_all_is_linked_again(write: Write, add: Add, dossier: Path, tmp_path: Path) -> None:
    first, second = write("a.txt", VISIT), write("b.txt", VISIT + "\nوعادت ليلى إلى بيتها مساء.")
    add(first, published=DAY)
    add(first, second, published=DAY)
    with Dossier(dossier) as asked:
        (happening,) = asked.timeline()
        assert {r.article for r in happening.reports} == {"a.txt", "b.txt"}
    at_once = tmp_path / "at_once.db"
    build([first, second], at_once, DAY, annotate=_annotate())
    assert [line for line in content(at_once) if '"words_' not in line] == [
        line for line in content(dossier) if '"words_' not in line
    ]


def test_another_text_under_a_known_id_is_kept_beside_it(write: Write, add: Add, dossier: Path) -> None:
    one, two, three = (write("a.txt", VISIT + extra, folder) for folder, extra in (("x", ""), ("y", "!"), ("z", "!!")))
    add(one, two)
    add(three)
    assert ids(dossier) == ["a.txt", "a.txt~2", "a.txt~3"]
    assert not add(three, one, two).changed


def test_an_id_that_looks_like_a_second_one(write: Write, add: Add, dossier: Path) -> None:
    add(write("a~2", VISIT + "؟", "w"), write("a", VISIT, "x"), write("a", VISIT + "!", "y"))
    assert ids(dossier) == ["a", "a~2", "a~3"]


def test_the_same_text_under_the_same_id_from_two_places_is_one_article(write: Write, add: Add, dossier: Path) -> None:
    built = add(write("a.txt", VISIT, "x"), write("a.txt", VISIT, "y"))
    assert (built.added, built.known) == (1, 1)
    assert ids(dossier) == ["a.txt"]


def test_what_is_newly_told_of_an_article_is_added_and_nothing_is_forgotten(
    tmp_path: Path, add: Add, dossier: Path
) -> None:
    def line(**more: str) -> Path:
        path = tmp_path / "w.jsonl"
        path.write_text(json.dumps({"id": "k", "text": VISIT, **more}))
        return path

    add(line(outlet="المدار"))
    assert add(line(published="2018-07-09")).added == 1
    assert not add(line()).changed
    with Dossier(dossier) as asked:
        (card,) = asked.articles()
    assert (card.outlet, card.published.value) == ("المدار", "2018-07-09")


def test_what_is_not_arabic_is_left_out(write: Write, add: Add, dossier: Path) -> None:
    built = add(write("a.txt", "A visit\nLayla visited Sami."), write("b.txt", VISIT), write("c.txt", "123"))
    assert [(Path(o.path).name, o.reason) for o in built.left_out] == [("a.txt", "not Arabic"), ("c.txt", "not Arabic")]
    assert ids(dossier) == ["b.txt"]


def test_a_mistake_of_ours_in_one_article_does_not_cost_the_others(write: Write, dossier: Path) -> None:
    def fails(article: Article) -> Annotated:
        if article.id == "a.txt":
            raise KeyError("x")
        return _annotate()(article)

    built = build([write("a.txt", VISIT), write("b.txt", OTHER)], dossier, annotate=fails)
    assert built.left_out[0].reason == "could not be read (please report this): KeyError: 'x'"
    assert ids(dossier) == ["b.txt"]


def test_an_interrupted_build_leaves_the_dossier_as_it_was(write: Write, add: Add, dossier: Path) -> None:
    add(write("a.txt", VISIT))
    before = dossier.read_bytes()

    def stopped(article: Article) -> Annotated:
        if article.id == "c.txt":
            raise KeyboardInterrupt
        return _annotate()(article)

    with pytest.raises(KeyboardInterrupt):
        build([write("b.txt", OTHER), write("c.txt", OTHER)], dossier, annotate=stopped)
    assert dossier.read_bytes() == before


def test_a_build_that_is_killed_while_it_writes_is_undone(write: Write, add: Add, dossier: Path) -> None:
    add(write("a.txt", VISIT))
    before = content(dossier)
    child = os.fork()
    if not child:
        keeper = Keeper(dossier)
        keeper._connection.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the end
        for n in range(200):
            keeper.keep(_annotate()(Article(f"{n}", f"{n}", f"{OTHER} {n}" * 20)))
        os._exit(0)
    os.waitpid(child, 0)
    assert dossier.with_name("a.db-journal").exists()
    assert ids(dossier) == ["a.txt"]
    assert content(dossier) == before


def test_an_interrupted_first_build_leaves_no_file(dossier: Path) -> None:
    with pytest.raises(KeyboardInterrupt), Keeper(dossier):
        raise KeyboardInterrupt
    assert not dossier.exists()


def test_nothing_to_keep_makes_an_empty_dossier(tmp_path: Path, add: Add, dossier: Path) -> None:
    assert [o.reason for o in add(tmp_path / "missing").left_out] == ["no such file or folder"]
    with Dossier(dossier) as asked:
        assert (list(asked.timeline()), asked.articles(), asked.findings(), asked.search("ليلى")) == ([], (), (), ())


def test_articles_of_another_version_are_read_again(write: Write, add: Add, dossier: Path) -> None:
    path = write("a.txt", VISIT)
    add(path)
    with sqlite3.connect(dossier) as connection:
        connection.execute("UPDATE articles SET read_by = '0.0.0'")
    assert add(path).added == 1
    assert not add(path).changed


def test_many_articles_are_read_by_several_processes_in_order(write: Write, add: Add, dossier: Path) -> None:
    paths = [write(f"{n:02}.txt", VISIT + f" {n}") for n in range(40)]
    add(*paths, jobs=2)
    with sqlite3.connect(dossier) as connection:
        assert [row[0] for row in connection.execute("SELECT id FROM articles ORDER BY n")] == [p.name for p in paths]


# ---------------------------------------------------------------------------------------- files that are no dossier


def _text_file(path: Path) -> None:
    path.write_text("هذا ليس ملفا للأخبار\n" * 100)


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (a)")


def _other_schema(path: Path) -> None:
    with Keeper(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_text_file, "not a dossier"),
        (_other_database, "a database, but not a dossier of musnad"),
        (_other_schema, "a dossier of schema 99; this musnad reads schema 1: build it anew"),
        (Path.mkdir, "a folder, not a dossier"),
    ],
)
def test_a_file_that_is_no_dossier_is_refused_in_one_line(
    make: Callable[[Path], None], says: str, dossier: Path, write: Write, add: Add
) -> None:
    make(dossier)
    with pytest.raises(DossierError, match=says):
        Dossier(dossier)
    before = None if dossier.is_dir() else dossier.read_bytes()
    with pytest.raises(DossierError, match=says):
        add(write("a.txt", VISIT))
    assert before is None or dossier.read_bytes() == before


def test_a_missing_dossier_and_a_missing_folder(dossier: Path, write: Write, tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="no such dossier"):
        Dossier(dossier)
    with pytest.raises(DossierError, match="no such folder"):
        build([write("a.txt", VISIT)], tmp_path / "no" / "a.db", annotate=_annotate())


def test_asking_writes_nothing(write: Write, add: Add, dossier: Path) -> None:
    add(write("a.txt", VISIT))
    dossier.chmod(0o444)
    before = dossier.stat().st_mtime_ns
    with Dossier(dossier) as asked:
        asked.search("ليلى")
        list(asked.timeline())
    assert dossier.stat().st_mtime_ns == before
    assert [p.name for p in dossier.parent.iterdir() if p.name.startswith("a.db")] == ["a.db"]


# ---------------------------------------------------------------------------------------------- asking the timeline


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filters(), ["2018-07-01", "2018-07-09", None]),
        (Filters(start=dt.date(2018, 7, 2)), ["2018-07-09"]),
        (Filters(end=dt.date(2018, 7, 1)), ["2018-07-01"]),
        (Filters(start=dt.date(2018, 7, 1), end=dt.date(2018, 7, 9)), ["2018-07-01", "2018-07-09"]),
        (Filters(start=dt.date(2019, 1, 1)), []),
        (Filters(kind="visit"), ["2018-07-01", "2018-07-09", None]),
        (Filters(kind="meet"), []),
        (Filters(actor="ليلي"), ["2018-07-01"]),
        (Filters(actor="layla"), ["2018-07-01"]),
        (Filters(actor="p-ليلى"), ["2018-07-01"]),
        (Filters(actor="النجار"), ["2018-07-01", "2018-07-09", None]),
        (Filters(actor="مريم"), []),
        (Filters(actor="؟"), []),
    ],
)
def test_filters_of_the_timeline(
    asked: Filters, found: list[str | None], write: Write, add: Add, dossier: Path
) -> None:
    add(write("a.txt", OTHER), published=DAY)
    add(write("b.txt", VISIT), published=dt.date(2018, 7, 1))
    add(write("c.txt", "بلا تاريخ\nيقيم سامي في قرية بعيدة منذ صغره ولا يكاد يغادرها إلا نادرا."))
    with Dossier(dossier) as opened:
        assert [h.date.value if h.date else None for h in opened.timeline(asked)] == found


def _annotate() -> Callable[[Article], Annotated]:
    from tests.dossier.conftest import annotate_little

    return annotate_little
