"""Coverage of rules as people read it: how much was reached, and what never, in the sentence's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from rich.text import Text

from jixiao.model.coverage import Coverage, CoveredPart, IndicatorCoverage, TableCoverage, share_of
from jixiao.reports.page.columns import Cell, fit
from jixiao.reports.page.wrap import wrap

INDENT = 4
HEADING = ("指标", "条款", "案例到过", "连同例", "界限")


def coverage_lines(coverage: Coverage, width: int) -> Iterator[Text]:
    """Give tables, then what they never reached, checks and finding rules, and a line for all."""
    for table in coverage.tables:
        yield from _table(table, width)
        yield Text()
    yield from _others(coverage, width)
    yield Text(total_text(coverage), "bold")


def total_text(coverage: Coverage) -> str:
    """Say how much of all sentences was reached."""
    parts = coverage.parts
    return f"评分标准的 {len(parts)} 处：{_both(parts)}"


def percent(share: Fraction) -> str:
    """Write a share in whole percent, rounded down, so that 100% means all."""
    return f"{int(share * 100)}%"


def _both(parts: Iterable[CoveredPart]) -> str:
    known = list(parts)
    by_cases = share_of(part.cases > 0 for part in known)
    return f"案例到过 {percent(by_cases)}，连同例 {percent(share_of(part.reached for part in known))}"


def _table(table: TableCoverage, width: int) -> Iterator[Text]:
    yield from (Text(line, "bold") for line in wrap(f"{table.reference}：{_both(table.parts)}", width))
    rows = [[Cell(word, "dim") for word in HEADING], *(_row(one) for one in table.indicators)]
    columns = fit(rows, (False, True, True, True, True), width)
    for row, one in zip(rows, (None, *table.indicators), strict=True):
        yield from columns.lay_out(row)
        if one is not None:
            yield from _lacking(one, width)


def _row(one: IndicatorCoverage) -> list[Cell]:
    sides = [side not in threshold.lacking for threshold in one.thresholds for side in SIDES]
    thresholds = f"{sum(sides)}/{len(sides)}" if sides else "－"
    return [
        Cell(one.name),
        Cell(str(len(one.parts))),
        Cell(str(sum(part.cases > 0 for part in one.parts))),
        Cell(str(sum(part.reached for part in one.parts))),
        Cell(thresholds),
    ]


SIDES = ("刚低于", "等于", "刚高于")


def _lacking(one: IndicatorCoverage, width: int) -> Iterator[Text]:
    """Give what was never reached, and the thresholds with a side that was never tried."""
    for part in one.parts:
        if not part.reached:
            yield from _told(f"没有到过 {part.part}", width)
    lacking = [
        f"{threshold.text}（{'、'.join(threshold.lacking)}）"
        for threshold in one.thresholds
        if threshold.lacking
    ]
    if lacking and any(part.reached for part in one.parts):
        yield from _told(f"没有试过 {'，'.join(lacking)}", width)


def _others(coverage: Coverage, width: int) -> Iterator[Text]:
    """Give checks never decided or never missed, and finding rules that never fired."""
    checks, rules = coverage.checks, coverage.rules
    undecided = [one.id for one in checks if not one.decided]
    kept = [one.id for one in checks if one.decided and not one.missed]
    idle = [one.name for one in rules if not one.fired]
    yield from _listed(
        f"核查 {len(checks)} 条，判断过 {len(checks) - len(undecided)} 条", undecided, "没有判断过", width
    )
    yield from _listed("", kept, "判断过而没有不符过", width)
    yield from _listed(
        f"疑点规则 {len(rules)} 条，用上过 {len(rules) - len(idle)} 条", idle, "没有用上", width
    )
    yield Text()


def _listed(heading: str, names: list[str], what: str, width: int) -> Iterator[Text]:
    if heading:
        yield Text(heading, "bold")
    if names:
        yield from _told(f"{what}：{'、'.join(names)}", width)


def _told(text: str, width: int) -> Iterator[Text]:
    return (Text(" " * INDENT + line, "dim") for line in wrap(text, width - INDENT))
