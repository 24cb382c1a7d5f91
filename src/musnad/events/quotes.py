"""What was said verbatim, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.events.clauses import is_relative
from musnad.events.scene import Scene
from musnad.lexicon.words import outlet_cues
from musnad.model import Link, Quote

_BESIDE = 6
"""How many words may stand between a verb like ندد and the quotation that it brings."""


@dataclass(frozen=True, slots=True)
class Speech:
    """An act of speech: its verb at ``at``, its content from ``content`` on, who speaks, through which media."""

    at: int
    content: int
    speakers: tuple[str, ...]
    described: str
    media: tuple[Link, ...]
    reports: bool


def find_quotes(scene: Scene, speeches: Sequence[Speech]) -> tuple[Quote, ...]:
    """Every quotation that somebody uttered; each text only once."""
    found: list[Quote] = []
    seen: set[str] = set()
    text = scene.text
    for quotation in scene.quotations:
        start, end, words = text.slice(quotation)
        if words in seen or _is_name(scene, quotation):
            continue
        speech = _speech_for(scene, quotation, speeches)
        if speech is None and len(quotation) < 2:
            continue
        seen.add(words)
        if quotation.start in scene.text.paragraphs[0] and (again := _told_again(scene, quotation, speeches)):
            speech = again
        speaker = speech.speakers[0] if speech and speech.speakers else None
        described = None
        if speaker is not None:
            described = scene.entities[speaker].name_ar
        elif speech and speech.described:
            described = speech.described
        chain = speech.media if speech else ()
        found.append(Quote(start, end, words, True, speaker, described, chain))
    return tuple(found)


def _told_again(scene: Scene, quotation: range, speeches: Sequence[Speech]) -> Speech | None:
    """The act of speech that utters a headline's quotation in the body, in marks or not."""
    tokens = scene.text.tokens
    words = [tokens[i].norm for i in quotation if tokens[i].is_word]
    for i in range(scene.text.paragraphs[0].stop, len(tokens) - len(words) + 1) if len(words) > 1 else ():
        if tokens[i].norm.endswith(words[0]) and [t.norm for t in tokens[i + 1 : i + len(words)]] == words[1:]:
            return _speech_for(scene, range(i, i + len(words)), speeches)
    return None


def _is_name(scene: Scene, quotation: range) -> bool:
    """Whether the marks hold a name rather than words that were said."""
    before = quotation.start - 2
    if before >= 0 and len(quotation) <= 4:
        token = scene.text.tokens[before]
        if any(rest in outlet_cues() for _, rest in token.readings):
            return True
    numbers = {scene.party_at[i] for i in quotation}
    return len(numbers) == 1 and -1 not in numbers


def _nearest(scene: Scene, quotation: range, inside: Sequence[Speech]) -> Speech:
    """The last act of speech before a quotation; one that tells no content only if the quotation stands right behind it.

    What a relative clause tells of another speaker ends at its comma (الذي قالت لندن إنه استخدم، "ليس روسيا").
    """
    for speech in reversed(inside):
        if not speech.reports and quotation.start - speech.at > _BESIDE:
            continue
        if (
            speech.at
            and is_relative(scene.text.tokens[speech.at - 1])
            and _comma_between(scene, speech.content, quotation.start)
        ):
            continue
        return speech
    return inside[-1]


def _comma_between(scene: Scene, first: int, stop: int) -> bool:
    return any(token.norm in {"،", ","} for token in scene.text.tokens[first:stop])


def _speech_for(scene: Scene, quotation: range, speeches: Sequence[Speech]) -> Speech | None:
    """The act of speech that utters a quotation: before it in its sentence, right behind it, or in the sentence before."""
    text = scene.text
    speeches = [s for s in speeches if scene.quote_at[s.at] < 0 and (s.speakers or s.described)]
    sentence = text.sentence_of(quotation.start)
    bounds = text.sentences[sentence]
    inside = [s for s in speeches if bounds.start <= s.at < quotation.start]
    if inside:
        return _nearest(scene, quotation, inside)
    after = [s for s in speeches if quotation.stop <= s.at < quotation.stop + 4]
    if after:
        return after[0]
    before = [s for s in speeches if s.at < quotation.start and s.speakers]
    if before and text.sentence_of(before[-1].at) >= sentence - 2:
        return before[-1]
    later = [s for s in speeches if quotation.stop <= s.at < bounds.stop]
    return later[0] if later else None
