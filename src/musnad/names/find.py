"""Who and what an article names: the gazetteer's names, names behind titles, composed bodies, later short mentions."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import replace
from functools import cache

from musnad.lexicon.gazetteer import TOP_OFFICES, Entry, Gazetteer, Name, gazetteer, top_office
from musnad.lexicon.pairs import state_pairs
from musnad.lexicon.table import rows
from musnad.lexicon.words import grammar_words, is_ordinary, known_words
from musnad.names.board import Board, lay_out
from musnad.names.bodies import composed_bodies
from musnad.names.cast import Cast
from musnad.names.groups import Group, group_at
from musnad.names.records import Actor, Head, Names
from musnad.names.scan import Match
from musnad.names.unlisted import name_run
from musnad.text.fold import fold
from musnad.text.prepared import Text
from musnad.text.tokens import without_article

_HEADS: dict[str, Head] = {
    "Person": "person", "PublicBody": "body", "Organization": "body", "Country": "state", "Place": "place", "Document": "document",
}  # fmt: skip
_NAME_PROCLITICS = {"", "و", "ف", "ب", "ل", "ك", "ول", "وب"}


@cache
def _cues() -> frozenset[str]:
    """Words behind which a common word names an outlet or body (قناة العربية)."""
    found: set[str] = set()
    for row in rows("actors/cues", "cue"):
        word = fold(row["cue"])
        found |= {word, "ال" + word}
    return frozenset(found)


def find_names(text: Text, day: dt.date | None = None, lexicon: Gazetteer | None = None) -> Names:
    """Entities, mentions and noun groups of one article; ``day`` (of publication, if known) tells who held an office."""
    lexicon = lexicon or gazetteer()
    board = lay_out(text, lexicon, _cues())
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
            actor = _titled(board, cast, group, day)
            if actor:
                if actor.head == "unnamed":
                    unnamed.append((len(actors), _key(board, group)))
                actors.append(actor)
                grouped.update(range(actor.first, actor.last + 1))
                at = actor.last + 1
                continue
        at += 1
    for number, key in unnamed:  # named only further down: المتحدثة ... قالت ماريا زاخاروفا
        if key in cast.offices:
            actors[number] = replace(actors[number], entity=cast.offices[key], head="person")
    _listed(board, cast, actors, grouped, day)
    _untitled(board, cast, actors, grouped)
    _later_mentions(board, cast, actors, grouped, day)
    _states(board, cast, actors, grouped)
    # Whoever a title introduced may be named inside another group before: mentions come from one table, ordered here.
    _bare_heads(board, cast, actors, grouped)
    paired = _paired_states(board, cast)
    mentions = tuple(sorted(cast.mentions.values(), key=lambda m: m.start))
    used = {m.entity for m in mentions} | {a.entity for a in actors} | paired
    entities = tuple(e for e in cast.entities.values() if e.id in used)
    return Names(entities, mentions, tuple(sorted(actors, key=lambda a: (a.first, a.last))))


def _paired_states(board: Board, cast: Cast) -> set[str]:
    """States that only a dual names (الكوريتان) come on stage too."""
    found: set[str] = set()
    for token, following in zip(board.text.tokens, [*(t.norm for t in board.text.tokens[1:]), ""], strict=True):
        for _, rest in token.readings:
            for code in state_pairs().get(f"{rest} {following}") or state_pairs().get(rest, ()):
                if state := cast.state(code):
                    found.add(state)
    return found


def choose(board: Board, ids: tuple[str, ...], country: str | None, office: str, day: dt.date | None) -> Entry:
    """The likeliest bearer of an ambiguous name: of the right state, in the right office, in office on the day, in high office."""

    def rank(entry: Entry) -> tuple[bool, bool, int, dt.date]:
        latest = max((o.start or dt.date.min for o in entry.offices), default=dt.date.min)
        return (
            country is not None and entry.country == country,
            bool(office) and any(o.slug == office and (day is None or o.held_on(day)) for o in entry.offices),
            -top_office(entry, day),
            latest if day is None or latest <= day else dt.date.min,
        )

    return max((board.lexicon.entries[i] for i in ids), key=rank)


def _mention_match(board: Board, cast: Cast, at: int, entry: Entry, rule: str) -> None:
    match = board.names[at][0] if at in board.names else board.shorts[at][0]
    cast.known(entry)
    cast.mention(_without_cue(board, match, entry), match.end, entry.id, rule)
    _introduce(cast, entry, match.surface, at)


def _without_cue(board: Board, match: Match, entry: Entry) -> int:
    """Where the name itself begins: behind a common noun that the entity is also called without (مدينة دوما)."""
    head, _, rest = match.surface.partition(" ")
    generic = entry.type == "Place" or entry.sort in ("agency", "outlet", "platform")
    if generic and head in _cues() and any(isinstance(p, Name) and p.entry == entry.id for p in board.lexicon.surfaces.get(rest, ())):
        return board.text.tokens[match.first + 1].start
    return match.start


def _introduce(cast: Cast, entry: Entry, surface: str, at: int) -> None:
    if entry.type == "Person":
        cast.introduce(entry.id, surface.split(), at)
    for short in entry.shorts:
        cast.call(entry.id, short, at)


def _titled(board: Board, cast: Cast, group: Group, day: dt.date | None) -> Actor | None:
    """The noun group of a title: the person it names, or the state or body that an unnamed holder acts for."""
    lexicon, tokens = board.lexicon, board.text.tokens
    country = group.state
    affiliation: str | None = None
    for entry_id in group.of:
        entry = lexicon.entries[entry_id]
        country = country or entry.country
        affiliation = affiliation or entry_id
    proclitic = board.titles[group.first][0].proclitic
    person, last = None, group.last
    at = group.name
    if at in board.names and lexicon.entries[board.names[at][1][0]].type == "Person":
        match, ids = board.names[at]
        if match.proclitic == "":
            entry = choose(board, ids, country, group.title.office, day)
            _mention_match(board, cast, at, entry, "listed")
            person, last = entry.id, match.last
    elif at in board.shorts and board.shorts[at][0].proclitic == "" and not group.comma:
        match, ids = board.shorts[at]
        people = tuple(i for i in ids if lexicon.entries[i].type == "Person")
        if people:
            entry = choose(board, people, country, group.title.office, day)
            if country is None or entry.country in (None, country):
                _mention_match(board, cast, at, entry, "short name behind a title")
                person, last = entry.id, match.last
    if person is None and group.title.sort != "unnamed_source":
        run = name_run(board, at, sure=not group.comma)
        if run:
            start, end, surface = board.text.slice(run)
            person = cast.unlisted("Person", surface, None, country)
            cast.mention(start, end, person, "behind a title")
            cast.introduce(person, [tokens[i].norm for i in run if tokens[i].is_word], at)
            last = run.stop - 1
            board.covered.update(run)
    key = _key(board, group)
    if person:
        cast.offices[key] = person
        cast.titled[group.title.english] = person
        return Actor(group.first, last, person, "person", group.title.office, "", proclitic)
    described = board.text.slice(range(group.first, group.last + 1))[2]
    if key in cast.offices:
        return Actor(group.first, group.last, cast.offices[key], "person", group.title.office, described, proclitic)
    acts_for = affiliation
    if group.state and affiliation and lexicon.entries[affiliation].country != group.state:
        acts_for = cast.state(group.state)  # المندوب الروسي في مجلس الأمن acts for Russia
    if acts_for is None and country:
        acts_for = cast.state(country)
    if acts_for is None:
        # المفوض السامي، المتحدث: whoever was named with the title before
        holder = cast.titled.get(group.title.english)
        definite = board.titles[group.first][0].surface.startswith("ال")
        if holder and definite and group.first == group.last - len(group.words) + 1:
            return Actor(group.first, group.last, holder, "person", group.title.office, described, proclitic)
        return None
    cast.known(lexicon.entries[acts_for])
    return Actor(group.first, group.last, acts_for, "unnamed", group.title.office, described, proclitic)


def _key(board: Board, group: Group) -> tuple[str, str]:
    """What a title is of and which title it is: two groups with one key are the same office."""
    of = group.state or next((board.lexicon.entries[i].country for i in group.of if board.lexicon.entries[i].country), None)
    return of or (group.of[0] if group.of else ""), group.title.office or group.title.english


def _listed(board: Board, cast: Cast, actors: list[Actor], grouped: set[int], day: dt.date | None) -> None:
    """The gazetteer's full names, wherever they stand."""
    for at, (match, ids) in sorted(board.names.items()):
        if match.start in cast.mentions or at in board.in_bodies:
            continue
        entry = choose(board, ids, None, "", day)
        _mention_match(board, cast, at, entry, "listed")
        if at not in grouped:
            first, proclitic = _with_cues(board, match)
            actors.append(Actor(first, match.last, entry.id, _HEADS[entry.type], "", "", proclitic))


def _with_cues(board: Board, match: Match) -> tuple[int, str]:
    """Where the noun group of a name begins, the common nouns before it included (وكالة أنباء "يونهاب"), and its proclitic."""
    first, proclitic = match.first, match.proclitic
    if proclitic:
        return first, proclitic
    at = first - 1
    while at >= 0 and first - at <= 3:
        token = board.text.tokens[at]
        if token.norm in {'"', "“", "«"}:
            at -= 1
            continue
        cue = next((pro for pro, rest in token.readings if rest in _cues()), None)
        if cue is None:
            break
        first, proclitic = at, cue
        if cue:
            break
        at -= 1
    return first, proclitic


def _untitled(board: Board, cast: Cast, actors: list[Actor], grouped: set[int]) -> None:
    """Two words or more, the first a given name: a person without a title."""
    at = 0
    while at < len(board.text.tokens):
        run = name_run(board, at, sure=False) if at not in grouped and at not in board.covered else range(at, at)
        if run:
            start, end, surface = board.text.slice(run)
            person = cast.unlisted("Person", surface, None, None)
            cast.mention(start, end, person, "given name")
            cast.introduce(person, [board.text.tokens[i].norm for i in run if board.text.tokens[i].is_word], at)
            actors.append(Actor(run.start, run.stop - 1, person, "person"))
            board.covered.update(run)
            at = run.stop
        else:
            at += 1


def _later_mentions(board: Board, cast: Cast, actors: list[Actor], grouped: set[int], day: dt.date | None) -> None:
    """Short names: of those on stage first, else of the gazetteer's best-known bearer."""
    taken = set(board.covered)
    for at, token in enumerate(board.text.tokens):
        if at in taken or not token.is_word:
            continue
        found = _short_at(board, cast, at, day)
        if found is None:
            continue
        entity, start, last, proclitic = found
        cast.mention(start, board.text.tokens[last].end, entity, "later mention")
        if at not in grouped:
            actors.append(Actor(at, last, entity, _HEADS[cast.entities[entity].type], "", "", proclitic))
        taken.update(range(at, last + 1))


def _short_at(board: Board, cast: Cast, at: int, day: dt.date | None) -> tuple[str, int, int, str] | None:
    """(entity, start offset, last token, proclitic) of the short name at a token."""
    token = board.text.tokens[at]
    if at in board.shorts:
        match, ids = board.shorts[at]
        entity = cast.called(tuple(match.surface.split()), at)
        if entity is None:
            entry = choose(board, ids, None, "", day)
            if entry.type == "Person" and _stands_alone(match.surface, entry):
                entity = cast.known(entry)
                _introduce(cast, entry, match.surface, at)
        if entity is not None:
            return entity, match.start, match.last, match.proclitic
    if any(rest in grammar_words() and proclitic in ("", "و", "ف") for proclitic, rest in token.readings):
        return None  # لكن is no "for Kon"
    for proclitic, rest in token.readings:
        if proclitic in _NAME_PROCLITICS and (entity := cast.called((rest,), at)):
            start = board.text.folded.span(token.at + len(token.norm) - len(rest), token.at + len(token.norm))[0]
            return entity, start, at, proclitic
    return None


def _stands_alone(surface: str, entry: Entry) -> bool:
    """Whether a short name nobody has introduced may be believed: no word of the language, or a statesman's (بوتين)."""
    if any(word in known_words() for word in surface.split()):
        return False
    return not is_ordinary(surface) or (len(surface) > 3 and top_office(entry, None) < len(TOP_OFFICES))


def _bare_heads(board: Board, cast: Cast, actors: list[Actor], grouped: set[int]) -> None:
    """``المجلس``, ``الاتفاق``, ``الحركة``: no mention, but it stands for the body or document last named with that noun."""
    heads: dict[str, tuple[str, int]] = {}
    where = {bisect_right(board.text.starts, m.start) - 1: m.entity for m in cast.mentions.values()}
    taken = board.covered | grouped | {i for a in actors for i in range(a.first, a.last + 1)}
    for at, token in enumerate(board.text.tokens):
        if at in where:
            entity = where[at]
            if cast.entities[entity].type in ("PublicBody", "Organization", "Document"):
                heads.update(("ال" + without_article(rest), (entity, at)) for _, rest in token.readings)
            continue
        if at in taken or not token.is_word:
            continue
        for proclitic, rest in token.readings:
            if rest in heads and proclitic in _NAME_PROCLITICS:
                entity, _ = heads[rest]
                actors.append(Actor(at, at, entity, _HEADS[cast.entities[entity].type], "", token.surface, proclitic))
                break


def _states(board: Board, cast: Cast, actors: list[Actor], grouped: set[int]) -> None:
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
