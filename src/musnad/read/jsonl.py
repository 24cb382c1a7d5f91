"""JSON Lines: one article a line, as docs/formats.md describes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from musnad.model import Article
from musnad.read.decode import LARGEST, decode, printable
from musnad.read.errors import LeftOut
from musnad.read.plain import title_of


def read_jsonl(path: Path, published: dt.date | None = None) -> Iterator[Article | LeftOut]:
    """The articles of a file line by line, and a LeftOut for each line that holds none; one line at a time is held."""
    name = printable(str(path))
    seen: set[str] = set()
    try:
        with path.open("rb") as file:
            empty = True
            if file.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff"):
                yield LeftOut(name, "UTF-16; JSON Lines are UTF-8")
                return
            for number, line in enumerate(_lines(file), 1):
                if not line.strip(b"\xef\xbb\xbf \t\r\n"):
                    continue
                empty = False
                try:
                    yield _article(name, number, line, published, seen)
                except LeftOut as left_out:
                    yield left_out
            if empty:
                yield LeftOut(name, "empty")
    except OSError as error:
        yield LeftOut(name, error.strerror or "cannot be read")


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file; of one longer than an article may be, no more is held than shows that it is."""
    while line := file.readline(LARGEST + 1):
        rest = line
        while len(rest) > LARGEST and not rest.endswith(b"\n"):
            rest = file.readline(LARGEST + 1)
        yield line


def _article(name: str, number: int, line: bytes, told: dt.date | None, seen: set[str]) -> Article:
    place = f"{name}#{number}"
    if len(line) > LARGEST:
        raise LeftOut(place, "too large for one article")
    try:
        data = json.loads(decode(line, place))
    except json.JSONDecodeError as error:
        cut = not line.endswith(b"\n") and error.pos >= len(error.doc.rstrip()) - 1
        raise LeftOut(place, "broken JSON (the file is cut off)" if cut else f"broken JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise LeftOut(place, "broken JSON: a number too long or lists too deep") from error
    if not isinstance(data, dict):
        raise LeftOut(place, "not a JSON object")
    body = _field(data, "text", place)
    if not body or not body.strip():
        raise LeftOut(place, 'no "text"')
    title = _field(data, "title", place)
    text = f"{title}\n{body}" if title else body
    key = printable(str(number if data.get("id") in (None, "") else data["id"]))
    if key in seen:
        raise LeftOut(place, f'a second article with the id "{key}"')
    seen.add(key)
    published = _day(data.get("published"), place) or told
    return Article(
        key,
        f"{name}#{key}",
        text,
        title or title_of(text),
        _field(data, "outlet", place),
        _field(data, "url", place),
        _field(data, "author", place),
        published,
    )


def _field(data: dict[str, Any], key: str, place: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise LeftOut(place, f'"{key}" is no string')
    return printable(value) if value else None


def _day(value: object, place: str) -> dt.date | None:
    if value is None or value == "":
        return None
    try:
        return dt.datetime.fromisoformat(str(value)).date()
    except ValueError as error:
        raise LeftOut(place, f'"published" is no ISO day: {value}') from error
