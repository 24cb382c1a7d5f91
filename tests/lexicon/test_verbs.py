"""The generated verb forms and the tables that they come from."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from musnad.lexicon.table import rows, split
from musnad.model import KINDS, Status
from musnad.text.fold import fold

ROOT = Path(__file__).parents[2]
ROLES = {"agent", "target", "both", "place", "source", "-"}
STATUSES = set(Status.__args__)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def forms() -> dict[str, set[tuple[str, str, str, str]]]:
    """Form → {(folded lemma, tense, voice, part)}."""
    found: dict[str, set[tuple[str, str, str, str]]] = defaultdict(set)
    for row in rows("events/verb_forms", "form", "lemma", "tense", "voice", "person", "part", "bound"):
        found[row["form"]].add((fold(row["lemma"]), row["tense"], row["voice"], row["part"]))
    return found


@pytest.mark.parametrize(
    ("written", "lemma", "tense"),
    [
        ("التقى", "التقى", "past"),
        ("يلتقي", "التقى", "present"),
        ("التقيا", "التقى", "past"),
        ("يلتقيان", "التقى", "present"),
        ("التقوا", "التقى", "past"),
        ("قالت", "قال", "past"),
        ("قالوا", "قال", "past"),
        ("تقول", "قال", "present"),
        ("قلنا", "قال", "past"),
        ("يقل", "قال", "present"),  # لم يقل
        ("أعلنت", "أعلن", "past"),
        ("تعلن", "أعلن", "present"),
        ("أعتقد", "اعتقد", "present"),
        ("نرفض", "رفض", "present"),
        ("دعا", "دعا", "past"),
        ("دعت", "دعا", "past"),
        ("دعوا", "دعا", "past"),
        ("تدعو", "دعا", "present"),
        ("يدعون", "دعا", "present"),
        ("أدانت", "أدان", "past"),
        ("تدين", "أدان", "present"),
        ("ندين", "أدان", "present"),
        ("اتهمت", "اتّهم", "past"),
        ("يتهم", "اتّهم", "present"),
        ("اتخذ", "اتّخذ", "past"),
        ("هنأت", "هنّأ", "past"),
        ("استجوبوا", "استجوب", "past"),
        ("استحوذت", "استحوذ", "past"),
        ("استجابت", "استجاب", "past"),
        ("توفي", "توفّى", "past"),
        ("يجري", "أجرى", "present"),
        ("أجريا", "أجرى", "past"),
        ("ألغت", "ألغى", "past"),
        ("تلغي", "ألغى", "present"),
        ("يلغ", "ألغى", "present"),  # لم يلغ
        ("وقعت", "وقّع", "past"),
        ("توقع", "وقّع", "present"),
        ("اغتالوا", "اغتال", "past"),
        ("غزت", "غزا", "past"),
        ("شنوا", "شنّ", "past"),
        ("تشن", "شنّ", "present"),
        ("يتعهدان", "تعهّد", "present"),
        ("تعهدتا", "تعهّد", "past"),
        ("زودت", "زوّد", "past"),
        ("ينسحبوا", "انسحب", "present"),
    ],
)
def test_a_form_has_its_lemma_and_tense(forms, written: str, lemma: str, tense: str) -> None:
    assert (fold(lemma), tense) in {(found, when) for found, when, _, _ in forms[fold(written)]}


@pytest.mark.parametrize(
    ("written", "lemma"),
    [("قتل", "قتل"), ("اعتقلوا", "اعتقل"), ("أفرج", "أفرج"), ("حوصرت", "حاصر"), ("يحتجز", "احتجز"), ("عينت", "عيّن")],
)
def test_active_and_passive_look_alike_and_both_stand(forms, written: str, lemma: str) -> None:
    voices = {voice for found, _, voice, part in forms[fold(written)] if part == "verb" and found == fold(lemma)}
    assert "passive" in voices


@pytest.mark.parametrize(
    ("written", "lemma", "part"),
    [
        ("مؤكدا", "أكّد", "active_participle"),
        ("مشيرة", "أشار", "active_participle"),
        ("قائلين", "قال", "active_participle"),
        ("متوعدا", "توعّد", "active_participle"),
        ("داعيا", "دعا", "active_participle"),
        ("مغادرا", "غادر", "active_participle"),
        ("محتجزين", "احتجز", "passive_participle"),
        ("محاصرون", "حاصر", "passive_participle"),
        ("مفروضة", "فرض", "passive_participle"),
        ("مبرم", "أبرم", "passive_participle"),
        ("توقيع", "وقّع", "masdar"),
        ("زيارة", "زار", "masdar"),
        ("هجوما", "هجم", "masdar"),
        ("تهديدات", "هدّد", "masdar"),
        ("تخلي", "تخلّى", "masdar"),
        ("حصار", "حاصر", "masdar"),
        ("اعتداءات", "اعتدى", "masdar"),
    ],
)
def test_participles_and_masdars(forms, written: str, lemma: str, part: str) -> None:
    assert (fold(lemma), part) in {(found, which) for found, _, _, which in forms[fold(written)]}


@pytest.mark.parametrize(("stem", "lemma"), [("دعا", "دعا"), ("قتلو", "قتل"), ("يلقا", "لقي"), ("ادعا", "ادّعى")])
def test_stems_before_an_attached_pronoun(forms, stem: str, lemma: str) -> None:
    """دعاه, قتلوه, يلقاه: the stem is spelled otherwise than the free form."""
    assert fold(lemma) in {found for found, *_ in forms[fold(stem)]}


@pytest.mark.parametrize(
    ("written", "reading"),
    [
        ("بين", "preposition, no بيّن"),
        ("لن", "particle, no لان"),
        ("متحدة", "adjective, no تحدّى"),
        ("مدينة", "noun, no أدان"),
        ("مصر", "Egypt, no أصرّ"),
        ("مسؤول", "noun, no سأل"),
        ("موقع", "noun, no وقّع"),
        ("دون", "preposition, no دوّن"),
        ("قبل", "preposition, no قبِل"),
        ("أجل", "noun, no أجّل"),
        ("عام", "noun, no عمّ"),
        ("المتحدث", "forms carry no article"),
        ("سيزور", "future forms are not listed"),
        ("وقال", "forms carry no و"),
        ("قلتم", "no second person"),
    ],
)
def test_what_is_no_form_of_an_event_verb(forms, written: str, reading: str) -> None:
    assert not forms.get(fold(written)), reading


def test_the_file_is_what_the_generator_writes() -> None:
    done = subprocess.run(
        [sys.executable, "lexicon_src/verb_forms.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("table", ["verbs", "nouns", "light"])
def test_kinds_frames_and_conditions_are_lawful(table: str) -> None:
    for row in rows(f"events/{table}", "kind", "frame"):
        assert row["kind"] in KINDS, row
        for part in row["frame"].split():
            how, _, role = part.partition("=")
            assert how, row
            assert role in ROLES, row
        for condition in row.get("senses", "").split(";"):
            sort, _, words = condition.partition(":")
            assert not condition or sort in {"obj", "subj", "prep", "next", "not"}, row
            assert not condition or split(words), row


def test_the_plain_sense_of_a_word_stands_last() -> None:
    for table, column in (("verbs", "lemma"), ("nouns", "noun")):
        seen: dict[str, bool] = {}
        for row in rows(f"events/{table}", column, "senses"):
            assert not (seen.get(row[column]) and row["senses"]), row
            seen[row[column]] = seen.get(row[column], False) or not row["senses"]


def test_every_kind_is_told_by_verbs_and_has_its_plover_row() -> None:
    assert {row["kind"] for row in rows("events/verbs", "kind")} == set(KINDS)
    assert [row["kind"] for row in rows("events/plover", "kind", "type", "mode", "context")] == list(KINDS)
    assert {row["kind"] for row in rows("events/plover_lemmas", "kind", "lemmas")} <= set(KINDS)


def test_cues_and_transparent_verbs() -> None:
    for table in ("status_cues", "status_cues_present"):
        for row in rows(f"events/{table}", "cue", "position", "status", "lemma", "note"):
            assert row["status"] in STATUSES, row
            assert row["position"] in {"before", "after", "near"}, row
            assert row["cue"].startswith("verb:") == bool(row["lemma"]), row
    for row in rows("events/transparent", "verb_lemma", "root", "form", "prep", "status"):
        assert row["status"] in STATUSES, row
