"""Standard output, whoever reads it: a person, a pipe, or nobody any more."""

from __future__ import annotations

import json
import sys
from typing import Any, NoReturn

from rich.console import Console


class NobodyReads(Exception):  # noqa: N818 - it is no error
    """Standard output was closed by its reader (``| head``)."""


class Printer(Console):
    """rich's console, for which a closed pipe is no matter of its own."""

    def on_broken_pipe(self) -> NoReturn:
        """Leave it to the command line."""
        raise NobodyReads


def write_json(value: Any) -> None:
    """One JSON value on a line of standard output, in UTF-8 as it is."""
    try:
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    except BrokenPipeError as error:
        raise NobodyReads from error
