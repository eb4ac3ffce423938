"""Watching: how far a question is that goes through many files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

Watch = Callable[[Sequence[Path]], Iterable[Path]]
"""Goes through files one by one, perhaps showing how far it is."""
