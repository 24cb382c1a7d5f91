"""Noun groups: the words around a name that say who somebody is (وزير الدفاع الكوري الجنوبي، شين وون سيك)."""

from __future__ import annotations

from dataclasses import dataclass

from musnad.lexicon.gazetteer import Title
from musnad.lexicon.words import is_ordinary, name_particles
from musnad.names.board import Board
from musnad.text.tokens import Token

_OPENING = {"،", ",", "(", '"', "“", "«", "-", "–"}
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Group:
    """A title with all that belongs to it: tokens ``first`` to ``last``; ``name`` is where the name would begin.

    ``state`` is the code of a nationality adjective; ``of`` the entries named inside (رئيس كوريا الجنوبية), nearest last.
    """

    first: int
    last: int
    title: Title
    words: tuple[str, ...]
    state: str | None
    of: tuple[str, ...]
    name: int
    comma: bool


def group_at(board: Board, first: int) -> Group:
    """The group that the title at token ``first`` opens."""
    tokens = board.text.tokens
    match, title = board.titles[first]
    at, state = match.last + 1, None
    of: list[str] = []
    words = [match.surface]
    line = next((r.stop for r in board.text.paragraphs if match.first in r), len(tokens))
    stop = min(line, first + _MOST_WORDS)
    while at < stop:
        if at in board.adjectives and not board.adjectives[at][0].proclitic:
            adjective, nationality = board.adjectives[at]
            if state is not None and nationality != state:
                break
            state = nationality
            at = adjective.last + 1
        elif at in board.names and _belongs(board, at):
            named, ids = board.names[at]
            if board.lexicon.entries[ids[0]].type == "Person":
                break
            of.append(ids[0])
            at = named.last + 1
        elif at in board.titles and not board.titles[at][0].proclitic and board.titles[at][1].sort != "unnamed_source":
            inner, _ = board.titles[at]
            if (state or of) and inner.surface.startswith("ال"):
                break  # الرئيس الفرنسي | الرئيس الروسي: another man
            words.append(inner.surface)
            at = inner.last + 1
        elif at in board.heads and board.heads[at][0].proclitic in ("", "ل", "ب"):
            head, _ = board.heads[at]
            words.append(head.surface)
            at = head.last + 1
        elif at in board.shorts and tokens[at].norm.startswith("ال"):
            break  # الرئيس السيسي
        elif _qualifies(tokens[at]):
            words.append(tokens[at].norm)
            at += 1
        elif (
            tokens[at].norm in name_particles("far")
            and at + 1 < stop
            and (at + 1 in board.names or at + 1 in board.heads)
        ):
            at += 1
        else:
            break
    last = at - 1
    comma = at < stop and tokens[at].norm in _OPENING
    return Group(first, last, title, tuple(words), state, tuple(of), at + 1 if comma else at, comma)


def _belongs(board: Board, at: int) -> bool:
    """Whether a name goes on with the group: behind ل or ب, or as the genitive of a noun without article (no زار الرئيس برلين)."""
    proclitic = board.names[at][0].proclitic
    person = board.lexicon.entries[board.names[at][1][0]].type == "Person"
    return proclitic in ("ل", "ب") or (
        proclitic == "" and (person or not board.text.tokens[at - 1].norm.startswith("ال"))
    )


def _qualifies(token: Token) -> bool:
    """A definite noun or adjective behind a title (السابق, الخارجية, لحقوق الإنسان), which no verb or name is taken for."""
    if token.norm.startswith(("ال", "لل")):
        return len(token.norm) > 4
    return any(proclitic == "ل" and len(rest) > 2 and is_ordinary(rest) for proclitic, rest in token.readings)
