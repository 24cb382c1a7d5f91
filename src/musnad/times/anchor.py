"""The anchor: the day on which an article was published, as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first and last day on which the article may have been published; None where the bound is open."""

    earliest: date | None = None
    latest: date | None = None

    @property
    def day(self) -> date | None:
        """The day of publication if it is known exactly."""
        return self.earliest if self.earliest == self.latest else None
