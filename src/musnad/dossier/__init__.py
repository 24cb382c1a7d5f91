"""The dossier: one SQLite file that keeps what was given, read, linked and found, and answers what is asked."""

from __future__ import annotations

from musnad.dossier.ask import Dossier
from musnad.dossier.keep import Keeper
from musnad.dossier.records import Appearance, Card, Counts, DossierError, Filters, Hit, Snippet, Span
from musnad.dossier.schema import is_dossier
from musnad.dossier.search import is_query

__all__ = [
    "Appearance",
    "Card",
    "Counts",
    "Dossier",
    "DossierError",
    "Filters",
    "Hit",
    "Keeper",
    "Snippet",
    "Span",
    "is_dossier",
    "is_query",
]
