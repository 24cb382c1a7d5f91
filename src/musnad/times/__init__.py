"""Finds and resolves time expressions, given the day (or interval) of publication."""

from musnad.times.anchor import Anchor
from musnad.times.find import find_times

__all__ = ["Anchor", "find_times"]
