"""What could not be read, and why: said once, in one line, while the rest goes on."""

from __future__ import annotations


class LeftOut(Exception):  # noqa: N818 - it is no failure of the program: an input is left out
    """An input that yields no article. ``path`` names it (``FILE`` or ``FILE#LINE``), ``reason`` says why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[LeftOut], tuple[str, str]]:
        """How it goes to another process and back."""
        return LeftOut, (self.path, self.reason)
