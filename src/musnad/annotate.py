"""One article through the rooms: text, times, names, events, dating. A pure function: no I/O, no global state, picklable."""

from __future__ import annotations

import datetime as dt

from musnad.dating.anchored import counted_from, hang_on_events
from musnad.dating.known_days import date_by_almanac
from musnad.dating.published import date_article
from musnad.events.find import find_events
from musnad.events.quantities import find_quantities
from musnad.events.scene import set_scene
from musnad.model import Annotated, Article, Published
from musnad.names.find import find_names
from musnad.text.language import language_of
from musnad.text.prepared import prepare
from musnad.times import Anchor, describe_times, resolve_times

_ONE_TERM = dt.timedelta(days=366)
"""An interval of publication that is longer does not tell who was in office."""


def annotate(article: Article, among: Published | None = None) -> Annotated:
    """Read one article: everything that docs/formats.md promises for it.

    ``among``: its day as far as other articles of a dossier tell it, in place of what it says alone.
    """
    text = prepare(article.text)
    names = find_names(text, article.published)
    entities = {entity.id: entity for entity in names.entities}
    described = describe_times(text)
    absolute = resolve_times(described, Anchor(article.published, article.published))
    published = among or date_article(text, article, absolute, names.mentions, entities)
    times = absolute
    if not article.published:
        # Now that the day (or an interval) is known, "last Tuesday" can be hung on it, and it is told who held an office then.
        times = resolve_times(described, Anchor(published.earliest, published.latest))
        if published.earliest and published.latest and published.latest - published.earliest <= _ONE_TERM:
            names = find_names(text, published.latest)
    scene = set_scene(text, names, times)
    events, quotes = find_events(scene, published)
    events = date_by_almanac(text, events, published, counted_from(text, times, events))
    times = hang_on_events(text, times, events)
    quantities = find_quantities(scene)
    return Annotated(
        article,
        language_of(article.text),
        published,
        text.defects,
        times,
        names.entities,
        names.mentions,
        quotes,
        events,
        quantities,
    )
