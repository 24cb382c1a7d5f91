"""Keeping: what goes into a dossier, in one transaction that either happens or does not."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from musnad import __version__
from musnad.dossier import rows
from musnad.dossier.schema import explained, open_to_write
from musnad.dossier.search import index_row
from musnad.dossier.settle import settle
from musnad.export.records import as_json
from musnad.model import Annotated, Article, Finding, Linked

_COLUMNS = (
    "id", "given_id", "path", "title", "outlet", "url", "author", "told", "plain", "text", "length", "digest",
    "language", "reading", "published", "earliest", "latest", "read_by",
)  # fmt: skip
_RENEWED = [column for column in _COLUMNS if column not in ("id", "given_id", "path")]
_KEEP = f"""INSERT INTO articles ({", ".join(_COLUMNS)}) VALUES ({", ".join("?" * len(_COLUMNS))})
ON CONFLICT (id) DO UPDATE SET {", ".join(f"{column} = excluded.{column}" for column in _RENEWED)}
RETURNING n"""


class Keeper:
    """A dossier open for writing, as a context manager: left without an error everything is kept, otherwise nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._was_there = path.exists() and path.stat().st_size > 0
        self._connection = open_to_write(path)
        self._texts: dict[str, dict[str, str]] = {}
        """Given id → digest of a text → the id it has here; of the articles asked for in this session."""
        self._given: dict[str, str] = {}
        """Id that an article of this session got here → its given id."""
        self.changed = not self._was_there

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._connection.in_transaction:
                self._connection.execute("COMMIT" if kind is None and self.changed else "ROLLBACK")
        except sqlite3.Error as failure:
            raise explained(failure, self._path) from failure
        finally:
            self._connection.close()
            if kind is not None and not self._was_there and self._path.exists() and self._path.stat().st_size == 0:
                self._path.unlink()
        if isinstance(error, sqlite3.Error):
            raise explained(error, self._path) from error

    def unread(self, article: Article) -> Article | None:
        """The article as it is to be read, under its id in the dossier; None if the dossier holds it already.

        The same text under the same id is the same article: what is newly told about it (outlet, day of publication) is
        added, and nothing that was told is forgotten. Another text under a known id becomes ``ID~2``.
        """
        digest = _digest(article.text)
        known = self._known(article.id)
        if digest in known:
            return self._amended(known[digest], article)
        name, number = article.id, 1
        while self._is_taken(name):
            number += 1
            name = f"{article.id}~{number}"
        known[digest] = name
        self._given[name] = article.id
        return replace(article, id=name)

    def outdated(self) -> Iterator[Article]:
        """The articles that another version of musnad read, to be read again."""
        ids = [
            row["id"]
            for row in self._connection.execute("SELECT id FROM articles WHERE read_by <> ? ORDER BY n", (__version__,))
        ]
        for name in ids:
            yield rows.article(self._connection.execute("SELECT * FROM articles WHERE id = ?", (name,)).fetchone())

    def keep(self, record: Annotated) -> None:
        """Keep an article that ``unread`` or ``outdated`` gave, with what was read in it."""
        article = record.article
        published = record.published
        given = self._given.get(article.id, article.id)
        cells = (
            article.id, given, article.path, article.title, article.outlet, article.url, article.author,
            rows.iso(article.published), article.plain, article.text, len(article.text), _digest(article.text),
            record.language, rows.reading(record), rows.dumps(as_json(published)), rows.iso(published.earliest),
            rows.iso(published.latest), __version__,
        )  # fmt: skip
        number = self._connection.execute(_KEEP, cells).fetchone()["n"]
        self._connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
        self._connection.execute(
            "INSERT INTO words (rowid, cores, stems, names) VALUES (?, ?, ?, ?)", (number, *index_row(record))
        )
        self.changed = True

    def readings(self) -> Iterator[Annotated]:
        """Every article as it was read alone, in the order they came: what linking starts from."""
        for row in self._connection.execute("SELECT * FROM articles ORDER BY n"):
            yield rows.annotated(row, settled=False)

    def settle(self, linked: Linked, findings: Sequence[Finding]) -> None:
        """Put what linking and checking found in the place of what they found before."""
        settle(self._connection, linked, findings)
        self._connection.execute("UPDATE meta SET value = ? WHERE key = 'musnad'", (__version__,))

    def _known(self, given: str) -> dict[str, str]:
        if given not in self._texts:
            found = self._connection.execute("SELECT digest, id FROM articles WHERE given_id = ?", (given,))
            self._texts[given] = {row["digest"]: row["id"] for row in found}
        return self._texts[given]

    def _is_taken(self, name: str) -> bool:
        return (
            name in self._given
            or self._connection.execute("SELECT 1 FROM articles WHERE id = ?", (name,)).fetchone() is not None
        )

    def _amended(self, name: str, article: Article) -> Article | None:
        row = self._connection.execute("SELECT * FROM articles WHERE id = ?", (name,)).fetchone()
        if row is None:  # it came twice in this session and is being read
            return None
        kept = rows.article(row)
        keys = ("title", "outlet", "url", "author", "published")
        told = {key: getattr(article, key) or getattr(kept, key) for key in keys}
        amended = replace(kept, **told)
        return None if amended == kept else amended


def _digest(text: str) -> str:
    return hashlib.blake2s(text.encode(), digest_size=16).hexdigest()
