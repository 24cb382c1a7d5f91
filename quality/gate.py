"""The quality gate: what musnad reaches on gold articles may rise and never fall.

    python -m quality.gate                 every figure beside its floor; exits 1 if one is below it
    python -m quality.gate --raise         first lifts each floor to what is reached now; no floor is ever lowered;
                                           the table in README.md is written from them
    python -m quality.gate --misses        also prints, on standard error, every record of our own gold that was missed
    python -m quality.gate --json          the figures as JSON

Three readings are made of the articles of ``gold/dated.jsonl``: each alone with its day told, for everything but the
day; each alone without it, for ``published``; all together, for links and findings (and, their days untold, for what
they tell of each other's). The floors are in ``floors.json``; of a figure that should be small (``CEILINGS``), the
number there is the most that it may be. A second set of gold articles, no part of this repository, is scored too where
it lies in ``../shared/gold`` (or ``--shared DIR``).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from musnad.annotate import annotate
from musnad.check import check
from musnad.dating.among import date_among
from musnad.export.records import annotated_json, as_json
from musnad.link import link
from musnad.model import Annotated, Article
from musnad.read import read_articles
from quality import readme
from quality.links import never_joined, score_findings, score_links, told_events
from quality.scoring import PRF, RATIOS, Figures, Record, tally_all
from quality.scoring import figures as tallied

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
SHARED = HERE.parent.parent / "shared" / "gold"
_SHARES = ("holds_truth", "within_a_week", "within_a_year", "median_width_days")
KEYS: dict[str, tuple[str, ...]] = {
    "published": _SHARES,
    "published_together": _SHARES,
    **dict.fromkeys((*PRF, "entities_B3", "links", "links_across"), ("F",)),
    **dict.fromkeys((*RATIOS, "links_told", "never_joined", "findings_found"), ("acc",)),
    "findings_false": ("count",),
}
"""Which numbers of each figure have a floor."""
CEILINGS = frozenset({"published.median_width_days", "published_together.median_width_days", "findings_false.count"})
Floors = dict[str, float]


_FOLDS = 5


@dataclass(slots=True)
class Measured:
    """All figures of one set of gold articles, and what was missed."""

    figures: dict[str, Figures] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def pinned(self) -> Floors:
        """``name.key`` → value of the figures that have a floor."""
        return {f"{n}.{k}": self.figures[n][k] for n in KEYS if n in self.figures for k in KEYS[n]}


def read_gold(gold_dir: Path) -> tuple[list[Record], list[Article]]:
    """The gold records, and their articles with the day told. Raises ValueError for an article that cannot be read."""
    records = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold_dir.glob("*.json")))
    articles: list[Article] = []
    for article in read_articles([gold_dir / "dated.jsonl"]):
        if not isinstance(article, Article):
            raise ValueError(str(article))
        articles.append(article)
    known = {article.id for article in articles}
    return [r for r in records if isinstance(r, dict) and r.get("article") in known], articles


def measure(gold_dir: Path) -> Measured:
    """Read the gold's articles in the three ways and score them."""
    gold, articles = read_gold(gold_dir)
    texts = {article.id: article.text for article in articles}
    told = [annotate(article) for article in articles]
    untold = [annotate(replace(article, published=None)) for article in articles]
    out = Measured()
    score_alone(gold, texts, told, out, day=False)
    score_alone(gold, texts, untold, out, day=True)
    score_together(gold_dir, gold, texts, told, out)
    together = Measured()
    score_alone(gold, texts, dated_together(told, untold), together, day=True)
    out.figures["published_together"] = together.figures["published"]
    return out


def dated_together(told: Sequence[Annotated], untold: Sequence[Annotated]) -> list[Annotated]:
    """The undated articles, each as a dossier dates it in which four in five of the others have their day."""
    found: dict[str, Annotated] = {}
    for fold in range(_FOLDS):
        pile = [untold[n] if n % _FOLDS == fold else record for n, record in enumerate(told)]
        days = date_among(pile)
        for record in pile[fold::_FOLDS]:
            name = record.article.id
            found[name] = replace(record, published=days.get(name, record.published))
    return [found[record.article.id] for record in untold]


def score_alone(
    gold: Sequence[Record], texts: dict[str, str], read: Sequence[Annotated], out: Measured, *, day: bool
) -> None:
    """The day of publication alone, or everything else."""
    with tempfile.TemporaryDirectory() as folder:
        for record in gold:
            name = record["article"]
            Path(folder, name).write_text(texts[name], encoding="utf-8", newline="")
            Path(folder, name).with_suffix(".json").write_text(json.dumps(record), encoding="utf-8")
        tally = tally_all(Path(folder), Path(folder), map(annotated_json, read))
    out.figures |= {name: row for name, row in tallied(tally).items() if (name == "published") == day}
    out.misses += [miss for miss in tally.misses if (" published:" in miss) == day]


def score_together(
    gold_dir: Path, gold: Sequence[Record], texts: dict[str, str], read: Sequence[Annotated], out: Measured
) -> None:
    """Links, and the planted findings where the gold has any."""
    linked = link(read)
    told, asked = told_events(gold, texts, (as_json(h) for h in linked.happenings))
    out.figures |= score_links(told, asked)
    cross_file = gold_dir / "cross.json"
    cross: Record = json.loads(cross_file.read_text(encoding="utf-8")) if cross_file.is_file() else {}
    if cross.get("never_same"):
        out.figures["never_joined"] = never_joined(told, cross["never_same"])
    if isinstance(cross.get("findings"), list):
        names = {number[0]: r["article"] for r in gold if (number := re.match(r"\d+(?=[-_])", r["article"]))}
        figures, misses = score_findings(cross, names, texts, [as_json(f) for f in check(linked)])
        out.figures |= figures
        out.misses += misses


# ------------------------------------------------------------------------------------------------ floors


def holds(name: str, now: float, floor: float | None) -> bool:
    """Whether a figure is as good as its floor, or has none."""
    if floor is None:
        return True
    return now <= floor + 1e-9 if name in CEILINGS else now >= floor - 1e-9


def raised(floors: Floors, now: Floors) -> Floors:
    """The floors with every one that has been passed set to what is reached; none becomes easier."""
    return {
        name: floors[name] if name in floors and not holds(name, value, floors[name]) else value
        for name, value in {**floors, **now}.items()
    }


def table(section: str, floors: Floors, now: Floors) -> tuple[list[str], list[str]]:
    """The lines of the table, and the names of the figures that fail (a floor whose figure is gone fails too)."""
    lines, failed = [f"{section:40s} {'floor':>8s} {'now':>8s}"], []
    for name in dict.fromkeys((*now, *floors)):
        value, floor = now.get(name), floors.get(name)
        good = value is not None and holds(name, value, floor)
        if not good:
            failed.append(f"{section}: {name}")
        sign = "" if good else "  BELOW ITS FLOOR" if name not in CEILINGS else "  ABOVE ITS CEILING"
        lines.append(f"  {name:38s} {shown(floor):>8s} {shown(value):>8s}{sign}")
    return lines, failed


def shown(value: float | None) -> str:
    return "-" if value is None else f"{value:g}" if float(value).is_integer() and value > 1 else f"{value:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; returns the exit status."""
    parser = argparse.ArgumentParser(description="Compare what musnad reaches on gold articles with its floors.")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is reached now")
    parser.add_argument("--misses", action="store_true", help="print what was missed on standard error")
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="the outside gold set")
    options = parser.parse_args(arguments)
    floors: dict[str, Floors] = json.loads(FLOORS.read_text(encoding="utf-8"))
    sets = {"examples": HERE / "gold", "shared": options.shared}
    failed: list[str] = []
    all_figures: dict[str, dict[str, Figures]] = {}
    for section, folder in sets.items():
        if not (folder / "dated.jsonl").is_file():
            print(f"{section}: skipped, the {section} gold is not here", file=sys.stderr)
            continue
        measured = measure(folder)
        all_figures[section] = measured.figures
        if options.lift:
            floors[section] = raised(floors.get(section, {}), measured.pinned())
        lines, below = table(section, floors.get(section, {}), measured.pinned())
        failed += below
        if not options.json:
            print("\n".join(lines))
        if options.misses and folder != SHARED:  # whoever mends the program by it must not look at the outside gold
            print("\n".join(f"{section} {miss}" for miss in measured.misses), file=sys.stderr)
    if options.json:
        print(json.dumps(all_figures, ensure_ascii=False))
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
        readme.rewrite(floors.get("examples", {}))
    if failed:
        print("quality gate: failed\n  " + "\n  ".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
