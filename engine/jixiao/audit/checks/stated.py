"""The different values that a project's papers state of each item, for comparing them."""

from __future__ import annotations

from dataclasses import dataclass, field

from jixiao.audit.printed import Printed
from jixiao.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of an item, with where it stands. Several places with one value are one."""

    name: str
    quantity: Quantity
    sources: tuple[str, ...]
    adopted: bool = False
    printed: Printed = field(compare=False, default=Printed.__new__(Printed))

    @property
    def text(self) -> str:
        """The value with its first places, for people."""
        places = "、".join(self.sources[:MAX_SOURCES])
        more = "等" if len(self.sources) > MAX_SOURCES else ""
        return f"{self.quantity}（{places}{more}）" if places else str(self.quantity)


MAX_SOURCES = 2
"""Most places named beside a value."""
