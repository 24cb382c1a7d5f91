"""The quality gate: floors rise and never fall; links and findings are judged as docs and docstrings say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from quality.gate import FLOORS, Measured, holds, raised, table
from quality.links import Told, never_joined, score_findings, score_links, told_events
from quality.readme import README, figures_table, with_figures
from quality.scoring import Record

CEILING = "findings_false.count"


@pytest.mark.parametrize(
    ("name", "now", "floor", "good"),
    [
        ("quotes.F", 0.9, 0.8, True),
        ("quotes.F", 0.8, 0.8, True),
        ("quotes.F", 0.799, 0.8, False),
        ("quotes.F", 0.1, None, True),
        (CEILING, 3, 4, True),
        (CEILING, 4, 4, True),
        (CEILING, 5, 4, False),
    ],
)
def test_holds(name: str, now: float, floor: float | None, good: bool) -> None:
    assert holds(name, now, floor) is good


def test_raising_never_makes_a_floor_easier() -> None:
    floors = {"quotes.F": 0.8, "says.F": 0.5, CEILING: 4.0, "gone.F": 0.3}
    now = {"quotes.F": 0.7, "says.F": 0.6, CEILING: 2.0, "new.acc": 0.9}
    assert raised(floors, now) == {"quotes.F": 0.8, "says.F": 0.6, CEILING: 2.0, "gone.F": 0.3, "new.acc": 0.9}
    assert raised({CEILING: 4.0}, {CEILING: 9.0}) == {CEILING: 4.0}


def test_a_figure_that_is_gone_fails() -> None:
    assert table("examples", {"quotes.F": 0.8}, {})[1] == ["examples: quotes.F"]
    assert table("examples", {"quotes.F": 0.8}, {"quotes.F": 0.9, "says.F": 0.1})[1] == []


def test_floors_are_of_figures_that_exist() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert set(floors) == {"examples", "shared"}
    assert all(floor >= 0 for section in floors.values() for floor in section.values())


def test_the_readme_quotes_the_floors_and_nothing_else() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["examples"]
    page = README.read_text(encoding="utf-8")
    assert with_figures(page, floors) == page, "run python -m quality.gate --raise"


def test_figures_table() -> None:
    assert figures_table({}) == "(not measured yet)"
    assert figures_table({"quotes.F": 0.9, "links_told.acc": 1.0}).splitlines()[2:] == ["| quotations, F | 0.9 |"]
    with pytest.raises(ValueError, match="marks"):
        with_figures("a page without marks", {})


def test_measured_pins_only_what_has_a_floor() -> None:
    measured = Measured({"quotes": {"P": 1.0, "R": 0.5, "F": 0.667, "n": 2}, "findings_false": {"count": 1, "of": 3}})
    assert measured.pinned() == {"quotes.F": 0.667, CEILING: 1}


# ---------------------------------------------------------------------------------------------- links

TOLD = [
    Told("summit", "h1", "a", ""),
    Told("summit", "h1", "b", ""),
    Told("summit", "h2", "c", ""),
    Told("veto", "h2", "c", ""),
]


def test_links_are_judged_in_pairs() -> None:
    figures = score_links(TOLD, 5)
    assert figures["links"] == {"P": 0.5, "R": 0.333, "F": 0.4, "n": 3}
    assert figures["links_across"] == {"P": 1.0, "R": 0.333, "F": 0.5, "n": 3}
    assert figures["links_told"] == {"right": 4, "of": 5, "acc": 0.8}


def test_what_must_stay_apart() -> None:
    assert never_joined(TOLD, [("summit", "veto"), ("summit", "unknown")]) == {"right": 0, "of": 1, "acc": 0.0}
    assert never_joined(TOLD[:2] + TOLD[3:], [("summit", "veto")])["acc"] == 1.0


def test_an_event_is_told_by_the_report_of_its_kind() -> None:
    gold = [{"article": "a.txt", "events": [{"id": "e1", "kind": "veto", "evidence": "bb", "same": "k"},
                                            {"id": "e2", "kind": "say", "evidence": "aa", "same": None}]}]  # fmt: skip
    reports: list[Record] = [{"path": "x.jsonl#a.txt", "start": 2, "end": 5}]
    timeline = [{"id": "h1", "kind": "vote", "reports": reports}, {"id": "h2", "kind": "veto", "reports": reports}]
    assert told_events(gold, {"a.txt": "aabbcc"}, timeline) == ([Told("k", "h2", "a.txt", "bb")], 1)


# ---------------------------------------------------------------------------------------------- findings


def finding(kind: str, severity: str, *evidence: tuple[str, int, int]) -> Record:
    return {
        "id": f"{kind}{evidence}",
        "kind": kind,
        "severity": severity,
        "says_en": kind,
        "evidence": [{"path": path, "start": start, "end": end} for path, start, end in evidence],
    }


CROSS = {"findings": [{"kind": "number_conflict", "articles": ["01", "02"], "evidence": ["ten", "six"], "why": ""}]}
NAMES = {"01": "01-a.txt", "02": "02-b.txt"}
TEXTS = {"01-a.txt": "ten boxes", "02-b.txt": "only six"}
RIGHT = finding("number_conflict", "error", ("01-a.txt", 0, 9), ("02-b.txt", 5, 8))


@pytest.mark.parametrize(
    ("made", "found", "false"),
    [
        ([RIGHT], 1, 0),
        ([], 0, 0),
        (
            [finding("number_conflict", "error", ("01-a.txt", 0, 9), ("02-b.txt", 0, 4))],
            0,
            1,
        ),  # one of two passages
        ([finding("date_conflict", "error", ("01-a.txt", 0, 9), ("02-b.txt", 5, 8))], 0, 1),  # another kind
        ([RIGHT, finding("corroborated", "info", ("01-a.txt", 0, 3))], 1, 0),  # worth knowing, no alarm
        ([RIGHT, finding("weekday_mismatch", "error", ("zz.txt", 0, 3))], 1, 0),  # where nobody looked
    ],
)
def test_findings(made: list[Record], found: int, false: int) -> None:
    figures, misses = score_findings(CROSS, NAMES, TEXTS, made)
    assert (figures["findings_found"]["right"], figures["findings_false"]["count"]) == (found, false)
    assert len(misses) == 1 - found + false


def test_the_gold_says_only_what_its_articles_say() -> None:
    from quality.validate_gold import mistakes

    root = Path(__file__).resolve().parents[1]
    assert list(mistakes(root / "quality" / "gold", root / "examples" / "articles")) == []
