"""The cast of one article: every entity that has come on stage, and by which shorter names it may be called afterwards."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from dataclasses import replace

from musnad.lexicon.entries import TOP_OFFICES, Entry, top_office
from musnad.lexicon.gazetteer import Gazetteer
from musnad.lexicon.words import FAMILY_NAME_FIRST, given_names, grammar_words, known_words
from musnad.model import Entity, EntityType, Mention
from musnad.names.spelling import name_key, same_word, spelling_key
from musnad.text.fold import fold
from musnad.text.prepared import Text


class Cast:
    """Grows while an article is read; ``entities`` and ``mentions`` are what it has gathered."""

    def __init__(self, text: Text, lexicon: Gazetteer, day: dt.date | None) -> None:
        self.text, self.lexicon, self.day = text, lexicon, day
        self.entities: dict[str, Entity] = {}
        self.mentions: dict[int, Mention] = {}
        """By start offset."""
        self.offices: dict[tuple[str, str], str] = {}
        """(Country or body, office or title) -> the person who was named with it last."""
        self.titled: dict[str, str] = {}
        """Title (in English) -> the person who was named with it last."""
        self._called: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        """Short name or its key -> (token at which its bearer was named in full, bearer, short name), once a full mention."""
        self._by_key: dict[tuple[str, ...], str] = {}

    def known(self, entry: Entry) -> str:
        """Bring an entity of the lexicon on stage."""
        if entry.id not in self.entities:
            self.entities[entry.id] = Entity(
                entry.id, entry.type, entry.name_ar, entry.name_en, entry.country, entry.wikidata
            )
        return entry.id

    def state(self, code: str) -> str | None:
        """Bring a state on stage that acts through an adjective."""
        entry = self.lexicon.states.get(code)
        return self.known(self.lexicon.entries[entry]) if entry else None

    def unlisted(self, kind: EntityType, name_ar: str, name_en: str | None, country: str | None) -> str:
        """Bring on stage what no list holds; the same name (in whatever spelling) is the same entity."""
        key = (kind, name_en) if name_en else (kind, *name_key(tuple(fold(name_ar).split())))
        if key in self._by_key:
            found = self._by_key[key]
            if country and self.entities[found].country is None:
                self.entities[found] = replace(self.entities[found], country=country)
            return found
        digest = hashlib.blake2s(
            f"{kind}/{name_en or fold(name_ar)}/{country or ''}".encode(), digest_size=5
        ).hexdigest()
        found = f"x-{digest}"
        self.entities.setdefault(found, Entity(found, kind, name_ar, name_en, country))
        self._by_key[key] = found
        return found

    def mention(self, start: int, end: int, entity: str, rule: str) -> None:
        self.mentions.setdefault(start, Mention(start, end, self.text.original[start:end], entity, rule))

    def introduce(self, entity: str, words: list[str], at: int) -> None:
        """From token ``at`` on the person may be called by the parts of the name (``words``, folded) that can stand alone."""
        family_first = self.entities[entity].country in FAMILY_NAME_FIRST
        for place, word in enumerate(words):
            last = place == len(words) - 1
            alone = last or (place == 0 and (family_first or word not in given_names()))
            if alone and len(word) >= 2:
                self.call(entity, word, at)

    def call(self, entity: str, short: str, at: int) -> None:
        """The person or body may be called ``short`` (folded) from token ``at`` on; a particle (أن) is nobody's name."""
        if short in grammar_words():
            return
        for key in {short, " ".join(name_key(tuple(short.split())))}:
            if (at, entity, short) not in self._called[key]:
                self._called[key].append((at, entity, short))

    def called(self, words: tuple[str, ...], at: int) -> str | None:
        """Who is called so at token ``at``: by the very word, or by another spelling of it if it is no word of the language."""
        word = " ".join(words)
        if word in grammar_words():
            return None
        if exact := [b for b in self._called.get(word, ()) if b[2] == word]:
            return self._likeliest(exact, at)
        if any(w in known_words() for w in words):
            return None
        key = " ".join(map(spelling_key, words))
        alike = [b for b in self._called.get(key, ()) if all(map(same_word, words, b[2].split()))]
        return self._likeliest(alike, at) if len(key) > 1 else None

    def _likeliest(self, bearers: list[tuple[int, str, str]], at: int) -> str | None:
        """Of several bearers who have come on stage, the one in the highest office, then the most often named, then the last.

        A body is simply the one named last; where none stands before (a headline), the whole article is asked.
        """
        before = [b for b in bearers if b[0] <= at] or bearers
        if not before:
            return None
        named = Counter(entity for _, entity, _ in before)
        latest = {entity: place for place, entity, _ in sorted(before)}

        def rank(entity: str) -> tuple[int, int, int]:
            entry = self.lexicon.entries.get(entity)
            if entry is None or entry.type != "Person":
                person = self.entities[entity].type == "Person"
                return (-len(TOP_OFFICES) if person else 0, named[entity] if person else 0, latest[entity])
            return (-top_office(entry, self.day), named[entity], latest[entity])

        return max(named, key=rank)
