"""A simulation in the terminal: a line for each variant, and of a few all that is to be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from jixiao.model.simulation import Place, Simulation, Span, Standing, Variant
from jixiao.reports.page.columns import Cell, Columns, Row, fit
from jixiao.reports.page.width import MAX_WIDTH, MIN_WIDTH
from jixiao.reports.page.wrap import wrap
from jixiao.reports.simulate.words import (
    BASE,
    crossings_text,
    gain_text,
    heading_of,
    legend_of,
    letters_of,
    losses_text,
    mean_text,
    moved_text,
    moves_text,
    notes_of,
    refusals_of,
    short_name,
)

MAX_LINES = 60
"""Most variants listed; JSON and the page hold them all."""
MAX_TOLD = 3
"""Most variants of which everything is told."""
MAX_REFUSED = 10
"""Most reasons told why variants can't be."""
INDENT = 4
BAR = 24
"""Cells of the longest bar of a distribution."""


def render_simulation(found: Simulation, console: Console) -> None:
    """Print a simulation."""
    width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
    for line in _lines(found, width):
        console.print(line, soft_wrap=True, highlight=False)


def render_places(places: Sequence[Place], console: Console) -> None:
    """Print what of a table can be varied."""
    rows: list[Row] = [[Cell("路径", "bold"), Cell("现在", "bold"), Cell("所在条款", "bold")]]
    rows += [[Cell(one.path), Cell(one.now), Cell(one.clause, "dim")] for one in places]
    columns = fit(rows, (False, True, False), max(MIN_WIDTH, min(console.width, MAX_WIDTH)))
    for line in _laid_out(rows, columns):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(found: Simulation, width: int) -> Iterator[Text]:
    yield from _wrapped(heading_of(found), width, "bold")
    for note in notes_of(found):
        yield from _wrapped(note, width)
    for line in legend_of(found):
        yield from _wrapped(line, width)
    if found.base is not None:
        yield Text("━" * width)
        yield from _table(found, found.base, width)
        ran = found.ran
        for one in ran if len(ran) <= MAX_TOLD else ():
            yield Text("─" * width)
            yield from _variant(one, found.base, found, width)
    if found.refused:
        yield Text("─" * width)
        yield from _refused(found, width)


def _table(found: Simulation, base: Standing, width: int) -> Iterator[Text]:
    names = [name for name, _ in base.grades]
    heads = ("方案", "平均分", "变化", "加分", "减分", *names, "未定", "换等级")
    rows: list[Row] = [[Cell(one, "bold") for one in heads], _row(BASE, base, None)]
    ran = found.ran
    letters = letters_of(found)
    rows += [
        _row(short_name(one, letters), one.standing, one)
        for one in ran[:MAX_LINES]
        if one.standing is not None
    ]
    columns = fit(rows, (False, *[True] * (len(heads) - 1)), width)
    yield from _laid_out(rows, columns)
    if len(ran) > MAX_LINES:
        yield Text(f"另有 {len(ran) - MAX_LINES} 个方案，见 --format json 或 html")


def _laid_out(rows: Sequence[Row], columns: Columns) -> Iterator[Text]:
    for row in rows:
        yield from columns.lay_out(row)


def _row(name: str, standing: Standing, variant: Variant | None) -> Row:
    moves = None if variant is None else variant.moves
    told = ["", "", ""] if moves is None else [gain_text(moves), f"{moves.up:,}", f"{moves.down:,}"]
    grades = [f"{rows:,}" for _, rows in standing.grades]
    crossed = "" if moves is None else f"{moves.graded:,}"
    style = "" if moves is not None else "dim"
    cells = [name, _mean(standing.mean), *told, *grades, f"{standing.ungraded:,}", crossed]
    return [Cell(one, style) for one in cells]


def _mean(span: Span) -> str:
    """Write a mean so that its column is no wider than there is room for: a range with a decimal."""
    return mean_text(span) if span.is_one else mean_text(span, 1)


def _variant(one: Variant, base: Standing, found: Simulation, width: int) -> Iterator[Text]:
    assert one.standing is not None
    assert one.moves is not None
    yield from _wrapped(one.name, width, "bold")
    yield from _wrapped(moves_text(one.moves), width)
    for text in (crossings_text(one.moves), losses_text(one, base)):
        if text:
            yield from _wrapped(text, width)
    for row in one.moves.first:
        yield from (Text(" " * INDENT + line) for line in wrap(moved_text(row), width - INDENT))
    yield from _distribution(base, one.standing, found)


def _distribution(base: Standing, now: Standing, found: Simulation) -> Iterator[Text]:
    """Draw how the lowest scores lie before and after."""
    before, after = ([low for low, _ in one.counts] for one in (base, now))
    length = max(len(before), len(after))
    pairs = [
        (before[at] if at < len(before) else 0, after[at] if at < len(after) else 0) for at in range(length)
    ]
    shown = [at for at, pair in enumerate(pairs) if any(pair)]
    if not shown:
        return
    most = max(max(pair) for pair in pairs)
    labels = [f"{int(found.step * at)}分起" for at in shown]
    label_width = max(map(cell_len, labels))
    open_too = "最低得分" if now.settled < now.rows or base.settled < base.rows else "得分"
    yield Text(f"{open_too}的分布（行，原表 ░，方案 █）", "bold")
    for at, label in zip(shown, labels, strict=True):
        pad = " " * (label_width - cell_len(label))
        for place, (sign, count) in enumerate(zip("░█", pairs[at], strict=True)):
            head = f"{pad}{label}" if place == 0 else " " * label_width
            yield Text(f"{head}  {sign * -(-count * BAR // most)} {count:,}")


def _refused(found: Simulation, width: int) -> Iterator[Text]:
    letters = letters_of(found)
    yield from _wrapped(f"{len(found.refused)} 个方案不成立：", width, "bold")
    for why, variants in refusals_of(found)[:MAX_REFUSED]:
        named = "、".join(short_name(one, letters) for one in variants[:MAX_TOLD])
        more = f" 等 {len(variants)} 个" if len(variants) > MAX_TOLD else ""
        yield from (Text(" " * INDENT + line) for line in wrap(f"{named}{more}：{why}", width - INDENT))


def _wrapped(text: str, width: int, style: str = "") -> Iterator[Text]:
    for line in wrap(text, width):
        yield Text(line, style)
