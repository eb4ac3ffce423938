"""What came of a table that others wrote, for people: what is to be checked first, then every cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from jixiao.model.diagnostic import Place
from jixiao.model.imported import Import, ImportedTable, Point
from jixiao.model.issued import Fate
from jixiao.model.wording import quoted
from jixiao.quantity import points_text
from jixiao.reports.page.printable import printable
from jixiao.reports.page.wrap import wrap

MAX_WIDTH, MIN_WIDTH = 110, 40
OFTEN = 4
"""From this many points of one kind on they are told together."""


def render_import(found: Import, written_to: Sequence[Path], console: Console) -> None:
    """Print the report."""
    width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
    for indent, text, style in _lines(found, written_to):
        for number, line in enumerate(wrap(printable(text), width - indent)):
            margin = indent if not number else indent + 2
            console.print(Text(f"{' ' * margin}{line}", style), soft_wrap=True, highlight=False)


_Line = tuple[int, str, str]


def _lines(found: Import, written_to: Sequence[Path]) -> Iterator[_Line]:
    sheets = {one.place.sheet for one in found.fates if one.place.sheet}
    several = len(sheets) > 1
    for number, table in enumerate(found.tables):
        yield from _table(table, written_to[number] if written_to else None, several=several)
    yield from _cells(found.fates, several=several)


def _table(table: ImportedTable, path: Path | None, *, several: bool) -> Iterator[_Line]:
    where = f"（{'、'.join(table.where)}）" if several else ""
    yield 0, f"{table.title}{where}", "bold"
    count = len(table.indicators)
    yield 0, f"指标 {count} 项，满分 {points_text(table.full)} 分；评分标准看懂 {table.understood} 项", ""
    if path is not None:
        yield 0, f"已写入 {path}；接着运行 jixiao lint {path}", ""
    yield 0, "", ""
    problems = [one for one in table.every_point if one.is_problem]
    if problems:
        yield 0, f"要改的 {len(problems)} 处（照原样写进了文件，改了才能用）", "bold"
        yield from ((2, _point(one, several=several), "") for one in problems)
        yield 0, "", ""
    others = [one for one in table.every_point if not one.is_problem]
    yield 0, f"待核对 {len(others)} 处（文件里注着“待核对”）", "bold"
    yield from _together(others, several=several)
    for note in table.notes:
        yield 2, f"表下的注没有生效：{note.text}", ""
    yield 0, "", ""


def _together(points: Sequence[Point], *, several: bool) -> Iterator[_Line]:
    """Tell codes together, everything else one by one."""
    codes = [one for one in points if one.indicator and one.key == "代码"]
    for point in points:
        if len(codes) < OFTEN or point not in codes:
            yield 2, _point(point, several=several), ""
    if len(codes) >= OFTEN:
        told = "，".join(f"{one.indicator} {one.message.removeprefix('暂编 ')}" for one in codes)
        yield 2, f"代码：{told}", ""


def _point(point: Point, *, several: bool) -> str:
    of = f"{quoted(point.indicator)} " if point.indicator else ""
    where = place_text(point.place, several=several)
    return f"{f'[{where}] ' if where else ''}{of}{point.key}：{point.message}"


def place_text(place: Place, *, several: bool) -> str:
    """Name a cell, with its sheet where there are several; a line in a text."""
    if place.cell:
        return f"{place.sheet} {place.cell}" if several else place.cell
    return f"第{place.line}行" if place.line else ""


def _cells(fates: Sequence[Fate], *, several: bool) -> Iterator[_Line]:
    left = [one for one in fates if not one.is_taken]
    yield (
        0,
        f"每个单元格的去向：{len(fates)} 个有内容，取用 {len(fates) - len(left)} 个，没有用到 {len(left)} 个",
        "bold",
    )
    if left:
        yield 2, "没有用到的", ""
        for why, cells in _grouped((one.why, one) for one in left):
            yield 4, f"{why}：{_named(cells, several=several)}", ""
    yield 2, "取用的", ""
    taken = [one for one in fates if one.is_taken]
    for use, cells in _grouped((one.use.word, one) for one in taken if not one.indicator):
        yield 4, f"{use}：{_named(cells, several=several)}", ""
    for name, cells in _grouped((one.indicator, one) for one in taken if one.indicator):
        uses = _grouped((one.use.word, one) for one in cells)
        told = "，".join(
            f"{use} {'、'.join(place_text(one.place, several=several) for one in some)}" for use, some in uses
        )
        yield 4, f"{name}：{told}", ""


def _grouped(pairs: Iterator[tuple[str, Fate]]) -> list[tuple[str, list[Fate]]]:
    found: dict[str, list[Fate]] = {}
    for key, fate in pairs:
        found.setdefault(key, []).append(fate)
    return list(found.items())


def _named(cells: Sequence[Fate], *, several: bool) -> str:
    """Name cells with what stands in them, short."""
    return "、".join(f"{place_text(one.place, several=several)}“{_short(one.text)}”" for one in cells)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 12 else f"{plain[:12]}…"
