"""What one side exceeds the other by, and other figures of the report may make up for (补足).

项目支出 of 135 beside a budget of 120: 追加 and 结转 may be the 15. Where both are stated and enough, nothing is wrong;
where only one of them is stated, it is to be said how much of it went there; where they are not enough, the rest is.
"""

from __future__ import annotations

from fractions import Fraction

from jixiao.audit.checks.run import Ran
from jixiao.audit.stated import Stated, Statements
from jixiao.dataclass import dataclass
from jixiao.model.check import CheckResult
from jixiao.quantity import percent_text


@dataclass(frozen=True, slots=True)
class MadeUp:
    """What may make up for a difference, as far as it is stated."""

    names: tuple[str, ...]
    stated: tuple[Stated, ...]
    gap: Fraction
    share: Fraction | None
    """The gap as a share of what is exceeded; None where that is nothing."""

    @property
    def enough(self) -> bool:
        """Whether what is stated comes to the difference or more."""
        return sum((one.quantity.base for one in self.stated), Fraction(0)) >= self.gap

    @property
    def whole(self) -> bool:
        """Whether all of it is stated, and enough: nothing is left to ask."""
        return self.enough and len(self.stated) == len(self.names)

    @property
    def percent(self) -> str:
        """The share in words, where there is one."""
        return "" if self.share is None else f"（{percent_text(self.share)}）"

    @property
    def asks(self) -> str:
        """What the unit should say."""
        if self.enough:
            told = "、".join(f"{one.name}{one.quantity}" for one in self.stated)
            return f"{told}可以补足，请说明用在这里的数额"
        return (
            f"请说明{'、'.join(self.names[:-1])}{'或' if len(self.names) > 1 else ''}{self.names[-1]}的数额"
        )


def made_up(ran: Ran, papers: Statements) -> MadeUp | None:
    """Give what may make up for a failed check's difference; None where the check names nothing that may."""
    wanted = ran.compiled.check.made_up_by
    if not wanted or ran.result is not CheckResult.FAILS:
        return None
    names = tuple(one.text for one in wanted)
    values = [papers.values(name) for name in names]
    stated = tuple(one[0] for one in values if one)
    gap, whole = ran.comparing.left - ran.comparing.right, ran.comparing.right
    return MadeUp(names, stated, gap, gap / whole if whole else None)
