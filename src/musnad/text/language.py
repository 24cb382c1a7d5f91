"""Whether a text is Arabic at all."""

from __future__ import annotations

_ENOUGH = 0.5
"""Share of the letters that must be Arabic."""
_NOT_ARABIC = set("گپچژڤکیےہھںڑٹڈەۆېڕڵ")
"""Letters of Persian, Urdu and Kurdish, which share the script."""


def language_of(text: str) -> str:
    """``"ar"``, or ``"und"`` where most letters are not Arabic or many belong to another language of the script."""
    letters = arabic = foreign = 0
    for char in text:
        if char.isalpha():
            letters += 1
            arabic += "\u0621" <= char <= "\u064a" or "\ufb50" <= char <= "\ufeff"
            foreign += char in _NOT_ARABIC
    if not letters or arabic / letters < _ENOUGH or foreign / letters > 0.04:
        return "und"
    return "ar"
