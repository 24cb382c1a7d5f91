"""Making a finding: its id follows from its kind and the words it stands on, so that it stays the same from build to build."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from musnad.model import Annotated, Finding, Severity, Words


def words(article: Annotated, start: int, end: int) -> Words:
    """The passage of an article as evidence."""
    return Words(article.article.id, article.article.path, start, end, article.article.text[start:end])


def finding(kind: str, severity: Severity, says_ar: str, says_en: str, evidence: Sequence[Words]) -> Finding:
    """A finding with the id that its evidence gives it."""
    ground = "\n".join(f"{w.article}:{w.start}:{w.end}" for w in evidence)
    digest = hashlib.blake2s(f"{kind}\n{ground}".encode(), digest_size=6).hexdigest()
    return Finding(f"f-{digest}", kind, severity, says_ar, says_en, tuple(evidence))


def isolate(text: str) -> str:
    """Wrap a name or number in bidi isolates, so that it does not disturb the sentence around it."""
    return f"\u2068{text}\u2069"
