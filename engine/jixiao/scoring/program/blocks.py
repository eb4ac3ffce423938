"""Blocks of a table (归类): found by the name that a limit or a veto gives them."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.dataclass import dataclass
from jixiao.language.formula import plain_name, spellings
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import nearest
from jixiao.model.ruleset import Indicator, Ruleset
from jixiao.model.wording import quoted

Path = tuple[str, ...]
"""The categories that lead to a block, outermost first; () is the whole table."""
TOTAL = "总分"
"""How the whole table is named."""


def path_of(indicator: Indicator) -> Path:
    """Give the blocks an indicator stands in; one left to the unit is a block itself."""
    return (*indicator.category, indicator.name) if indicator.is_block else indicator.category


def within(path: Path, block: Path) -> bool:
    """Whether a path leads into a block."""
    return path[: len(block)] == block


def name_of(path: Path) -> str:
    """Write a block for people."""
    return quoted(path[-1]) if path else TOTAL


@dataclass(frozen=True, slots=True)
class Blocks:
    """Every block of a table."""

    paths: tuple[Path, ...]

    @classmethod
    def of(cls, ruleset: Ruleset) -> Blocks:
        """Give the blocks of a table, from the outermost in."""
        found: dict[Path, None] = {}
        for indicator in ruleset.indicators:
            path = path_of(indicator)
            found.update((path[:depth], None) for depth in range(1, len(path) + 1))
        return cls(tuple(found))

    def find(self, name: str, place: Place) -> Path:
        """Give the block of that name, or of a path like 投入/预算配置; raises Refused."""
        wanted = tuple(plain_name(part) for part in name.replace("／", "/").split("/"))
        plain = {path: tuple(plain_name(part) for part in path) for path in self.paths}
        fitting = [path for path, parts in plain.items() if parts[-len(wanted) :] == wanted]
        exact = [path for path in fitting if plain[path] == wanted]
        if len(wanted) > 1 and exact:
            return exact[0]
        if len(fitting) == 1:
            return fitting[0]
        raise Refused(Diagnostic(place, _unclear(name, fitting) if fitting else self._unknown(name)))

    def _unknown(self, name: str) -> str:
        hint = nearest(name, spellings(path[-1] for path in self.paths))
        return f"没有名为{quoted(name)}的归类{hint}；请写指标“归类”里的名称"


def _unclear(name: str, fitting: Iterable[Path]) -> str:
    paths = "、".join("/".join(path) for path in fitting)
    return f"{quoted(name)}在几处归类里都有，请写全：{paths}"
