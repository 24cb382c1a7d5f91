"""How well annotations agree with gold articles: the one set of rules behind every figure that musnad quotes.

    python -m quality.scoring PRED.jsonl [--gold DIR] [--texts DIR] [--json] [--misses]

``PRED.jsonl`` is what ``musnad annotate`` prints, one JSON object an article. An article is found by the file name (or
the id behind ``#``) at the end of its path. ``published`` is judged only where the program was not told the day. Every
figure is micro-averaged over the articles; P, R, F and acc are in [0, 1]. Statements (``say``) are counted apart from
the other events, because where one statement ends and the next begins is a matter of taste.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath
from typing import Any

Record = dict[str, Any]
Span = tuple[int, int]
Named = Callable[[Any], str | None]
"""From a predicted entity's id to the name of the gold entity that it stands for."""
Figures = dict[str, float]
HERE = Path(__file__).resolve().parent
PRF = {"defects": "defect", "times_found": "time_span", "times_resolved": "time_value", "mentions": "mention",
       "quotes": "quote", "events_found": "event_found", "events_typed": "event_typed", "events_whole": "event_full",
       "says": "says"}  # fmt: skip
RATIOS = {"wikidata": "qid", "speakers": "speaker", "event_actors": "event_actors", "event_dates": "event_date",
          "event_status": "event_status", "event_chain": "event_chain", "quantities": "quantity"}  # fmt: skip
ORDER = ("published", "defects", "times_found", "times_resolved", "mentions", "entities_B3", "wikidata", "quotes",
         "speakers", "events_found", "events_typed", "events_whole", "says", "event_actors", "event_dates",
         "event_status", "event_chain", "quantities")  # fmt: skip


class Tally:
    """What is counted over the articles: per key (right, predicted or asked, in gold); widths of dates; misses."""

    def __init__(self) -> None:
        self.counts: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0])
        self.widths: list[int] = []
        self.misses: list[str] = []
        self.absent: list[str] = []
        self.article = ""

    def add(self, key: str, right: float, predicted: float, gold: float = 0) -> None:
        for at, count in enumerate((right, predicted, gold)):
            self.counts[key][at] += count

    def miss(self, area: str, what: str) -> None:
        self.misses.append(f"{self.article[:12]} {area}: {what}")


# ------------------------------------------------------------------------------------------------ spans and dates


def nth_find(text: str, needle: str, nth: int = 1) -> Span | None:
    """Where the ``nth`` occurrence of ``needle`` stands (1 is the first; occurrences may overlap)."""
    at = -1
    for _ in range(nth):
        at = text.find(needle, at + 1)
        if at < 0:
            return None
    return at, at + len(needle)


def gold_span(text: str, needle: str, nth: int = 1) -> Span:
    span = nth_find(text, needle, nth)
    if span is None:
        raise ValueError(f"gold is not in the article: {needle!r} ({nth})")
    return span


def quoted(text: str, needle: str) -> Span:
    """The occurrence that stands in quotation marks, else the first."""
    spans = [m.span() for m in re.finditer(re.escape(needle), text)]
    return next((s for s in spans if s[0] and text[s[0] - 1] in "\"“”«‹'‘’„"), None) or gold_span(text, needle)


def span_of(record: Record) -> Span:
    return record["start"], record["end"]


def overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def iou(a: Span, b: Span) -> float:
    """Intersection over union of two spans."""
    common = overlap(a, b)
    return common / ((a[1] - a[0]) + (b[1] - b[0]) - common) if common else 0.0


def span_range(value: str) -> tuple[dt.date, dt.date] | None:
    """The days that a value covers: YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Www, A/B, A/.. (an open end is 9999)."""
    value = value.strip().rstrip("~?%")
    if "/" in value:
        first, last = value.split("/", 1)
        a = span_range(first) if first not in ("", "..") else (dt.date.min, dt.date.min)
        b = span_range(last) if last not in ("", "..") else (dt.date.max, dt.date.max)
        return (a[0], b[1]) if a and b else None
    try:
        if m := re.fullmatch(r"(\d{4})-W(\d{2})", value):
            monday = dt.date.fromisocalendar(int(m[1]), int(m[2]), 1)
            return monday, monday + dt.timedelta(6)
        if m := re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", value):
            year, month = int(m[1]), int(m[2] or 0)
            if m[3]:
                return dt.date(year, month, int(m[3])), dt.date(year, month, int(m[3]))
            if m[2]:
                after = dt.date(year + (month == 12), month % 12 + 1, 1)
                return dt.date(year, month, 1), after - dt.timedelta(1)
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
    except ValueError:
        return None
    return None


def same_value(predicted: str | None, gold: Record) -> bool:
    """Whether a time's value is one that gold accepts; the part of the day is not asked for."""
    if predicted is None:
        return False
    return re.sub(r"T(MO|MI|MD|AF|EV|NI|DT)$", "", predicted) in {gold["value"], *gold.get("also", [])}


def same_date(predicted: Record | None, gold: Record) -> bool:
    """Whether an event's date is gold's or lies within an accepted value: finer is right, coarser is not."""
    wanted = [v for v in (gold["date"], *gold.get("also_dates", [])) if v]
    got = (predicted or {}).get("value")
    if got is None:
        return gold["date"] is None
    if got in wanted:
        return True
    days = span_range(got) if wanted else None
    return bool(days) and any((w := span_range(v)) and w[0] <= days[0] and days[1] <= w[1] for v in wanted if days)


def greedy(pairs: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """One-to-one matching of (score, gold, predicted), the best score first."""
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    matched = []
    for _, i, j in sorted(pairs, key=lambda pair: -pair[0]):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            matched.append((i, j))
    return matched


def unmatched(
    matched: list[tuple[int, int]], gold: Sequence[Any], predicted: Sequence[Any]
) -> tuple[set[int], set[int]]:
    return set(range(len(gold))) - {i for i, _ in matched}, set(range(len(predicted))) - {j for _, j in matched}


# ------------------------------------------------------------------------------------------------ one article


def score_published(gold: Record, pred: Record, tally: Tally) -> None:
    told = (pred.get("article") or {}).get("published") or {}
    if told.get("basis") == "metadata":  # the program was told: nothing to judge
        return
    allowed = [days for v in (*gold.get("also", []), gold["value"]) if (days := span_range(v))]
    try:
        low, high = dt.date.fromisoformat(told["earliest"]), dt.date.fromisoformat(told["latest"])
        hit, width = any(low <= last and first <= high for first, last in allowed), (high - low).days + 1
    except (KeyError, TypeError, ValueError):
        hit, width = False, 36500
    tally.add("pub_hit", hit, 1)
    tally.add("pub_week", hit and width <= 7, 1)
    tally.add("pub_year", hit and width <= 366, 1)
    tally.widths.append(width)
    if not hit or width > 7:
        bounds = f"{told.get('value')} ({told.get('earliest')}..{told.get('latest')})"
        tally.miss("published", f"gold {gold['value']} got {bounds}")


def score_defects(text: str, gold: Record, pred: Record, tally: Tally) -> None:
    predicted = [d for d in pred.get("defects", []) if d.get("kind", "fused_words") == "fused_words"]
    right, places = 0, []
    for defect in gold["defects"]:
        here = [m.span() for m in re.finditer(re.escape(defect["text"]), text)]
        places += here
        near = [d for d in predicted if any(overlap(span_of(d), span) for span in here)]
        if any(" " in (d.get("repair") or "") and defect["repair"].split()[-1] in d["repair"] for d in near):
            right += 1
        else:
            tally.miss("defect", defect["text"])
    wrong = sum(not any(overlap(span_of(d), place) for place in places) for d in predicted)
    tally.add("defect", right, right + wrong, len(gold["defects"]))


def score_times(text: str, gold: Record, pred: Record, tally: Tally) -> None:
    wanted = gold["times"]
    spans = [gold_span(text, t["text"], t["nth"]) for t in wanted]
    got = [t for t in pred.get("times", []) if t.get("value") not in ("PAST_REF", "FUTURE_REF")
           or any(overlap(span_of(t), s) for s in spans)]  # fmt: skip
    matched = greedy(
        (iou(a, span_of(t)), i, j) for i, a in enumerate(spans) for j, t in enumerate(got) if overlap(a, span_of(t))
    )
    right = sum(same_value(got[j].get("value"), wanted[i]) for i, j in matched)
    for i, j in matched:
        if not same_value(got[j].get("value"), wanted[i]):
            tally.miss("time value", f"{wanted[i]['text']} gold {wanted[i]['value']} got {got[j].get('value')}")
    missed, extra = unmatched(matched, wanted, got)
    for i in missed:
        tally.miss("time missed", wanted[i]["text"])
    for j in extra:
        tally.miss("time extra", got[j]["text"])
    tally.add("time_span", len(matched), len(got), len(wanted))
    tally.add("time_value", right, len(got), len(wanted))


def gold_mentions(text: str, gold: Record) -> list[tuple[Span, str]]:
    """Every place where a gold surface stands, with its entity's name: longest surface first, no two overlapping."""
    found: list[tuple[Span, str]] = []
    surfaces = sorted(((m, e["name"]) for e in gold["entities"] for m in e["mentions"]), key=lambda x: -len(x[0]))
    for surface, name in surfaces:
        for m in re.finditer(re.escape(surface), text):
            span = m.span()
            before, after = text[span[0] - 1 : span[0]] or " ", text[span[1] : span[1] + 1] or " "
            glued = re.match(r"[\w\u064b-\u065f\u0670]", after) or (re.match(r"\w", before) and before not in "وفبلك")
            if not glued and not any(overlap(span, taken) for taken, _ in found):
                found.append((span, name))
    return found


def score_mentions(text: str, gold: Record, pred: Record, tally: Tally) -> dict[Any, Counter[str]]:
    """Mentions, their clusters (B-cubed) and Wikidata links. Returns the gold names that each predicted entity met."""
    wanted, got = gold_mentions(text, gold), pred.get("mentions", [])
    scored = ((iou(span, span_of(m)), i, j) for i, (span, _) in enumerate(wanted) for j, m in enumerate(got))
    matched = greedy(pair for pair in scored if pair[0] >= 0.5)
    tally.add("mention", len(matched), len(got), len(wanted))
    missed, extra = unmatched(matched, wanted, got)
    for i in missed:
        tally.miss("mention missed", f"{text[slice(*wanted[i][0])]} ({wanted[i][1]})")
    for j in extra:
        tally.miss("mention extra", text[slice(*span_of(got[j]))])
    by_gold: dict[str, set[int]] = defaultdict(set)
    by_entity: dict[Any, set[int]] = defaultdict(set)
    votes: dict[Any, Counter[str]] = defaultdict(Counter)
    for k, (i, j) in enumerate(matched):
        by_gold[wanted[i][1]].add(k)
        by_entity[got[j]["entity"]].add(k)
        votes[got[j]["entity"]][wanted[i][1]] += 1
    linked = {e["id"]: e.get("wikidata") for e in pred.get("entities", [])}
    known = {e["name"]: e.get("wikidata") for e in gold["entities"]}
    for i, j in matched:
        a, b = by_gold[wanted[i][1]], by_entity[got[j]["entity"]]
        tally.add("b3", len(a & b) / len(b), len(a & b) / len(a), 1)
        if known[wanted[i][1]]:
            tally.add("qid", linked.get(got[j]["entity"]) == known[wanted[i][1]], 1)
    return votes


def plain(name: str | None) -> str:
    return re.sub(r"[^a-z0-9]+", " ", (name or "").lower()).strip()


def naming(gold: Record, pred: Record, votes: dict[Any, Counter[str]]) -> Named:
    """Names predicted entities by Wikidata, English name, mentions shared with gold, or country, in that order."""
    entities = {e["id"]: e for e in pred.get("entities", [])}
    by_plain = {plain(e["name"]): e["name"] for e in gold["entities"]}
    by_country = {e["country"]: e["name"] for e in gold["entities"] if e["type"] == "Country" and e["country"]}

    def gold_name(entity_id: Any) -> str | None:
        entity = entities.get(entity_id, {})
        if entity.get("wikidata"):
            for e in gold["entities"]:
                if e.get("wikidata") == entity["wikidata"]:
                    return str(e["name"])
        if plain(entity.get("name_en")) in by_plain:
            return str(by_plain[plain(entity.get("name_en"))])
        if votes.get(entity_id):
            return votes[entity_id].most_common(1)[0][0]
        if entity.get("type") == "Country" and entity.get("country") in by_country:
            return str(by_country[entity["country"]])
        return None

    return gold_name


def score_quotes(text: str, gold: Record, pred: Record, gold_name: Named, tally: Tally) -> None:
    wanted = [(quoted(text, q["text"]), q) for q in gold["quotes"]]
    got = [q for q in pred.get("quotes", []) if q.get("direct", True)]
    scored = ((iou(span, span_of(q)), i, j) for i, (span, _) in enumerate(wanted) for j, q in enumerate(got))
    matched = greedy(pair for pair in scored if pair[0] >= 0.5)
    tally.add("quote", len(matched), len(got), len(wanted))
    names = {e["name"] for e in gold["entities"]}
    for i, j in matched:
        speakers = [s.strip() for s in wanted[i][1]["speaker"].split(";")]
        name = gold_name(got[j].get("speaker"))
        unnamed = names.isdisjoint(speakers)  # told as a description: any description will do
        right = name in speakers or (unnamed and bool(got[j].get("speaker_text")))
        tally.add("speaker", right, 1)
        if not right:
            tally.miss("speaker", f"{wanted[i][1]['text'][:40]} gold {speakers} got {name}")
    missed, extra = unmatched(matched, wanted, got)
    for i in missed:
        tally.miss("quote missed", wanted[i][1]["text"][:50])
    for j in extra:
        tally.miss("quote extra", got[j]["text"][:50])


def roles_score(gold: Record, event: Record, gold_name: Named) -> float:
    got = {gold_name(a) for a in event.get("agents", []) + event.get("targets", [])} - {None}
    want = set(gold["agents"] + gold["targets"])
    return 0.5 * len(got & want) / len(want) if want else 0.0


def score_events(text: str, gold: Record, pred: Record, gold_name: Named, tally: Tally) -> None:
    gold_country = {e["name"]: e.get("country") for e in gold["entities"]}
    entities = {e["id"]: e for e in pred.get("entities", [])}

    def country(entity_id: Any) -> str | None:
        name = gold_name(entity_id)
        found = gold_country[name] if name in gold_country else entities.get(entity_id, {}).get("country")
        return None if found is None else str(found)

    def roles_right(want: Record, event: Record) -> bool:
        """Whether gold's agents and targets are there, or others of their countries (a capital for its state)."""
        for role in ("agents", "targets"):
            got = {gold_name(a) for a in event.get(role, [])}
            countries = {country(a) for a in event.get(role, [])} - {None}
            if any(
                w not in got and (gold_country.get(w) is None or gold_country[w] not in countries) for w in want[role]
            ):
                return False
        return True

    def shown(event: Record, role: str) -> list[str | None]:
        return [gold_name(a) or entities.get(a, {}).get("name_ar") for a in event.get(role, [])]

    wanted = [(gold_span(text, e["evidence"]), e) for e in gold["events"] if e["kind"] != "say"]
    statements = [gold_span(text, e["evidence"]) for e in gold["events"] if e["kind"] == "say"]
    got = [(span_of(e), span_of(e.get("trigger") or e), e) for e in pred.get("events", [])]
    said, got = [x for x in got if x[2]["kind"] == "say"], [x for x in got if x[2]["kind"] != "say"]
    heard = greedy(
        (0.2 + iou(a, b), i, j) for i, a in enumerate(statements) for j, (b, t, _) in enumerate(said) if overlap(a, t)
    )
    tally.add("says", len(heard), len(said), len(statements))
    found, typed = [], []
    for i, (span, want) in enumerate(wanted):
        for j, (whole, trigger, event) in enumerate(got):
            if overlap(span, trigger):
                same_kind, near = event["kind"] == want["kind"], 0.2 + iou(span, whole)
                found.append((near + same_kind, i, j))
                if same_kind:
                    typed.append((near + roles_score(want, event, gold_name), i, j))
    matched = greedy(typed)
    tally.add("event_found", len(greedy(found)), len(got), len(wanted))
    tally.add("event_typed", len(matched), len(got), len(wanted))
    tally.add("event_full", 0, len(got), len(wanted))
    for i, j in matched:
        want, event = wanted[i][1], got[j][2]
        who, when = roles_right(want, event), same_date(event.get("date"), want)
        status = event.get("status") == want["status"]
        tally.add("event_actors", who, 1)
        tally.add("event_date", when, 1)
        tally.add("event_status", status, 1)
        tally.add("event_full", who and when and status, 0)
        if want["chain"]:
            tally.add("event_chain", bool(event.get("chain")), 1)
        if not who:
            told = f"{want['agents']}->{want['targets']} got {shown(event, 'agents')}->{shown(event, 'targets')}"
            tally.miss("event actors", f"{want['id']} {want['kind']} gold {told}")
        if not when:
            tally.miss("event date", f"{want['id']} gold {want['date']} got {(event.get('date') or {}).get('value')}")
        if not status:
            tally.miss("event status", f"{want['id']} gold {want['status']} got {event.get('status')}")
    missed, extra = unmatched(matched, wanted, got)
    for i in missed:
        tally.miss("event missed", f"{wanted[i][1]['id']} {wanted[i][1]['kind']} {wanted[i][1]['evidence'][:60]}")
    for j in extra:
        tally.miss("event extra", f"{got[j][2]['kind']} {text[slice(*got[j][0])][:60]}")


def score_quantities(text: str, gold: Record, pred: Record, tally: Tally) -> None:
    """An exact number must be met exactly; of a range, the low end must be within half of gold's."""

    def agrees(want: Record, got: Record) -> bool:
        exact = want["low"] == want["high"]
        near = abs((got.get("low") or 0) - want["low"]) <= (0 if exact else 0.5 * (want["low"] or 1))
        return near and (not exact or got.get("high") == want["high"])

    for want in gold["quantities"]:
        span = gold_span(text, want["text"])
        right = any(overlap(span, span_of(q)) and agrees(want, q) for q in pred.get("quantities", []))
        tally.add("quantity", right, 1)
        if not right:
            tally.miss("quantity", want["text"])


def score_article(text: str, gold: Record, pred: Record, tally: Tally) -> None:
    tally.article = gold["article"]
    score_published(gold["published"], pred, tally)
    score_defects(text, gold, pred, tally)
    score_times(text, gold, pred, tally)
    gold_name = naming(gold, pred, score_mentions(text, gold, pred, tally))
    score_quotes(text, gold, pred, gold_name, tally)
    score_events(text, gold, pred, gold_name, tally)
    score_quantities(text, gold, pred, tally)


# ------------------------------------------------------------------------------------------------ all articles


def f_score(p: float, r: float, n: float) -> Figures:
    return {"P": round(p, 3), "R": round(r, 3), "F": round(2 * p * r / (p + r), 3) if p + r else 0.0, "n": n}


def figures(tally: Tally) -> dict[str, Figures]:
    out: dict[str, Figures] = {}
    for name, key in PRF.items():
        right, predicted, gold = tally.counts[key]
        out[name] = f_score(right / predicted if predicted else 0.0, right / gold if gold else 0.0, gold)
    for name, key in RATIOS.items():
        right, asked, _ = tally.counts[key]
        out[name] = {"right": right, "of": asked, "acc": round(right / asked, 3) if asked else 0.0}
    p, r, n = tally.counts["b3"]
    out["entities_B3"] = f_score(p / n if n else 0.0, r / n if n else 0.0, n)
    judged, widths = len(tally.widths), sorted(tally.widths) or [0]
    shares = {name: round(tally.counts[key][0] / (judged or 1), 3) for name, key in
              (("holds_truth", "pub_hit"), ("within_a_week", "pub_week"), ("within_a_year", "pub_year"))}  # fmt: skip
    out["published"] = {**shares, "median_width_days": widths[len(widths) // 2], "n": judged}
    return {name: out[name] for name in ORDER}


def tally_all(gold_dir: Path, texts_dir: Path, predictions: Iterable[Record]) -> Tally:
    """Count every gold article against its prediction; an article without one is counted as wholly missed."""
    found = {PurePath(p["article"]["path"].rsplit("#", 1)[-1]).name: p for p in predictions}
    tally = Tally()
    for path in sorted(Path(gold_dir).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "article" not in gold:
            continue
        if gold["article"] not in found:
            tally.absent.append(gold["article"])
        text = (Path(texts_dir) / gold["article"]).read_text(encoding="utf-8")
        score_article(text, gold, found.get(gold["article"], {}), tally)
    return tally


def score(gold_dir: Path, texts_dir: Path, predictions: Iterable[Record]) -> dict[str, Figures]:
    """The figures by name, e.g. ``{"mentions": {"P": .., "R": .., "F": .., "n": ..}, ...}``."""
    return figures(tally_all(gold_dir, texts_dir, predictions))


def main() -> int:
    parser = argparse.ArgumentParser(description="Score annotations against gold articles.")
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--gold", type=Path, default=HERE / "gold")
    parser.add_argument("--texts", type=Path, default=HERE.parent / "examples" / "articles")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="print what was missed on standard error")
    options = parser.parse_args()
    lines = options.predictions.read_text(encoding="utf-8").split("\n")
    tally = tally_all(options.gold, options.texts, (json.loads(line) for line in lines if line.strip()))
    out: dict[str, Any] = {**figures(tally), **({"absent": tally.absent} if tally.absent else {})}
    if options.json:
        print(json.dumps(out, ensure_ascii=False))
    else:
        for name, row in out.items():
            shown = "  ".join(f"{k}={v}" for k, v in row.items()) if isinstance(row, dict) else str(row)
            print(f"{name:16s} {shown}")
    if options.misses:
        print("\n".join(tally.misses), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
