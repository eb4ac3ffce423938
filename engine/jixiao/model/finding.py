"""Something a reviewer must look at (疑点)."""

from __future__ import annotations

from datetime import date

from jixiao.dataclass import dataclass
from jixiao.model.coded import Coded


class Level(Coded):
    """How grave a finding is, gravest first."""

    HIGH = "high", "严重"
    MEDIUM = "medium", "一般"
    LOW = "low", "提示"


CONCLUSIONS = ("case-review", "case-incomplete")
"""The codes of conclusions about a case as a whole."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """That a reviewer has settled a finding (处置): why, who, and until which day."""

    reason: str
    by: str
    until: date


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with its level and the chain of facts behind it, in sentences."""

    code: str
    level: Level
    title: str
    message: str
    indicator: str | None = None
    items: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    fingerprint: str = ""
    """Changes with the figures that the finding rests on; a reviewer's decision names it."""
    folded_under: str | None = None
    """The id of the finding that explains this one, where there is one."""
    set_aside: SetAside | None = None
    note: str = ""
    """Why a reviewer's decision about it does not hold, where there is one."""

    of_case: bool = False
    """Whether it concerns the case at large, where the case has projects of its own."""

    @property
    def id(self) -> str:
        """A name for it within its case, that lasts while its figures do."""
        return f"{self.code}-{self.fingerprint}"

    @property
    def is_pending(self) -> bool:
        """Whether a reviewer has still to look at it: neither settled nor a mere conclusion."""
        return self.set_aside is None and not self.is_conclusion

    @property
    def is_conclusion(self) -> bool:
        """Whether it sums up what to do with the case, and finds fault with nothing."""
        return self.code in CONCLUSIONS
