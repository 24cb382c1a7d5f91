"""Light stemming for search: what a word may be once its clitics and its plainest endings are off.

It is deterministic, knows no lexicon and is the same for texts and for queries. A word has one *core* (itself without
the article) and several *stems* (its core, and what is left once a proclitic, a pronoun or a plain ending is also
taken off). Two words match if the core of either is among the stems of the other: ``كتاب`` finds ``وكتابه``, but
``كلام`` does not find ``سلام``, though both might be read as a clitic and ``لام``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from musnad.text.tokens import enclitic_stems, readings, without_article

_LEAST = 3
"""Letters that must be left when something is taken off."""
_LEAST_OF_NUMBER = 4
"""Letters that must be left before an ending of number, which many names merely look like (لبنان, سودان)."""
_NUMBER = ("ون", "ين", "ان", "ات")


def core(word: str) -> str:
    """A folded word without the article: ``الامم`` → ``امم``."""
    return without_article(_plain(word))


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    """Letters and digits only (``o'neil``), and one spelling for a hamza before و (مسؤول is مسئول in Egypt)."""
    letters = word if word.isalnum() else "".join(c for c in word if c.isalnum())
    return letters[:1] + letters[1:].replace("وو", "يو").replace("ءو", "يو")


@lru_cache(maxsize=65536)
def stems(word: str) -> tuple[str, ...]:
    """Every stem of a folded word, its core first: ``للامم`` → ``للامم``, ``لامم``, ``امم``."""
    word = _plain(word)
    found = [without_article(word)]
    if word and word[0].isalpha() and not word.isascii():
        for head, rest in readings(word):
            bare = without_article(rest)
            if head and len(bare) < _LEAST:
                continue
            found.append(bare)
            found += (stem for stem in enclitic_stems(bare) if len(stem) >= _LEAST)
            found += number_stems(bare)
    return tuple(dict.fromkeys(found))


def number_stems(word: str) -> list[str]:
    """The singulars that a word ending as a dual or a sound plural may have: ``عقوبات`` → ``عقوب``, ``عقوبه``."""
    for ending in _NUMBER:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            singular = [stem] if len(stem) >= _LEAST_OF_NUMBER else []
            return [*singular, stem + "ه"] if ending == "ات" and len(stem) >= _LEAST else singular
    return []


@lru_cache(maxsize=1024)
def sought(word: str, follows: bool = False) -> tuple[str, ...]:
    """The cores that a folded word of a query asks for: its own and its singulars.

    Where it follows another word, also what is left without a و that may join the two (``كيم وبوتين``).
    """
    own = core(word)
    found = [own, *number_stems(own)]
    if follows and own.startswith("و") and len(own) > _LEAST:
        found.append(without_article(own[1:]))
    return tuple(dict.fromkeys(found))


def matches(query: str, word: str, follows: bool = False) -> bool:
    """Whether a folded word of a query finds a folded word of a text."""
    return core(word) in stems(query) or any(c in stems(word) for c in sought(query, follows))


def joined(words: Iterable[str]) -> str:
    """Words as one string that a full-text index cuts at its spaces."""
    return " ".join(word for word in words if word)
