"""Chinese text broken into lines: between characters, but not inside figures.

A number keeps its sign, its range and the first characters of its unit; closing
punctuation never begins a line, opening punctuation never ends one.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells

from jixiao.reports.page.printable import printable

_OPENING = "（【《〈“‘「『［｛"
_CLOSING = "，。；：、！？）】》〉”’」』］｝％‰…～*"
_WORD = re.compile(
    rf"[{_OPENING}]*"
    r"(?:[!-~]+(?:～[!-~]+)*(?: ?[\u4e00-\u9fff]{1,2})?|\S)?"
    rf"[{_CLOSING}]*"
    r"\s*"
)


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` cells; nothing is left out.

    Always gives at least one line. A word that is longer than a line is cut.
    """
    width = max(width, 2)
    lines, line = [], ""
    for word in _WORD.findall(printable(text)):
        seen = word.rstrip()
        if line and cell_len(line) + cell_len(seen) > width:
            lines.append(line.rstrip())
            line = ""
        if cell_len(seen) > width:
            *whole, rest = chop_cells(seen, width)
            lines += whole
            line += rest + word[len(seen) :]
        else:
            line += word
    return [*lines, line.rstrip()]
