"""Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one, else windows-1256 if it is like Arabic."""

from __future__ import annotations

import re

from musnad.read.errors import LeftOut

LARGEST = 8 * 1024 * 1024
"""Bytes of the largest file that is still one article (about four million Arabic letters)."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}


def decode(data: bytes, path: str) -> str:
    """The text of a file. Raises LeftOut for empty and binary data, a cut-off last letter, and unknown encodings."""
    text = _decoded(data, path)
    if not text.strip():
        raise LeftOut(path, "holds no text")
    return text


def _decoded(data: bytes, path: str) -> str:
    if not data.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise LeftOut(path, "empty" if not data else "holds no text")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise LeftOut(path, "UTF-16 that breaks off in the middle of a letter") from error
    if sum(byte in _CONTROLS for byte in data[:4096]) > len(data[:4096]) // 200:
        raise LeftOut(path, "binary, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 3 and error.reason == "unexpected end of data":
            raise LeftOut(path, "truncated: breaks off in the middle of a letter") from error
    return _windows_1256(data, path)


def printable(text: str) -> str:
    """A text that UTF-8 can hold: a lone surrogate (a strange byte in a file name, half a letter in JSON) is U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def _windows_1256(data: bytes, path: str) -> str:
    text = data.decode("cp1256", errors="replace")
    letters = [c for c in text if c.isalpha()]
    arabic = sum("\u0621" <= c <= "\u064a" for c in letters)
    if not letters or arabic < 0.6 * len(letters):
        raise LeftOut(path, "neither UTF-8 nor windows-1256 Arabic")
    # Running Arabic has the article everywhere; bytes of another encoding that fall on Arabic letters do not.
    if text.count("ال") * 60 < len(letters):
        raise LeftOut(path, "neither UTF-8 nor windows-1256 Arabic")
    return text
