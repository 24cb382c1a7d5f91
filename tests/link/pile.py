"""A small pile of articles, written as records, for the specifications of linking and checking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from musnad.model import (
    Annotated,
    Article,
    Entity,
    Event,
    Mention,
    Moment,
    Published,
    Quantity,
    Status,
    TimeExpression,
)

PEOPLE = {
    "salim": Entity("salim", "Person", "سالم العوضي", "Salim Awadi", "OM"),
    "rania": Entity("rania", "Person", "رانيا الخطيب", "Rania Khatib", "JO"),
    "hadi": Entity("hadi", "Person", "هادي الزين", "Hadi Zain", "JO"),
    "OM": Entity("OM", "Country", "عمان", "Oman", "OM"),
    "JO": Entity("JO", "Country", "الأردن", "Jordan", "JO"),
    "MA": Entity("MA", "Country", "المغرب", "Morocco", "MA"),
    "muscat": Entity("muscat", "Place", "مسقط", "Muscat", "OM"),
    "amman": Entity("amman", "Place", "عمّان", "Amman", "JO"),
    "pact": Entity("pact", "Document", "ميثاق مسقط", "Muscat Pact"),
}


def moment(value: str | None) -> Moment | None:
    """A day, a month or a year as a date."""
    if value is None:
        return None
    parts = [int(part) for part in value.split("-")]
    first = dt.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    if len(parts) == 3:
        last = first
    elif len(parts) == 2:
        last = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1) - dt.timedelta(days=1)
    else:
        last = dt.date(first.year, 12, 31)
    return Moment(value, first, last)


class Paper:
    """One article in the making: each event is a sentence of its text."""

    def __init__(self, name: str, out: str, outlet: str | None = None, text: str = "") -> None:
        self.name, self.outlet, self.text = name, outlet or name, text
        self.out = dt.date.fromisoformat(out)
        self.events: list[Event] = []
        self.mentions: list[Mention] = []
        self.times: list[TimeExpression] = []
        self.quantities: list[Quantity] = []

    def tells(
        self,
        kind: str,
        words: str,
        agents: Sequence[str] = (),
        targets: Sequence[str] = (),
        date: str | None = None,
        status: Status = "happened",
        place: str | None = None,
        rule: str = "",
    ) -> Paper:
        """A sentence that tells an event."""
        start = len(self.text) + 1
        self.text += f"\n{words}"
        self.events.append(
            Event(
                id=f"e{len(self.events) + 1}",
                kind=kind,
                start=start,
                end=start + len(words),
                text=words,
                trigger=(start, start + 1),
                agents=tuple(agents),
                targets=tuple(targets),
                place=place,
                date=moment(date),
                status=status,
                chain=(),
                plover=None,
                rule=rule or f"verb {words.split()[0]}",
            )
        )
        return self

    def names(self, words: str, entity: str, nth: int = 0) -> Paper:
        """The nth place where the text so far holds the words, as a mention."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        self.mentions.append(Mention(start, start + len(words), words, entity))
        return self

    def dates(self, words: str, value: str, last: str | None = None) -> Paper:
        """A time expression of the text so far; ``last``: its last day."""
        start = self.text.index(words)
        kind = "DURATION" if value.startswith("P") else "DATE"
        end = dt.date.fromisoformat(last) if last else None
        self.times.append(TimeExpression(start, start + len(words), words, kind, value, end, end))  # type: ignore[arg-type]
        return self

    def counts(self, words: str, low: float, unit: str, high: float | None = None) -> Paper:
        start = self.text.index(words)
        self.quantities.append(Quantity(start, start + len(words), words, low, high or low, unit))
        return self

    @property
    def annotated(self) -> Annotated:
        used = {i for e in self.events for i in (*e.agents, *e.targets, e.place or "")} | {
            m.entity for m in self.mentions
        }
        return Annotated(
            Article(self.name, f"{self.name}.txt", self.text, outlet=self.outlet, published=self.out),
            "ar",
            Published(self.out.isoformat(), self.out, self.out, "metadata"),
            times=tuple(sorted(self.times, key=lambda t: t.start)),
            entities=tuple(e for e in PEOPLE.values() if e.id in used),
            mentions=tuple(sorted(self.mentions, key=lambda m: m.start)),
            events=tuple(self.events),
            quantities=tuple(self.quantities),
        )
