"""The command line: what each command prints, and with which status it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from musnad import __version__
from musnad.cli import app, main
from musnad.model import KINDS

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "examples" / "articles"
TEXT = "الوزير يصل إلى بغداد\nوصل وزير الخارجية الأردني إلى بغداد، أمس الاثنين، حسبما ذكرت وكالة الأنباء الأردنية."


class Ran(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("MUSNAD_LANG", raising=False)

    def _run(*arguments: object) -> Ran:
        status = main([str(a) for a in arguments])
        return Ran(status, *capsys.readouterr())

    return _run


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def korea(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of the example articles."""
    path = tmp_path_factory.mktemp("dossier") / "korea.db"
    assert main(["build", str(ARTICLES), "--dossier", str(path)]) == 0
    return path


# ---------------------------------------------------------------------------------------------- help and version


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"musnad {__version__}\n", "")


def test_without_arguments_the_help_is_shown(run: Run) -> None:
    ran = run()
    assert ran.status == 2
    assert "annotate" in ran.out


@pytest.mark.parametrize("command", [c.callback.__name__ for c in app.registered_commands if c.callback])
def test_every_command_has_help_with_an_example(command: str, run: Run) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    assert f"Example: musnad {command}" in " ".join(ran.out.split())


# ---------------------------------------------------------------------------------------------- annotate


def test_annotate_prints_the_record_of_formats(text_file: Path, run: Run) -> None:
    ran = run("annotate", text_file, "--published", "2018-07-10")
    (record,) = ran.lines
    assert (ran.status, ran.err) == (0, "")
    assert record["article"]["published"]["basis"] == "metadata"
    assert {
        "article", "defects", "times", "entities", "mentions", "quotes", "events", "quantities",
    } <= set(record)  # fmt: skip
    assert "text" not in record
    assert "وصل" in ran.out  # as it is, not as \u escapes
    for kind in ("times", "mentions", "events"):
        assert record[kind]
        assert all(TEXT[x["start"] : x["end"]] == x["text"] for x in record[kind])


def test_annotate_with_the_text(text_file: Path, run: Run) -> None:
    assert run("annotate", text_file, "--text").lines[0]["text"] == TEXT


def test_annotate_repeats_the_text_where_the_input_is_no_text_file(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": 7, "text": TEXT, "published": "2018-07-10"}))
    (record,) = run("annotate", path).lines
    assert record["text"] == TEXT
    assert record["article"]["path"] == f"{path}#7"


def test_what_is_left_out_is_said_in_one_line_each_and_the_rest_goes_on(
    tmp_path: Path, text_file: Path, run: Run
) -> None:
    (tmp_path / "e.txt").write_text("")
    (tmp_path / "english.txt").write_text("The minister arrived yesterday.")
    ran = run("annotate", tmp_path / "missing.txt", tmp_path)
    assert ran.status == 1
    assert [r["article"]["id"] for r in ran.lines] == ["a.txt"]
    assert ran.err.splitlines() == [
        f"musnad: {tmp_path}/missing.txt: no such file or folder",
        f"musnad: {tmp_path}/e.txt: empty",
        f"musnad: {tmp_path}/english.txt: not Arabic",
    ]


# ---------------------------------------------------------------------------------------------- build and ask


def test_build_says_what_it_did_and_twice_is_once(text_file: Path, tmp_path: Path, run: Run) -> None:
    dossier = tmp_path / "d.db"
    first = run("build", text_file, "--dossier", dossier)
    assert first.status == 0
    assert first.out.startswith("1 articles read, 0 known already, 0 inputs left out\n")
    again = run("build", text_file, "--dossier", dossier)
    assert again.out.splitlines()[0] == "0 articles read, 1 known already, 0 inputs left out"
    assert again.out.splitlines()[1] == first.out.splitlines()[1]


def test_build_with_something_left_out_ends_with_1_and_keeps_the_rest(
    text_file: Path, tmp_path: Path, run: Run
) -> None:
    ran = run("build", text_file, tmp_path / "missing", "--dossier", tmp_path / "d.db")
    assert (ran.status, ran.err) == (1, f"musnad: {tmp_path}/missing: no such file or folder\n")
    assert len(run("articles", tmp_path / "d.db", "--json").lines) == 1


def test_articles_as_json(korea: Path, run: Run) -> None:
    found = run("articles", korea, "--json").lines
    assert len(found) == 25
    for card in found:
        assert {"id", "path", "title", "outlet", "language", "text_length", "published", "copy_of"} <= set(card)
        assert {"value", "earliest", "latest", "basis", "evidence", "likely"} == set(card["published"])
    days = [card["published"]["earliest"] or card["published"]["latest"] or "9999" for card in found]
    assert days == sorted(days)


def test_timeline_as_json(korea: Path, run: Run) -> None:
    found = run("timeline", korea, "--json").lines
    read = {r["article"]["id"]: r for r in run("annotate", ARTICLES).lines}
    assert len(found) > 50
    for happening in found:
        assert {"id", "kind", "date", "agents", "targets", "place", "status", "reports", "outlets"} <= set(happening)
        for entity in happening["agents"] + happening["targets"]:
            assert {"id", "type", "name_ar", "name_en", "country", "wikidata"} == set(entity)
        for report in happening["reports"]:
            assert {"article", "path", "event", "start", "end", "text", "status", "chain"} == set(report)
            assert report["event"] in {event["id"] for event in read[report["article"]]["events"]}
            whole = Path(report["path"]).read_text(encoding="utf-8")
            assert whole[report["start"] : report["end"]] == report["text"]


def test_timeline_filters(korea: Path, run: Run) -> None:
    met = run("timeline", korea, "--json", "--from", "2018", "--to", "2019-04", "--kind", "meet").lines
    assert met
    assert {h["kind"] for h in met} == {"meet"}
    assert all(
        (h["date"]["latest"] or "9") >= "2018-01-01" and (h["date"]["earliest"] or "") <= "2019-04-30" for h in met
    )
    by_name = [run("timeline", korea, "--json", "--actor", name).out for name in ("بوتين", "Putin", "putin")]
    assert by_name[0] == by_name[1] == by_name[2] != ""


def test_findings_as_json(korea: Path, run: Run) -> None:
    found = run("findings", korea, "--json").lines
    assert found
    for finding in found:
        assert {"id", "kind", "severity", "says_ar", "says_en", "evidence"} == set(finding)
        for words in finding["evidence"]:
            whole = Path(words["path"]).read_text(encoding="utf-8")
            assert whole[words["start"] : words["end"]] == words["text"]
    kind = found[0]["kind"]
    assert run("findings", korea, "--json", "--kind", kind).lines == [f for f in found if f["kind"] == kind]


def test_search_as_json(korea: Path, run: Run) -> None:
    found = run("search", korea, "«مجلس", "الأمن»", "عقوبات", "--json", "--limit", "3").lines
    assert len(found) == 3
    for hit in found:
        whole = Path(hit["path"]).read_text(encoding="utf-8")
        for snippet in hit["snippets"]:
            assert whole[snippet["start"] : snippet["end"]] == snippet["text"]
            assert all(snippet["start"] <= h["start"] < h["end"] <= snippet["end"] for h in snippet["hits"])


@pytest.mark.parametrize("lang", ["ar", "en", "both"])
@pytest.mark.parametrize("asked", [["articles"], ["timeline"], ["findings"], ["search", "الرئيس"]])
def test_for_people_every_isolate_is_closed_on_its_line(asked: list[str], lang: str, korea: Path, run: Run) -> None:
    ran = run(asked[0], korea, *asked[1:], "--lang", lang)
    assert ran.status == 0
    assert len(ran.out.splitlines()) > 20
    for line in ran.out.splitlines():
        assert line.count("\u2068") == line.count("\u2069")


def test_labels_in_the_language_asked_for(korea: Path, run: Run) -> None:
    arabic, english, both = (run("timeline", korea, "--kind", "veto", "--lang", x).out for x in ("ar", "en", "both"))
    assert "نقض" in arabic.splitlines()[0]
    assert "veto" not in arabic.splitlines()[0]
    assert "veto" in english.splitlines()[0]
    assert "نقض" not in english.splitlines()[0]
    assert "نقض" in both.splitlines()[0]
    assert "veto" in both.splitlines()[0]


def test_nothing_found_is_no_error(korea: Path, run: Run) -> None:
    assert run("search", korea, "سلحفاة", "--json") == (0, "", "")
    assert run("timeline", korea, "--from", "1900", "--to", "1901", "--json") == (0, "", "")
    assert run("timeline", korea, "--from", "1900", "--to", "1901").status == 0


def test_site(korea: Path, tmp_path: Path, run: Run) -> None:
    ran = run("site", korea, "--out", tmp_path / "public")
    assert ran.status == 0
    assert (tmp_path / "public" / "index.html").is_file()


# ---------------------------------------------------------------------------------------------- mistakes of the user


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nonsense"], "No such command"),
        (["annotate"], "Missing argument"),
        (["annotate", "a.txt", "--published", "yesterday"], "yesterday is no day; write YYYY-MM-DD"),
        (["annotate", "a.txt", "--published", "2018-02-30"], "2018-02-30 is no day"),
        (["annotate", "a.txt", "--jobs", "0"], "1"),
        (["build", "a.txt"], "--dossier"),
        (["build", "a.txt", "--dossier", "{tmp}"], "a folder, not a dossier"),
        (["build", "a.txt", "--dossier", "{tmp}/no/d.db"], "no such folder"),
        (["build", "a.txt", "--dossier", "{tmp}/text.txt"], "not a dossier"),
        (["articles"], "Missing argument"),
        (["articles", "{tmp}/none.db"], "no such dossier"),
        (["timeline", "{tmp}"], "a folder, not a dossier"),
        (["timeline", "{tmp}/text.txt"], "not a dossier"),
        (["timeline", "{tmp}/none.db", "--kind", "party"], f"The kinds are {', '.join(KINDS)}"),
        (["timeline", "{tmp}/none.db", "--from", "2018-13"], "2018-13 is no month"),
        (["timeline", "{tmp}/none.db", "--from", "soon"], "soon is no day"),
        (["timeline", "{tmp}/none.db", "--from", "2019", "--to", "2018"], "lies before --from"),
        (["articles", "{tmp}/none.db", "--lang", "fr"], "fr is none of ar, en, both"),
        (["timeline", "x" * 300], "File name too long"),
        (["build", "a.txt", "--dossier", "x" * 300], "File name too long"),
        (["findings", "{tmp}/none.db", "--kind", "party"], "no kind of finding: party"),
        (["search", "{tmp}/none.db", "؟"], "no word to search for"),
        (["search", "{tmp}/none.db"], "Missing argument"),
        (["site", "{tmp}/none.db"], "--out"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(arguments: list[str], says: str, tmp_path: Path, run: Run) -> None:
    (tmp_path / "text.txt").write_text("هذا نص لا غير، وليس ملفا محفوظا. " * 50)
    ran = run(*(argument.replace("{tmp}", str(tmp_path)) for argument in arguments))
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("musnad: ")
    assert says in ran.err


def _start(*arguments: object, **how: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "musnad", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how)


def test_a_reader_that_leaves_is_no_error(korea: Path) -> None:
    for form in ([], ["--json"]):
        process = _start("timeline", korea, *form)
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) in (0, 141)


def test_interrupted(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "slow.txt")  # nobody ever writes to it
    process = _start("annotate", tmp_path / "slow.txt")
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")


def test_output_is_utf_8_in_any_locale(text_file: Path) -> None:
    out, err = _start("annotate", text_file, env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}).communicate()
    assert err == b""
    assert json.loads(out.decode("utf-8"))["article"]["id"] == "a.txt"
