"""How the cells of a form look, and what may be done with them."""

from __future__ import annotations

from jixiao.dataclass import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

BODY, HEADING = "宋体", "黑体"
INPUT, GIVEN, SHUT, HEAD, LINE = "#FFF9DB", "#F5F5F5", "#E3E3E3", "#DCE6F1", "#A6A6A6"
"""Colours: of cells to be filled, of those that say something, of those where nothing belongs, of heads, of lines."""
WRONG_COLOURS = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}
GENERAL, AS_TEXT = "General", "@"


@dataclass(slots=True)
class Looks:
    """Formats of one workbook, each made once."""

    workbook: Workbook
    made: dict[tuple[tuple[str, object], ...], Format] = field(default_factory=dict)

    def look(self, **properties: object) -> Format:
        """Give the format of these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.workbook.add_format(
                {"font_name": BODY, "font_size": 11, "valign": "vcenter", **properties}
            )
        return self.made[key]

    def title(self) -> Format:
        """Give the format of a sheet's title."""
        return self.look(font_name=HEADING, font_size=16)

    def hint(self) -> Format:
        """Give the format of what is told below a title."""
        return self.look(font_size=10, font_color="#595959")

    def head(self) -> Format:
        """Give the format of a head."""
        return self._framed(font_name=HEADING, bg_color=HEAD, align="center", text_wrap=True)

    def asked(self, number_format: str, *, is_number: bool) -> Format:
        """Give the format of a cell that is to be filled."""
        return self._framed(
            bg_color=INPUT,
            num_format=number_format,
            locked=False,
            align="right" if is_number else "left",
            text_wrap=not is_number,
        )

    def given(self, number_format: str = GENERAL, *, is_number: bool = False) -> Format:
        """Give the format of a cell that says something and is locked."""
        align = "right" if is_number else "left"
        return self._framed(bg_color=GIVEN, num_format=number_format, align=align, text_wrap=not is_number)

    def calculated(self, *, is_wide: bool) -> Format:
        """Give the format of a formula's cell: its numbers stand right and its words left, in a wide column both left."""
        return self._framed(bg_color=GIVEN, **({"align": "left"} if is_wide else {}))

    def shut(self) -> Format:
        """Give the format of a cell where nothing belongs."""
        return self._framed(bg_color=SHUT)

    def sample(self, colour: str) -> Format:
        """Give the format of a locked cell that shows what a colour means."""
        return self._framed(bg_color=colour)

    def wrong(self) -> Format:
        """Give the format that a cell takes on where what it says does not fit."""
        return self.workbook.add_format(WRONG_COLOURS)

    def _framed(self, **properties: object) -> Format:
        return self.look(border=1, border_color=LINE, **properties)
