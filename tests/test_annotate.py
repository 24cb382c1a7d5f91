"""One article through all rooms: every record stands on the words that it claims, and nothing depends on the run."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest

from musnad.annotate import annotate
from musnad.export.records import annotated_from_json, annotated_json
from musnad.model import Annotated, Article

EXAMPLES = sorted((Path(__file__).parents[1] / "examples" / "articles").glob("*.txt"))


def read(path: Path) -> Annotated:
    return annotate(Article(path.name, str(path), path.read_text(encoding="utf-8"), published=None, plain=True))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_every_record_stands_on_its_words(path: Path) -> None:
    record = read(path)
    text = record.article.text
    for group in (record.defects, record.times, record.mentions, record.quotes, record.events, record.quantities):
        for item in group:
            assert text[item.start : item.end] == item.text  # type: ignore[attr-defined]
    for evidence in record.published.evidence:
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert evidence.says


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_every_entity_that_is_spoken_of_is_there(path: Path) -> None:
    record = read(path)
    known = {entity.id for entity in record.entities}
    assert {m.entity for m in record.mentions} <= known
    for event in record.events:
        assert {*event.agents, *event.targets, *filter(None, [event.place])} <= known
        assert event.start <= event.trigger[0] < event.trigger[1] <= event.end
        assert {link.entity for link in event.chain if link.entity} <= known
    assert {quote.speaker for quote in record.quotes if quote.speaker} <= known


def test_the_same_article_is_read_the_same_and_can_be_sent_to_another_process() -> None:
    record = read(EXAMPLES[0])
    assert record == read(EXAMPLES[0])
    assert pickle.loads(pickle.dumps(record)) == record


def test_json_gives_the_record_back() -> None:
    record = read(EXAMPLES[1])
    again = annotated_from_json(annotated_json(record), record.article.text)
    assert again.events == record.events
    assert again.times == record.times
    assert again.quotes == record.quotes
    assert again.published == record.published


def test_the_day_that_is_told_is_not_doubted() -> None:
    day = dt.date(2018, 7, 9)
    record = annotate(Article("a", "a", "لقاء في جنيف\nاجتمع الوزيران أمس في جنيف.", published=day))
    assert record.published.basis == "metadata"
    assert record.published.earliest == record.published.latest == day
    assert [t.value for t in record.times] == ["2018-07-08"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n", ".", "«", "x", "١٢٣", "\u200f", "ـ", "قال", "قال:", '"', "()" * 50, "و" * 500]
)
def test_odd_texts_are_read_without_a_word(text: str) -> None:
    assert annotate(Article("odd", "odd", text)).article.text == text
