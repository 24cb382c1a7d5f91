"""Tokens: words, numbers and punctuation marks of the folded text, each with the clitics it may carry.

Arabic writes و ف ب ل ك س and the article together with the word. Which of them are clitics cannot be told from the letters
alone (وزير is no "and + زير"), so a token offers every reading, the whole word first, and the lexicon that asks decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from musnad.text.fold import Folded

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
_PROCLITICS = re.compile(r"[وف]?(?:[بلك]|س)?")
_ENCLITICS = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ه", "ك", "ي")


@dataclass(frozen=True, slots=True)
class Token:
    """``norm`` is the folded word at ``at`` of the folded text; ``start``/``end`` are original offsets, ``surface`` original text."""

    norm: str
    at: int
    start: int
    end: int
    surface: str

    @property
    def is_word(self) -> bool:
        return self.norm[0].isalpha()

    @property
    def is_number(self) -> bool:
        return self.norm[0].isdigit()

    @property
    def is_punct(self) -> bool:
        return not self.norm[0].isalnum()

    @property
    def readings(self) -> tuple[tuple[str, str], ...]:
        """Every (proclitics, rest) the word may be read as, the fewest clitics first: وبالأمم → ("", والأمم), ("و", بالأمم), ..."""
        return readings(self.norm)


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """The (proclitics, rest) readings of a folded word; an assimilated ``لل`` is also read as ل + ال (للامم → ل, الامم)."""
    found = [("", word)]
    longest = _PROCLITICS.match(word)
    for cut in range(1, (longest.end() if longest else 0) + 1):
        head, rest = word[:cut], word[cut:]
        if len(rest) < 2:
            break
        found.append((head, rest))
        if head.endswith("ل") and rest.startswith("ل"):
            found.append((head, "ا" + rest))
    return tuple(found)


def without_article(word: str) -> str:
    """``الرئيس`` → ``رئيس``; a word too short to carry the article stays as it is."""
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def enclitic_stems(word: str) -> tuple[str, ...]:
    """The word without each pronoun that it may end in; ت before a pronoun is also given as ه (ة): رسالته → رساله."""
    stems = []
    for ending in _ENCLITICS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            stems.append(stem)
            if stem.endswith("ت") and len(stem) > 2:
                stems.append(stem[:-1] + "ه")
    return tuple(stems)


def tokenize(folded: Folded, original: str) -> tuple[Token, ...]:
    """The tokens of a folded text in order; white space is between them, nothing else is lost."""
    tokens = []
    for match in _TOKEN.finditer(folded.text):
        start, end = folded.span(*match.span())
        tokens.append(Token(match[0], match.start(), start, end, original[start:end]))
    return tuple(tokens)
