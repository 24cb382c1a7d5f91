"""The words that the lexicon knows, for those who must tell an ordinary word from an unknown one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from musnad.lexicon.table import rows, split
from musnad.text.fold import fold

_NAME_COLUMNS = {
    "places/countries": ("name_ar", "aliases_ar", "capital_ar", "capital_aliases_ar"),
    "places/places": ("name_ar", "aliases_ar"),
    "actors/bodies": ("name_ar", "aliases_ar"),
    "actors/documents": ("name_ar", "aliases_ar"),
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All entries are folded words.

    ``known``: every word of every name, title, term and verb form; ``terms``: the same without the names;
    ``names``: one-word states, capitals and places;
    ``pairs``: two neighbouring words of a name written as one -> where to part them; ``nouns``: heads that a word with the
    article may follow (مجلس, وزير, ...); ``bare``: what may stand behind the article.
    """

    known: frozenset[str]
    terms: frozenset[str]
    names: frozenset[str]
    pairs: dict[str, int]
    nouns: frozenset[str]
    bare: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Compiled once from the data files."""
    named: set[str] = set()
    known: set[str] = set()
    names: set[str] = set()
    pairs: dict[str, int] = {}
    for table, columns in _NAME_COLUMNS.items():
        for row in rows(table, *columns):
            for surface in (s for column in columns for s in split(row[column])):
                words = fold(surface).replace("-", " ").split()
                named.update(words)
                if len(words) == 1 and table.startswith("places"):
                    names.update(words)
                for left, right in pairwise(words):
                    if len(left) >= 3 and right.startswith("ال"):
                        pairs.setdefault(left + right, len(left))
    nouns: set[str] = set()
    for table, column in (
        ("actors/titles", "title_ar"),
        ("actors/body_patterns", "head_ar"),
        ("actors/governing_words", "word_ar"),
        ("events/nouns", "noun"),
        ("times/months", "name"),
    ):
        for row in rows(table, column):
            for surface in split(row[column]):
                words = fold(surface).split()
                known.update(words)
                nouns.update(w for w in words if not w.startswith("ال"))
    for row in rows("places/countries", "adjective_ar"):
        for surface in split(row["adjective_ar"]):
            known.update(inflections(fold(surface.removeprefix("plural:"))))
    for row in rows("events/verb_forms", "form"):
        known.add(row["form"])
    terms = frozenset(known)
    known |= named
    bare = frozenset({w[2:] for w in known if w.startswith("ال") and len(w) > 4})
    known |= bare | {"ال" + w for w in known if not w.startswith("ال")}
    return Vocabulary(
        frozenset(known),
        terms,
        frozenset(w for w in names if len(w) >= 3),
        {k: v for k, v in pairs.items() if k not in known},
        frozenset(w for w in nouns if len(w) >= 3),
        frozenset(w for w in bare if len(w) >= 3),
    )


def inflections(adjective: str) -> set[str]:
    """Every folded form of a nisba adjective, word by word: روسي → روسي, روسيه, الروسي, الروسيه, روسيين, ..."""
    forms: set[str] = set()
    for word in adjective.split():
        stem = word
        for ending in ("", "ه", "ين", "ون", "ان", "ات", "تين", "تان"):
            forms |= {stem + ending, "ال" + stem + ending}
        forms.add(stem + "ا")  # مواطنا أمريكيا
    return forms
