"""What is wrong with a rule file: one model for every lint and every way to show it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Diagnostic, Place

LintLevel = Literal["error", "warning", "info"]
LINT_LEVEL_NAMES: Mapping[LintLevel, str] = MappingProxyType(
    {"error": "错误", "warning": "警告", "info": "提示"}
)
"""Levels as people read them, gravest first.

error: the table can't run, or says something that can't be right; warning: it runs, but for
some value the score is open or not what was meant; info: worth knowing.
"""


@dataclass(frozen=True, slots=True)
class LintRule:
    """What a lint looks for. `code` never changes; `title` is what people read."""

    code: str
    title: str
    level: LintLevel
    each: bool = False
    """Whether what it finds is always told one by one, since each says something of its own."""

    @property
    def page(self) -> str:
        """The page that explains it, from the root of the project."""
        return f"docs/lints/{self.code}.md"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one line of a file, and that line. `length` counts characters."""

    place: Place
    length: int = 0
    line: str = ""

    @property
    def text(self) -> str:
        """The words at the spot."""
        start = max(self.place.column - 1, 0)
        return self.line[start : start + self.length]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that a lint found: where, what is wrong, and what to do."""

    rule: LintRule
    spot: Spot
    message: str
    table: str = ""
    """code@version of the table it is in."""
    indicator: str = ""
    waived: str = ""
    """Why it may stay (豁免检查); empty where it is to be mended."""


@dataclass(frozen=True, slots=True)
class LintRun:
    """What one run of `lint` found, in the order of the files.

    `rules` are all lints there are; `errors` are inputs that could not be looked at.
    """

    rules: tuple[LintRule, ...]
    files: tuple[str, ...]
    flaws: tuple[Flaw, ...] = ()
    errors: tuple[Diagnostic, ...] = ()

    def fails(self, level: LintLevel) -> bool:
        """Whether anything is to be mended that is as grave as that, or graver."""
        levels = list(LINT_LEVEL_NAMES)
        return any(self.at(one) for one in levels[: levels.index(level) + 1])

    def at(self, level: LintLevel) -> tuple[Flaw, ...]:
        """Give the flaws of that level that are to be mended."""
        return tuple(flaw for flaw in self.flaws if flaw.rule.level == level and not flaw.waived)

    @property
    def waived(self) -> tuple[Flaw, ...]:
        """The flaws that may stay."""
        return tuple(flaw for flaw in self.flaws if flaw.waived)
