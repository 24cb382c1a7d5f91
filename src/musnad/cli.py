"""The command line. This corridor only calls rooms: it turns arguments into calls and records into lines.

Exit status: 0 fine, 1 if an input was left out (one line each on standard error), 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Annotated as Arg
from typing import TypeVar

import typer
from rich.console import Console
from rich.text import Text

from musnad import __version__
from musnad.dossier import Dossier, DossierError, Filters, is_dossier, is_query
from musnad.export.records import annotated_json, as_json
from musnad.lexicon.labels import label
from musnad.model import KINDS, Annotated, Entity
from musnad.read import LeftOut
from musnad.terminal.arguments import bound, day, language
from musnad.terminal.output import NobodyReads, Printer, write_json
from musnad.terminal.words import phrase

Record = TypeVar("Record")

app = typer.Typer(
    name="musnad",
    help="Turn Arabic news articles into a sourced dossier: when, who did what to whom, and on whose word.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)

_Paths = Arg[
    list[Path], typer.Argument(metavar="PATH...", help="Text files (.txt), JSON Lines (.jsonl), or folders of them.")
]
_File = Arg[Path, typer.Argument(metavar="FILE", help="A dossier that `musnad build` made.")]
_Published = Arg[str | None, typer.Option(metavar="DAY", help="Day of publication (YYYY-MM-DD) of what carries none.")]
_Jobs = Arg[int | None, typer.Option(min=1, help="Processes that annotate. Default: one for each core.")]
_Json = Arg[bool, typer.Option("--json", help="One JSON object a line instead of text for people.")]
_Lang = Arg[str, typer.Option(metavar="ar|en|both", envvar="MUSNAD_LANG", help="Language of the labels.")]


@app.callback()
def _root(
    version: Arg[
        bool,
        typer.Option("--version", is_eager=True, help="Show the version and stop.", callback=lambda v: _version(v)),
    ] = False,
) -> None:
    """Turn Arabic news articles into a sourced dossier: when, who did what to whom, and on whose word."""


@app.command(epilog="Example: `musnad annotate article.txt --published 2018-07-09 | jq .events`")
def annotate(
    paths: _Paths,
    published: _Published = None,
    text: Arg[bool, typer.Option("--text", help="Print the article's text along.")] = False,
    jobs: _Jobs = None,
) -> None:
    """Read articles one by one and print what each says, as JSON Lines on standard output."""
    from musnad.build import annotate_all
    from musnad.read import read_articles

    left_out = 0
    for result in annotate_all(read_articles(paths, day(published, "--published")), jobs):
        if isinstance(result, LeftOut):
            left_out += 1
            _complain(result)
        else:
            write_json(annotated_json(result, with_text=text))
    raise typer.Exit(1 if left_out else 0)


@app.command(
    epilog="Example: `musnad dates article.txt --lang ar`, `musnad dates articles/ --json`, `musnad dates korea.db`"
)
def dates(
    paths: Arg[
        list[Path],
        typer.Argument(metavar="PATH...", help="Articles (.txt, .jsonl, folders), each alone; or one dossier."),
    ],
    as_lines: _Json = False,
    lang: _Lang = "both",
    jobs: _Jobs = None,
) -> None:
    """Explain when each article was published, evidence by evidence; in a dossier with what the others tell."""
    from musnad.terminal.dates import date_lines

    labels = language(lang)

    def show(records: Iterable[Annotated]) -> None:
        if as_lines:
            for record in records:
                write_json({"path": record.article.path, "published": as_json(record.published)})
        else:
            _show(records, False, lambda record: date_lines(record, labels))

    if len(paths) == 1 and is_dossier(paths[0]):
        with Dossier(paths[0]) as dossier:
            show(dossier.readings())
        return
    left_out: list[LeftOut] = []
    show(_annotated(paths, jobs, left_out))
    raise typer.Exit(1 if left_out else 0)


@app.command(
    epilog="Example: `musnad build articles/ wire.jsonl --dossier korea.db`. Run again with more articles it adds them."
)
def build(
    paths: _Paths,
    dossier: Arg[Path, typer.Option("--dossier", "-d", metavar="FILE", help="The dossier to make or to add to.")],
    published: _Published = None,
    jobs: _Jobs = None,
) -> None:
    """Read articles into a dossier; link and check everything that it then holds."""
    from musnad.build import build as run
    from musnad.terminal.progress import Progress

    with Progress() as progress:
        built = run(paths, dossier, day(published, "--published"), jobs, progress.tell)
    for left_out in built.left_out:
        _complain(left_out)
    with Dossier(dossier) as made:
        counts = made.counts()
    typer.echo(f"{built.added} articles read, {built.known} known already, {len(built.left_out)} inputs left out")
    typer.echo(
        f"{dossier}: {counts.articles} articles ({counts.copies} copies), {counts.happenings} events in "
        f"{counts.reports} reports, {counts.entities} names, {counts.findings} findings"
    )
    raise typer.Exit(1 if built.left_out else 0)


@app.command(epilog="Example: `musnad articles korea.db --json | jq -r '[.id, .published.value] | @tsv'`")
def articles(file: _File, as_lines: _Json = False, lang: _Lang = "both") -> None:
    """List the articles in order of publication, each with its day and what that rests on."""
    from musnad.terminal.articles import article_lines

    labels = language(lang)
    with Dossier(file) as dossier:
        _show(dossier.articles(), as_lines, lambda card: article_lines(card, labels))


@app.command(epilog="Example: `musnad timeline korea.db --from 2017 --to 2018-06 --kind meet --actor بوتين`")
def timeline(
    file: _File,
    as_lines: _Json = False,
    since: Arg[
        str | None, typer.Option("--from", metavar="DAY", help="Not before this day (or month, or year).")
    ] = None,
    until: Arg[str | None, typer.Option("--to", metavar="DAY", help="Not after this day (or month, or year).")] = None,
    kind: Arg[str | None, typer.Option(metavar="KIND", help=f"One kind of event: {', '.join(KINDS)}.")] = None,
    actor: Arg[
        str | None, typer.Option(metavar="NAME", help="Who takes part: a name or an id; a state stands for its people.")
    ] = None,
    lang: _Lang = "both",
) -> None:
    """Print the events of the world in order of date: when, what, who, and on whose word."""
    from musnad.terminal.timeline import happening_lines

    if kind and kind not in KINDS:
        raise typer.BadParameter(f"no kind of event: {kind}. The kinds are {', '.join(KINDS)}", param_hint="--kind")
    start, end = bound(since, "--from", last=False), bound(until, "--to", last=True)
    if start and end and start > end:
        raise typer.BadParameter("lies before --from", param_hint="--to")
    labels = language(lang)
    with Dossier(file) as dossier:
        known: dict[str, Entity] = {} if as_lines else {a.entity.id: a.entity for a in dossier.entities()}
        asked = Filters(start, end, kind, actor)
        _show(dossier.timeline(asked), as_lines, lambda h: happening_lines(h, known, labels))


@app.command(epilog="Example: `musnad findings korea.db --kind number_conflict`")
def findings(
    file: _File,
    as_lines: _Json = False,
    kind: Arg[str | None, typer.Option(metavar="KIND", help="One kind of finding.")] = None,
    lang: _Lang = "both",
) -> None:
    """Print what a careful reader would notice: contradictions, wrong weekdays, copies, corroboration."""
    from musnad.terminal.findings import finding_lines

    labels = language(lang)
    if kind and label("finding", kind, "ar") == kind:  # every kind has an Arabic label
        raise typer.BadParameter(f"no kind of finding: {kind}", param_hint="--kind")
    with Dossier(file) as dossier:
        _show(dossier.findings(kind), as_lines, lambda finding: finding_lines(finding, labels))


@app.command(
    epilog='Example: `musnad search korea.db «مجلس الأمن» الفيتو`. Words between «…» or "…" must stand together.'
)
def search(
    file: _File,
    words: Arg[list[str], typer.Argument(metavar="WORDS...", help="All of these words; a phrase between «…».")],
    as_lines: _Json = False,
    limit: Arg[int, typer.Option(min=1, help="Articles at most.")] = 20,
    lang: _Lang = "both",
) -> None:
    """Search the articles, whatever the spelling, the article ال, the prefixes and the pronouns."""
    from musnad.terminal.hits import hit_lines

    labels = language(lang)
    if not is_query(" ".join(words)):
        raise typer.BadParameter("no word to search for", param_hint="WORDS")
    with Dossier(file) as dossier:
        _show(dossier.search(" ".join(words), limit), as_lines, lambda hit: hit_lines(hit, labels))


@app.command(epilog="Example: `musnad site korea.db --out public/`, then open `public/index.html`")
def site(
    file: _File, out: Arg[Path, typer.Option("--out", "-o", metavar="DIR", help="Where the pages are written.")]
) -> None:
    """Write the dossier as a static site that any browser shows without a server."""
    from musnad.web.site import write_site

    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"{out} is no folder", param_hint="--out")
    with Dossier(file) as dossier:
        typer.echo(f"{write_site(dossier, out)} pages written to {out}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: a user's mistake ends in one line, never in a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = app(given or ["--help"], prog_name="musnad", standalone_mode=False) or (0 if given else 2)
        sys.stdout.flush()
        return int(status)
    except DossierError as error:
        return _fail(str(error), 2)
    except BrokenProcessPool:
        return _fail("a process was killed, perhaps for want of memory; --jobs 1 needs the least", 1)
    except (NobodyReads, BrokenPipeError):
        # What is left in the buffer must not be tried again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error), 2)
    except Exception as error:
        # typer keeps the base class of its usage errors to itself; they all carry these two.
        if not hasattr(error, "format_message") or not hasattr(error, "exit_code"):
            raise
        return _fail(error.format_message(), error.exit_code)


def _annotated(paths: Sequence[Path], jobs: int | None, left_out: list[LeftOut]) -> Iterator[Annotated]:
    """The articles under the paths, each read alone; what yields none is complained of and added to ``left_out``."""
    from musnad.build import annotate_all
    from musnad.read import read_articles

    for result in annotate_all(read_articles(paths, None), jobs):
        if isinstance(result, LeftOut):
            left_out.append(result)
            _complain(result)
        else:
            yield result


def _show(records: Iterable[Record], as_lines: bool, lines: Callable[[Record], Iterator[Text]]) -> None:
    """Records as JSON Lines, or as text with an empty line between them."""
    if as_lines:
        for record in records:
            write_json(as_json(record))
        return
    console = Printer()
    shown = False
    for record in records:
        if shown:
            console.print()
        for line in lines(record):
            console.show(line)
        shown = True
    if not shown:
        Console(stderr=True).print(phrase("nothing", "en"), style="dim")


def _complain(left_out: LeftOut) -> None:
    print(f"musnad: {left_out.path}: {left_out.reason}", file=sys.stderr)


def _fail(message: str, status: int) -> int:
    print(f"musnad: {message}", file=sys.stderr)
    return status


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"musnad {__version__}")
        raise typer.Exit()
