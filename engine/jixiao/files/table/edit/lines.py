"""Which line of an edited file a cell's text stands on."""

from __future__ import annotations

from jixiao.files.table.printed import INDICATORS
from jixiao.files.yaml.node import Mapping
from jixiao.model.diagnostic import Place
from jixiao.model.printed import PrintedTable, in_order
from jixiao.model.seen import SeenRow, SeenTable, SeenText


def cells_by_line(root: Mapping, printed: PrintedTable, seen: SeenTable) -> dict[int, Place]:
    """Give the cell of each line of the file on which a text of a row begins; for what is wrong with the whole the total."""
    nodes = root.mappings(INDICATORS)
    found: dict[int, Place] = {} if seen.full is None else {root.place.line: seen.full.place}
    for row, one in zip(seen.rows, in_order(printed), strict=True):
        node = nodes[one.number]
        found[node.place.line] = row.place
        for key, cell in _cells(row):
            value = node.get(key)
            if value is not None and cell is not None:
                found[value.place.line] = cell.place
    return found


def _cells(row: SeenRow) -> tuple[tuple[str, SeenText | None], ...]:
    return (
        ("名称", row.name),
        ("分值", row.points),
        ("评分标准", row.standard),
        ("定性标准", row.standard),
        ("公式", row.remark),
        ("目标", row.remark),
        ("说明", row.remark),
    )
