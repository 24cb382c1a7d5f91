"""Time expressions: musnad beside HeidelTime, the best tagger with Arabic rules, on the same gold articles in one run.

    python -m benchmarks.heideltime --jar de.unihd.dbs.heideltime.standalone.jar [--config config.props]
                                   [--gold DIR]

HeidelTime (GPL, so no part of musnad) is not downloaded: whoever has its standalone jar and a Java tells where it lies.
Both are told the day of publication. HeidelTime gets the text as it is and once more with spaces around punctuation
(its Arabic tokeniser needs them); spans are then mapped back. One Java process reads one article, so the time that it
needs for an empty text is taken off. Scores are those of ``quality.scoring``: a found expression overlaps the gold one,
a resolved one also has its value.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

from quality.scoring import Tally, figures, score_times

from musnad.model import Article
from musnad.read import read_articles
from musnad.text.prepared import prepare
from musnad.times import Anchor, find_times

ROOT = Path(__file__).parents[1]
PUNCTUATION = re.compile(r"([،؛.:؟!()«»\"“”'/…\[\]-])")
TIMEX = re.compile(r'<TIMEX3 [^>]*?value="([^"]*)"[^>]*>(.*?)</TIMEX3>', re.DOTALL)
Times = list[dict[str, Any]]


def timeml_times(timeml: str, text: str) -> Times:
    """The expressions of HeidelTime's output, each with its span in ``text``, found by its letters alone."""
    body = re.sub(r"^.*?<TimeML>\n?|\n?</TimeML>.*$", "", timeml, flags=re.DOTALL)
    where = [i for i, char in enumerate(text) if not char.isspace()]
    times: Times = []
    letters = at = 0
    for match in TIMEX.finditer(body):
        letters += _letters(body[at : match.start()])
        inside = _letters(match[2])
        at = match.end()
        if inside and letters + inside <= len(where):
            start, end = where[letters], where[letters + inside - 1] + 1
            times.append({"start": start, "end": end, "text": text[start:end], "value": match[1]})
        letters += inside
    return times


def _letters(marked: str) -> int:
    return sum(not char.isspace() for char in html.unescape(re.sub(r"<[^>]*>", "", marked)))


class HeidelTime:
    """The standalone program, run once an article."""

    def __init__(self, jar: Path, config: Path, spaced: bool) -> None:
        self._command = ["java", "-jar", str(jar), "-l", "arabic", "-t", "news", "-pos", "no", "-c", str(config)]
        self._spaced = spaced

    def __call__(self, article: Article) -> Times:
        text = PUNCTUATION.sub(r" \1 ", article.text) if self._spaced else article.text
        return timeml_times(self.run(text, str(article.published)), article.text)

    def run(self, text: str, day: str) -> str:
        """Its output for one text."""
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            done = subprocess.run(
                [*self._command, "-dct", day, file.name], capture_output=True, encoding="utf-8", check=False
            )
        if "<TimeML>" not in done.stdout:
            raise SystemExit(f"HeidelTime failed: {(done.stderr or done.stdout).strip().splitlines()[-1:]}")
        return done.stdout


def musnad(article: Article) -> Times:
    found = find_times(prepare(article.text), Anchor(article.published, article.published))
    return [{"start": t.start, "end": t.end, "text": t.text, "value": t.value} for t in found]


def gold_of(directory: Path, articles: Iterable[Article]) -> Iterator[tuple[Article, dict[str, Any]]]:
    """Each article with its gold record, where there is one."""
    records = {}
    for file in sorted(directory.glob("*.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        if "article" in record:
            records[record["article"]] = record
    for article in articles:
        if record := records.get(PurePath(article.id).name):
            yield article, record


def main() -> None:
    parser = argparse.ArgumentParser(description="Score and speed of time expressions beside HeidelTime.")
    parser.add_argument("--jar", type=Path, required=True, help="HeidelTime's standalone jar")
    parser.add_argument("--config", type=Path, help="its config.props; by default the one beside the jar")
    parser.add_argument("--gold", type=Path, default=ROOT / "quality" / "gold", help="gold articles with dated.jsonl")
    given = parser.parse_args()
    config = given.config or given.jar.with_name("config.props")
    for path in (given.jar, config):
        if not path.is_file():
            raise SystemExit(f"no such file: {path}")
    articles = [a for a in read_articles([given.gold / "dated.jsonl"]) if isinstance(a, Article)]
    pairs = list(gold_of(given.gold, articles))
    heideltime = HeidelTime(given.jar, config, spaced=False)
    began = time.perf_counter()
    heideltime.run("", "2018-05-09")
    start_up = time.perf_counter() - began
    musnad(articles[0])  # loads the lexicon
    runs: dict[str, tuple[Callable[[Article], Times], float]] = {
        "musnad": (musnad, 0.0),
        "HeidelTime": (heideltime, start_up),
        "HeidelTime, spaced text": (HeidelTime(given.jar, config, spaced=True), start_up),
    }
    print(f"{len(pairs)} articles, {sum(len(gold['times']) for _, gold in pairs)} expressions in gold\n")
    print(f"{'':26s} {'found F':>8s} {'resolved F':>11s} {'expressions':>12s} {'expressions/s':>14s}")
    for name, (task, overhead) in runs.items():
        tally, spent, count = Tally(), 0.0, 0
        for article, gold in pairs:
            began = time.perf_counter()
            times = task(article)
            spent += max(0.0, time.perf_counter() - began - overhead)
            count += len(times)
            score_times(article.text, gold, {"times": times}, tally)
        result = figures(tally)
        found, resolved = result["times_found"]["F"], result["times_resolved"]["F"]
        print(f"{name:26s} {found:8.3f} {resolved:11.3f} {count:12d} {count / max(spent, 1e-9):14.0f}")


if __name__ == "__main__":
    main()
