"""A value of a case that nobody has confirmed yet (存疑)."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Place


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A value that nobody has confirmed yet (存疑): shown, and kept from every score and check."""

    item: str
    said: str
    """As it is written, with its unit."""
    source: str
    doubt: str
    place: Place
    of: str = ""
    """The item that it is a part of (明细)."""

    @property
    def name(self) -> str:
        """What it is called, with what it is a part of."""
        return f"{self.of}·{self.item}" if self.of else self.item
