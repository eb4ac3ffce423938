"""What of a scoring sentence a value or a rating can reach: what coverage counts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

HOLDS = "成立"
"""The state of a clause that speaks of a fact."""


@dataclass(frozen=True, slots=True)
class Part:
    """A clause in the sentence's words, or one side of it (`state`).

    `runs`: it takes off or adds the more the further a value goes, at least `least` points; a
    standard makes two parts of it, part of the way and the end.
    """

    clause: str
    state: str = ""
    runs: Literal["", "down", "up"] = ""
    least: Fraction = Fraction(0)

    def __str__(self) -> str:
        return f"“{self.clause}”{self.state and f'：{self.state}'}"
