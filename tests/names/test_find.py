"""Names: sentence → the surface and English name of each mention, in order; who is on stage without being named."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from musnad.names.find import find_names
from musnad.text.prepared import prepare

LISTED = [
    (
        "بحث وزير الخارجية الروسي سيرغي لافروف مع نظيره المصري سامح شكري الأوضاع في ليبيا",
        ["سيرغي لافروف = Sergey Lavrov", "سامح شكري = Sameh Shoukry", "ليبيا = Libya"],
    ),
    ("وصل وفد من الأمم المتحدة إلى صنعاء", ["الأمم المتحدة = United Nations", "صنعاء = Sanaa"]),
    ("أشاد الوفد بالأمم المتحدة", ["الأمم المتحدة = United Nations"]),
    ("وُجه الشكر للأمم المتحدة", ["للأمم المتحدة = United Nations"]),
    ("دعت واشنطن موسكو إلى ضبط النفس", ["واشنطن = Washington", "موسكو = Moscow"]),
    ("أعلن مجلس الأمن الدولي جلسة طارئة", ["مجلس الأمن الدولي = UN Security Council"]),
    ("دعا الاتحاد الأوروبي إلى الحوار", ["الاتحاد الأوروبي = European Union"]),
    ("أكد حلف شمال الأطلسي التزامه", ["حلف شمال الأطلسي = NATO"]),
    ("اتهم الكرملين جارته بالتصعيد", ["الكرملين = Kremlin"]),
    ("قال رئيس كوريا الجنوبية مون جاي إن إنه متفائل", ["كوريا الجنوبية = South Korea", "مون جاي إن = Moon Jae-in"]),
    ("قال وزير الدفاع الكوري الجنوبي، شين وون سيك، إن الجيش جاهز", ["شين وون سيك = Shin Won-sik"]),
    ("قال الشيخ تميم بن حمد آل ثاني إن بلاده ترحب", ["تميم بن حمد آل ثاني = Tamim bin Hamad Al Thani"]),
    ("قالت كيم يو جونغ إن شقيقها كيم جونج أون لن يحضر", ["كيم يو جونغ = Kim Yo Jong", "كيم جونج أون = Kim Jong Un"]),
    # a word of the language is a name only where another word says so
    ("نشرت صحيفة الأهرام المقال", ["الأهرام = Al-Ahram"]),
    ("كتبت قناة العربية أن المحادثات بدأت", ["العربية = Al Arabiya"]),
]

COMPOSED = [
    ("أكد الجيش السوري أنه استعاد البلدة", "الجيش السوري", "SY"),
    ("صوت برلمان كوسوفو على القانون", "برلمان كوسوفو", "XK"),
    ("أعلن البنك المركزي التركي رفع الفائدة", "البنك المركزي التركي", "TR"),
    ("وافق البرلمان المصري على الموازنة", "البرلمان المصري", "EG"),
    ("أعلنت الخارجية الروسية طرد دبلوماسيين", "الخارجية الروسية", "RU"),
]

SILENT = [
    ("قال مسؤول كوري جنوبي إن الصاروخ سقط في البحر", {"KR"}),
    ("اجتمعت الحكومة اليونانية لبحث الأزمة", {"GR"}),
    ("رفضت السلطات التركية الطلب", {"TR"}),
]

UNLISTED = [
    ("التقى السفير الياباني هيروشي تاناكا المحافظ", "هيروشي تاناكا", "JP"),
    ("صرح المحلل الاقتصادي راميش باتيل للصحافة", "راميش باتيل", None),
    ("قال الوزير الهندي راجيش باتيل إن بلاده مستعدة", "راجيش باتيل", "IN"),
    # a syllable that is a word of Arabic; the surname alone would be another man's
    ("قال المستشار تشانغ هو جين إن الرد قريب", "تشانغ هو جين", None),
]

LATER = [
    ("وصل الرئيس رجب طيب أردوغان إلى الدوحة، وقال أردوغان إن الزيارة ناجحة", "أردوغان"),
    ("زار رئيس الوزراء الإسرائيلي بنيامين نتنياهو برلين. وأكد نتانياهو موقفه", "نتانياهو"),
    ("قالت المستشارة أنغيلا ميركل إنها سعيدة. ووافقت ميركل على الخطة", "ميركل"),
    ("قال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن الوضع خطير. ودعا جوتيريش إلى الهدوء", "جوتيريش"),
    ("التقى كيم جونج أون الوفد. ثم غادر كيم القاعة", "كيم"),
    ("صرح المحلل الاقتصادي راميش باتيل للصحافة. وأضاف باتيل أن السوق تتعافى", "باتيل"),
]

NAMELESS = [
    "كان الجو حسنا في القرية أمس",
    "وعلى الرغم من ذلك استمر العمل",
    "شكر المدير العام للشركة الموظفين",
    "فاز المنتخب بالمباراة النهائية",
    "قال الوزير إن الأمل كبير والنصر قريب",
    "عاد الأسد إلى عرينه في حديقة الحيوان",
    "قرأ الطالب كتابا عن سلام الشعوب وكرامة الإنسان",
]


def mentions(sentence: str) -> list[str]:
    names = find_names(prepare(sentence))
    entities = {entity.id: entity for entity in names.entities}
    return [f"{m.text} = {entities[m.entity].name_en}" for m in names.mentions]


@pytest.mark.parametrize(("sentence", "expected"), LISTED)
def test_listed(sentence: str, expected: list[str]) -> None:
    assert mentions(sentence) == expected


@pytest.mark.parametrize(("sentence", "surface", "country"), COMPOSED)
def test_composed_bodies(sentence: str, surface: str, country: str) -> None:
    names = find_names(prepare(sentence))
    entities = {entity.id: entity for entity in names.entities}
    found = [(m.text, entities[m.entity].type, entities[m.entity].country) for m in names.mentions]
    assert found == [(surface, "PublicBody", country)]


@pytest.mark.parametrize(("sentence", "countries"), SILENT)
def test_states_that_act_without_being_named(sentence: str, countries: set[str]) -> None:
    names = find_names(prepare(sentence))
    assert not names.mentions
    assert {entity.country for entity in names.entities} == countries
    assert {actor.entity for actor in names.actors} == {entity.id for entity in names.entities}


@pytest.mark.parametrize(("sentence", "surface", "country"), UNLISTED)
def test_names_behind_a_title_that_no_list_holds(sentence: str, surface: str, country: str | None) -> None:
    names = find_names(prepare(sentence))
    (entity,) = [e for e in names.entities if e.type == "Person"]
    assert (entity.name_ar, entity.country) == (surface, country)
    assert [m.text for m in names.mentions if m.entity == entity.id] == [surface]


@pytest.mark.parametrize(("text", "short"), LATER)
def test_later_mentions(text: str, short: str) -> None:
    names = find_names(prepare(text))
    people = {e.id for e in names.entities if e.type == "Person"}
    assert len(people) == 1
    assert [m.text for m in names.mentions if m.entity in people][-1] == short


@pytest.mark.parametrize("sentence", NAMELESS)
def test_no_name(sentence: str) -> None:
    assert mentions(sentence) == []


def test_he_behind_a_family_name_is_no_syllable() -> None:
    named = find_names(prepare("قال الرئيس كيم إن الأمر واضح. والزعيم كيم هو صاحب القرار، وكيم هو أول من وصل")).mentions
    assert [m.text for m in named] == ["كيم", "كيم", "كيم"]


def test_spans_are_the_text_and_never_overlap() -> None:
    text = "\n".join(sentence for sentence, *_ in (*LISTED, *COMPOSED, *UNLISTED, *LATER))
    found = find_names(prepare(text)).mentions
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_the_day_tells_who_held_the_office() -> None:
    """A bare family name behind a title is the one who was in office then."""
    sentence = "أكد الرئيس الأمريكي بوش أن القوات ستبقى"
    told = {}
    for day in (dt.date(1990, 8, 10), dt.date(2004, 8, 10)):
        names = find_names(prepare(sentence), day)
        told[day.year] = {e.name_en for e in names.entities if e.type == "Person"}
    assert told == {1990: {"George H. W. Bush"}, 2004: {"George W. Bush"}}
