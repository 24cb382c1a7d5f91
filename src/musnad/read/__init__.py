"""Files and folders become articles: one small module a format. This room understands no Arabic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from musnad.model import Article
from musnad.read.decode import printable
from musnad.read.errors import LeftOut
from musnad.read.jsonl import read_jsonl
from musnad.read.plain import read_plain

__all__ = ["LeftOut", "read_articles"]

_SUFFIXES = {".txt", ".jsonl"}


def read_articles(paths: Sequence[Path], published: dt.date | None = None) -> Iterator[Article | LeftOut]:
    """Every article under the paths, in a stable order, and a LeftOut for everything that yields none.

    A folder is searched for ``.txt`` and ``.jsonl`` files at every depth; other files in it are not ours and are passed
    over in silence.
    ``published`` dates the articles that carry no day of their own; all are told that they were read today.
    """
    today = dt.date.today()
    for path in paths:
        try:
            files = _files(path)
        except OSError as error:
            yield LeftOut(printable(str(path)), error.strerror or "cannot be read")
            continue
        if files is None:
            yield LeftOut(printable(str(path)), "no such file or folder")
        elif not files:
            yield LeftOut(printable(str(path)), "a folder without .txt or .jsonl files")
        for file in files or ():
            for item in _read_file(file, published):
                yield item if isinstance(item, LeftOut) else replace(item, read_on=today)


def _files(path: Path) -> list[Path] | None:
    """The files that a path stands for; None if there is nothing at it."""
    if path.is_dir():
        return sorted(f for f in path.rglob("*") if f.suffix.lower() in _SUFFIXES and f.is_file())
    return [path] if path.exists() else None


def _read_file(path: Path, published: dt.date | None) -> Iterator[Article | LeftOut]:
    if path.suffix.lower() == ".jsonl":
        yield from read_jsonl(path, published)
        return
    try:
        yield read_plain(path, published)
    except LeftOut as left_out:
        yield left_out
