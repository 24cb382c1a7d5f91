"""Records as the plain dicts of docs/formats.md, and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass
from typing import Any

from musnad.model import (
    Annotated,
    Article,
    Defect,
    Entity,
    Event,
    Evidence,
    Link,
    Mention,
    Moment,
    Plover,
    Published,
    Quantity,
    Quote,
    TimeExpression,
)  # fmt: skip

Json = dict[str, Any]


def as_json(value: Any) -> Any:
    """Any record, tuple or scalar as JSON values: days in ISO form, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: as_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [as_json(item) for item in value]
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    return value


def annotated_json(record: Annotated, *, with_text: bool = False) -> Json:
    """What ``musnad annotate`` prints for one article."""
    article = record.article
    head: Json = {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "author": article.author,
        "language": record.language,
        "text_length": len(article.text),
        "published": as_json(record.published),
    }
    out: Json = {"article": head}
    if with_text or not article.plain:
        out["text"] = article.text
    for name in ("defects", "times", "entities", "mentions", "quotes", "events", "quantities"):
        out[name] = as_json(getattr(record, name))
    for event in out["events"]:
        event["trigger"] = {"start": event["trigger"][0], "end": event["trigger"][1]}
    return out


def annotated_from_json(data: Json, text: str) -> Annotated:
    """The record that ``annotated_json`` printed."""
    head = data["article"]
    article = Article(
        head["id"], head["path"], text, head["title"], head["outlet"], head.get("url"), head.get("author")
    )
    published = head["published"]
    return Annotated(
        article,
        head["language"],
        Published(
            published["value"],
            day_of(published["earliest"]),
            day_of(published["latest"]),
            published["basis"],
            tuple(Evidence(**e) for e in published["evidence"]),
            day_of(published.get("likely")),
        ),
        tuple(Defect(**d) for d in data["defects"]),
        tuple(
            TimeExpression(**{**t, "earliest": day_of(t["earliest"]), "latest": day_of(t["latest"])})
            for t in data["times"]
        ),
        tuple(Entity(**e) for e in data["entities"]),
        tuple(Mention(**m) for m in data["mentions"]),
        tuple(Quote(**{**q, "chain": _chain(q["chain"])}) for q in data["quotes"]),
        tuple(map(_event, data["events"])),
        tuple(Quantity(**q) for q in data["quantities"]),
    )


def day_of(text: str | None) -> dt.date | None:
    """The day that a record writes as YYYY-MM-DD."""
    return dt.date.fromisoformat(text) if text else None


def _chain(links: list[Json]) -> tuple[Link, ...]:
    return tuple(Link(**link) for link in links)


def _event(data: Json) -> Event:
    date = data["date"]
    return Event(
        data["id"],
        data["kind"],
        data["start"],
        data["end"],
        data["text"],
        (data["trigger"]["start"], data["trigger"]["end"]),
        tuple(data["agents"]),
        tuple(data["targets"]),
        data["place"],
        Moment(date["value"], day_of(date["earliest"]), day_of(date["latest"])) if date else None,
        data["status"],
        _chain(data["chain"]),
        Plover(**data["plover"]) if data["plover"] else None,
        data.get("rule", ""),
    )
