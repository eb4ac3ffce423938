"""A canvas of dots on a terminal: eight to a character.

Braille, not block characters: terminals set to Chinese make ▀ and █ two cells wide, and
braille always one, so a drawing stays aligned.
"""

from __future__ import annotations

ACROSS, DOWN = 2, 4
"""Dots in one character."""
_EMPTY = 0x2800
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
AXIS_LEFT, AXIS_BELOW, TICK_BELOW, CORNER = "⢸", "⠉", "⡏", "⠈"
"""What the axes are drawn with, so that they have the width of the dots."""


class Canvas:
    """Dots on so many columns and rows of characters; the first dot is at the top left."""

    def __init__(self, columns: int, rows: int) -> None:
        self.width, self.height = columns * ACROSS, rows * DOWN
        self._cells = [[_EMPTY] * columns for _ in range(rows)]

    def dot(self, across: int, down: int) -> None:
        """Set one dot; outside the canvas nothing happens."""
        if 0 <= across < self.width and 0 <= down < self.height:
            self._cells[down // DOWN][across // ACROSS] |= _BITS[down % DOWN][across % ACROSS]

    def lines(self) -> list[str]:
        """Give the rows as text, each as wide as the canvas."""
        return ["".join(map(chr, row)) for row in self._cells]
