"""Making a finding: its id follows from its kind and the words it stands on, so that it stays the same from build to build."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from musnad.lexicon.labels import label
from musnad.model import Annotated, Finding, Severity, Words

Value = str | int | tuple[str, str]
"""What is put into a sentence: the same in both languages, or (Arabic, English)."""


def words(article: Annotated, start: int, end: int) -> Words:
    """The passage of an article as evidence."""
    return Words(article.article.id, article.article.path, start, end, article.article.text[start:end])


def finding(kind: str, severity: Severity, evidence: Sequence[Words], says: str = "", /, **values: Value) -> Finding:
    """A finding with the id that its evidence gives it.

    Its sentences are the ``says`` row of labels.tsv for ``says`` (by default the kind), filled with ``values``.
    """
    ground = "\n".join(f"{w.article}:{w.start}:{w.end}" for w in evidence)
    digest = hashlib.blake2s(f"{kind}\n{ground}".encode(), digest_size=6).hexdigest()
    pairs = {name: value if isinstance(value, tuple) else (str(value), str(value)) for name, value in values.items()}
    key = says or kind
    says_ar = label("says", key, "ar").format(**{name: isolate(ar) for name, (ar, _) in pairs.items()})
    says_en = label("says", key, "en").format(**{name: en for name, (_, en) in pairs.items()})
    return Finding(f"f-{digest}", kind, severity, says_ar, says_en, tuple(evidence))


def isolate(text: str) -> str:
    """Wrap a name or number in bidi isolates, so that it does not disturb the sentence around it."""
    return f"\u2068{text}\u2069"
