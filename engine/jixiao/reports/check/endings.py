"""What stands after all cases: what was refused, and codes that two cases share."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from jixiao.reports.check.piece import Tally
from jixiao.reports.page.wrap import wrap

SAME_CODE = "{count} 个案例用了同一个代码“{code}”：{files}。结果和处置会混在一起，请各用各的代码"


def ending(tally: Tally, width: int) -> Iterator[Text]:
    """Give the lines, so that a report read alone does not look complete."""
    for text in same_codes(tally):
        yield from (Text(line, "bold yellow") for line in wrap(text, width))
    if tally.errors:
        yield Text("以下输入有误，没有核算：", "bold red")
        for error in tally.errors:
            yield from (Text(line) for line in wrap(str(error), width))
        yield Text()


def same_codes(tally: Tally) -> Iterator[str]:
    """Tell which code several files use."""
    for code, files in tally.shared:
        yield SAME_CODE.format(count=len(files), code=code, files="、".join(files))
