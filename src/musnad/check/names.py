"""One person or place under several spellings."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from musnad.check.finding import finding, isolate, words
from musnad.model import Entity, Finding, Linked, Words
from musnad.names.spelling import same_word
from musnad.text.fold import fold

_LONGEST = 24
"""Passages that a finding names at most."""
_SPELT = str.maketrans({"ى": "ي", "ة": "ه", "#": " ", "-": " ", "_": " ", "ـ": ""})

Spelling = tuple[str, ...]
_Differ = Callable[[Spelling, Spelling], bool]


def name_variants(linked: Linked) -> Iterator[Finding]:
    """A person or place whose name is written in two ways: one finding a name, with each way's first occurrence.

    Between articles only different letters count, since each paper has its own way with a hamza; an article that mixes
    hamza or word division itself is told too. A short form of a longer name is no other way of writing it.
    """
    named: dict[str, Entity] = {}
    spelt: dict[str, dict[str, dict[Spelling, Words]]] = defaultdict(lambda: defaultdict(dict))
    for article in linked.articles:
        for mention in article.mentions:
            entity = linked.people.get((article.article.id, mention.entity))
            if entity is None or entity.type not in ("Person", "Place"):
                continue
            named[entity.id] = entity
            spelling = tuple(mention.text.translate(_SPELT).split())
            spelt[entity.id][article.article.id].setdefault(spelling, words(article, mention.start, mention.end))
    for entity_id, by_article in sorted(spelt.items()):
        evidence = _evidence(by_article.values())
        if len(evidence) < 2:
            continue
        ways = list(dict.fromkeys(w.text for w in evidence))
        name = named[entity_id].name_en or named[entity_id].name_ar or entity_id
        yield finding(
            "name_variants",
            "info",
            evidence[:_LONGEST],
            name=name,
            n=len(ways),
            ways=("، ".join(map(isolate, ways)), ", ".join(map(isolate, ways))),
        )


def _evidence(articles: Iterable[dict[Spelling, Words]]) -> list[Words]:
    """The spellings that an article mixes, then those that only another article has."""
    found: list[Words] = []
    first: dict[Spelling, Words] = {}
    for spellings in articles:
        found += [spellings[s] for s in _variants(spellings, _folded_or_not)]
        for spelling, where in spellings.items():
            first.setdefault(tuple(fold(" ".join(spelling)).split()), where)
    known = {fold(w.text) for w in found}
    found += [w for w in (first[s] for s in _variants(first, _letters)) if fold(w.text) not in known]
    return found


def _variants(spellings: Iterable[Spelling], differ: _Differ) -> list[Spelling]:
    """Each spelling that is another writing of one of the others, the longest first."""
    ordered = list(spellings)
    pairs = [(a, b) for a, b in itertools.combinations(ordered, 2) if differ(a, b) and max(len(a), len(b)) > 1]
    ways = {spelling for pair in pairs for spelling in pair}
    chosen: list[Spelling] = []
    seen: set[str] = set()
    for spelling in sorted(ways, key=lambda s: (-len(s), ordered.index(s))):
        if not seen.issuperset(spelling):  # a short form of a way already told adds nothing
            chosen.append(spelling)
            seen.update(spelling)
    return chosen


def _letters(one: Spelling, other: Spelling) -> bool:
    """Whether two folded names hold one word in two writings, their other words being equal or missing in one."""
    only_one = [w for w in one if w not in other]
    only_other = [w for w in other if w not in one]
    short, long = sorted((only_one, only_other), key=len)
    slip = len(short) == len(long) == 1 and len(one) == len(other) > 2  # كيم يونج أون
    paired = [w for w in short if any(same_word(w, v) or (slip and _one_letter(w, v)) for v in long)]
    return bool(short) and len(paired) == len(short)


def _folded_or_not(one: Spelling, other: Spelling) -> bool:
    """The same within an article, where a hamza and the space in a name count too."""
    a, b = (tuple(fold(" ".join(s)).split()) for s in (one, other))
    if a == b:
        return one != other
    return "".join(a) == "".join(b) or same_word("".join(a), "".join(b)) or _letters(a, b)


def _one_letter(one: str, other: str) -> bool:
    return len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
