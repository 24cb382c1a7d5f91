"""Spellings of one name are one name; names that must stay apart do. The list is quality/spellings.tsv."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest

from musnad.names.variants import distance, same_name

LIST = Path(__file__).parents[2] / "quality" / "spellings.tsv"
Pairs = list[tuple[str, str]]


def listed() -> tuple[Pairs, Pairs]:
    """(pairs of one name, pairs of two names)."""
    with LIST.open(encoding="utf-8") as file:
        rows = list(csv.DictReader((line for line in file if line[0] != "#"), delimiter="\t"))
    same = [row for row in rows if row["sort"] == "same"]
    together = [pair for row in same for pair in combinations(row["surfaces"].split("|"), 2)]
    apart = [pair for row in rows if row["sort"] == "apart" for pair in combinations(row["surfaces"].split("|"), 2)]
    strangers = [
        (one, other)
        for a, b in combinations(same, 2)
        if a["name"] not in b["name"] and b["name"] not in a["name"]
        for one in a["surfaces"].split("|")[:2]
        for other in b["surfaces"].split("|")[:2]
    ]
    return together, apart + strangers


def test_pairwise() -> None:
    together, apart = listed()
    right = sum(same_name(*pair) for pair in together)
    wrong = [pair for pair in apart if same_name(*pair)]
    assert right / len(together) >= 0.95
    assert right / (right + len(wrong)) >= 0.99, wrong


def test_the_list_is_long_enough() -> None:
    with LIST.open(encoding="utf-8") as file:
        sorts = [row["sort"] for row in csv.DictReader((line for line in file if line[0] != "#"), delimiter="\t")]
    assert sorts.count("same") >= 60
    assert len(listed()[1]) >= 40


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("هنري كيسنجر", "هنري كيسينغر"),
        ("جورجيا ميلوني", "جيورجيا ميلوني"),
        ("أوتاوا", "اوتاوا"),
        ("بورتوريكو", "بورتو ريكو"),
    ],
)
def test_names_that_are_not_on_the_list(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("حسن", "حسين"), ("محمد", "محمود"), ("أون", "إيل"), ("سالم", "سليم"), ("باريس", "بيروت")]
)
def test_names_that_are_two(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_the_way_there_and_back_costs_the_same() -> None:
    for one, other in listed()[0][:60]:
        assert distance(one, other) == pytest.approx(distance(other, one))
