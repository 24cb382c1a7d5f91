"""Asking: the one way in which command line, export and web read a dossier. Records out, no SQL anywhere else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from musnad.dossier import rows, search
from musnad.dossier.records import Appearance, Card, Counts, DossierError, Filters, Hit
from musnad.dossier.schema import explained, open_to_read
from musnad.export.records import day_of
from musnad.model import Annotated, Entity, Finding, Happening, Moment
from musnad.text.stem import matches

_CARD = "n, id, path, title, outlet, url, author, language, length, published, copy_of"
_IN_TIME = "ORDER BY coalesce(earliest, latest, '9999'), coalesce(latest, '9999'), n"


class Dossier:
    """A dossier open for reading: ``with Dossier(path) as dossier: ...``. Raises DossierError (one line)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_to_read(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # ---------------------------------------------------------------------------------------------- articles

    def readings(self) -> Iterator[Annotated]:
        """Every article with its text and all that was read in it, in the order of its day, one at a time."""
        for row in self._rows(f"SELECT * FROM articles {_IN_TIME}"):
            yield rows.annotated(row, settled=True)

    def articles(self) -> tuple[Card, ...]:
        """Every article without its text, in the order of its day of publication."""
        return tuple(map(rows.card, self._rows(f"SELECT {_CARD} FROM articles {_IN_TIME}")))

    def copies(self) -> dict[str, str]:
        """Article id → id of the article that it is a copy of."""
        return {
            row["id"]: row["copy_of"]
            for row in self._rows("SELECT id, copy_of FROM articles WHERE copy_of IS NOT NULL")
        }

    def card(self, article: str) -> Card | None:
        """The card of an article."""
        row = self._row(f"SELECT {_CARD} FROM articles WHERE id = ?", article)
        return rows.card(row) if row else None

    def article(self, article: str) -> Annotated | None:
        """An article with its text and all that was read in it, as it stands among the others."""
        row = self._row("SELECT * FROM articles WHERE id = ?", article)
        return rows.annotated(row, settled=True) if row else None

    def people_of(self, article: str) -> dict[str, Entity]:
        """Id of an entity within the article → the entity of the dossier."""
        found = self._rows("SELECT local, e.* FROM people JOIN entities e ON e.id = entity WHERE article = ?", article)
        return {row["local"]: rows.entity(row) for row in found}

    # ---------------------------------------------------------------------------------------------- events

    def timeline(self, filters: Filters | None = None) -> Iterator[Happening]:
        """The happenings that the filters ask for, in order of date; those without a date come last."""
        asked = filters or Filters()
        where, values = ["1"], list[str]()
        if asked.kind:
            where.append("kind = ?")
            values.append(asked.kind)
        if asked.status:
            where.append("status = ?")
            values.append(asked.status)
        if asked.start or asked.end:
            where.append("(earliest IS NOT NULL OR latest IS NOT NULL)")
        if asked.start:
            where.append("coalesce(latest, '9999') >= ?")
            values.append(asked.start.isoformat())
        if asked.end:
            where.append("coalesce(earliest, '') <= ?")
            values.append(asked.end.isoformat())
        wanted = self._acting(asked.actor) if asked.actor else None
        for row in self._rows(f"SELECT * FROM happenings WHERE {' AND '.join(where)} ORDER BY n", *values):
            if wanted is None or row["id"] in wanted:
                yield self._happening(row)

    def happening(self, happening: str) -> Happening | None:
        """The happening of an id."""
        row = self._row("SELECT * FROM happenings WHERE id = ?", happening)
        return self._happening(row) if row else None

    def findings(self, kind: str | None = None) -> tuple[Finding, ...]:
        """What the checks found, the gravest first."""
        found = self._rows("SELECT * FROM findings WHERE kind = coalesce(?, kind) ORDER BY n", kind)
        return tuple(map(rows.finding, found))

    # ---------------------------------------------------------------------------------------------- people and words

    def entity(self, entity: str) -> Entity | None:
        """The entity of an id."""
        row = self._row("SELECT * FROM entities WHERE id = ?", entity)
        return rows.entity(row) if row else None

    def entities(self) -> tuple[Appearance, ...]:
        """Every person, body, state and place, the most mentioned first."""
        found = self._rows(
            """SELECT e.*, coalesce(m.mentions, 0) AS mentions, coalesce(m.articles, 0) AS articles,
              coalesce(a.happenings, 0) AS happenings
            FROM entities e
            LEFT JOIN (
              SELECT entity, count(*) AS mentions, count(DISTINCT article) AS articles FROM mentions GROUP BY entity
            ) m ON m.entity = e.id
            LEFT JOIN (
              SELECT entity, count(DISTINCT happening) AS happenings FROM actors GROUP BY entity
            ) a ON a.entity = e.id
            ORDER BY mentions DESC, e.id"""
        )
        return tuple(Appearance(rows.entity(r), r["articles"], r["mentions"], r["happenings"]) for r in found)

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """The articles that hold every word of the query and its "phrases", the best first, with the passages."""
        asked = search.parse(query)
        if not asked:
            return ()
        hits: list[Hit] = []
        found = self._rows(
            "SELECT a.*, -bm25(words, 1.0, 0.5, 0.3) AS score FROM words JOIN articles a ON a.n = words.rowid"
            " WHERE words MATCH ? ORDER BY score DESC, a.n",
            search.expression(asked),
        )
        for row in found:
            if len(hits) == limit:
                break
            record = rows.annotated(row, settled=True)
            passages = search.passages(record, asked)
            if passages is not None:
                a = record.article
                hits.append(Hit(a.id, a.path, a.title, a.outlet, record.published, round(row["score"], 4), *passages))
        return tuple(hits)

    def counts(self) -> Counts:
        """How much there is of everything."""
        tables = ("articles", "articles WHERE copy_of IS NOT NULL", "entities", "happenings", "reports", "findings")
        return Counts(*(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables))

    # ---------------------------------------------------------------------------------------------- within

    def _acting(self, actor: str) -> set[str]:
        """The happenings in which somebody of that id or name, or of the state of that name, takes part."""
        names = search.name_words(actor)
        entities = [rows.entity(row) for row in self._rows("SELECT * FROM entities")]
        spellings: dict[str, set[str]] = {}
        for row in self._rows("SELECT DISTINCT entity, text FROM mentions"):
            spellings.setdefault(row["entity"], set()).add(row["text"])
        chosen = {e.id for e in entities if actor in (e.id, e.wikidata)}
        if not chosen:
            states = [e for e in entities if e.type == "Country" and _whole(names, e.name_ar, e.name_en)]
            codes = {e.country for e in states if e.country}
            chosen = {e.id for e in entities if e.country in codes} | {e.id for e in states}
        if not chosen and names:
            chosen = {
                e.id
                for e in entities
                if any(_holds(n, names) for n in (e.name_ar, e.name_en, *spellings.get(e.id, ())) if n)
            }
        return {
            row["happening"] for row in self._rows("SELECT happening, entity FROM actors") if row["entity"] in chosen
        }

    def _happening(self, row: sqlite3.Row) -> Happening:
        name = row["id"]
        roles: dict[str, list[Entity]] = {"agent": [], "target": []}
        for actor in self._rows(
            "SELECT role, e.* FROM actors JOIN entities e ON e.id = entity WHERE happening = ? ORDER BY n", name
        ):
            roles[actor["role"]].append(rows.entity(actor))
        reports = self._rows("SELECT * FROM reports WHERE happening = ? ORDER BY n", name)
        date = (
            Moment(row["value"], day_of(row["earliest"]), day_of(row["latest"])) if row["value"] is not None else None
        )
        place = self.entity(row["place"]) if row["place"] else None
        return Happening(
            name, row["kind"], date, tuple(roles["agent"]), tuple(roles["target"]), place, row["status"],
            tuple(map(rows.report, reports)), row["outlets"], row["why"],
        )  # fmt: skip

    def _rows(self, sql: str, *values: object) -> Iterator[sqlite3.Row]:
        try:
            for row in self._connection.execute(sql, values):  # noqa: UP028 - a reader may leave before the end
                yield row
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def _row(self, sql: str, *values: object) -> sqlite3.Row | None:
        return next(self._rows(sql, *values), None)


def _whole(words: tuple[str, ...], *names: str | None) -> bool:
    return any(search.name_words(name) == words for name in names if name)


def _holds(name: str, words: tuple[str, ...]) -> bool:
    own = search.name_words(name)
    return all(any(matches(word, w) for w in own) for word in words)


__all__ = ["Dossier", "DossierError"]
