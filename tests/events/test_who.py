"""Who did what to whom: sentences and the parties that their events must be given."""

from __future__ import annotations

import pytest

from musnad.events.find import find_events
from musnad.model import Published
from musnad.names.find import find_names
from musnad.text.prepared import prepare

UNKNOWN = Published(None, None, None, "unknown")


def who(sentence: str, kind: str) -> tuple[set[str], set[str]]:
    """The English names of the agents and targets of the first event of the kind."""
    text = prepare(sentence)
    names = find_names(text)
    events, _ = find_events(text, names, (), UNKNOWN)
    called = {entity.id: entity.name_en or "" for entity in names.entities}
    event = next(event for event in events if event.kind == kind)
    return {called[i] for i in event.agents}, {called[i] for i in event.targets}


@pytest.mark.parametrize(
    ("sentence", "kind", "agents", "targets"),
    [
        # a number or a counting word belongs to the people it counts
        ("غادر 60 دبلوماسيا أمريكيا روسيا.", "retreat", {"United States"}, {"Russia"}),
        ("أفرجت كوريا الشمالية عن ثلاثة مواطنين أمريكيين.", "retreat", {"North Korea"}, {"United States"}),
        ("قتل 60 فلسطينيا في غزة.", "assault", set(), {"Palestine"}),
        # what befalls somebody in a state's custody that state does
        ("سجن أحد الأميركيين في كوريا الشمالية.", "coerce", {"North Korea"}, {"United States"}),
        # gender tells the subject from the object
        ("أعلنت لندن أن موسكو سممت العميل الأوكراني.", "assault", {"Moscow"}, {"Ukraine"}),
        # a pair is named in one word, and headed by two leaders
        ("تعهد زعيما شطري كوريا بنزع السلاح.", "agree", {"North Korea", "South Korea"}, {"North Korea", "South Korea"}),
        ("عقدت قمة الكوريتين في أبريل.", "meet", {"North Korea", "South Korea"}, {"North Korea", "South Korea"}),
        # behind the genitive of a masdar the object stands with ل
        ("رحبت الصين بتفكيك كوريا الشمالية لموقع نووي.", "retreat", {"North Korea"}, set()),
        # of a text the body has, the state is what it is refused to
        ("مجلس الأمن يرفض مشروع قرار روسي.", "reject", {"UN Security Council"}, {"Russia"}),
    ],
)
def test_who(sentence: str, kind: str, agents: set[str], targets: set[str]) -> None:
    found = who(sentence, kind)
    assert found[0] >= agents
    assert found[1] >= targets
    if not agents:
        assert found[0] == set()
