"""The repository keeps its own rules: what it says of itself is so, and what is generated is up to date."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from musnad.lexicon.table import rows

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
DATA = ROOT / "src" / "musnad" / "lexicon" / "data"
TABLES = sorted(str(path.relative_to(DATA).with_suffix("")) for path in DATA.rglob("*.tsv"))
GENERATORS = [*sorted((ROOT / "lexicon_src").glob("*.py")), ROOT / "examples" / "make_jsonl.py"]
DOCS = {
    path.name: path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
}
LONGEST = 350
"""Lines of a module; most stay under 250."""
LETTERS = {
    "src/musnad/text/fold.py",
    "src/musnad/text/tokens.py",
    "src/musnad/names/spelling.py",
    "src/musnad/text/fused.py",
}
"""Modules that are about single letters and affixes and so hold rows of them."""
AFFIXES = re.compile(r"[وف]?(?:[بكل]?ال|لل|س[يت]|[بلكف])|ي?ت?ن?ا?|ال[ذتل]|هم?ا|كم")
STILL_IN_CODE = {
    "src/musnad/events/clauses.py",
    "src/musnad/events/isnad.py",
    "src/musnad/events/party.py",
    "src/musnad/events/quantities.py",
    "src/musnad/events/status.py",
}
"""Modules that still hold words which belong in a table. The set may shrink and not grow."""
ARABIC_WORD = re.compile(r"[\u0621-\u064a]{3}")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


# ---------------------------------------------------------------------------------------------- habits


def test_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.findall(r"^\.PHONY: (.+)$", makefile, re.M)[0].split())
    helped = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.M))
    assert helped == phony
    assert {"demo", "test", "check", "lexicon", "quality", "bench"} <= helped


def test_help_runs() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "make demo" in shown


def test_ci_runs_the_tests_that_everybody_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "\nmake test\n" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", ["runtime", "test", "bench"])
def test_locks_are_whole_and_say_nothing_of_where_they_were_made(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")
    assert "--index-url" not in text
    assert "--find-links" not in text
    for requirement in re.split(r"\n(?=[a-z])", text)[1:]:
        assert "--hash=sha256:" in requirement, requirement.splitlines()[0]


def test_every_runtime_dependency_is_locked() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(r'^  "([a-z0-9-]+)>=', re.findall(r"^dependencies = \[(.+?)^\]", project, re.M | re.S)[0], re.M)
    locked = set(
        re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8"), re.M)
    )
    assert wanted
    assert set(wanted) <= locked


# ---------------------------------------------------------------------------------------------- knowledge is data


@pytest.mark.slow
@pytest.mark.parametrize("script", GENERATORS, ids=name)
def test_generated_files_are_up_to_date(script: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(script), "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, f"run make lexicon\n{run.stdout}{run.stderr}"


@pytest.mark.parametrize("table", TABLES)
def test_tables_name_their_source_and_repeat_no_row(table: str) -> None:
    """``rows`` refuses a table without a source line or with a row of the wrong width; a row stands once."""
    found = Counter(tuple(row.values()) for row in rows(table))
    assert found, "an empty table"
    assert [row for row, times in found.items() if times > 1] == []


@pytest.mark.parametrize(
    "table", [t for t in TABLES if (DATA / f"{t}.tsv").read_text(encoding="utf-8").count("\nid\t")]
)
def test_ids_are_unique(table: str) -> None:
    assert [key for key, times in Counter(row["id"] for row in rows(table, "id")).items() if times > 1] == []


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """The strings of a module that are no docstrings (of a module, class, function or attribute)."""
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node


@pytest.mark.parametrize("path", [p for p in SOURCES if name(p) not in LETTERS and "lexicon" not in p.parts], ids=name)
def test_no_arabic_words_in_code(path: Path) -> None:
    """Affixes are no words, and an example of a command line (the epilogs of the commands) may hold some."""
    texts = [str(node.value) for node in literals(ast.parse(path.read_text(encoding="utf-8")))]
    found = [t for t in texts if ARABIC_WORD.search(t) and not AFFIXES.fullmatch(t) and "`musnad " not in t]
    if name(path) in STILL_IN_CODE:
        assert found, f"take {name(path)} out of STILL_IN_CODE"
    else:
        assert found == [], "words belong in lexicon/data"


# ---------------------------------------------------------------------------------------------- modules


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_module_is_one_idea(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST
    assert not text or path.name == "__init__.py" or ast.get_docstring(ast.parse(text)), "no docstring"


def test_the_records_import_nothing_of_musnad() -> None:
    text = (ROOT / "src" / "musnad" / "model.py").read_text(encoding="utf-8")
    assert not re.search(r"^\s*(?:from|import) musnad", text, re.M)


# ---------------------------------------------------------------------------------------------- what it says of itself


def commands() -> list[str]:
    import typer.main

    from musnad.cli import app

    return sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_every_command_is_documented() -> None:
    missing = [
        c for c in commands() if f"musnad {c}" not in DOCS["README.md"] or f"musnad {c}" not in DOCS["formats.md"]
    ]
    assert missing == []


def test_every_finding_is_documented() -> None:
    from musnad.check import CHECKS

    kinds = [run.__name__ for run in CHECKS]
    assert [k for k in kinds if f"`{k}`" not in DOCS["formats.md"] or f"`{k}`" not in DOCS["annotation.md"]] == []


def test_every_kind_of_event_and_status_is_documented() -> None:
    from musnad.model import KINDS

    statuses = ("happened", "ongoing", "planned", "possible", "denied")
    assert [word for word in (*KINDS, *statuses) if f"`{word}`" not in DOCS["annotation.md"]] == []


def test_every_room_is_on_the_map() -> None:
    package = ROOT / "src" / "musnad"
    modules = {p.stem for p in package.glob("*.py")} - {"__init__", "__main__"}
    rooms = modules | {p.parent.name for p in package.glob("*/*.py")}
    assert [room for room in sorted(rooms) if f"`{room}" not in DOCS["architecture.md"]] == []


def test_every_field_of_annotate_is_documented() -> None:
    from musnad.annotate import annotate
    from musnad.export.records import annotated_json
    from musnad.model import Article

    said = annotated_json(annotate(Article("a", "a.txt", "التقى وزير الخارجية الروسي نظيره المصري في موسكو أمس")))
    records = [r for part in said.values() for r in (part if isinstance(part, list) else [part]) if isinstance(r, dict)]
    fields = {key for record in records for key in record}
    assert [field for field in sorted(fields | set(said)) if not re.search(rf"\b{field}\b", DOCS["formats.md"])] == []
