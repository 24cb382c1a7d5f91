"""The same people, bodies and places across articles.

An entity that the lexicon knows carries its id already. What no list holds is joined by its name's spelling key and its
type, where the states agree or one is not told (names/spelling.py); where keys differ, by the cost of the way from one
spelling to the other, and then only within one state (names/variants.py).
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from musnad.model import Annotated, Entity
from musnad.names.spelling import name_key
from musnad.names.variants import same_name
from musnad.text.fold import fold

Key = tuple[str, tuple[str, ...]]
_COMPARED = 200
"""Names of one state and beginning that each is compared with, at most."""


def link_entities(articles: Sequence[Annotated]) -> dict[tuple[str, str], Entity]:
    """(Article id, entity id within it) → the entity of the dossier. Linear in the number of entities."""
    groups: dict[Key, list[tuple[str, Entity]]] = defaultdict(list)
    linked: dict[tuple[str, str], Entity] = {}
    for article in articles:
        for entity in article.entities:
            if entity.id.startswith("x-") and entity.name_ar:
                name = (entity.name_en,) if entity.name_en else name_key(tuple(fold(entity.name_ar).split()))
                groups[entity.type, name].append((article.article.id, entity))
            else:
                linked[article.article.id, entity.id] = entity
    for key, members in _spelt_alike(groups).items():
        for country, same in _by_country(members).items():
            common = Counter(e.name_ar for _, e in same).most_common(1)[0][0]
            digest = hashlib.blake2s(repr((key, country)).encode(), digest_size=5).hexdigest()
            merged = replace(same[0][1], id=f"x-{digest}", name_ar=common, country=country)
            for article_id, entity in same:
                linked[article_id, entity.id] = merged
    return linked


def _spelt_alike(groups: dict[Key, list[tuple[str, Entity]]]) -> dict[Key, list[tuple[str, Entity]]]:
    """Groups whose keys differ joined where their names can be one (names/variants.py) and one state is told for both.

    Only names of several words that begin alike are compared, so that the work stays near the number of names.
    """
    blocks: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key, members in groups.items():
        countries = {entity.country for _, entity in members}
        if len(key[1]) > 1 and len(countries) == 1 and (country := countries.pop()):
            blocks[key[0], country, key[1][0][:1]].append(key)
    joined = dict(groups)
    for keys in blocks.values():
        for place, key in enumerate(keys):
            if key not in joined:
                continue
            name = joined[key][0][1].name_ar or ""
            for other in keys[place + 1 : place + 1 + _COMPARED]:
                if other in joined and same_name(name, joined[other][0][1].name_ar or ""):
                    joined[key] = joined[key] + joined.pop(other)
    return joined


def _by_country(members: list[tuple[str, Entity]]) -> dict[str | None, list[tuple[str, Entity]]]:
    """Members by state; those of no known state join the only one there is, else stay apart."""
    groups: dict[str | None, list[tuple[str, Entity]]] = defaultdict(list)
    for member in members:
        groups[member[1].country].append(member)
    if None in groups and len(groups) == 2:
        homeless = groups.pop(None)
        next(iter(groups.values())).extend(homeless)
    return groups
