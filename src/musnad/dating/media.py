"""The medium itself: Arabic hashtags (``#كوريا_الشمالية``) have been written since Twitter took them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from musnad.dating.bounds import Constraint
from musnad.dating.reading import Reading, not_before
from musnad.dating.wording import evidence, say

_HASHTAG = re.compile(r"#\w*[^\W\d_a-zA-Z]\w*")
_SINCE = date(2009, 7, 2)
"""The day on which Twitter began to link hashtags."""
_WEIGHT = 2.0


def medium_bounds(reading: Reading) -> Iterator[Constraint]:
    """Not before hashtags, where the article has one."""
    if match := _HASHTAG.search(reading.text.original):
        says = say("hashtag", day=_SINCE)
        yield Constraint(not_before(_SINCE), _WEIGHT, evidence(*match.span(), "hashtag", says))
