"""The records that walk through the house, as docs/formats.md defines them.

Every offset counts Unicode code points of ``Article.text``; spans are half-open, so that ``text[start:end]`` is always
the text that a record claims to stand on. Records are frozen: a room returns new ones and never changes what it was given.
This module imports nothing of musnad.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Day = dt.date
Basis = Literal["stated", "metadata", "inferred", "unknown"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
EntityType = Literal["Person", "Organization", "PublicBody", "Country", "Place", "Document"]
Status = Literal["happened", "ongoing", "planned", "possible", "denied"]
Severity = Literal["info", "warning", "error"]

KINDS = (
    "say", "meet", "visit", "message", "request", "agree", "sign", "support", "cooperate", "supply", "concede", "retreat",
    "accuse", "reject", "veto", "vote", "threaten", "protest", "sanction", "mobilize", "test", "coerce", "assault", "office",
    "die",
)  # fmt: skip
"""Every kind of event; what each means stands in docs/annotation.md."""


def _check_span(start: int, end: int) -> None:
    if not 0 <= start <= end:
        raise ValueError(f"not a span: {start}..{end}")


# ------------------------------------------------------------------------------------------------ what comes in


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: ``text`` is the headline, a line feed and the body, unchanged."""

    id: str
    path: str
    """The file, or ``FILE#ID`` (``FILE#LINE``) for a record of a JSON Lines file."""
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: Day | None = None
    """The day of publication where it was told with the article or on the command line."""
    plain: bool = False
    """True where ``text`` is just what a plain text file holds, so that output need not repeat it."""
    read_on: Day | None = None
    """The day on which it was read, if that is known: nothing was published later."""


# ------------------------------------------------------------------------------------------------ what annotate finds


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a bound of a date is what it is: the words, the rule that read them, and what it concludes (the article is the
    subject), in English and in Arabic.
    """

    start: int
    end: int
    rule: str
    says: str
    says_ar: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is known: an EDTF ``value``, and the first and last day that it may mean (None = open)."""

    value: str
    earliest: Day | None
    latest: Day | None

    @property
    def days(self) -> tuple[Day, Day] | None:
        """Its first and last day; None if either is open."""
        return (self.earliest, self.latest) if self.earliest and self.latest else None


def days_open(days: tuple[Day, Day] | None) -> int:
    """Days that a date leaves open; very many where it has none."""
    return (days[1] - days[0]).days if days else 10**6


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published: an interval of days and the evidence for its bounds."""

    value: str | None
    earliest: Day | None
    latest: Day | None
    basis: Basis
    evidence: tuple[Evidence, ...] = ()
    likely: Day | None = None
    """The likeliest day of the interval, where other articles of a dossier tell one."""


@dataclass(frozen=True, slots=True)
class Defect:
    """Something wrong with the text as printed, and its repair; the text itself is never changed."""

    start: int
    end: int
    text: str
    kind: str
    repair: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that point to a time or name a length of time. ``value`` is EDTF or TIMEX3; None if it cannot be resolved."""

    start: int
    end: int
    text: str
    type: TimeType
    value: str | None
    earliest: Day | None
    latest: Day | None
    rule: str = ""

    def __post_init__(self) -> None:
        _check_span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article names (or a state that acts only through an adjective)."""

    id: str
    type: EntityType
    name_ar: str | None
    name_en: str | None
    country: str | None = None
    """ISO 3166 two-letter code of the state it belongs to or acts for."""
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names an entity; ``rule`` says how it was found."""

    start: int
    end: int
    text: str
    entity: str
    rule: str = ""

    def __post_init__(self) -> None:
        _check_span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Link:
    """One carrier of a statement: an entity, or an unnamed source described by ``text``; ``medium`` as "letter", "agency"."""

    entity: str | None
    text: str
    medium: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody is said to have said; ``chain`` runs from the speaker outward to the article."""

    start: int
    end: int
    text: str
    direct: bool
    speaker: str | None
    speaker_text: str | None
    chain: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Plover:
    """The event in the words of the PLOVER ontology."""

    type: str
    mode: str | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One clause that says that a thing of one kind happened, is happening, will or may happen, or is denied."""

    id: str
    kind: str
    start: int
    end: int
    text: str
    trigger: tuple[int, int]
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    date: Moment | None
    status: Status
    chain: tuple[Link, ...]
    plover: Plover | None
    rule: str = ""
    """How it was read: the sort of trigger and its lemma (``light verb عقد``)."""

    def __post_init__(self) -> None:
        _check_span(self.start, self.end)
        if self.kind not in KINDS:
            raise ValueError(f"not a kind of event: {self.kind}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or amount that carries news; ``low`` equals ``high`` for an exact number."""

    start: int
    end: int
    text: str
    low: float
    high: float
    unit: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article and all that was read in it."""

    article: Article
    language: str
    published: Published
    defects: tuple[Defect, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()


# ------------------------------------------------------------------------------------------------ across articles


@dataclass(frozen=True, slots=True)
class Report:
    """One article's report of a happening: the words it stands on."""

    article: str
    path: str
    event: str
    start: int
    end: int
    text: str
    status: Status
    chain: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the world and every report of it."""

    id: str
    kind: str
    date: Moment | None
    agents: tuple[Entity, ...]
    targets: tuple[Entity, ...]
    place: Entity | None
    status: Status
    reports: tuple[Report, ...]
    outlets: int
    why: str = ""
    """Why the reports were joined, for the reader who doubts it."""


@dataclass(frozen=True, slots=True)
class Words:
    """A passage that a finding stands on."""

    article: str
    path: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a careful reader of the whole pile would notice, said in Arabic and English, with the passages."""

    id: str
    kind: str
    severity: Severity
    says_ar: str
    says_en: str
    evidence: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """The whole pile after linking: what ``check`` reads and ``dossier`` keeps."""

    articles: tuple[Annotated, ...]
    copies: dict[str, str]
    """Article id -> id of the article it is a copy of."""
    people: dict[tuple[str, str], Entity]
    """(Article id, entity id within it) -> the entity of the dossier."""
    happenings: tuple[Happening, ...]
