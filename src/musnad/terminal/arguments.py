"""Arguments of the command line as values; a wrong one raises typer's BadParameter, which names the option."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import cast

import typer

from musnad.terminal.words import Language


def language(lang: str) -> Language:
    """The language of the labels."""
    if lang in ("ar", "en", "both"):
        return cast(Language, lang)
    raise typer.BadParameter(f"{lang} is none of ar, en, both", param_hint="--lang")


def day(text: str | None, option: str) -> dt.date | None:
    """An ISO day."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text} is no day; write YYYY-MM-DD", param_hint=option) from None


def bound(text: str | None, option: str, *, last: bool) -> dt.date | None:
    """The first or last day of a day, month or year."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?", text or "")
    if not match:
        return day(text, option)
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    try:
        return dt.date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    except ValueError:
        raise typer.BadParameter(f"{text} is no month", param_hint=option) from None
