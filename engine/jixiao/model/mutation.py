"""Rules changed on purpose, and which changes no expectation noticed."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.coded import Coded
from jixiao.model.diagnostic import Place


class Source(Coded):
    """Which text of an indicator was changed; its word is the key of the table."""

    STANDARD = "standard", "评分标准"
    QUALITATIVE = "qualitative", "定性标准"
    FORMULA = "formula", "公式"
    EXEMPTION = "exemption", "免评"


@dataclass(frozen=True, slots=True)
class ExampleHint:
    """A line of 例 that would notice a change: a value and what it earns by the true rule."""

    at: str
    points: tuple[str, ...]
    """One score, or the lowest and the highest."""
    instead: str
    """What the changed rule gives."""


@dataclass(frozen=True, slots=True)
class CaseHint:
    """Figures of a case that would notice a change, and what must come out of them."""

    figures: tuple[tuple[str, str, str], ...]
    """Item, number and unit."""
    key: str
    """得分, or 数值 where no score tells the difference."""
    expected: str
    instead: str


@dataclass(frozen=True, slots=True)
class Survivor:
    """One change that nothing noticed; `old` and `new` are the words changed."""

    table: str
    indicator: str
    source: Source
    place: Place
    old: str
    new: str
    text: str
    """The whole text as changed."""
    hint: ExampleHint | CaseHint | None


@dataclass(frozen=True, slots=True)
class Mutation:
    """What became of all changes tried. INVARIANT: every change is counted once."""

    killed: int = 0
    refused: int = 0
    """Changes after which the table can't run."""
    same: int = 0
    """Changes after which it means the same."""
    survivors: tuple[Survivor, ...] = ()

    @property
    def tried(self) -> int:
        """Changes that expectations could notice."""
        return self.killed + len(self.survivors)
