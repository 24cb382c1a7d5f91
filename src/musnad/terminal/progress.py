"""How far a long build is, on standard error, if a person is watching."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.status import Status

_PATIENCE = 1.0
"""Seconds of work before anything is shown."""
_STEPS = {
    "annotate": "{n} articles read",
    "date": "{n} articles read; dating the undated",
    "link": "{n} articles read; linking",
    "check": "{n} articles read; checking",
    "keep": "{n} articles read; keeping",
}


class Progress:
    """A context whose ``tell`` is the callback of a build."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._status: Status | None = None
        self._since = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status:
            self._status.stop()

    def tell(self, step: str, done: int) -> None:
        """Say what is being done and how many articles are done."""
        if not self._console.is_terminal or time.monotonic() - self._since < _PATIENCE:
            return
        says = _STEPS[step].format(n=done)
        if self._status is None:
            self._status = self._console.status(says)
            self._status.start()
        self._status.update(says)
