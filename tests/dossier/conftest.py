"""Articles of two lines, and an annotate that finds one visit in each, so that the dossier is tested by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from musnad.build import Built, build
from musnad.model import Annotated, Article, Entity, Event, Link, Mention, Moment, Published

Write = Callable[..., Path]
Build = Callable[..., Built]

NAMES = {"ليلى": ("ليلى الحداد", "Layla al-Haddad"), "سامي": ("سامي النجار", "Sami an-Najjar")}


def annotate_little(article: Article) -> Annotated:
    """Every known first name is a person; who is named first visits who is named last, on the day of publication."""
    text, day = article.text, article.published
    found = sorted((text.index(first), first) for first in NAMES if first in text)
    entities = tuple(Entity(f"p-{first}", "Person", *NAMES[first], country="XX") for _, first in found)
    mentions = tuple(Mention(at, at + len(first), first, f"p-{first}") for at, first in found)
    moment = Moment(day.isoformat(), day, day) if day else None
    said = (Link(None, "الوكالة", "agency"),)
    events = ()
    if found:
        who = tuple(e.id for e in entities)
        events = (
            Event("e1", "visit", 0, len(text), text, (0, 3), who[:1], who[1:], None, moment, "happened", said, None),
        )
    published = Published(str(day) if day else None, day, day, "metadata" if day else "unknown")
    return Annotated(article, "ar", published, entities=entities, mentions=mentions, events=events)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a text file: ``write("a.txt", text, folder="x")``."""

    def _write(name: str, text: str, folder: str = "in") -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return _write


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return tmp_path / "a.db"


@pytest.fixture
def add(dossier: Path) -> Build:
    """Build with the little annotate into one dossier."""

    def _add(*paths: Path, **how: object) -> Built:
        return build(paths, dossier, annotate=annotate_little, **how)  # type: ignore[arg-type]

    return _add
