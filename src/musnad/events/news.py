"""The day of an act of speech that tells none: its speaker's last, that of the speech it stands in, or that of the news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from musnad.events.clauses import Clause
from musnad.events.moments import as_moment
from musnad.events.quotes import Speech
from musnad.events.scene import Scene
from musnad.events.senses import relatives
from musnad.events.spot import Trigger
from musnad.events.status import VERBAL, had_been, is_headline
from musnad.model import Moment, Published

_LEAD = 3
"""How many paragraphs hold the headline, a byline and the lead."""
_FRESH = dt.timedelta(days=6)
"""How far back the day lies, at most, that the lead reports."""

_SAME_NEWS = dt.timedelta(days=14)
"""How far from the day of the news what somebody said is still what he goes on with."""


@dataclass(slots=True)
class News:
    """The day of the news, and when each speaker and each speech was last dated."""

    day: Moment | None
    spoken: dict[tuple[str, ...], Moment] = field(default_factory=dict)
    speeches: dict[int, Moment | None] = field(default_factory=dict)
    """Token of an act of speech → its date."""
    background: int = -1
    """The sentence that tells what had been before the news."""
    lead: range = range(0)
    """The tokens of the lead's first sentence."""
    opened: bool = False
    """Whether the lead's first verb has been read."""

    def note(self, trigger: Trigger, agents: tuple[str, ...], date: Moment | None) -> None:
        """Remember when somebody spoke."""
        self.speeches[trigger.at] = date
        self.opened = self.opened or (trigger.at in self.lead and trigger.is_verb)
        if date is not None and trigger.sense.kind in VERBAL and self._is_fresh(date):
            self.spoken[agents] = date

    def _is_fresh(self, date: Moment) -> bool:
        """Whether a date is a day that the article may go on with (not the year of an agreement that somebody spoke of)."""
        if self.day is None or self.day.earliest is None or date.earliest is None or date.earliest != date.latest:
            return False
        return abs(self.day.earliest - date.earliest) <= _SAME_NEWS


def news_of(scene: Scene, published: Published) -> News:
    """The day that the lead names, if it is fresh, else the day of publication."""
    if not (published.value and published.earliest and published.earliest == published.latest):
        return News(None)
    today = Moment(published.value, published.earliest, published.latest)
    lead = _lead(scene)
    for paragraph in scene.text.paragraphs[:_LEAD]:
        for i in paragraph:
            number = scene.time_at[i]
            moment = as_moment(scene.times[number]) if number >= 0 else None
            day = moment.earliest if moment and moment.earliest == moment.latest else None
            if moment and day and published.earliest - _FRESH <= day <= published.earliest:
                return News(moment, lead=lead)
    return News(today, lead=lead)


def _lead(scene: Scene) -> range:
    """The first sentence behind the headline."""
    paragraph = scene.text.paragraphs[min(1, len(scene.text.paragraphs) - 1)]
    sentence = scene.text.sentences[scene.text.sentence_of(paragraph.start)] if len(paragraph) else range(0)
    return range(max(paragraph.start, sentence.start), min(paragraph.stop, sentence.stop))


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
    if told and had_been(scene, trigger, clause):
        news.background = sentence
    if date is None and trigger.sense.kind not in VERBAL and status == "happened" and _is_news(scene, trigger, news):
        return news.day
    if date is not None or trigger.sense.kind not in VERBAL or not told:
        return date
    present = trigger.form.tense == "present"
    performed = trigger.future or (present and scene.quote_at[trigger.at] >= 0)
    if (
        performed
        and status == "happened"
        and news.background != sentence
        and (speech := _own_words(trigger, agents, open_speech))
    ):
        return news.speeches.get(speech.at)  # قال إنه سيلتزم: who pledges by speaking does so then
    if status != "happened" or (present and not is_headline(scene, trigger)):
        return None
    if agents in news.spoken:
        return news.spoken[agents]
    return None if news.background == sentence else news.day


def _is_news(scene: Scene, trigger: Trigger, news: News) -> bool:
    """A verb of the headline, or the first of the lead, tells what is new."""
    if not trigger.is_verb or scene.quote_at[trigger.at] >= 0:
        return False
    if is_headline(scene, trigger):
        return True
    first = trigger.at in news.lead and not news.opened
    return first and not any(t.norm in relatives() for t in scene.text.tokens[news.lead.start : trigger.at])


def _own_words(trigger: Trigger, agents: tuple[str, ...], open_speech: Sequence[tuple[int, Speech]]) -> Speech | None:
    """The speech in whose content the trigger tells of its own speaker."""
    for content, speech in reversed(open_speech):
        if content <= trigger.at and speech.at != trigger.at and set(agents) & set(speech.speakers):
            return speech
    return None
