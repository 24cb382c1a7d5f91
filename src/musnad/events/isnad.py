"""Isnād: the chain of those on whose word a statement reaches the reader, from the source outward to the article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from musnad.events.party import Party
from musnad.events.scene import Scene
from musnad.lexicon.table import rows
from musnad.model import Link
from musnad.text.fold import fold
from musnad.text.tokens import enclitic_stems, without_article

_REACH = 12


@cache
def _phrases() -> frozenset[str]:
    """Phrases that introduce a source (وفقا ل, بحسب, نقلا عن), folded, an attached ل left out."""
    found = set()
    for row in rows("events/attribution", "phrase_ar", "sort", "medium"):
        if row["sort"] == "source":
            found.add(fold(row["phrase_ar"]).removesuffix(" ل").strip())
    return frozenset(found)


@cache
def _media() -> dict[str, str]:
    """Folded noun → medium (رساله → letter)."""
    found: dict[str, str] = {}
    for row in rows("events/attribution", "phrase_ar", "sort", "medium"):
        if row["sort"] == "medium":
            for surface in row["phrase_ar"].split("|"):
                found[fold(surface)] = row["medium"]
    return found


@dataclass(frozen=True, slots=True)
class Source:
    """A source named in a phrase (وفقا لوكالة يونهاب): its tokens and links; ``at`` is where the phrase begins."""

    at: int
    links: tuple[Link, ...]


def sources_in(scene: Scene, sentence: range) -> list[Source]:
    """Every attribution phrase of a sentence."""
    tokens = scene.text.tokens
    found: list[Source] = []
    for i in sentence:
        phrase = _phrase_at(scene, i, sentence)
        if phrase == 0 or (found and i < found[-1].at + phrase):
            continue
        first = i + phrase
        party = next((p for p in _parties_from(scene, first, min(sentence.stop, first + _REACH))), None)
        limit = party.first if party else min(sentence.stop, first + _REACH)
        medium = next((m for j in range(first, limit) if (m := medium_at(scene, j))), None)
        if party is None and medium is None:
            stop = next((j for j in range(first, limit) if not tokens[j].is_word), limit)
            if stop <= first or (phrase == 1 and tokens[i].norm in ("كما",)):
                continue
            text = scene.text.slice(range(first, stop))[2]
            found.append(Source(i, (Link(None, text, None),)))
            continue
        links: list[Link] = []
        if party is not None:
            text = scene.text.slice(range(party.first, party.last + 1))[2]
            links.append(Link(party.entities[0], text, None))
        if medium is not None:
            j = next(j for j in range(first, limit) if medium_at(scene, j))
            links.append(Link(None, tokens[j].surface, medium))
        found.append(Source(i, tuple(links)))
    return found


def _parties_from(scene: Scene, first: int, stop: int) -> list[Party]:
    numbers = dict.fromkeys(scene.party_at[i] for i in range(first, stop) if scene.party_at[i] >= 0)
    return [scene.parties[n] for n in numbers]


def _phrase_at(scene: Scene, i: int, sentence: range) -> int:
    """How many tokens of an attribution phrase begin here; 0 if none."""
    tokens = scene.text.tokens
    for length in (3, 2, 1):
        if i + length > sentence.stop:
            continue
        words = [t.norm for t in tokens[i : i + length]]
        for head in ("", "و", "ف"):
            if head and not words[0].startswith(head):
                continue
            if " ".join([words[0][len(head) :], *words[1:]]) in _phrases():
                if length == 1 and words[0] in ("كما",):
                    return 0
                return length
    return 0


def medium_at(scene: Scene, i: int) -> str | None:
    """The medium that the token names (رسالته → letter), if it names one."""
    media = _media()
    for _, rest in scene.text.tokens[i].readings:
        for word in (rest, without_article(rest), *enclitic_stems(rest)):
            if word in media:
                return media[word]
    return None


def media_between(scene: Scene, first: int, stop: int) -> tuple[Link, ...]:
    """The media named in a stretch (قال في رسالة ... نشرتها ...), nearest to the speaker first."""
    found: dict[str, Link] = {}
    for i in range(first, stop):
        if scene.party_at[i] >= 0 and scene.parties[scene.party_at[i]].actor.head == "person":
            continue
        medium = medium_at(scene, i)
        if medium and medium not in found:
            found[medium] = Link(None, scene.text.tokens[i].surface, medium)
    return tuple(found.values())
