"""The dossier's tables, and opening a file as a dossier.

``articles`` is what was given and what was read in it; all other tables follow from it and are written anew whenever it
changes. ``reading`` is what annotate made of the article alone, ``settled`` what it became among the others (null: the
same).
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from musnad import __version__
from musnad.dossier.records import DossierError

VERSION = "1"
"""Of the schema. A dossier of another version is refused."""
APPLICATION = 0x6D75736E
"""SQLite's application id of a dossier: ``musn``."""

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,        -- the given id; with ~2, ~3 ... where another text came under the same one
  given_id TEXT NOT NULL,
  path TEXT NOT NULL, title TEXT, outlet TEXT, url TEXT, author TEXT,
  told TEXT,                      -- the day of publication that came with the article
  plain INTEGER NOT NULL,
  text TEXT NOT NULL,
  length INTEGER NOT NULL,        -- of the text, in code points
  digest TEXT NOT NULL,           -- of the text
  language TEXT NOT NULL,
  reading TEXT NOT NULL,          -- JSON, as annotate prints it
  settled TEXT,                   -- JSON, where the other articles changed it
  published TEXT NOT NULL,        -- JSON, as it stands
  earliest TEXT, latest TEXT,     -- of its publication
  copy_of TEXT,
  read_by TEXT NOT NULL           -- the version of musnad that read it
);
CREATE INDEX articles_given ON articles (given_id);
CREATE VIRTUAL TABLE words USING fts5 (cores, stems, names, tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE entities (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, name_ar TEXT, name_en TEXT, country TEXT, wikidata TEXT
) WITHOUT ROWID;
CREATE TABLE people (
  article TEXT NOT NULL, local TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (article, local)
) WITHOUT ROWID;
CREATE TABLE mentions (
  article TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, entity TEXT NOT NULL
);
CREATE INDEX mentions_entity ON mentions (entity);
CREATE INDEX mentions_article ON mentions (article);
CREATE TABLE happenings (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, value TEXT, earliest TEXT, latest TEXT,
  place TEXT, status TEXT NOT NULL, outlets INTEGER NOT NULL, why TEXT NOT NULL
);
CREATE TABLE actors (
  happening TEXT NOT NULL, role TEXT NOT NULL, n INTEGER NOT NULL, entity TEXT NOT NULL,
  PRIMARY KEY (happening, role, n)
) WITHOUT ROWID;
CREATE INDEX actors_entity ON actors (entity);
CREATE TABLE reports (
  happening TEXT NOT NULL, n INTEGER NOT NULL, article TEXT NOT NULL, path TEXT NOT NULL, event TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, status TEXT NOT NULL, chain TEXT NOT NULL,
  PRIMARY KEY (happening, n)
) WITHOUT ROWID;
CREATE INDEX reports_article ON reports (article);
CREATE TABLE findings (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, severity TEXT NOT NULL,
  says_ar TEXT NOT NULL, says_en TEXT NOT NULL, evidence TEXT NOT NULL
);
"""

FOLLOWING = ("entities", "people", "mentions", "happenings", "actors", "reports", "findings")
"""What linking and checking write anew."""


def create(connection: sqlite3.Connection) -> None:
    """Lay out an empty dossier inside the transaction that is open."""
    for statement in _SCHEMA.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("schema", VERSION), ("musnad", __version__)])


def open_to_read(path: Path) -> sqlite3.Connection:
    """A read-only connection to a dossier. Raises DossierError."""
    if not path.exists():
        raise DossierError(f"{path}: no such dossier")
    if path.with_name(path.name + "-journal").exists():
        _recover(path)
    connection = _connect(path, "ro")
    try:
        if not _is_dossier(connection, path):
            raise DossierError(f"{path}: an empty file, not a dossier")
    except BaseException:
        connection.close()
        raise
    return connection


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection to a dossier, made if there is none, with one transaction open. Raises DossierError."""
    if not path.exists() and not path.absolute().parent.is_dir():
        raise DossierError(f"{path}: no such folder: {path.absolute().parent}")
    connection = _connect(path, "rwc")
    try:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            raise explained(error, path) from error
        if not _is_dossier(connection, path):
            create(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _recover(path: Path) -> None:
    """Undo what a build that was killed had half done, which needs a connection that may write."""
    connection = _connect(path, "rw")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise explained(error, path) from error
    finally:
        connection.close()


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    if path.is_dir():
        raise DossierError(f"{path}: a folder, not a dossier")
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=10, isolation_level=None
        )
    except sqlite3.Error as error:
        raise explained(error, path) from error
    connection.row_factory = sqlite3.Row
    return connection


def _is_dossier(connection: sqlite3.Connection, path: Path) -> bool:
    """False for an empty database. Raises DossierError for a file that is something else."""
    try:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not tables:
            return False
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
            raise DossierError(f"{path}: a database, but not a dossier of musnad")
        version = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise explained(error, path) from error
    if version != VERSION:
        raise DossierError(f"{path}: a dossier of schema {version}; this musnad reads schema {VERSION}: build it anew")
    return True


def explained(error: sqlite3.Error, path: Path) -> DossierError:
    """What SQLite complains of, in one line that a person understands."""
    said = str(error)
    if "locked" in said:
        return DossierError(f"{path}: another program is writing to it")
    if "not a database" in said or "malformed" in said:
        return DossierError(f"{path}: not a dossier" if "not a database" in said else f"{path}: a damaged dossier")
    if "readonly" in said or "unable to open" in said:
        return DossierError(f"{path}: cannot be opened" if "open" in said else f"{path}: not writable")
    return DossierError(f"{path}: {said}")


def is_dossier(path: Path) -> bool:
    """Whether a path is a SQLite file, as a dossier is (and no article)."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


_SQLITE = b"SQLite format 3\0"
