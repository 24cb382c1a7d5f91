"""Check that the gold says only what its articles say and keeps to the annotation rules.

    python -m quality.validate_gold [--gold DIR] [--texts DIR]

Every ``text`` and ``evidence`` must stand in the article letter for letter, every ``nth`` must exist, every agent,
target and place must be a named entity, every kind, status and type one of the known ones, every date a value that can
be read, every weekday its date's. ``cross.json`` must agree with the ``same`` keys of the articles. Prints a line a
mistake and exits with 1 if there is any.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quality.scoring import nth_find, span_range

Record = dict[str, Any]
HERE = Path(__file__).resolve().parent
KINDS = frozenset(
    {"say", "meet", "visit", "message", "request", "agree", "sign", "support", "cooperate", "supply", "concede",
     "retreat", "accuse", "reject", "veto", "vote", "threaten", "protest", "sanction", "mobilize", "test", "coerce",
     "assault", "office", "die"}
)  # fmt: skip
STATUSES = frozenset({"happened", "ongoing", "planned", "possible", "denied"})
ENTITY_TYPES = frozenset({"Person", "Organization", "PublicBody", "Country", "Place", "Document"})
TIME_TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})
FIELDS = frozenset({"article", "published", "defects", "times", "entities", "quotes", "events", "quantities"})
REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
DURATION = re.compile(r"P(?=[\dXT])((\d+(\.\d+)?|X)(DE|CE|[YMWDX]))?(T?(\d+(\.\d+)?|X)[HMS])?")
WEEKDAYS = ("الاثنين|الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
"""Monday first, as ``datetime.date.weekday`` counts."""


def readable(value: str) -> bool:
    """Whether ``value`` is a date, interval, duration or reference that the formats allow."""
    if value in REFERENCES or span_range(value) is not None or DURATION.fullmatch(value) is not None:
        return True
    day, _, clock = value.partition("T")
    return span_range(day) is not None and re.fullmatch(r"[A-Z]{2}|\d\d(:\d\d)?Z?", clock) is not None


def repeated(values: list[str]) -> list[str]:
    return sorted({v for v in values if values.count(v) > 1})


def check_times(text: str, gold: Record) -> Iterator[str]:
    """Spans, values and, for a weekday, that its value falls on that weekday unless another value is accepted too."""
    seen: set[tuple[int, int]] = set()
    for time in gold["times"]:
        label = f"time {time['text']!r} ({time['nth']})"
        span = nth_find(text, time["text"], time["nth"])
        if span is None:
            yield f"{label}: not in the article"
            continue
        if span in seen:
            yield f"{label}: annotated twice"
        if any(a < span[1] and span[0] < b for a, b in seen - {span}):
            yield f"{label}: overlaps another time"
        seen.add(span)
        if time["type"] not in TIME_TYPES:
            yield f"{label}: type {time['type']}"
        for value in (time["value"], *time["also"]):
            if not readable(value):
                yield f"{label}: value {value}"
        for number, names in enumerate(WEEKDAYS):
            if re.search(names, time["text"]) and re.fullmatch(r"\d{4}-\d\d-\d\d", time["value"]):
                weekdays = {dt.date.fromisoformat(v).weekday() for v in (time["value"], *time["also"]) if len(v) == 10}
                if number not in weekdays:
                    yield f"{label}: {time['value']} is another weekday"


def check_entities(text: str, gold: Record) -> Iterator[str]:
    names = [e["name"] for e in gold["entities"]]
    yield from (f"entity {name}: two records" for name in repeated(names))
    yield from (f"mention {m!r}: of two entities" for m in shared_surfaces(gold["entities"]))
    used = {n for e in gold["events"] for n in (*e["agents"], *e["targets"], e["place"])}
    for entity in gold["entities"]:
        label = f"entity {entity['name']}"
        if entity["type"] not in ENTITY_TYPES:
            yield f"{label}: type {entity['type']}"
        if entity["country"] is not None and not re.fullmatch(r"[A-Z]{2}", entity["country"]):
            yield f"{label}: country {entity['country']}"
        if entity["wikidata"] is not None and not re.fullmatch(r"Q[1-9]\d*", entity["wikidata"]):
            yield f"{label}: wikidata {entity['wikidata']}"
        if not entity["mentions"] and entity["name"] not in used:
            yield f"{label}: neither mentioned nor needed by an event"
        yield from (f"{label}: mention {m!r} is not in the article" for m in entity["mentions"] if m not in text)


def shared_surfaces(entities: list[Record]) -> list[str]:
    """Surfaces listed under two entities of one article; the scorer could not tell which is meant."""
    return repeated([m for e in entities for m in e["mentions"]])


def check_quotes(text: str, gold: Record) -> Iterator[str]:
    yield from (f"quote {q!r}: annotated twice" for q in repeated([q["text"] for q in gold["quotes"]]))
    for quote in gold["quotes"]:
        if not re.search("[\"“«‹'„]\\s?" + re.escape(quote["text"]), text):
            yield f"quote {quote['text'][:40]!r}: not within quotation marks"
        if not quote["speaker"].strip():
            yield f"quote {quote['text'][:40]!r}: no speaker"


def check_events(text: str, gold: Record) -> Iterator[str]:
    names = {e["name"] for e in gold["entities"]}
    if [e["id"] for e in gold["events"]] != [f"e{n}" for n in range(1, len(gold["events"]) + 1)]:
        yield "events: ids are not e1, e2, ... in order"
    yield from (f"event {x}: told twice" for x in repeated([f"{e['kind']} {e['evidence']}" for e in gold["events"]]))
    for event in gold["events"]:
        label = f"event {event['id']}"
        if event["kind"] not in KINDS:
            yield f"{label}: kind {event['kind']}"
        if event["status"] not in STATUSES:
            yield f"{label}: status {event['status']}"
        if text.count(event["evidence"]) != 1:
            yield f"{label}: evidence stands {text.count(event['evidence'])} times in the article"
        people = [*event["agents"], *event["targets"], *([event["place"]] if event["place"] else [])]
        yield from (f"{label}: {name} is no entity" for name in people if name not in names)
        dates = [*([event["date"]] if event["date"] else []), *event["also_dates"]]
        yield from (f"{label}: date {value}" for value in dates if not readable(value))
        if event["date"] in event["also_dates"]:
            yield f"{label}: date {event['date']} repeated"


def check_rest(text: str, gold: Record) -> Iterator[str]:
    """Fields, publication day, defects and quantities."""
    if set(gold) != FIELDS:
        yield f"fields: {sorted(set(gold) ^ FIELDS)}"
    for value in (gold["published"]["value"], *gold["published"]["also"]):
        if span_range(value) is None:
            yield f"published: {value}"
    for defect in gold["defects"]:
        if defect["text"] not in text:
            yield f"defect {defect['text']!r}: not in the article"
        if defect["repair"].replace(" ", "") != defect["text"].replace(" ", "") or " " not in defect["repair"]:
            yield f"defect {defect['text']!r}: repair {defect['repair']!r}"
    for quantity in gold["quantities"]:
        if quantity["text"] not in text:
            yield f"quantity {quantity['text']!r}: not in the article"
        if not quantity["low"] <= quantity["high"]:
            yield f"quantity {quantity['text']!r}: {quantity['low']} to {quantity['high']}"


def check_cross(cross: Record, gold: dict[str, Record], texts: dict[str, str]) -> Iterator[str]:
    """The happenings of ``cross.json`` are the ``same`` keys of the articles; findings quote the articles."""
    by_key: dict[str, set[str]] = defaultdict(set)
    for number, record in gold.items():
        for event in record["events"]:
            if event["same"]:
                by_key[event["same"]].add(f"{number}/{event['id']}")
    listed = {key: set(members) for key, members in cross["same_event"].items()}
    yield from (f"cross: {key} differs from the articles" for key in sorted(listed.keys() | by_key.keys())
                if listed.get(key) != by_key.get(key))  # fmt: skip
    yield from (f"cross: unknown happening in {pair}" for pair in cross["never_same"] if not set(pair) <= by_key.keys())
    for finding in cross["findings"]:
        evidence = [finding["evidence"]] if isinstance(finding["evidence"], str) else finding["evidence"]
        articles = finding.get("articles") or [finding["article"]] * len(evidence)
        if len(articles) != len(evidence):
            yield f"cross: {finding['kind']}: {len(articles)} articles for {len(evidence)} passages"
        for number, passage in zip(articles, evidence, strict=False):
            if passage not in texts.get(number, ""):
                yield f"cross: {finding['kind']}: {passage!r} is not in article {number}"


def check_dated(path: Path, gold: dict[str, Record], texts: dict[str, str]) -> Iterator[str]:
    """``dated.jsonl`` holds every article with its text as it is and its day of publication."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = {record["id"][:2]: (record["text"], record["published"]) for record in records}
    wanted = {number: (texts[number], record["published"]["value"]) for number, record in gold.items()}
    yield from (f"dated: {n}" for n in sorted(found.keys() | wanted.keys()) if found.get(n) != wanted.get(n))


def mistakes(gold_dir: Path, texts_dir: Path) -> Iterator[str]:
    """Every mistake in the gold, a line each."""
    gold: dict[str, Record] = {}
    texts: dict[str, str] = {}
    for path in sorted(gold_dir.glob("[0-9]*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        number = path.name[:2]
        if record["article"] != path.with_suffix(".txt").name:
            yield f"{path.name}: names {record['article']}"
        text = (texts_dir / record["article"]).read_text(encoding="utf-8")
        gold[number], texts[number] = record, text
        for check in (check_rest, check_times, check_entities, check_quotes, check_events):
            yield from (f"{number} {mistake}" for mistake in check(text, record))
    unread = {p.name[:2] for p in texts_dir.glob("*.txt")} ^ set(gold)
    yield from (f"{number}: article without gold or gold without article" for number in sorted(unread))
    yield from check_cross(json.loads((gold_dir / "cross.json").read_text(encoding="utf-8")), gold, texts)
    yield from check_dated(gold_dir / "dated.jsonl", gold, texts)


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the gold of the examples.")
    parser.add_argument("--gold", type=Path, default=HERE / "gold")
    parser.add_argument("--texts", type=Path, default=HERE.parent / "examples" / "articles")
    options = parser.parse_args()
    found = list(mistakes(options.gold, options.texts))
    print("\n".join(found) if found else "gold: no mistakes")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
