"""What stands after all cases: what was refused or not used, and codes that two cases share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from jixiao.model.diagnostic import Diagnostic
from jixiao.reports.check.piece import Tally
from jixiao.reports.page.wrap import wrap

UNUSED = "以下内容没有用于评分，其余照常核算："
REFUSED = "以下输入有误，没有核算："
SAME_CODE = "{count} 个案例用了同一个代码“{code}”：{files}。结果和处置会混在一起，请各用各的代码"


def ending(tally: Tally, width: int) -> Iterator[Text]:
    """Give the lines, so that a report read alone does not look complete."""
    for text in same_codes(tally):
        yield from (Text(line, "bold yellow") for line in wrap(text, width))
    yield from _told(UNUSED, "bold yellow", tally.warnings, width)
    yield from _told(REFUSED, "bold red", list(tally.errors), width)


def _told(head: str, style: str, told: Sequence[Diagnostic], width: int) -> Iterator[Text]:
    if not told:
        return
    yield Text(head, style)
    for one in told:
        yield from (Text(line) for line in wrap(str(one), width))
    yield Text()


def same_codes(tally: Tally) -> Iterator[str]:
    """Tell which code several files use."""
    for code, files in tally.shared:
        yield SAME_CODE.format(count=len(files), code=code, files="、".join(files))
