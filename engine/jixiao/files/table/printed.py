"""A table's tree → the table as it is printed, each text with its way in the file."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.files.table.notes import note_lines
from jixiao.files.table.remark import standard_text
from jixiao.files.yaml.node import Mapping, Scalar, Sequence
from jixiao.model.printed import Printed, PrintedRow, PrintedTable, Slot
from jixiao.model.remark import Remark
from jixiao.quantity import NumberError, parse_number

INDICATORS = "指标"


def print_table(root: Mapping) -> PrintedTable:
    """Print a table whose file fits the schema."""
    rows = tuple(_row(number, node) for number, node in enumerate(root.mappings(INDICATORS)))
    full = root.text("满分")
    return PrintedTable(
        title=Printed((Slot(("指标表",), root.text("指标表")),)),
        scope=Printed(tuple(_scope(root))),
        rows=rows,
        full=full,
        notes=tuple(note_lines(root)),
        summed=_summed(rows, root, full),
    )


def _row(number: int, node: Mapping) -> PrintedRow:
    remark = Remark(
        node.text("说明"), node.text("公式"), node.text("目标"), is_block=node.text("自设") == "是"
    )
    return PrintedRow(
        number=number,
        code=node.text("代码"),
        levels=tuple(one.text.strip() for one in node.scalars("归类")),
        name=node.text("名称"),
        points=node.text("分值"),
        standard=standard_text(node.text("评分标准"), node.text("定性标准")),
        remark=remark,
        extra=node.text("附加"),
    )


def _scope(root: Mapping) -> Iterator[str | Slot]:
    scope = root.mapping("适用") or Mapping((), root.place)
    yield "适用地区："
    yield Slot(("适用", "地区"), scope.text("地区"))
    yield "　对象："
    yield Slot(("适用", "对象"), scope.text("对象"))
    yield "　年度："
    years = scope.get("年度")
    if isinstance(years, Sequence):
        for number, year in enumerate(one for one in years.items if isinstance(one, Scalar)):
            yield "、" if number else ""
            yield Slot(("适用", "年度", number), year.text.strip())
    else:
        yield Slot(("适用", "年度"), scope.text("年度"))
    yield "　版本："
    yield Slot(("代码",), root.text("代码"))
    yield "@"
    yield Slot(("版本",), root.text("版本"))


def _summed(rows: tuple[PrintedRow, ...], root: Mapping, full: str) -> frozenset[int]:
    """Give the rows that 满分 is the sum of: of several of which one counts the first."""
    passed_over = {name.text.strip() for node in root.mappings("任选") for name in node.scalars("指标")[1:]}
    counted = [one for one in rows if not one.extra and one.name not in passed_over]
    points = [_number(one.points) for one in counted]
    total = _number(full)
    if (
        None in points
        or total is None
        or sum((one for one in points if one is not None), Fraction(0)) != total
    ):
        return frozenset()
    return frozenset(one.number for one in counted)


def _number(text: str) -> Fraction | None:
    try:
        return parse_number(text).value
    except NumberError:
        return None
