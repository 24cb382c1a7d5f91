"""How well reports are joined into happenings, and which of the planted findings are made.

Links are judged in pairs: of all gold events that the timeline tells at all, which pairs share an entry, and which
share a ``same`` key in the gold. A gold event without a key stands alone; statements (``say``) are left out. A gold
event is told by the report of its article that overlaps its evidence, one of its own kind preferred.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from quality.scoring import Figures, Record, Span, f_score, gold_span, iou, overlap


@dataclass(frozen=True, slots=True)
class Told:
    """A gold event and the entry of the timeline that tells it."""

    key: str
    entry: str
    article: str
    evidence: str


def article_name(path: str) -> str:
    """The file name, or the id behind ``#``, that gold knows an article by."""
    return PurePath(path.rsplit("#", 1)[-1]).name


def told_events(gold: Iterable[Record], texts: Mapping[str, str], timeline: Iterable[Record]) -> tuple[list[Told], int]:
    """The gold events that the timeline tells, and how many there are to tell."""
    reports: dict[str, list[tuple[Span, str, str]]] = defaultdict(list)
    for entry in timeline:
        for report in entry["reports"]:
            span = (report["start"], report["end"])
            reports[article_name(report["path"])].append((span, entry["kind"], entry["id"]))
    told, asked = [], 0
    for record in gold:
        name = record["article"]
        for event in record["events"]:
            if event["kind"] == "say":
                continue
            asked += 1
            span = gold_span(texts[name], event["evidence"])
            near = [(overlap(span, s), (k == event["kind"]) + iou(span, s), entry) for s, k, entry in reports[name]]
            hits = [(score, entry) for common, score, entry in near if common]
            if hits:
                key = event.get("same") or f"{name}/{event['id']}"
                told.append(Told(key, max(hits)[1], name, event["evidence"]))
    return told, asked


def score_links(told: Sequence[Told], asked: int) -> dict[str, Figures]:
    """``links`` over all pairs, ``links_across`` over those of two articles, ``links_told``: events told at all."""
    counts = {"links": [0, 0, 0], "links_across": [0, 0, 0]}  # joined rightly, joined, to be joined
    for a, b in itertools.combinations(told, 2):
        same, joined = a.key == b.key, a.entry == b.entry
        for name, of_this_sort in (("links", True), ("links_across", a.article != b.article)):
            if of_this_sort:
                for at, holds in enumerate((same and joined, joined, same)):
                    counts[name][at] += holds
    out = {name: f_score(r / j if j else 0.0, r / s if s else 0.0, s) for name, (r, j, s) in counts.items()}
    out["links_told"] = _share(len(told), asked)
    return out


def _share(right: int, of: int) -> Figures:
    return {"right": right, "of": of, "acc": round(right / of, 3) if of else 0.0}


def never_joined(told: Iterable[Told], pairs: Iterable[Sequence[str]]) -> Figures:
    """Of the pairs of happenings that resemble each other and must stay apart, how many do."""
    entries: dict[str, set[str]] = defaultdict(set)
    for event in told:
        entries[event.key].add(event.entry)
    judged = [(a, b) for a, b in pairs if a in entries and b in entries]
    right = sum(entries[a].isdisjoint(entries[b]) for a, b in judged)
    return _share(right, len(judged))


# ------------------------------------------------------------------------------------------------ findings


def planted_places(planted: Record, names: Mapping[str, str], texts: Mapping[str, str]) -> list[tuple[str, list[Span]]]:
    """(Article, spans where the passage stands) of each passage of a planted finding; ``names``: "04" → its file."""
    evidence = [planted["evidence"]] if isinstance(planted["evidence"], str) else planted["evidence"]
    articles = planted.get("articles") or [planted["article"]] * len(evidence)
    return [
        (names[number], [m.span() for m in re.finditer(re.escape(passage), texts[names[number]])])
        for number, passage in zip(articles, evidence, strict=True)
    ]


def stands_on(finding: Record, places: Sequence[tuple[str, Sequence[Span]]]) -> bool:
    """Whether a finding's evidence overlaps a planted passage; in two articles, where the passages are of several."""
    touched = {
        name
        for name, spans in places
        for words in finding["evidence"]
        if article_name(words["path"]) == name and any(overlap((words["start"], words["end"]), span) for span in spans)
    }
    return len(touched) >= min(2, len({name for name, _ in places}))


def score_findings(
    cross: Record, names: Mapping[str, str], texts: Mapping[str, str], findings: Sequence[Record]
) -> tuple[dict[str, Figures], list[str]]:
    """``findings_found``: planted ones that are made; ``findings_false``: warnings and errors nobody planted; misses.

    What is only worth knowing (severity ``info``) is no false alarm; nor is judged what stands on an article without a
    number in ``names``, since nobody looked for findings there.
    """
    right: set[str] = set()
    misses = []
    found = 0
    for planted in cross["findings"]:
        places = planted_places(planted, names, texts)
        hits = {f["id"] for f in findings if f["kind"] == planted["kind"] and stands_on(f, places)}
        right |= hits
        found += bool(hits)
        if not hits:
            misses.append(f"finding missed: {planted['kind']} {[name for name, _ in places]}: {planted['why']}")
    looked = set(names.values())
    judged = [
        f for f in findings if f["severity"] != "info" and looked >= {article_name(w["path"]) for w in f["evidence"]}
    ]
    false = [f for f in judged if f["id"] not in right]
    misses += [f"finding extra: {f['kind']}: {f['says_en']}" for f in false]
    figures: dict[str, Figures] = {
        "findings_found": _share(found, len(cross["findings"])),
        "findings_false": {"count": len(false), "of": len(judged)},
    }
    return figures, misses
