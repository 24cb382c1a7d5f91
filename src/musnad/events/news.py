"""The day of an act of speech that tells none: its speaker's last, that of the speech it stands in, or that of the news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from musnad.events.clauses import Clause
from musnad.events.moments import as_moment
from musnad.events.quotes import Speech
from musnad.events.scene import Scene
from musnad.events.spot import Trigger
from musnad.events.status import VERBAL, is_headline
from musnad.lexicon.table import rows, split
from musnad.model import Moment, Published
from musnad.text.fold import fold

_LEAD = 3
"""How many paragraphs hold the headline, a byline and the lead."""
_FRESH = dt.timedelta(days=6)
"""How far back the day lies, at most, that the lead reports."""


@dataclass(slots=True)
class News:
    """The day of the news, and when each speaker and each speech was last dated."""

    day: Moment | None
    spoken: dict[tuple[str, ...], Moment] = field(default_factory=dict)
    speeches: dict[int, Moment | None] = field(default_factory=dict)
    """Token of an act of speech → its date."""
    background: int = -1
    """The sentence that tells what had been before the news."""

    def note(self, trigger: Trigger, agents: tuple[str, ...], date: Moment | None) -> None:
        """Remember when somebody spoke."""
        self.speeches[trigger.at] = date
        if date is not None and trigger.sense.kind in VERBAL:
            self.spoken[agents] = date


@cache
def _pluperfect() -> frozenset[str]:
    found: set[str] = set()
    for row in rows("events/background", "word", "sort"):
        if row["sort"] == "pluperfect":
            found |= {fold(word) for word in split(row["word"])}
    return frozenset(found)


def news_of(scene: Scene, published: Published) -> News:
    """The day that the lead names, if it is fresh, else the day of publication."""
    if not (published.value and published.earliest and published.earliest == published.latest):
        return News(None)
    today = Moment(published.value, published.earliest, published.latest)
    for paragraph in scene.text.paragraphs[:_LEAD]:
        for i in paragraph:
            number = scene.time_at[i]
            moment = as_moment(scene.times[number]) if number >= 0 else None
            if moment and moment.earliest and moment.earliest == moment.latest:
                if published.earliest - _FRESH <= moment.earliest <= published.earliest:
                    return News(moment)
    return News(today)


def day_of_speech(
    scene: Scene,
    trigger: Trigger,
    clause: Clause,
    agents: tuple[str, ...],
    date: Moment | None,
    status: str,
    open_speech: Sequence[tuple[int, Speech]],
    news: News,
) -> Moment | None:
    """The date, or for an act of speech without one that of the speech, the speaker or the news."""
    told = trigger.is_verb or trigger.form.part == "active_participle"
    sentence = scene.text.sentence_of(trigger.at)
    if told and _had_been(scene, trigger, clause):
        news.background = sentence
    if date is not None or trigger.sense.kind not in VERBAL or not told:
        return date
    if (trigger.future or scene.quote_at[trigger.at] >= 0 and trigger.form.tense == "present") and (speech := _own_words(trigger, agents, open_speech)):
        return news.speeches.get(speech.at)  # قال إنه سيلتزم: who pledges by speaking does so then
    if status != "happened" or trigger.form.tense == "present" and not is_headline(scene, trigger):
        return None
    if agents in news.spoken:
        return news.spoken[agents]
    return None if news.background == sentence else news.day


def _own_words(trigger: Trigger, agents: tuple[str, ...], open_speech: Sequence[tuple[int, Speech]]) -> Speech | None:
    """The speech in whose content the trigger tells of its own speaker."""
    for content, speech in reversed(open_speech):
        if content <= trigger.at and speech.at != trigger.at and set(agents) & set(speech.speakers):
            return speech
    return None


def _had_been(scene: Scene, trigger: Trigger, clause: Clause) -> bool:
    """Whether كان stands before a verb of the past, with at most its subject between."""
    if trigger.form.tense != "past":
        return False
    start = scene.text.sentences[scene.text.sentence_of(trigger.at)].start
    for token in scene.text.tokens[max(start, clause.left - 1) : trigger.at]:
        if any(rest in _pluperfect() for _, rest in token.readings):
            return True
    return False
