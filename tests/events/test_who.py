"""Who did what to whom: sentences and the parties that their events must be given."""

from __future__ import annotations

import pytest

from musnad.events.find import find_events
from musnad.events.scene import set_scene
from musnad.events.spot import spot
from musnad.model import Published
from musnad.names.find import find_names
from musnad.text.prepared import prepare

UNKNOWN = Published(None, None, None, "unknown")


def who(sentence: str, kind: str) -> tuple[set[str], set[str]]:
    """The English names of the agents and targets of the first event of the kind."""
    text = prepare(sentence)
    names = find_names(text)
    events, _ = find_events(set_scene(text, names, ()), UNKNOWN)
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
        # a party that begins the clause is the subject, one behind the verb the object
        ("أمريكا تتهم روسيا وإيران بخرق الهدنة.", "accuse", {"United States"}, {"Russia", "Iran"}),
        # the verb of a relative clause has its subject behind it, whatever pronoun it bears
        ("انتقد ترامب الاتفاق النووي مع إيران الذي وقعته واشنطن وموسكو.", "sign", {"Washington", "Moscow"}, set()),
        # a name behind a noun with a pronoun is in apposition to it
        ("زار روحاني بغداد. لكن وزير خارجيته جواد ظريف هدد إسرائيل.", "threaten", {"Mohammad Javad Zarif"}, {"Israel"}),
        # women's names are feminine: what agrees with them is theirs
        ("قال بوتين إن تيريزا ماي هددت روسيا.", "threaten", {"Theresa May"}, {"Russia"}),
        # whom an impersonal passive befalls does not do it
        ("زار ماكرون تونس. وقد أفرج عن بوتين أمس.", "retreat", set(), {"Vladimir Putin"}),
        # a harm behind a preposition of circumstance is not the doing of the sentence's subject
        ("رفض ماكرون إجراء تحقيق حول مقتل فلسطينيين.", "assault", set(), {"Palestine"}),
        # a preposition gives the party to the other noun
        # who has resolved on a thing does it
        ("نددت موسكو بقرار واشنطن فرض عقوبات على إيران.", "sanction", {"Washington"}, {"Iran"}),
    ],
)
def test_who(sentence: str, kind: str, agents: set[str], targets: set[str]) -> None:
    found = who(sentence, kind)
    assert found[0] >= agents
    assert found[1] >= targets
    if not agents:
        assert found[0] == set()


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # a participle in passing speaks for the main subject, not for who stands before it
        ("أدانت ماريا زاخاروفا قرار الاتحاد الأوروبي قائلة إن موسكو سترد.", "Maria Zakharova"),
        ("حذر ماكرون من نفوذ إيران، مضيفا أن باريس تريد الحوار.", "Emmanuel Macron"),
        # a verb in the singular goes on with one person, not with three states
        (
            "قالت تيريزا ماي إن لندن قلقة. وطلبت فرنسا وبريطانيا وألمانيا دعم الاتحاد الأوروبي. وقالت إن الوقت ضيق.",
            "Theresa May",
        ),
    ],
)
def test_who_speaks_on(sentence: str, speaker: str) -> None:
    text = prepare(sentence)
    names = find_names(text)
    events, _ = find_events(set_scene(text, names, ()), UNKNOWN)
    called = {entity.id: entity.name_en for entity in names.entities}
    last = [event for event in events if event.kind == "say"][-1]
    assert [called[i] for i in last.agents] == [speaker]


def test_a_preposition_gives_the_party_to_another_noun() -> None:
    sides, _ = who("التقى فلاديمير بوتين وإيمانويل ماكرون لإخراج إيران من سوريا.", "meet")
    assert sides == {"Vladimir Putin", "Emmanuel Macron"}


def test_a_noun_that_names_nobody_is_not_the_topic() -> None:
    agents, _ = who("زار لافروف برلين. وكشف الاجتماع ما وصفه خبراء بالأزمة.", "say")
    assert agents == set()


def test_a_person_is_no_place() -> None:
    text = prepare("أطلقت بيونغ يانغ صاروخا بعد ساعات من اختتام الرئيس الأمريكي جو بايدن جولة آسيوية.")
    events, _ = find_events(set_scene(text, find_names(text), ()), UNKNOWN)
    assert [event.place for event in events if event.kind == "test"] == [None]


def test_before_a_pronoun_the_word_as_written_is_read_first() -> None:
    """دعاه is دعا and only then دُعي: the order of the readings is no accident of the run."""
    text = prepare("اتصل ماكرون ببوتين كما دعاه إلى توضيح الأمر.")
    spotted, _ = spot(set_scene(text, find_names(text), ()))
    assert [t.form.voice for t in spotted if t.sense.kind == "request"] == ["active"]
