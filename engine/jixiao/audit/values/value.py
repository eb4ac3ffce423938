"""What there is to say of a single value."""

from __future__ import annotations

from jixiao.audit.outcome import Ground, Outcome
from jixiao.dataclass import dataclass
from jixiao.model.fact import VALUE, Fact
from jixiao.model.finding import Level


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a value: `name` tells it apart, `item` is its data item or the whole that it is part of."""

    name: str
    item: str
    kind: str
    level: Level
    title: str
    text: str
    because: tuple[str, ...]
    figures: tuple[str, ...]

    @property
    def outcome(self) -> Outcome:
        """The fact, and its ground."""
        fact = Fact.of(
            VALUE,
            来自=f"数值·{self.kind}·{self.name}",
            数据项=self.item,
            结果=self.kind,
            级别=self.level,
            题目=self.title,
            说明=self.text,
        )
        return Outcome(fact, Ground((self.item,), self.because, self.figures))
