"""A plain text file: its first line is the headline."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from musnad.model import Article
from musnad.read.decode import LARGEST, decode, printable
from musnad.read.errors import LeftOut


def read_plain(path: Path, published: dt.date | None = None) -> Article:
    """The article that a text file holds. Raises LeftOut."""
    name = printable(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise LeftOut(name, error.strerror or "cannot be read") from error
    if len(data) > LARGEST:
        raise LeftOut(name, f"too large for one article (more than {LARGEST // 1024 // 1024} MiB)")
    text = decode(data, name)
    return Article(printable(path.name), name, text, title_of(text), published=published, plain=True)


def title_of(text: str) -> str | None:
    """The first line that is not blank."""
    return next((line.strip() for line in text.splitlines() if line.strip()), None)
