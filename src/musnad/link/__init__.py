"""Across articles: copies, the same people, the same happening. A reduction over keys; it touches no text."""

from __future__ import annotations

from collections.abc import Sequence

from musnad.link.copies import find_copies
from musnad.link.happenings import link_happenings
from musnad.link.people import link_entities
from musnad.model import Annotated, Linked

__all__ = ["link"]


def link(articles: Sequence[Annotated]) -> Linked:
    """The whole pile, linked. A copy counts as its original's outlet, since it adds no witness."""
    copies = find_copies(articles)
    entities = link_entities(articles)
    names = {a.article.id: a.article.outlet or a.article.id for a in articles}
    outlets = {i: names[copies.get(i, i)] for i in names}
    return Linked(tuple(articles), copies, entities, link_happenings(articles, entities, outlets))
