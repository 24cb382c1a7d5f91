"""The one reader of the lexicon's data files.

A data file is a TSV under ``lexicon/data/``: comment lines (``# ...``, saying what it holds and its ``# source:``), one line
of column names, then one row a line. Alternatives within a field are separated by ``|``. A malformed file is a mistake of ours,
so it is refused when it is loaded, with the file and the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


class LexiconError(ValueError):
    """A data file is not what its header promises."""


def rows(name: str, *columns: str) -> Iterator[dict[str, str]]:
    """The rows of ``lexicon/data/NAME.tsv`` as dicts; ``columns`` must be among the header's names.

    Raises LexiconError for a missing source line, a missing column or a row of the wrong width.
    """
    text = files("musnad.lexicon").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    header: list[str] | None = None
    sourced = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#"):
            sourced = sourced or line.lower().startswith("# source:")
            continue
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            if not sourced:
                raise LexiconError(f"{name}.tsv: no '# source:' line above the column names")
            if missing := set(columns) - set(header):
                raise LexiconError(f"{name}.tsv: no column {sorted(missing)}")
            continue
        if len(cells) > len(header):
            raise LexiconError(f"{name}.tsv:{number}: {len(cells)} cells for {len(header)} columns")
        cells += [""] * (len(header) - len(cells))
        yield dict(zip(header, cells, strict=True))


def split(field: str) -> list[str]:
    """The alternatives of a field: ``"a|b"`` is ``["a", "b"]``, ``""`` is ``[]``."""
    return [part.strip() for part in field.split("|") if part.strip()]
