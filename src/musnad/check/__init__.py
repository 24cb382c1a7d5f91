"""What a careful reader of the whole pile would notice: one small module a kind of finding, each a function of the linked pile."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from musnad.check.anniversaries import anniversary_arithmetic
from musnad.check.contradictions import actor_conflict, date_conflict, status_conflict
from musnad.check.corroboration import corroborated, duplicate_article
from musnad.check.deadlines import deadline_passed
from musnad.check.firsts import first_claim_conflict
from musnad.check.headings import heading_mismatch
from musnad.check.names import name_variants
from musnad.check.numbers import number_conflict
from musnad.check.weekdays import weekday_mismatch
from musnad.model import Finding, Linked

__all__ = ["CHECKS", "check"]

CHECKS: tuple[Callable[[Linked], Iterator[Finding]], ...] = (
    anniversary_arithmetic,
    weekday_mismatch,
    number_conflict,
    actor_conflict,
    status_conflict,
    date_conflict,
    first_claim_conflict,
    deadline_passed,
    heading_mismatch,
    name_variants,
    corroborated,
    duplicate_article,
)
"""Every check; to add one, write its module and name it here."""

_RANK = {"error": 0, "warning": 1, "info": 2}


def check(linked: Linked) -> tuple[Finding, ...]:
    """All findings, the gravest first, each once."""
    found = {finding.id: finding for run in CHECKS for finding in run(linked)}
    return tuple(sorted(found.values(), key=lambda f: (_RANK[f.severity], f.kind, f.id)))
