"""The dossier as a static site: right-to-left pages that need no server, no script and nothing from elsewhere.

``render`` is a pure function from records to pages, ``write_site`` asks a dossier for the records and writes the files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from musnad.dossier import Dossier
from musnad.lexicon.labels import label
from musnad.model import KINDS, Annotated, Entity, Finding, Happening
from musnad.web.addresses import ARTICLES, FINDINGS, INDEX, address_all
from musnad.web.articles import Surroundings, article_page
from musnad.web.bilingual import both, carried, two
from musnad.web.entries import Pile, entry
from musnad.web.findings import finding_groups
from musnad.web.overview import overview
from musnad.web.shelves import LARGEST_PAGE, actors, pages, years

STATUSES = ("happened", "ongoing", "planned", "possible", "denied")
_STATIC = ("site.css", "site.js")
_MOST_TOLD = 40
_NUMBERED = re.compile(r"timeline-[\w-]+\.html|articles/\d+\.html")
_GENERATOR = '<meta name="generator" content="musnad">'


def render(
    articles: Sequence[Annotated],
    happenings: Sequence[Happening],
    findings: Sequence[Finding],
    copies: Mapping[str, str] | None = None,
    people: Mapping[tuple[str, str], Entity] | None = None,
    largest: int = LARGEST_PAGE,
) -> dict[str, str]:
    """Path from the site's root → text of every file.

    ``copies``: article id → the one it is a copy of; ``people``: (article id, its entity id) → the dossier's entity.
    """
    copies = copies or {}
    addresses = address_all(articles, happenings, findings)
    laid = pages(happenings, largest)
    for page in laid:
        addresses.pages.update({h.id: page.path for h in page.happenings})
    pile = Pile(articles, happenings, addresses, people or {})
    around = Surroundings(happenings, findings, copies)
    common: dict[str, Any] = {
        "overview": overview(articles, happenings, findings, copies),
        "kinds": KINDS,
        "statuses": STATUSES,
        "split": len(laid) > 1,
    }
    site: dict[str, str] = {name: _static(name) for name in _STATIC}
    for page in laid:
        keys, listed = actors(page.happenings)
        entries = [entry(h, pile) for h in page.happenings]
        site[page.path] = _page(
            "timeline.html", common, page=page, pages=laid, years=years(entries), keys=keys, actors=listed
        )
    if len(laid) > 1:
        most = sorted(happenings, key=lambda h: -h.outlets)[:_MOST_TOLD]
        chosen = {h.id for h in most if h.outlets > 1}
        told = [entry(h, pile) for page in laid for h in page.happenings if h.id in chosen]
        site[INDEX] = _page("index.html", common, pages=laid, years=years(told), keys={})
    own = [article_page(a, pile, around) for a in articles]
    site[ARTICLES] = _page("articles.html", common, articles=own)
    site[FINDINGS] = _page("findings.html", common, groups=finding_groups(findings, pile, around))
    for i, article in enumerate(own):
        before, after = (own[i - 1] if i else None), (own[i + 1] if i + 1 < len(own) else None)
        site[article.path] = _page("article.html", common, root="../", a=article, before=before, after=after)
    return site


def write_site(dossier: Dossier, out: Path) -> int:
    """Write the dossier's pages under ``out`` and return the number of files.

    Numbered pages of an older site that are no more are removed, so that no reader lands on them; nothing else in the
    folder is touched.
    """
    cards = dossier.articles()
    articles = [article for card in cards if (article := dossier.article(card.id))]
    copies = {card.id: card.copy_of for card in cards if card.copy_of}
    people = {(card.id, local): entity for card in cards for local, entity in dossier.people_of(card.id).items()}
    site = render(articles, tuple(dossier.timeline()), dossier.findings(), copies, people)
    _sweep(out, site)
    for path, text in site.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", errors="replace"))
    return len(site)


def _sweep(out: Path, site: Mapping[str, str]) -> None:
    index = out / INDEX
    if not index.is_file() or _GENERATOR not in index.read_text(encoding="utf-8", errors="replace"):
        return
    for old in [*out.glob("timeline-*.html"), *out.glob("articles/*.html")]:
        path = old.relative_to(out).as_posix()
        if _NUMBERED.fullmatch(path) and path not in site:
            old.unlink()


def _static(name: str) -> str:
    return files("musnad.web").joinpath("static", name).read_text(encoding="utf-8")


def _page(template: str, common: Mapping[str, Any], **own: Any) -> str:
    return _environment().get_template(template).render({"root": "", "here": template, **common, **own})


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("musnad.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        both=both, carried=carried, two=two, plain=_plain, ui=lambda key: both("ui", key), generator=_GENERATOR
    )
    return environment


def _plain(sort: str, key: str) -> str:
    """A label where no markup may stand (an option, a title): Arabic, then English."""
    ar, en = label(sort, key, "ar"), label(sort, key, "en")
    return ar if ar == en else f"{ar} · {en}"
