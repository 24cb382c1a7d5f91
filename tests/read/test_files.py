"""Files and folders as articles: what each kind of file yields, and why the rest is left out."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from musnad.model import Article
from musnad.read import LeftOut, decode, jsonl, plain, read_articles

TEXT = "الوزير يصل إلى العاصمة\nوصل الوزير إلى العاصمة، أمس الثلاثاء، في زيارة تستغرق يومين، حسبما ذكرت الوكالة."


def read(*paths: Path, published: dt.date | None = None) -> list[Article | LeftOut]:
    return list(read_articles(paths, published))


def reasons(*paths: Path) -> list[str]:
    return [item.reason for item in read(*paths) if isinstance(item, LeftOut)]


def write(folder: Path, data: bytes | str, name: str = "a.txt") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), TEXT.encode("cp1256"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "windows-1256", "utf-16 big-endian"],
)  # fmt: skip
def test_one_text_in_every_encoding(tmp_path: Path, data: bytes) -> None:
    (article,) = read(write(tmp_path, data))
    assert isinstance(article, Article)
    assert article.text == TEXT
    assert article.title == "الوزير يصل إلى العاصمة"
    assert (article.id, article.plain) == ("a.txt", True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "holds no text"),
        (b"\xef\xbb\xbf", "holds no text"),
        (b"\xff\xfe", "holds no text"),
        ("\u00a0\u2003\n".encode(), "holds no text"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "binary, not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary, not text"),
        (TEXT.encode()[:-2], "truncated: breaks off in the middle of a letter"),
        (TEXT.encode("utf-16")[:-1], "UTF-16 that breaks off in the middle of a letter"),
        ("Отправился в столицу с визитом".encode("cp1251"), "neither UTF-8 nor windows-1256 Arabic"),
        ("été à la fenêtre".encode("latin-1") * 20, "neither UTF-8 nor windows-1256 Arabic"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_holds_no_text_is_left_out_with_a_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    assert reasons(write(tmp_path, data)) == [reason]


def test_line_ends_and_marks_within_are_kept_as_they_are(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path, "عنوان\r\nنصٌّ مُشكَّل\r\n"))
    assert isinstance(article, Article)
    assert article.text == "عنوان\r\nنصٌّ مُشكَّل\r\n"


def test_a_file_too_large_for_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "LARGEST", 100)
    assert reasons(write(tmp_path, TEXT)) == ["too large for one article (more than 0 MiB)"]


def test_what_is_not_there_and_what_is_no_path_at_all(tmp_path: Path) -> None:
    assert reasons(tmp_path / "missing.txt") == ["no such file or folder"]
    assert reasons(tmp_path / ("x" * 400)) == ["File name too long"]


def test_a_folder_is_searched_at_every_depth_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "deep/er/c.txt", "notes.md", "deep/d.jsonl"):
        write(tmp_path, '{"text": "نص قصير"}' if name.endswith("jsonl") else TEXT, name)
    found = read(tmp_path)
    assert [Path(a.path).name for a in found] == ["a.TXT", "b.txt", "d.jsonl#1", "c.txt"]


def test_a_folder_without_articles_says_so_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    first, second = read(tmp_path / "nothing", write(tmp_path, TEXT))
    assert isinstance(first, LeftOut)
    assert first.reason == "a folder without .txt or .jsonl files"
    assert isinstance(second, Article)


def test_a_file_name_in_no_encoding_can_still_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe3\xe5.txt"))
    path.write_text(TEXT)
    (article,) = read(path)
    assert article.path.encode().endswith("\ufffd\ufffd.txt".encode())


def test_the_day_of_publication_told_from_outside(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path, TEXT), published=dt.date(2018, 7, 9))
    assert isinstance(article, Article)
    assert article.published == dt.date(2018, 7, 9)


def test_the_limits_are_one(tmp_path: Path) -> None:
    assert plain.LARGEST == jsonl.LARGEST == decode.LARGEST
