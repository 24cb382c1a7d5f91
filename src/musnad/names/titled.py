"""Titles with whom they name: وزير الدفاع الكوري الجنوبي، شين وون سيك; and people without a title, told by a given name."""

from __future__ import annotations

import datetime as dt

from musnad.names.board import Board
from musnad.names.cast import Cast
from musnad.names.groups import Group
from musnad.names.listed import bring_on, choose
from musnad.names.records import Actor
from musnad.names.unlisted import name_run


def titled(board: Board, cast: Cast, group: Group, day: dt.date | None) -> Actor | None:
    """The noun group of a title: the person it names, or the state or body that an unnamed holder acts for."""
    lexicon = board.lexicon
    country = group.state
    affiliation: str | None = None
    for entry_id in group.of:
        entry = lexicon.entries[entry_id]
        country = country or entry.country
        affiliation = affiliation or entry_id
    proclitic = board.titles[group.first][0].proclitic
    person, last = _named(board, cast, group, country, day)
    key = office_key(board, group)
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


def _named(board: Board, cast: Cast, group: Group, country: str | None, day: dt.date | None) -> tuple[str | None, int]:
    """(The person whom the group names, its last token): a listed name, a short one of the right state, or an unlisted one."""
    lexicon, at = board.lexicon, group.name
    if at in board.names and lexicon.entries[board.names[at][1][0]].type == "Person":
        match, ids = board.names[at]
        if match.proclitic:
            return None, group.last
        entry = choose(board, ids, country, group.title.office, day)
        bring_on(board, cast, at, entry, "listed")
        return entry.id, match.last
    run = range(at, at)
    if group.title.sort != "unnamed_source":
        run = name_run(board, at, sure=not group.comma)
    if at in board.shorts and not board.shorts[at][0].proclitic and not group.comma:
        match, ids = board.shorts[at]
        people = tuple(i for i in ids if lexicon.entries[i].type == "Person")
        if people and match.last >= run.stop - 1:  # a longer run names somebody else with that surname
            entry = choose(board, people, country, group.title.office, day)
            if country is None or entry.country in (None, country):
                bring_on(board, cast, at, entry, "short name behind a title")
                return entry.id, match.last
    if not run:
        return None, group.last
    start, end, surface = board.text.slice(run)
    person = cast.unlisted("Person", surface, None, country)
    cast.mention(start, end, person, "behind a title")
    cast.introduce(person, [board.text.tokens[i].norm for i in run if board.text.tokens[i].is_word], at)
    board.covered.update(run)
    return person, run.stop - 1


def office_key(board: Board, group: Group) -> tuple[str, str]:
    """What a title is of and which title it is: two groups with one key are the same office."""
    of = group.state or next(
        (board.lexicon.entries[i].country for i in group.of if board.lexicon.entries[i].country), None
    )
    return of or (group.of[0] if group.of else ""), group.title.office or group.title.english


def untitled(board: Board, cast: Cast, actors: list[Actor], grouped: set[int]) -> None:
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
