"""A small dossier in memory: three articles, two outlets, one happening that both tell."""

from __future__ import annotations

import datetime as dt

import pytest

from musnad.model import (
    Annotated,
    Article,
    Defect,
    Entity,
    Event,
    Evidence,
    Finding,
    Happening,
    Link,
    Mention,
    Moment,
    Published,
    Report,
    TimeExpression,
    Words,
)  # fmt: skip
from musnad.web.site import render

SALMA = Entity("x-salma", "Person", "سلمى الحداد", "Salma al-Haddad", "JO")
OMAN = Entity("Q842", "Country", "عُمان", "Oman", "OM", "Q842")
MUSCAT = Entity("Q3826", "Place", "مسقط", "Muscat", "OM", "Q3826")
AGENCY = Entity("x-agency", "Organization", "وكالة الساحل", None)
DAY = Moment("2021-03-09", dt.date(2021, 3, 9), dt.date(2021, 3, 9))
MONTH = Moment("2021-04", dt.date(2021, 4, 1), dt.date(2021, 4, 30))


def article(
    name: str, text: str, outlet: str | None, spans: list[tuple[str, str, Moment | None, str]], **more: object
) -> Annotated:
    """``spans``: (words of the event, trigger, date, kind)."""
    events = []
    for i, (words, trigger, date, kind) in enumerate(spans, 1):
        start = text.index(words)
        at = text.index(trigger, start)
        events.append(
            Event(
                f"e{i}", kind, start, start + len(words), words, (at, at + len(trigger)), ("x-salma",), ("Q842",),
                "Q3826", date, "planned" if date is MONTH else "happened", (Link("x-agency", "وكالة الساحل"),), None,
            )
        )  # fmt: skip
    salma = text.find("سلمى الحداد")
    mentions = (Mention(salma, salma + 11, "سلمى الحداد", "x-salma"),) if salma >= 0 else ()
    times = (
        (TimeExpression(at, at + 3, "أمس", "DATE", "2021-03-09", DAY.earliest, DAY.latest),)
        if (at := text.find("أمس")) >= 0
        else ()
    )
    evidence = (Evidence(at, at + 3, "deictic", "the day after 9 March"),) if at >= 0 else ()
    return Annotated(
        Article(name, f"pile/{name}", text, text.split("\n")[0], outlet, **more),  # type: ignore[arg-type]
        "ar",
        Published("2021-03-10", dt.date(2021, 3, 10), dt.date(2021, 3, 10), "inferred", evidence),
        (Defect(0, 3, text[:3], "fused_words", "repair"),),
        times,
        (SALMA, OMAN, MUSCAT, AGENCY),
        mentions,
        (),
        tuple(events),
    )


FIRST = article(
    "a/١#1.txt",
    'الوزيرة في مسقط\nزارت الوزيرة سلمى الحداد مسقط أمس. وقالت إن "الحدود مفتوحة". وستعود إليها في أبريل.',
    "بريد الساحل",
    [
        ("زارت الوزيرة سلمى الحداد مسقط أمس", "زارت", DAY, "visit"),
        ('وقالت إن "الحدود مفتوحة"', "وقالت", None, "say"),
        ("وستعود إليها في أبريل", "وستعود", MONTH, "visit"),
    ],
    url="https://paper.example/1?a=1&b=2",
)
SECOND = article(
    "b.txt",
    "زيارة\nوصلت سلمى الحداد إلى مسقط أمس في زيارة قصيرة.",
    "صحيفة الميناء",
    [("وصلت سلمى الحداد إلى مسقط أمس", "وصلت", DAY, "visit")],
    url="javascript:alert(1)",
)
HOSTILE = article(
    "c.txt",
    "<script>alert('عنوان')</script>\n"
    '<b onclick="x()">كتبت</b> سلمى الحداد & </p><img src=http://evil.example/x.png> أمس.',
    '<i>منبر"</i>',
    [('<b onclick="x()">كتبت</b> سلمى الحداد', "كتبت", DAY, "message")],
)
ARTICLES = (FIRST, SECOND, HOSTILE)


def report(a: Annotated, event: int) -> Report:
    e = a.events[event]
    return Report(a.article.id, a.article.path, e.id, e.start, e.end, e.text, e.status, e.chain)


HAPPENINGS = (
    Happening(
        "h-1",
        "visit",
        DAY,
        (SALMA,),
        (OMAN,),
        MUSCAT,
        "happened",
        (report(FIRST, 0), report(SECOND, 0)),
        2,
        "same kind",
    ),
    Happening("h-2", "message", DAY, (SALMA,), (), None, "happened", (report(HOSTILE, 0),), 1),
    Happening("h-3", "visit", MONTH, (SALMA,), (OMAN,), MUSCAT, "planned", (report(FIRST, 2),), 1),
    Happening("h-4", "say", None, (SALMA,), (), None, "happened", (report(FIRST, 1),), 1),
)


def words(a: Annotated, text: str) -> Words:
    start = a.article.text.index(text)
    return Words(a.article.id, a.article.path, start, start + len(text), text)


FINDINGS = (
    Finding(
        "f-1",
        "name_variants",
        "info",
        "اسم واحد",
        "one name",
        (words(FIRST, "سلمى الحداد"), words(SECOND, "سلمى الحداد")),
    ),
    Finding("f-2", "weekday_mismatch", "error", "يوم <خطأ>", "a <wrong> day", (words(HOSTILE, "أمس"),)),
)


@pytest.fixture(scope="session")
def site() -> dict[str, str]:
    return render(ARTICLES, HAPPENINGS, FINDINGS, {"b.txt": "a/١#1.txt"})
