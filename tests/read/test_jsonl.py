"""JSON Lines: an article a line; a bad line costs itself only."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from musnad.model import Article
from musnad.read import LeftOut, jsonl, read_articles


def read(folder: Path, *lines: object, end: str = "\n") -> list[Article | LeftOut]:
    path = folder / "wire.jsonl"
    whole = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines) + end
    path.write_bytes(whole.encode())
    return list(read_articles([path]))


def reasons(found: list[Article | LeftOut]) -> list[tuple[str, str]]:
    return [(item.path.partition("#")[2], item.reason) for item in found if isinstance(item, LeftOut)]


def test_everything_that_a_line_may_tell(tmp_path: Path) -> None:
    line = {"id": "k1", "title": "عنوان", "text": "متن", "published": "2018-07-09T10:00:00Z", "outlet": "المدار"}
    (article,) = read(tmp_path, {**line, "url": "https://example.org/1", "author": "مراسل"})
    assert isinstance(article, Article)
    assert (article.id, article.path) == ("k1", f"{tmp_path}/wire.jsonl#k1")
    assert (article.text, article.title) == ("عنوان\nمتن", "عنوان")
    assert article.published == dt.date(2018, 7, 9)
    assert (article.outlet, article.url, article.author, article.plain) == (
        "المدار",
        "https://example.org/1",
        "مراسل",
        False,
    )


def test_the_text_is_enough(tmp_path: Path) -> None:
    first, second = read(tmp_path, {"text": "سطر أول\nسطر ثان"}, "", {"text": "آخر", "id": None})
    assert isinstance(first, Article)
    assert (first.id, first.title, first.published) == ("1", "سطر أول", None)
    assert second.path.endswith("#3")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "نص"', "broken JSON: Expecting ',' delimiter"),
        ("نص بلا قوسين", "broken JSON: Expecting value"),
        ("[1, 2]", "not a JSON object"),
        ('"نص"', "not a JSON object"),
        ({"title": "عنوان"}, 'no "text"'),
        ({"text": "  \n"}, 'no "text"'),
        ({"text": ["نص"]}, '"text" is no string'),
        ({"text": "نص", "outlet": 7}, '"outlet" is no string'),
        ({"text": "نص", "published": "أمس"}, '"published" is no ISO day: أمس'),
        ({"text": "نص", "published": "2018-02-30"}, '"published" is no ISO day: 2018-02-30'),
        ('{"text": "نص", "id": 1' + "0" * 5000 + "}", "broken JSON: a number too long or lists too deep"),
        ("[" * 200_000, "broken JSON: a number too long or lists too deep"),
    ],
)
def test_a_bad_line_is_left_out_and_the_next_is_read(tmp_path: Path, line: object, reason: str) -> None:
    found = read(tmp_path, line, {"text": "نص سليم"})
    assert reasons(found) == [("1", reason)]
    assert isinstance(found[1], Article)


def test_a_file_that_is_cut_off(tmp_path: Path) -> None:
    found = read(tmp_path, {"text": "نص سليم"}, '{"text": "نص مقطو', end="")
    assert reasons(found)[0][1].startswith("broken JSON")
    assert isinstance(found[0], Article)


def test_a_second_article_with_the_same_id_in_one_file(tmp_path: Path) -> None:
    found = read(tmp_path, {"id": 1, "text": "نص"}, {"id": "1", "text": "نص آخر"})
    assert reasons(found) == [("2", 'a second article with the id "1"')]


def test_half_a_letter_becomes_the_replacement_character(tmp_path: Path) -> None:
    (article,) = read(tmp_path, '{"id": "\\ud800", "text": "نص \\ud83d مكسور"}')
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("\ufffd", "نص \ufffd مكسور")


def test_the_mark_at_the_beginning_and_blank_files(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + '{"text": "نص"}'.encode())
    assert isinstance(next(read_articles([path])), Article)
    path.write_bytes(b"\n\n")
    assert [item.reason for item in read_articles([path]) if isinstance(item, LeftOut)] == ["empty"]
    path.write_bytes('{"text": "نص"}'.encode("utf-16"))
    assert [item.reason for item in read_articles([path]) if isinstance(item, LeftOut)] == [
        "UTF-16; JSON Lines are UTF-8"
    ]


def test_a_line_longer_than_an_article_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LARGEST", 60)
    found = read(tmp_path, {"text": "نص " * 500}, {"text": "نص"})
    assert reasons(found) == [("1", "too large for one article")]
    assert isinstance(found[1], Article)
    assert found[1].path.endswith("#2")
