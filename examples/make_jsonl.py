"""Writes ``examples/articles.jsonl``: the example articles with their outlets, but without their days.

    python examples/make_jsonl.py           writes the file
    python examples/make_jsonl.py --check   exits 1 if the file on disk is not what would be written

It is what ``make demo`` builds from. A reader of a pile seldom has more than this; the days must be worked out.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE / "articles.jsonl"


def lines() -> str:
    """One ``{id, outlet, title, text}`` a line, in the order of ``articles.tsv``; title, newline, text are the file."""
    with (HERE / "articles.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader((line for line in table if not line.startswith("#")), delimiter="\t"))
    out = []
    for row in rows:
        title, _, body = (HERE / "articles" / row["file"]).read_text(encoding="utf-8").partition("\n")
        record = {"id": row["file"], "outlet": row["outlet_ar"], "title": title, "text": body}
        out.append(json.dumps(record, ensure_ascii=False) + "\n")
    return "".join(out)


def main() -> int:
    """The command line; returns the exit status."""
    if "--check" in sys.argv[1:]:
        return int(not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != lines())
    TARGET.write_text(lines(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
