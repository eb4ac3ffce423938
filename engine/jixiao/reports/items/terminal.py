"""Data items found by a word, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from jixiao.model.item_list import FoundItem, ItemList
from jixiao.model.ruleset import Item
from jixiao.model.wording import quoted
from jixiao.reports.page.columns import GAP, Cell, Columns, Row
from jixiao.reports.page.printable import printable
from jixiao.reports.page.wrap import wrap

MAX_WIDTH, MIN_WIDTH = 120, 40
INDENT = 4
_HEADS = ("数据项", "单位", "含义")


def render_items(found: ItemList, console: Console) -> None:
    """Print the items, aligned at Chinese width, and how many there are."""
    width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
    for line in _lines(found, width):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(found: ItemList, width: int) -> Iterator[Text]:
    if not found.items:
        yield from map(Text, wrap(f"没有数据项的名称、别名或含义里有{quoted(found.word)}{found.near}", width))
        return
    rows = [_row(one) for one in found.items]
    heads: Row = [Cell(head, "bold") for head in _HEADS]
    columns = _columns([heads, *rows], width)
    yield from columns.lay_out(heads)
    yield Text("─" * columns.width)
    for one, row in zip(found.items, rows, strict=True):
        yield from columns.lay_out(row)
        yield from _more(one.item, width)
    yield Text()
    yield Text(printable(f"数据项 {len(found.items)} 个"))


def _columns(rows: Sequence[Row], width: int) -> Columns:
    """Give names and units the room they need, up to a half of it, and the meaning the rest."""
    name, unit = (max(cell_len(row[index].text) for row in rows) for index in (0, 1))
    name = min(name, width // 2)
    needed = max(cell_len(row[2].text) for row in rows)
    return Columns((name, unit, min(needed, width - name - unit - 2 * GAP)), (False, False, False))


def _row(found: FoundItem) -> Row:
    return [Cell(found.item.name), Cell(found.item.unit.name or "-"), Cell(found.item.meaning)]


def _more(item: Item, width: int) -> Iterator[Text]:
    texts = [f"别名：{'、'.join(item.aliases)}"] if item.aliases else []
    texts += [f"恒等式：{item.name} = {item.identity.text}"] if item.identity is not None else []
    for text in texts:
        yield from (Text(" " * INDENT + line, "dim") for line in wrap(text, width - INDENT))
