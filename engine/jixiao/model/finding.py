"""Something a reviewer must look at (疑点)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["high", "medium", "low"]
LEVEL_NAMES: dict[Level, str] = {"high": "严重", "medium": "一般", "low": "提示"}
"""Levels as people read them, gravest first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with its level and the chain of facts behind it, in sentences."""

    code: str
    level: Level
    title: str
    message: str
    indicator: str | None = None
    items: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
