"""What of a scoring sentence a value or a rating can reach: what coverage counts."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from jixiao.dataclass import dataclass, field
from jixiao.language.span import Span

HOLDS = "成立"
"""The state of a clause that speaks of a fact."""
_ENDS = {"down": ("扣一部分", "扣完"), "up": ("加一部分", "加满"), "": ("", "")}
"""What a part that runs is called part of the way, and at its end."""


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
    span: Span | None = field(default=None, compare=False)
    """Where the values that it is about are said, where it is one of several bands."""

    def __str__(self) -> str:
        return f"“{self.clause}”{self.state and f'：{self.state}'}"

    def split(self) -> tuple[Part, Part]:
        """Give the two parts that one that runs is made into: part of the way, and the end."""
        some, end = _ENDS[self.runs]
        return self._at(some), self._at(end)

    def _at(self, state: str) -> Part:
        return Part(
            self.clause,
            f"{self.state}，{state}" if self.state and state else self.state or state,
            span=self.span,
        )
