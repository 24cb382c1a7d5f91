"""Arabic and English side by side: both stand in the page, the style sheet shows the one that the reader chose.

Everything made here is markup whose text has been escaped; names are isolated (``<bdi>``) so that a Latin name or a
number never disturbs the Arabic around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from musnad.lexicon.labels import label
from musnad.model import Entity, Link


@dataclass(frozen=True, slots=True)
class Both:
    """One thing said in both languages, as plain text."""

    ar: str
    en: str

    def __html__(self) -> str:
        return two(self.ar, self.en)

    @property
    def flat(self) -> str:
        """Both languages in one plain text, for where no markup may stand (a tooltip, an option)."""
        return self.ar if self.ar == self.en else f"{self.ar} · {self.en}"


def both(sort: str, key: str) -> Both:
    """A label in both languages."""
    return Both(label(sort, key, "ar"), label(sort, key, "en"))


def phrase(key: str, **parts: Both | str | int) -> Both:
    """An interface label with its blanks filled, each language with its own parts."""

    def filled(language: str, pattern: str) -> str:
        return pattern.format(**{k: getattr(v, language) if isinstance(v, Both) else v for k, v in parts.items()})

    return Both(filled("ar", label("ui", key, "ar")), filled("en", label("ui", key, "en")))


def two(ar: str, en: str) -> Markup:
    """Both texts, each marked with its language; a text that is the same in both stands once."""
    if ar == en:
        return Markup('<bdi dir="auto">{}</bdi>').format(ar)
    return Markup('<bdi class="ar" lang="ar">{}</bdi><bdi class="en" lang="en">{}</bdi>').format(ar, en)


def name(entity: Entity) -> Both:
    """The entity's name; where one language has none, the other's."""
    ar = entity.name_ar or entity.name_en or entity.country or entity.id
    return Both(ar, entity.name_en or ar)


def series(names: Iterable[Both]) -> Markup:
    """``a, b and c`` with each language's own joints."""
    items = list(names)
    joined = Markup("")
    for i, item in enumerate(items):
        if i:
            joined += _joint("and" if i == len(items) - 1 else "comma")
        joined += Markup('<span class="name">{}</span>').format(item)
    return joined


def _joint(key: str) -> Markup:
    ar, en = label("ui", key, "ar"), label("ui", key, "en")
    if key == "and":
        return Markup('<span class="ar" lang="ar"> {}</span><span class="en" lang="en"> {} </span>').format(ar, en)
    return Markup('<span class="ar" lang="ar">{} </span><span class="en" lang="en">{} </span>').format(ar, en)


def who_to_whom(agents: Sequence[Entity], targets: Sequence[Entity]) -> Markup:
    """``agent ← target``; both sides of a meeting, which stand on both lists, are said once, without an arrow."""
    mutual = {e.id for e in agents} == {e.id for e in targets} and len(agents) > 1
    who = (
        series(map(name, agents)) if agents else Markup('<span class="unnamed">{}</span>').format(both("ui", "nobody"))
    )
    if mutual or not targets:
        return who if agents or targets else Markup("")
    arrow = Markup(
        ' <span class="to"><span class="ar" aria-hidden="true">←</span><span class="en" aria-hidden="true">→</span>'
        '<span class="unseen">{}</span></span> '
    ).format(both("ui", "towards"))
    return who + arrow + series(name(e) for e in targets)


def chain_names(chain: Sequence[Link], known: dict[str, Entity]) -> tuple[Both, ...]:
    """Who carried a statement, from the source outward, each by name or by what describes him, with the medium."""
    found: list[Both] = []
    for link in chain:
        entity = known.get(link.entity) if link.entity else None
        medium = both("medium", link.medium) if link.medium else None
        carrier = name(entity) if entity else Both(link.text, link.text) if link.text else medium or Both("?", "?")
        if medium and medium != carrier and link.text not in (medium.ar, medium.en, link.medium):
            carrier = Both(f"{carrier.ar} ({medium.ar})", f"{carrier.en} ({medium.en})")
        found.append(carrier)
    return tuple(found)


def carried(chain: Sequence[Both]) -> Markup:
    """A chain as markup: ``source ‹ carrier ‹ carrier``."""
    return Markup(' <span class="by" aria-hidden="true">‹</span> ').join(
        Markup('<span class="name">{}</span>').format(link) for link in chain
    )
