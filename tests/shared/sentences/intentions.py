"""What policy staff want to say, and a sentence that says it (tests/scoring/intentions.yaml).

They are tests, and docs/how-to-write.md is made from them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

FILE = Path(__file__).parents[2] / "scoring" / "intentions.yaml"
LEFT_OUT = "不计入"
"""What stands for points where the indicator is left out of the total."""


@dataclass(frozen=True)
class Intention:
    """What is wanted, a sentence for it, and what that must score; `page` of docs/language tells more."""

    want: str
    text: str
    name: str
    points: str
    at: dict[str, str | list[str]]
    page: str
    reading: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.want


@dataclass(frozen=True)
class Group:
    """Intentions of one kind."""

    title: str
    note: str
    intentions: tuple[Intention, ...]


_KEYS = {
    "我想": "want", "句子": "text", "指标": "name", "分值": "points", "例": "at", "详见": "page", "口径": "reading",
}  # fmt: skip


def read_intentions() -> list[Group]:
    """Read every group; every scalar stays the text that it is."""
    groups = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [
        Group(
            group["组"],
            group.get("说明", ""),
            tuple(Intention(**{_KEYS[key]: value for key, value in one.items()}) for one in group["想"]),
        )
        for group in groups
    ]
