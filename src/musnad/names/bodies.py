"""Bodies composed of a common noun and a state: وزارة الخارجية الأميركية, الجيش السوري, برلمان كوسوفو."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.names.board import Board
from musnad.names.cast import Cast
from musnad.names.records import Actor


def composed_bodies(board: Board, cast: Cast) -> Iterator[Actor]:
    """Each head that a nationality adjective or a state's name follows, as a body of that state."""
    reach = -1
    for at, (head, body) in sorted(board.heads.items()):
        if at in board.covered or at <= reach:
            continue
        after = head.last + 1
        country: str | None = None
        last = head.last
        if after in board.adjectives:
            adjective, nationality = board.adjectives[after]
            if adjective.surface.endswith("ه") == body.feminine:
                country, last = nationality, adjective.last
        elif after in board.names:
            named, ids = board.names[after]
            entry = board.lexicon.entries[ids[0]]
            if entry.type == "Country" and named.proclitic in ("", "ل"):
                country, last = entry.country, named.last
        if country is None:
            continue
        state = board.lexicon.entries.get(board.lexicon.states.get(country, ""))
        if state is None:
            continue
        pattern = body.us_pattern if country == "US" and body.us_pattern else body.pattern
        english = pattern.format(state=state.name_en)
        start, end = head.start, board.text.tokens[last].end
        entity = cast.unlisted(body.type, board.text.original[start:end], english, country)
        cast.mention(start, end, entity, "composed")
        reach = last
        yield Actor(at, last, entity, "body", "", "", head.proclitic)
