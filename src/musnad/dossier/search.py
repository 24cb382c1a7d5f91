"""Full text search: the index row of an article, the words of a query, and the passages that answer it.

The index (FTS5) holds no offsets of the text: it holds the stems of its words (text/stem.py) and the names of its
entities, and finds articles. The passages are then found in the article itself, so that they show its own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from musnad.dossier.records import Snippet, Span
from musnad.model import Annotated, Defect
from musnad.text.fold import fold_with_offsets
from musnad.text.stem import core, joined, matches, sought, stems
from musnad.text.tokens import Token, tokenize

_WINDOW = 18
"""Words of a snippet."""
_SNIPPETS = 3
_PHRASE = re.compile('"([^"]*)"|“([^”]*)”|«([^»]*)»')


@dataclass(frozen=True, slots=True)
class Query:
    """``words`` must all be in the article, in its text or as a name of what it mentions; ``phrases`` word by word."""

    words: tuple[tuple[str, bool], ...]
    """Folded words, and whether each follows another word of the query."""
    phrases: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases)


def parse(query: str) -> Query:
    """The words and the phrases ("…", “…”, «…») of a query."""
    phrases = []
    for match in _PHRASE.finditer(query):
        if phrase := _words(next(filter(None, match.groups()), "")):
            phrases.append(phrase)
    rest = _words(_PHRASE.sub(" ", query))
    words = [(word, n > 0) for n, word in enumerate(rest)]
    words += [(phrase[0], False) for phrase in phrases if len(phrase) == 1]
    return Query(tuple(dict.fromkeys(words)), tuple(p for p in phrases if len(p) > 1))


def is_query(text: str) -> bool:
    """Whether there is any word to search for in a text."""
    return bool(parse(text))


def expression(query: Query) -> str:
    """The FTS5 expression that every article answering the query satisfies."""
    parts = [_either(word, follows, ("stems", "names")) for word, follows in query.words]
    parts += [_either(word, n > 0, ("stems",)) for phrase in query.phrases for n, word in enumerate(phrase)]
    return " AND ".join(parts)


def index_row(record: Annotated) -> tuple[str, str, str]:
    """(cores, stems, names) of an article, each as words with spaces between."""
    words = [token.norm for token in _tokens(record.article.text, record.defects)]
    names = [w for e in record.entities for name in (e.name_ar, e.name_en) if name for w in _words(name)]
    return (
        joined(map(core, words)),
        joined(s for w in words for s in stems(w)),
        joined(s for w in names for s in stems(w)),
    )


def passages(record: Annotated, query: Query) -> tuple[int, tuple[Snippet, ...]] | None:
    """(How many words answer, the best passages) of an article; None if a phrase of the query does not stand in it."""
    text = record.article.text
    tokens = _tokens(text, record.defects)
    norms = [token.norm for token in tokens]
    found: dict[int, int] = {}
    for number, phrase in enumerate(query.phrases):
        at = [i for i in range(len(norms) - len(phrase) + 1) if _stands_at(norms, i, phrase)]
        if not at:
            return None
        found.update({i + k: -1 - number for i in at for k in range(len(phrase))})
    for number, (word, follows) in enumerate(query.words):
        wanted = {norm for norm in set(norms) if matches(word, norm, follows)}
        found.update({i: number for i, norm in enumerate(norms) if norm in wanted})
        for start, end in _named(record, word):
            inside = [i for i, token in enumerate(tokens) if start <= token.start and token.end <= end]
            if not any(i in found for i in inside):  # named, but by other words: then the whole name is what answers
                found.update(dict.fromkeys(inside, number))
    return len(found), _snippets(text, tokens, found)


def _snippets(text: str, tokens: Sequence[Token], found: dict[int, int]) -> tuple[Snippet, ...]:
    """The windows with the most different words of the query, then the most words, then the earliest; in order."""
    if not found:
        end = tokens[min(_WINDOW, len(tokens)) - 1].end if tokens else 0
        return (Snippet(0, end, text[:end], ()),)
    places = sorted(found)
    chosen: list[range] = []
    windows = [range(max(0, i - _WINDOW // 4), min(len(tokens), i + _WINDOW - _WINDOW // 4)) for i in places]
    inside = [[i for i in places[n : n + _WINDOW] if i in window] for n, window in enumerate(windows)]
    for n in sorted(range(len(windows)), key=lambda n: (-len({found[i] for i in inside[n]}), -len(inside[n]), n)):
        if len(chosen) < _SNIPPETS and not any(windows[n].start < w.stop and w.start < windows[n].stop for w in chosen):
            chosen.append(windows[n])
    out = []
    for window in sorted(chosen, key=lambda w: w.start):
        start, end = tokens[window.start].start, tokens[window.stop - 1].end
        hits = tuple(Span(tokens[i].start, tokens[i].end) for i in window if i in found)
        out.append(Snippet(start, end, text[start:end], hits))
    return tuple(out)


def _either(word: str, follows: bool, columns: tuple[str, ...]) -> str:
    texts = " OR ".join(f'"{c}"' for c in sought(word, follows) if c)
    wide = " OR ".join(f"{column} : ({texts})" for column in columns)
    own = " OR ".join(f'"{s}"' for s in stems(word) if s)
    return f"({wide} OR cores : ({own}))"


def _named(record: Annotated, word: str) -> list[tuple[int, int]]:
    """The mentions of the entities whose name holds the word."""
    named = {
        e.id for e in record.entities if any(matches(word, w) for n in (e.name_ar, e.name_en) if n for w in _words(n))
    }
    return [(m.start, m.end) for m in record.mentions if m.entity in named]


def _stands_at(norms: Sequence[str], i: int, phrase: tuple[str, ...]) -> bool:
    return all(matches(word, norms[i + k], k > 0) for k, word in enumerate(phrase))


def _words(text: str) -> tuple[str, ...]:
    folded = fold_with_offsets(text)
    return tuple(t.norm for t in tokenize(folded, text) if not t.is_punct and core(t.norm))


def _tokens(text: str, defects: Sequence[Defect]) -> list[Token]:
    breaks = frozenset(at for defect in defects for at in _breaks(defect))
    return [t for t in tokenize(fold_with_offsets(text, breaks), text) if not t.is_punct and core(t.norm)]


def _breaks(defect: Defect) -> list[int]:
    """Where the repair of a defect puts a space that the text lacks; none if it does more than that."""
    at, found = defect.start, []
    for letter in defect.repair:
        if letter == " " and defect.text[at - defect.start : at - defect.start + 1] != " ":
            found.append(at)
        else:
            at += 1
    return found if defect.repair.replace(" ", "") == defect.text.replace(" ", "") else []


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return _words(name)
