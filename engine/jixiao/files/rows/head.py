"""One column of an input: what it is of."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.coded import Coded
from jixiao.quantity import Dimension, Unit


class What(Coded):
    """What a column holds."""

    ITEM = "item", "数据项"
    VALUE = "value", "指标值"
    RATING = "rating", "评定"
    TOTAL = "claimed-total", "自评总分"
    GRADE = "claimed-grade", "自评等级"
    CLAIM = "claim", "自评"
    CHOSEN = "chosen", "选用"
    IDENTITY = "identity", "单位信息"
    OTHER = "other", "照样保留"


@dataclass(frozen=True, slots=True)
class Head:
    """A column, counted from 0, under its head.

    `name`: of the item or indicator, or the key in a case's heading. `unit`: in which a bare number stands; None where
    it is to be read as it is. `key`: of a rating or claim: 档次, 得分. `word`: what is found (发现.词).
    """

    at: int
    text: str
    what: What
    name: str = ""
    unit: Unit | None = None
    own: Unit | None = None
    """The unit of the item itself."""
    is_given: bool = False
    """Whether the head says the unit; a cell then can't say another one."""
    dimension: Dimension | None = None
    """Of what its figures have to be."""
    key: str = ""
    word: str = ""

    @property
    def is_used(self) -> bool:
        """Whether the column reaches a score, or is compared with one."""
        return self.what not in (What.IDENTITY, What.OTHER)

    @property
    def is_figure(self) -> bool:
        """Whether it holds amounts that indicators are calculated from."""
        return self.what in (What.ITEM, What.VALUE)

    @property
    def place(self) -> tuple[str, ...]:
        """Where in a case it stands."""
        return (str(self.what), self.name, self.key, self.word)
