"""Folding: one spelling for what Arabic writes in many, with the way back to every original offset.

Folded are: hamza forms and seats (أ إ آ ٱ → ا, ؤ → و, ئ → ي), ى → ي, ة → ه, vowel signs and tatweel (dropped), Arabic-Indic
and Persian digits, Persian letter shapes, presentation forms, compatibility forms, bidi and other invisible controls (dropped),
Latin capitals. What the fold loses (على / علي, كتابة / كتابه) is kept by the token, which knows its original surface.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = str.maketrans("أإآٱىةؤئکیےہھگپچژڤ", "اااايهويكييههكبجزف")
_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")} | {
    ord("٫"): ".",
    ord("٬"): ",",
    ord("٪"): "%",
}
_INVISIBLE = {0x00AD, 0x0640, 0x061C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)}


def _is_mark(code: int) -> bool:
    return 0x0610 <= code <= 0x061A or 0x064B <= code <= 0x065F or code == 0x0670 or 0x06D6 <= code <= 0x06ED


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    code = ord(char)
    if code in _INVISIBLE or _is_mark(code):
        return ""
    if char in " \n":
        return char
    if char.isspace():
        return "\n" if char in "\r\v\f\u2028\u2029\x85" else " "
    plain = unicodedata.normalize("NFKC", char) if code >= 0xFB50 or 0xA0 <= code < 0x250 else char
    plain = "".join(c for c in plain if not _is_mark(ord(c)))
    return plain.translate(_LETTERS).translate(_DIGITS).lower()


def fold(text: str) -> str:
    """The folded spelling of ``text``: ``fold("كيم جونغ أون") == fold("كيم جونغ اون")``."""
    return "".join(map(_fold_char, text))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for every character of it, where the original characters it stands for begin and end."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of the non-empty folded span; vowel signs after the last letter belong to it."""
        return self.starts[start], self.ends[end - 1]


def fold_with_offsets(text: str, breaks: frozenset[int] = frozenset()) -> Folded:
    """Fold ``text``; at each offset in ``breaks`` (where two words are fused) a space is put into the folded text."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, char in enumerate(text):
        if at in breaks:
            out.append(" ")
            starts.append(at)
            ends.append(at)
        folded = _fold_char(char)
        for letter in folded:
            out.append(letter)
            starts.append(at)
            ends.append(at + 1)
        if not folded and ends and _is_mark(ord(char)) and ends[-1] == at:
            ends[-1] = at + 1
    return Folded("".join(out), tuple(starts), tuple(ends))
