"""An identity that figures must satisfy (核查, 勾稽关系)."""

from __future__ import annotations

from typing import Literal

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Place
from jixiao.model.finding import Level
from jixiao.model.ruleset import Text
from jixiao.quantity import Quantity

Category = Literal["合计", "平衡", "占比", "增减", "比率", "不超过", "互证"]
"""What a check compares: a sum with its parts, two sides of a balance, shares, a growth, a ratio,
a part with its whole, or two facts that bear each other out."""


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


CheckResult = Literal["相符", "舍入", "两可", "不符", "缺数", "未定"]
"""How a check came out: it holds; only as far as printing allows; for some of the disputed values;
not at all; its figures are not there; it can't be calculated."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How one check came out, for listing on request."""

    id: str
    name: str
    category: Category
    result: CheckResult
    text: str
    """The figures compared, or what is missing."""
