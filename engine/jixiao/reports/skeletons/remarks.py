"""Lines of a YAML file with remarks behind them, aligned at Chinese width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.model.width import cells_of

GAP = 2
"""Blanks between a line and its remark."""
WIDEST = 72
"""Lines longer than this do not push the remarks of the others to the right."""
TITLE = "名称，用作报告的标题"
"""The remark on the title, of a case and of a table."""


def aligned(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield each line with its remark behind #, all remarks in one column."""
    known = list(lines)
    column = max((cells_of(line) for line, remark in known if remark and cells_of(line) <= WIDEST), default=0)
    for line, remark in known:
        room = " " * (max(column - cells_of(line), 0) + GAP)
        yield f"{line}{room}# {remark}" if remark else line


def remarked(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines as remarks; an editor that takes “# ” off again gives the lines."""
    for line in lines:
        yield f"# {line}" if line else "#"
