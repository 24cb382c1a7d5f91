"""The corpora: 2,300 phrases whose times must be found with just these values, 500 in which there is none.

``phrases.tsv`` goes through the paradigms one by one (all month names, all forms of a length, ...), each phrase on a day
of publication of its own; ``negatives.txt`` holds what looks like a time and is a number, a name or another word.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

from musnad.text.prepared import prepare
from musnad.times import Anchor, find_times

HERE = Path(__file__).parent
WEDNESDAY = dt.date(2018, 5, 9)


def found(phrase: str, day: dt.date) -> list[tuple[str, str | None]]:
    return [(t.text, t.value) for t in find_times(prepare(phrase), Anchor(day, day))]


def test_every_phrase() -> None:
    wrong = []
    with (HERE / "phrases.tsv").open(encoding="utf-8") as file:
        rows = list(
            csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        )
    for row in rows:
        wanted = list(zip(re.findall(r"\[(.*?)\]", row["phrase"]), row["values"].split("|"), strict=True))
        got = found(re.sub(r"[\[\]]", "", row["phrase"]), dt.date.fromisoformat(row["anchor"]))
        if got != wanted:
            wrong.append((row["phrase"], wanted, got))
    assert wrong == []
    assert len(rows) >= 1200


def test_every_negative() -> None:
    phrases = (HERE / "negatives.txt").read_text(encoding="utf-8").splitlines()
    assert [(phrase, got) for phrase in phrases if (got := found(phrase, WEDNESDAY))] == []
    assert len(phrases) >= 400
