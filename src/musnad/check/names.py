"""One person under several spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from musnad.check.finding import finding, isolate, words
from musnad.model import Entity, Finding, Linked, Words
from musnad.names.spelling import spelling_key
from musnad.text.fold import fold


def name_variants(linked: Linked) -> Iterator[Finding]:
    """A person whose name is spelt in two ways or more, hamza, ى and ة aside; each spelling with its first occurrence."""
    people: dict[str, Entity] = {}
    first: dict[str, dict[str, Words]] = defaultdict(dict)
    for article in linked.articles:
        for mention in article.mentions:
            entity = linked.people.get((article.article.id, mention.entity))
            if entity is None or entity.type != "Person":
                continue
            people[entity.id] = entity
            spelling = " ".join(fold(mention.text).replace("-", " ").split())
            first[entity.id].setdefault(spelling, words(article, mention.start, mention.end))
    for entity_id, spellings in sorted(first.items()):
        variants = _variants(list(spellings))
        if len(variants) < 2:
            continue
        evidence = [spellings[v] for v in variants]
        listed = "، ".join(isolate(w.text) for w in evidence)
        name = people[entity_id].name_en or people[entity_id].name_ar or entity_id
        yield finding(
            "name_variants",
            "info",
            f"اسم واحد بأكثر من رسم: {listed}",
            f"{name} is spelt in {len(variants)} ways: {', '.join(isolate(w.text) for w in evidence)}",
            evidence,
        )


def _variants(spellings: list[str]) -> list[str]:
    """The spellings that are truly two writings of the same words, not a long and a short form of the name."""
    by_word: dict[str, dict[str, str]] = defaultdict(dict)
    for spelling in sorted(spellings, key=lambda s: (-len(s.split()), s)):
        for word in spelling.split():
            by_word[spelling_key(word)].setdefault(word, spelling)
    chosen: list[str] = []
    for writings in by_word.values():
        if len(writings) > 1:
            chosen += [s for s in writings.values() if s not in chosen]
    return chosen
