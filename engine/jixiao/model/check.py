"""An identity that figures must satisfy (核查, 勾稽关系)."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.coded import Coded
from jixiao.model.diagnostic import Place
from jixiao.model.finding import Level
from jixiao.model.ruleset import Text
from jixiao.quantity import Quantity


class Category(Coded):
    """What a check compares."""

    SUM = "sum", "合计"
    """A whole with its parts."""
    BALANCE = "balance", "平衡"
    """Two sides that are equal."""
    SHARE = "share", "占比"
    CHANGE = "change", "增减"
    """A growth or a decline, as an amount or a rate."""
    RATIO = "ratio", "比率"
    AT_MOST = "at-most", "不超过"
    """A part that is not more than its whole."""
    CORROBORATION = "corroboration", "互证"
    """Two facts that bear each other out."""


@dataclass(frozen=True, slots=True)
class Widening:
    """A tolerance beyond that of printing (容差), with its reason."""

    by: Quantity
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Check:
    """One check: a relation between items. Source: rules/checks/, or an item's 恒等式.

    `may_be_absent`: items counted as 0 where a report does not state them (可缺).
    `level`: how grave a miss is, where the check says so.
    """

    id: str
    name: str
    category: Category
    relation: Text
    place: Place
    may_be_absent: tuple[Text, ...] = ()
    widening: Widening | None = None
    level: Level | None = None
    note: str = ""
    exceptions: tuple[str, ...] = ()
    """Natures of units that it does not hold for (例外)."""
    made_up_by: tuple[Text, ...] = ()
    """Items that may make up for what one side exceeds the other by (补足)."""

    def holds_for(self, nature: str) -> bool:
        """Whether it holds for a unit of that nature (公益一类事业单位); empty where nobody says."""
        return not any(one in nature for one in self.exceptions)


class CheckResult(Coded):
    """How a check came out, in the order in which a list of checks tells it."""

    FAILS = "fails", "不符"
    ROUNDING = "rounding", "舍入"
    """It holds only as far as printing allows."""
    DISPUTED = "disputed", "两可"
    """It holds for some of the disputed values."""
    HOLDS = "holds", "相符"
    UNDECIDED = "undecided", "未定"
    """It can't be calculated."""
    NO_FIGURES = "no-figures", "缺数"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How one check came out, for listing on request."""

    id: str
    name: str
    category: Category
    result: CheckResult
    text: str
    """The figures compared, or what is missing."""
