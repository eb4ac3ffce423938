"""A workbook → paper: each visible sheet by its name, its tables with values as they are shown."""

from __future__ import annotations

from jixiao.documents.paper import Paper, PaperBuilder
from jixiao.documents.readers.naming import paper_name
from jixiao.files.workbook import messages
from jixiao.files.workbook.loaded import load
from jixiao.files.workbook.looked import refused
from jixiao.model.messages import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


def read_xlsx(data: bytes, name: str) -> Paper:
    """Read a workbook; raises Refused where it is broken, encrypted, empty or beyond a bound."""
    from jixiao.documents.readers.grid import MAX_CELLS, TooManyCells

    workbook, seen = load(data, name)
    try:
        paper = _paper(workbook, name, seen.uncalculated)
    except TooManyCells as error:
        raise refused(name, messages.TOO_MANY_CELLS, limit=MAX_CELLS) from error
    if not paper.blocks:
        raise refused(name, messages.NO_TEXT)
    return paper


def _paper(workbook: Workbook, name: str, uncalculated: int) -> Paper:
    from jixiao.documents.readers.xlsx.sheet import boxes_of, hidden_lines

    from jixiao.documents.readers.xlsx.regions import blocks  # isort: skip

    builder = PaperBuilder(paper_name(name, ".xlsx", ".xlsm", ".xltx"))
    hidden = [one.title for one in workbook.worksheets if one.sheet_state != "visible"]
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            continue
        lines = hidden_lines(sheet)
        found = list(blocks(boxes_of(sheet, lines)))
        titled = builder.paragraph(sheet.title) if found else None
        for block in found:
            if isinstance(block, str):
                builder.paragraph(block.strip())
            else:
                builder.table(block)
        if lines.told:
            builder.remark(
                "hidden-text", filled(messages.HIDDEN_LINES, name=sheet.title, what=lines.told), titled
            )
    if hidden:
        builder.remark("hidden-text", filled(messages.HIDDEN_SHEETS, names="”、“".join(hidden[:10])))
    if uncalculated:
        builder.remark("formulas-uncalculated", filled(messages.UNCALCULATED, count=uncalculated))
    return builder.finished()
