"""States on stage without their names: through an adjective, a governing word, or a dual (الكوريتان)."""

from __future__ import annotations

from musnad.lexicon.pairs import state_pairs
from musnad.names.board import Board
from musnad.names.cast import Cast
from musnad.names.records import Actor


def acting_states(board: Board, cast: Cast, actors: list[Actor], grouped: set[int]) -> None:
    """States that act through a governing word (الحكومة اليونانية, سلطات كوبا) or an adjective alone (الروس, الهجوم الروسي)."""
    governed = {match.last: match for match in board.governing.values()}
    for at, (match, country) in sorted(board.adjectives.items()):
        if at in grouped or at in board.covered:
            continue
        state = cast.state(country)
        if state is None:
            continue
        governing = governed.get(at - 1)
        first = governing.first if governing else at
        proclitic = governing.proclitic if governing else match.proclitic
        describes = board.text.slice(range(first, match.last + 1))[2]
        actors.append(Actor(first, match.last, state, "state", "", describes, proclitic, adjective=governing is None))
    for at, (match, ids) in board.names.items():
        governing = governed.get(at - 1)
        entry = board.lexicon.entries[ids[0]]
        if governing and entry.type == "Country" and at not in grouped and match.proclitic == "":
            actors.append(Actor(governing.first, match.last, entry.id, "state", "", "", governing.proclitic))


def paired_states(board: Board, cast: Cast) -> set[str]:
    """States that only a dual names (الكوريتان) come on stage too."""
    found: set[str] = set()
    tokens = board.text.tokens
    for token, following in zip(tokens, [*(t.norm for t in tokens[1:]), ""][: len(tokens)], strict=True):
        for _, rest in token.readings:
            for code in state_pairs().get(f"{rest} {following}") or state_pairs().get(rest, ()):
                if state := cast.state(code):
                    found.add(state)
    return found
