"""The 17 indicators of `table.yaml` as somebody would put them to another engine.

Amounts are whole numbers of 分, points whole hundredths. A value is `above` over `below`, in per cent where a sentence
names one: E % of `below` stands for a bound. What is over nothing earns nothing, unless both are 0 and that is exempt.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Literal

ITEMS = {
    "budget": "年初预算",
    "brought": "上年结转",
    "added": "本年追加预算",
    "left_over": "年末结余",
    "spent": "支出决算",
    "operating_budget": "公用经费预算",
    "operating": "公用经费决算",
    "official_before": "上年三公经费预算",
    "official_budget": "三公经费预算",
    "official": "三公经费决算",
    "procurement_budget": "政府采购预算",
    "procured": "实际政府采购金额",
    "approved": "批准投资概算",
    "invested": "实际投资金额",
    "carried_before": "上年结转结余总额",
    "carried": "结转结余总额",
    "meetings_budget": "会议费培训费预算",
    "meetings": "会议费培训费决算",
    "project_budget": "项目预算",
    "projects": "项目支出",
}
"""Name for the peers, whose languages take ASCII names only → item of the table."""
GRADES = (("优", 9000), ("良", 8000), ("中", 6000), ("差", 0))
"""Each grade and its lowest score."""
UNDEFINED = 0
"""What an indicator earns whose value is over nothing."""

PartOfStep = Literal["none", "whole", "part"]
"""What an unfinished step costs: nothing, as much as a whole one, or its part, and points are rounded then."""


@dataclass(frozen=True)
class Steps:
    """Full marks at `limit` per cent; `each` off for every `step` per cent over it, or under it, or either."""

    id: str
    full: int
    above: str
    below: str
    limit: int
    step: int
    each: int
    part: PartOfStep
    side: Literal["over", "under", "either"] = "over"
    is_cut: bool = False
    """Whether points are cut off after two decimals, where they are rounded half up else."""
    exempt: bool = False
    """Whether full marks are earned where both sides are nothing."""


@dataclass(frozen=True)
class Bands:
    """The first band whose bound, in per cent, the value does not pass; or reaches, where `from_above`."""

    id: str
    full: int
    above: str
    below: str
    bands: tuple[tuple[int, int], ...]
    """Bound and points; beyond the last one nothing is earned."""
    from_above: bool = False


@dataclass(frozen=True)
class Share:
    """Value × full marks, at most full marks, rounded half up; nothing below `least` per cent."""

    id: str
    full: int
    above: str
    below: str
    least: int = 0


Indicator = Steps | Bands | Share


@dataclass(frozen=True)
class Counted:
    """Points as somebody would calculate them in whole numbers, with one division.

    They are `base` and `each` × ⌊(`by_above` × above + `by_below` × below) ÷ (`over` × below)⌋, held between 0 and full
    marks. Where `of_size`, what is divided is taken without its sign.
    """

    base: int
    each: int
    by_above: int
    by_below: int
    over: int
    of_size: bool = False


def counted(one: Steps | Share) -> Counted:
    """Give how an indicator is calculated with one division."""
    if isinstance(one, Share):
        return Counted(0, 1, *_whole(Fraction(one.full), Fraction(1, 2)))
    sign = -1 if one.side == "under" else 1
    steps, limit = Fraction(100 * sign, one.step), Fraction(one.limit * sign, one.step)
    match one.part:
        case "none":
            return Counted(one.full, -one.each, *_whole(steps, -limit), of_size=one.side == "either")
        case "whole":
            return Counted(one.full, one.each, *_whole(-steps, limit))
        case "part":
            half = Fraction(0 if one.is_cut else 1, 2)
            return Counted(0, 1, *_whole(-steps * one.each, one.full + limit * one.each + half))


def _whole(by_above: Fraction, by_below: Fraction) -> tuple[int, int, int]:
    over = lcm(by_above.denominator, by_below.denominator)
    return int(by_above * over), int(by_below * over), over


AVAILABLE = "(brought + budget + added)"
JOB: tuple[Indicator, ...] = (
    Steps("completion", 600, f"({AVAILABLE} - left_over)", AVAILABLE, 100, 5, 200, "whole", side="under"),
    Steps("operating_control", 800, "operating", "operating_budget", 100, 1, 100, "none"),
    Steps("official_control", 700, "official", "official_budget", 100, 1, 50, "whole"),
    Steps("official_change", 500, "(official_budget - official_before)", "official_before", 0, 1, 50, "part"),
    Steps(
        "procurement", 600, "procured", "procurement_budget", 100, 5, 200, "none", side="either", exempt=True
    ),
    Steps("investment", 500, "invested", "approved", 100, 5, 200, "none", exempt=True),
    Steps("carried_change", 500, "(carried - carried_before)", "carried_before", 0, 5, 100, "part"),
    Steps("meetings_control", 500, "meetings", "meetings_budget", 100, 2, 100, "whole"),
    Steps("adjustment", 600, "abs(added)", "budget", 5, 1, 30, "part"),
    Bands("control", 500, "added", "budget", ((10, 500), (20, 300), (30, 200))),
    Bands("execution", 800, "spent", AVAILABLE, ((95, 800), (90, 600), (80, 400)), from_above=True),
    Bands("carried_rate", 500, "carried", "spent", ((10, 500), (20, 300), (30, 100))),
    Bands("operating_share", 500, "operating", "spent", ((30, 500), (40, 400), (50, 200))),
    Share("project_execution", 800, "projects", "project_budget", least=60),
    Share("project_share", 600, "projects", "spent"),
    Steps("official_share", 500, "official", "operating", 20, 1, 20, "part"),
    Steps("meetings_share", 500, "meetings", "operating", 10, 2, 50, "part", is_cut=True),
)
"""In the order of the table."""
