"""Names that no list holds and no title brings: the learned tagger, where it is sure."""

from __future__ import annotations

import pytest

from musnad.names.find import find_names
from musnad.text.prepared import prepare


def people(text: str) -> list[tuple[str, str]]:
    """Each mention of a person that the tagger brought, with the name of its bearer."""
    names = find_names(prepare(text))
    bearers = {e.id: e for e in names.entities}
    found = [(m.text, bearers[m.entity]) for m in names.mentions if m.rule == "tagger"]
    return [(surface, entity.name_ar or "") for surface, entity in found if entity.type == "Person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وسجل اللاعب فرانك سينودينو هدف المباراة الوحيد في الدقيقة الستين.", "فرانك سينودينو"),
        ("وقال كارلو بيرنديتي الذي شارك في المباراة إن الفوز كان صعبا.", "كارلو بيرنديتي"),
    ],
)
def test_a_name_that_nobody_knows(text: str, name: str) -> None:
    names = find_names(prepare(text))
    assert name in [m.text for m in names.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "انتهت المباراة بالتعادل بعد شوط ممل.",
        "ارتفعت الأسعار في الأسواق المحلية خلال الأسبوع.",
        "هطلت أمطار غزيرة على المدينة وضواحيها.",
    ],
)
def test_no_name_where_there_is_none(text: str) -> None:
    assert people(text) == []


def test_the_same_text_gives_the_same_names_again() -> None:
    text = prepare("وسجل اللاعب فرانك سينودينو هدف المباراة الوحيد في الدقيقة الستين.")
    assert find_names(text).mentions == find_names(text).mentions
