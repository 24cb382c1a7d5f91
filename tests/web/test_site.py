"""The pages as a reader, a browser without scripts and an attacker meet them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import ARTICLES, FINDINGS, HAPPENINGS

from musnad.lexicon.labels import label
from musnad.web.site import render, write_site

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Page(HTMLParser):
    """Elements with their attributes; fails on a tag that is closed out of turn."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.marks: list[str] = []
        self.shown = ""
        self.feed(text)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "mark":
            self.marks.append("")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1] not in ("style", "script"):
            self.shown += data
            if "mark" in self.stack:
                self.marks[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def ids(self) -> list[str]:
        return [i for _, attributes in self.elements if (i := attributes.get("id"))]


@pytest.fixture(scope="session")
def parsed(site: dict[str, str]) -> dict[str, Page]:
    return {path: Page(text) for path, text in site.items() if path.endswith(".html")}


def test_files_have_plain_numbered_names(site: dict[str, str]) -> None:
    assert sorted(site) == [
        "articles.html", "articles/001.html", "articles/002.html", "articles/003.html", "findings.html", "index.html",
        "site.css", "site.js",
    ]  # fmt: skip


def test_every_page_is_arabic_and_right_to_left(site: dict[str, str]) -> None:
    for path, text in site.items():
        if path.endswith(".html"):
            assert '<html lang="ar" dir="rtl">' in text, path


def test_the_style_sheet_knows_no_left_and_right(site: dict[str, str]) -> None:
    assert not re.search(
        r"(margin|padding|border)-(left|right)|text-align: (left|right)|[{;]\s*(left|right):", site["site.css"]
    )


def test_nothing_is_asked_of_elsewhere_but_the_article_s_own_address(
    parsed: dict[str, Page], site: dict[str, str]
) -> None:
    for path, page in parsed.items():
        for tag, attributes in page.elements:
            for name in ("src", "href", "action", "data", "srcset"):
                value = attributes.get(name) or ""
                assert "://" not in value or (tag, value) == ("a", "https://paper.example/1?a=1&b=2"), (path, value)
    assert "://" not in site["site.css"] + site["site.js"]
    assert "url(" not in site["site.css"]
    assert "@import" not in site["site.css"]


def test_an_address_that_is_none_of_the_web_is_not_linked(site: dict[str, str]) -> None:
    assert "javascript:" not in site["articles/002.html"]


def test_every_link_within_the_site_leads_somewhere(parsed: dict[str, Page], site: dict[str, str]) -> None:
    for path, page in parsed.items():
        assert len(page.ids) == len(set(page.ids)), path
        for attributes in page.all("a") + page.all("link") + page.all("script"):
            target = attributes.get("href") or attributes.get("src") or ""
            if "://" in target or target.startswith("data:"):
                continue
            file, _, fragment = target.partition("#")
            to = path if not file else file.removeprefix("../") if path.startswith("articles/") else file
            assert to in site, (path, target)
            if fragment:
                assert fragment in parsed[to].ids, (path, target)


def test_text_that_looks_like_markup_stays_text(parsed: dict[str, Page], site: dict[str, str]) -> None:
    page = parsed["articles/003.html"]
    assert "<script>alert('عنوان')</script>" in page.shown
    assert "</p><img src=http://evil.example/x.png>" in page.shown
    for path, other in parsed.items():
        assert not other.all("img"), path
        assert not other.all("b") or not any("onclick" in a for a in other.all("b")), path
        assert len(other.all("script")) == 1, path
    assert "يوم <خطأ>" in parsed["findings.html"].shown
    assert '<i>منبر"</i>' in parsed["articles.html"].shown


def test_an_article_s_page_holds_its_whole_text(parsed: dict[str, Page]) -> None:
    for number, a in enumerate(ARTICLES, 1):
        shown = parsed[f"articles/{number:03}.html"].shown
        for line in a.article.text.split("\n"):
            assert line in shown


def test_the_timeline_marks_exactly_the_event_s_words(parsed: dict[str, Page]) -> None:
    told = [r.text for h in HAPPENINGS for r in h.reports]
    marked = "".join(parsed["index.html"].marks)
    assert sorted(marked) == sorted("".join(told))
    assert "زارت الوزيرة سلمى الحداد مسقط أمس" in marked


def test_findings_stand_by_severity_with_their_words_marked(parsed: dict[str, Page]) -> None:
    page = parsed["findings.html"]
    assert [i for i in page.ids if i.startswith("f-")] == ["f-2", "f-1"]
    assert page.marks == ["أمس", "سلمى الحداد", "سلمى الحداد"]


@pytest.mark.parametrize("anchor", ["e1", "e2", "e3"])
def test_a_report_links_to_its_words_on_the_article_s_page(
    parsed: dict[str, Page], site: dict[str, str], anchor: str
) -> None:
    assert f'href="articles/001.html#{anchor}"' in site["index.html"]
    assert anchor in parsed["articles/001.html"].ids
    assert f"in-{anchor}" in site["articles/001.html"]


def test_statements_are_hidden_and_shown_without_a_script(site: dict[str, str]) -> None:
    assert '<input type="checkbox" id="says">' in site["index.html"]
    assert "body:not(:has(#says:checked))" in site["site.css"]
    assert "k-say" in site["index.html"]
    assert 'body:has(#kind option[value="visit"]:checked)' in site["index.html"]


def test_what_needs_a_script_is_hidden_without_one(parsed: dict[str, Page]) -> None:
    scripted = [a for _, a in parsed["index.html"].elements if "data-script" in a]
    assert scripted
    assert all("hidden" in a for a in scripted)
    assert not [a for _, a in parsed["index.html"].elements if any(name.startswith("on") for name in a)]


def test_dates_are_said_as_precisely_as_they_are_known(parsed: dict[str, Page]) -> None:
    shown = parsed["index.html"].shown
    assert "الثلاثاء 9 مارس/آذار 2021" in shown
    assert "أبريل/نيسان 2021" in shown
    assert shown.count(label("ui", "no_more_precise", "ar")) == 1
    assert label("ui", "no_date", "ar") in shown


def test_on_whose_word_is_said(parsed: dict[str, Page]) -> None:
    assert "وكالة الساحل" in parsed["index.html"].shown


def test_copies_are_named(parsed: dict[str, Page]) -> None:
    assert label("ui", "copy_of", "ar") in parsed["articles/002.html"].shown
    assert label("ui", "copied_by", "ar") in parsed["articles/001.html"].shown


def test_an_empty_dossier_is_a_site_too() -> None:
    empty = render((), (), ())
    assert sorted(empty) == ["articles.html", "findings.html", "index.html", "site.css", "site.js"]
    for path in ("index.html", "articles.html", "findings.html"):
        assert 'class="nothing"' in empty[path]
        Page(empty[path])


def test_a_long_timeline_is_split_by_year_and_month() -> None:
    split = render(ARTICLES, HAPPENINGS, FINDINGS, largest=2)
    assert {p for p in split if p.startswith("timeline")} == {
        "timeline-2021-03.html",
        "timeline-2021-04.html",
        "timeline-undated.html",
    }
    assert 'href="../timeline-2021-04.html#h-3"' in split["articles/001.html"]
    assert "h-1" in Page(split["index.html"]).ids
    tiny = render(ARTICLES, HAPPENINGS, FINDINGS, largest=1)
    assert {"timeline-2021-03.html", "timeline-2021-03-part2.html"} <= tiny.keys()


def test_every_label_that_the_pages_use_is_known(site: dict[str, str]) -> None:
    folder = Path(__file__).parents[2] / "src" / "musnad" / "web"
    code = "".join(p.read_text(encoding="utf-8") for p in [*folder.glob("*.py"), *folder.glob("templates/*.html")])
    keys = set(re.findall(r'\bui\("(\w+)"\)|"ui", "(\w+)"|phrase\("(\w+)"', code))
    for key in {k for found in keys for k in found if k}:
        assert key in ("musnad",) or label("ui", key, "ar") != key, key


class Kept:
    """A dossier as the site asks it."""

    def articles(self) -> list[Any]:
        from types import SimpleNamespace

        return [SimpleNamespace(id=a.article.id, copy_of=None) for a in ARTICLES]

    def article(self, name: str) -> Any:
        return next(a for a in ARTICLES if a.article.id == name)

    def people_of(self, name: str) -> dict[str, Any]:
        return {e.id: e for e in self.article(name).entities}

    def timeline(self) -> Any:
        return iter(HAPPENINGS)

    def findings(self) -> Any:
        return FINDINGS


def test_writing_counts_the_files_and_leaves_no_stale_page(tmp_path: Path) -> None:
    dossier: Any = Kept()
    assert write_site(dossier, tmp_path) == 8
    stale, own = tmp_path / "articles" / "009.html", tmp_path / "articles" / "notes.html"
    stale.write_text("old", encoding="utf-8")
    own.write_text("mine", encoding="utf-8")
    assert write_site(dossier, tmp_path) == 8
    assert not stale.exists()
    assert own.exists()
    assert (tmp_path / "index.html").read_text(encoding="utf-8").startswith("<!doctype html>")
