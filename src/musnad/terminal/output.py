"""Standard output, whoever reads it: a person, a pipe, or nobody any more."""

from __future__ import annotations

import json
import sys
from typing import Any, NoReturn

from rich.console import Console
from rich.text import Text

_OPEN, _CLOSE = "\u2068", "\u2069"


class NobodyReads(Exception):  # noqa: N818 - it is no error
    """Standard output was closed by its reader (``| head``)."""


class Printer(Console):
    """rich's console, for which a closed pipe is no matter of its own."""

    def on_broken_pipe(self) -> NoReturn:
        """Leave it to the command line."""
        raise NobodyReads

    def show(self, line: Text) -> None:
        """A line; a pipe gets it whole, a terminal gets it wrapped under its beginning, isolates closed."""
        if not self.is_terminal:
            self.print(line, soft_wrap=True, highlight=False)
            return
        margin = len(line.plain) - len(line.plain.lstrip(" "))
        open_isolates = 0
        for part in line[margin:].wrap(self, max(20, self.width - margin)):
            part.rstrip()
            whole = Text(" " * margin + _OPEN * open_isolates).append_text(part)
            open_isolates += part.plain.count(_OPEN) - part.plain.count(_CLOSE)
            self.print(whole.append(_CLOSE * open_isolates), highlight=False, soft_wrap=True)


def write_json(value: Any) -> None:
    """One JSON value on a line of standard output, in UTF-8 as it is."""
    try:
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    except BrokenPipeError as error:
        raise NobodyReads from error
