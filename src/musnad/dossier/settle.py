"""What linking and checking found, into the tables that follow from the articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from musnad.dossier import rows
from musnad.dossier.schema import FOLLOWING
from musnad.export.records import as_json
from musnad.model import Annotated, Entity, Finding, Happening, Link, Linked

People = dict[tuple[str, str], Entity]
_ARTICLE = """UPDATE articles SET settled = nullif(?, reading), published = ?, earliest = ?, latest = ?, copy_of = ?
WHERE id = ?"""


def settle(connection: sqlite3.Connection, linked: Linked, findings: Sequence[Finding]) -> None:
    """Write everything that follows from the articles anew, within the transaction that is open."""
    for table in FOLLOWING:
        connection.execute(f"DELETE FROM {table}")
    for record in linked.articles:
        _article(connection, record, linked)
    for number, happening in enumerate(linked.happenings, 1):
        _happening(connection, number, happening, linked.people)
    known = {e.id: e for h in linked.happenings for e in (*h.agents, *h.targets, *([h.place] if h.place else []))}
    known.update((entity.id, entity) for entity in linked.people.values())
    _insert(connection, "entities", [rows.entity_row(known[key]) for key in sorted(known)])
    _insert(connection, "findings", [rows.finding_row(n, f) for n, f in enumerate(findings, 1)])


def _article(connection: sqlite3.Connection, record: Annotated, linked: Linked) -> None:
    name, published = record.article.id, record.published
    days = rows.iso(published.earliest), rows.iso(published.latest)
    as_it_stands = rows.reading(record), rows.dumps(as_json(published)), *days, linked.copies.get(name), name
    connection.execute(_ARTICLE, as_it_stands)
    people = {e.id: linked.people[name, e.id].id for e in record.entities if (name, e.id) in linked.people}
    _insert(connection, "people", [(name, *pair) for pair in people.items()])
    mentions = [m for m in record.mentions if m.entity in people]
    _insert(connection, "mentions", [(name, m.start, m.end, m.text, people[m.entity]) for m in mentions])


def _happening(connection: sqlite3.Connection, number: int, happening: Happening, people: People) -> None:
    _insert(connection, "happenings", [rows.happening_row(number, happening)])
    for role, entities in (("agent", happening.agents), ("target", happening.targets)):
        _insert(connection, "actors", [(happening.id, role, n, entity.id) for n, entity in enumerate(entities)])
    reports = []
    for n, r in enumerate(happening.reports):
        chain = rows.dumps(as_json([_of_dossier(link, r.article, people) for link in r.chain]))
        reports.append((happening.id, n, r.article, r.path, r.event, r.start, r.end, r.text, r.status, chain))
    _insert(connection, "reports", reports)


def _of_dossier(link: Link, article: str, people: People) -> Link:
    """A carrier by its id in the dossier: ids of an article mean nothing outside it."""
    entity = people.get((article, link.entity)) if link.entity else None
    return replace(link, entity=entity.id) if entity else link


def _insert(connection: sqlite3.Connection, table: str, values: Sequence[tuple[object, ...]]) -> None:
    if values:
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values[0]))})", values)
