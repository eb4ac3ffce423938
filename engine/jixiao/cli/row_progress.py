"""A line on the terminal while many rows are worked through: how far, how fast, and how long it will take."""

from __future__ import annotations

import sys
import time

from jixiao.dataclass import dataclass, field

EVERY = 0.5
"""Seconds between two lines of progress."""


@dataclass(slots=True)
class RowProgress:
    """The line, which is there only where standard error is a terminal."""

    begun: float = field(default_factory=time.monotonic)
    _last: float = 0.0
    _shown: bool = False

    def seconds(self) -> float:
        """Give how long it has taken."""
        return max(time.monotonic() - self.begun, 1e-9)

    def tell(self, rows: int, part: float) -> None:
        """Tell how far it is, where somebody looks on; `part` of all, 0 where nobody knows."""
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._last < EVERY:
            return
        self._last = now
        left = f"，还要约 {_duration(self.seconds() * (1 - part) / part)}" if 0 < part < 1 else ""
        share = f"（{part:.0%}）" if part else ""
        sys.stderr.write(f"\r\x1b[K已算 {rows:,} 行{share}，每秒 {rows / self.seconds():,.0f} 行{left}")
        sys.stderr.flush()
        self._shown = True

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} 分 {rest} 秒" if minutes else f"{rest} 秒"
