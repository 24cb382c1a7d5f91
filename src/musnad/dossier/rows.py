"""Rows of the tables to records of the house and back."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from dataclasses import replace
from typing import Any

from musnad.dossier.records import Card
from musnad.export.records import annotated_from_json, annotated_json, as_json, day_of
from musnad.model import Annotated, Article, Entity, Evidence, Finding, Happening, Link, Published, Report, Words


def dumps(value: Any) -> str:
    """JSON as the dossier keeps it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def iso(day: dt.date | None) -> str | None:
    """A day as the dossier keeps it, in an order that is that of time."""
    return day.isoformat() if day else None


def reading(record: Annotated) -> str:
    """What was read in an article, without its text."""
    data = annotated_json(record)
    data.pop("text", None)
    return dumps(data)


def article(row: sqlite3.Row) -> Article:
    """The article of a row of ``articles``, under the id that the dossier gave it."""
    return Article(
        row["id"], row["path"], row["text"], row["title"], row["outlet"], row["url"], row["author"], day_of(row["told"]),
        bool(row["plain"]),
    )  # fmt: skip


def annotated(row: sqlite3.Row, *, settled: bool) -> Annotated:
    """What was read in the article of a row: alone, or as it was settled among the others."""
    data = json.loads((row["settled"] if settled else None) or row["reading"])
    return replace(annotated_from_json(data, row["text"]), article=article(row))


def published(text: str) -> Published:
    """The record of the column ``published``."""
    data = json.loads(text)
    evidence = tuple(Evidence(**e) for e in data["evidence"])
    days = day_of(data["earliest"]), day_of(data["latest"])
    return Published(data["value"], *days, data["basis"], evidence, day_of(data.get("likely")))


def card(row: sqlite3.Row) -> Card:
    """The card of a row of ``articles``."""
    return Card(
        row["id"], row["path"], row["title"], row["outlet"], row["url"], row["author"], row["language"], row["length"],
        published(row["published"]), row["copy_of"],
    )  # fmt: skip


def entity(row: sqlite3.Row) -> Entity:
    """The entity of a row of ``entities``."""
    return Entity(row["id"], row["type"], row["name_ar"], row["name_en"], row["country"], row["wikidata"])


def entity_row(record: Entity) -> tuple[object, ...]:
    """The row that ``entity`` reads."""
    return (record.id, record.type, record.name_ar, record.name_en, record.country, record.wikidata)


def happening_row(n: int, record: Happening) -> tuple[object, ...]:
    """A happening without its actors and reports, which have tables of their own."""
    date = (
        (record.date.value, iso(record.date.earliest), iso(record.date.latest)) if record.date else (None, None, None)
    )
    place = record.place.id if record.place else None
    return (n, record.id, record.kind, *date, place, record.status, record.outlets, record.why)


def report(row: sqlite3.Row) -> Report:
    """The report of a row of ``reports``."""
    chain = tuple(Link(**link) for link in json.loads(row["chain"]))
    return Report(
        row["article"], row["path"], row["event"], row["start"], row["end"], row["text"], row["status"], chain
    )


def finding(row: sqlite3.Row) -> Finding:
    """The finding of a row of ``findings``."""
    evidence = tuple(Words(**w) for w in json.loads(row["evidence"]))
    return Finding(row["id"], row["kind"], row["severity"], row["says_ar"], row["says_en"], evidence)


def finding_row(n: int, record: Finding) -> tuple[object, ...]:
    """The row that ``finding`` reads."""
    evidence = dumps(as_json(record.evidence))
    return (n, record.id, record.kind, record.severity, record.says_ar, record.says_en, evidence)
