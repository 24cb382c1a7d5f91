"""Finds and resolves time expressions, given the day (or interval) of publication."""

from musnad.times.anchor import Anchor
from musnad.times.find import describe_times, find_times, resolve_times

__all__ = ["Anchor", "describe_times", "find_times", "resolve_times"]
