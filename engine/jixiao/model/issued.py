"""A scoring table as somebody else wrote it (in Word, Excel, on a page), and what became of each of its cells."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from jixiao.dataclass import dataclass, field
from jixiao.model.coded import Coded
from jixiao.model.diagnostic import Diagnostic, Place

Extra = Literal["", "bonus", "penalty"]
"""附加: bonus (加分) comes on top of 满分, penalty (减分) is taken off."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text put together from the cells that it stood in, in their order."""

    text: str
    places: tuple[Place, ...] = ()

    def __str__(self) -> str:
        return self.text

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.places[0] if self.places else Place("")


class Use(Coded):
    """What a cell was taken as, or what kind of thing it is where it was left."""

    TITLE = "title", "表名"
    HEAD = "head", "表头"
    NUMBER = "number", "序号"
    CATEGORY = "category", "归类"
    NAME = "name", "名称"
    POINTS = "points", "分值"
    SENTENCE = "sentence", "评分标准"
    EXPLANATION = "explanation", "说明"
    FORMULA = "formula", "公式"
    TARGET = "target", "目标值"
    TOTAL = "total", "合计"
    REPEATED_HEAD = "repeated-head", "重复的表头"
    CLAIM = "claim", "自评得分"
    ACTUAL = "actual", "完成情况"
    REASON = "reason", "扣分原因"
    WEIGHT = "weight", "另一列分值"
    REMARK = "remark", "备注"
    NOTE = "note", "表下的注"
    OUTSIDE = "outside", "表外的文字"
    OTHER = "other", "其他"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one cell: taken as `use` (`why` is empty then), or left because `why`."""

    place: Place
    text: str
    use: Use
    indicator: str = ""
    """The indicator that it belongs to, where it belongs to one."""
    why: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether something of the table was made of it."""
        return not self.why


@dataclass(frozen=True, slots=True)
class IssuedIndicator:
    """One indicator of an issued table: what its cells say, nothing added."""

    name: Piece
    points: Fraction | None
    """None where no cell says it."""
    sentence: Piece
    """评分标准 as it stands; without text where none was found."""
    points_at: Piece = field(default_factory=lambda: Piece(""))
    """The cells that the points were read from."""
    wider: tuple[Piece, ...] = ()
    """The same sentence with what stands in other columns (目标值, 评价要点), or without points at its end, for
    whoever does not understand it alone."""
    explanation: Piece | None = None
    formula: Piece | None = None
    """The right side of a formula that stands in the explanation, as written."""
    target: Piece | None = None
    category: tuple[Piece, ...] = ()
    extra: Extra = ""
    choice: int = 0
    """Indicators with the same number (1 …) share their points: one of them counts (任选)."""
    doubts: tuple[str, ...] = ()
    """What whoever checks the table must look at."""

    @property
    def place(self) -> Place:
        """Where its name stands."""
        return self.name.place

    @property
    def path(self) -> tuple[str, ...]:
        """归类 as texts, from the top down."""
        return tuple(one.text for one in self.category)


@dataclass(frozen=True, slots=True)
class IssuedTable:
    """A scoring table read from one file; `where` names its sheets or tables in it (表2)."""

    where: tuple[str, ...]
    title: Piece | None
    indicators: tuple[IssuedIndicator, ...]
    stated_full: Piece | None = None
    """The total that the table states of itself (合计 100)."""
    full: Fraction | None = None
    """That total as a number."""
    notes: tuple[Piece, ...] = ()
    above: tuple[str, ...] = ()
    """What stands above its heads, which may name place and year."""


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """Everything that was read of a file: its scoring tables, and the fate of every cell in which something stands."""

    file: str
    tables: tuple[IssuedTable, ...]
    fates: tuple[Fate, ...]
    remarks: tuple[Diagnostic, ...] = ()
    """What a person must know of the file itself: macros, open revisions."""
