"""Near-copies: agency text that outlets reprint. MinHash over word shingles (rensa), each candidate pair verified."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from rensa import RMinHash, RMinHashLSH

from musnad.model import Annotated
from musnad.text.fold import fold

_SHINGLE = 4
"""Words in a shingle."""
_SAME = 0.6
"""Share of shingles of the shorter text that a copy has in common with its original."""
_PERMUTATIONS = 128


def find_copies(articles: Sequence[Annotated]) -> dict[str, str]:
    """Article id → id of the article that it copies: the one published first, or read first.

    By the last day that is possible: of two whose intervals overlap, the one whose day is known better stands for both.
    """
    shingles = {a.article.id: _shingles(a.article.text) for a in articles}
    never = dt.date.max
    days = [(a.article.id, a.published) for a in articles]
    order = {i: (p.latest or never, p.earliest or never, n) for n, (i, p) in enumerate(days)}
    ids = [a.article.id for a in articles if len(shingles[a.article.id]) >= 10]
    index = RMinHashLSH(threshold=0.4, num_perm=_PERMUTATIONS, num_bands=32)
    hashes = {}
    for number, article_id in enumerate(ids):
        hashed = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        hashed.update(sorted(shingles[article_id]))
        hashes[article_id] = hashed
        index.insert(number, hashed)
    originals: dict[str, str] = {}
    likes: dict[str, list[str]] = defaultdict(list)
    for article_id in ids:
        for number in index.query(hashes[article_id]):
            other = ids[number]
            if other != article_id and _overlap(shingles[article_id], shingles[other]) >= _SAME:
                likes[article_id].append(other)
    for article_id in sorted(ids, key=order.__getitem__):
        earlier = [o for o in likes[article_id] if order[o] < order[article_id]]
        if earlier:
            first = min(earlier, key=order.__getitem__)
            originals[article_id] = originals.get(first, first)
    return originals


def _shingles(text: str) -> frozenset[str]:
    words = [w for w in (w.strip(".,،:؛\"'“”()«»!؟?-") for w in fold(text).split()) if w]
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
