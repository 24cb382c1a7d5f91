"""Who and what an article names: the gazetteer's names, names behind titles, composed bodies, later short mentions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from musnad.lexicon.gazetteer import Gazetteer, gazetteer
from musnad.lexicon.words import outlet_cues
from musnad.names.board import lay_out
from musnad.names.bodies import composed_bodies
from musnad.names.cast import Cast
from musnad.names.groups import group_at
from musnad.names.later import bare_heads, later_mentions
from musnad.names.listed import listed_names
from musnad.names.records import Actor, Names
from musnad.names.states import acting_states, paired_states
from musnad.names.tagged import tagged
from musnad.names.titled import office_key, titled, untitled
from musnad.text.prepared import Text


def find_names(text: Text, day: dt.date | None = None, lexicon: Gazetteer | None = None) -> Names:
    """Entities, mentions and noun groups of one article; ``day`` (of publication, if known) tells who held an office."""
    lexicon = lexicon or gazetteer()
    board = lay_out(text, lexicon, outlet_cues())
    cast = Cast(text, lexicon, day)
    actors: list[Actor] = []
    for body in composed_bodies(board, cast):
        actors.append(body)
        board.in_bodies.update(range(body.first, body.last + 1))
    board.covered.update(board.in_bodies)
    grouped: set[int] = set()
    unnamed: list[tuple[int, tuple[str, str]]] = []
    at = 0
    while at < len(text.tokens):
        if at in board.titles and at not in board.covered:
            group = group_at(board, at)
            actor = titled(board, cast, group, day)
            if actor:
                if actor.head == "unnamed":
                    unnamed.append((len(actors), office_key(board, group)))
                actors.append(actor)
                grouped.update(range(actor.first, actor.last + 1))
                at = actor.last + 1
                continue
        at += 1
    for number, key in unnamed:  # named only further down: المتحدثة ... قالت ماريا زاخاروفا
        if key in cast.offices:
            actors[number] = replace(actors[number], entity=cast.offices[key], head="person")
    listed_names(board, cast, actors, grouped, day)
    untitled(board, cast, actors, grouped)
    later_mentions(board, cast, actors, grouped, day)
    if tagged(board, cast, actors, grouped):
        later_mentions(board, cast, actors, grouped, day)
    acting_states(board, cast, actors, grouped)
    # Whoever a title introduced may be named inside another group before: mentions come from one table, ordered here.
    bare_heads(board, cast, actors, grouped)
    paired = paired_states(board, cast)
    mentions = tuple(sorted(cast.mentions.values(), key=lambda m: m.start))
    used = {m.entity for m in mentions} | {a.entity for a in actors} | paired
    entities = tuple(e for e in cast.entities.values() if e.id in used)
    return Names(entities, mentions, tuple(sorted(actors, key=lambda a: (a.first, a.last))))
