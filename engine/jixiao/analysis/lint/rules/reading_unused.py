"""A 口径 that nothing asks for: the sentence settles it, or has nothing of the kind."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_row, each_table
from jixiao.analysis.lint.rulebook import Row, Rulebook, Table
from jixiao.analysis.lint.rules.division_by_zero import zero_divisors
from jixiao.model.lint import LintRule, Spot
from jixiao.scoring.scale.readings import READINGS, Reading


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every 口径 of an indicator or a table that changes nothing."""
    yield from each_row(in_row)(rulebook)
    yield from each_table(in_table)(rulebook)


def in_row(row: Row) -> Iterator[Found]:
    """Yield every 口径 of an indicator that its own sentence and formula do not ask for."""
    if not all(sentence.standard for sentence in row.sentences):
        return
    for name in row.indicator.readings:
        if not _asks(row, name):
            settled = any(name in dict(one.standard.settled) for one in row.sentences if one.standard)
            why = "评分标准自己已经写明" if settled else "这一指标的评分标准和公式都用不到"
            yield Found(
                _spot(row, name), f"口径“{name}”：{why}，写了也不起作用。请删去，或核对写在哪个指标上"
            )


def in_table(table: Table) -> Iterator[Found]:
    """Yield every 口径 of a table that no indicator without its own asks for."""
    if len(table.rows) < len(table.ruleset.indicators):
        return  # what can't be read may ask for it
    if not all(sentence.standard for row in table.rows for sentence in row.sentences):
        return
    for name in table.ruleset.readings:
        if not any(_asks(row, name) for row in table.rows if name not in row.indicator.readings):
            message = f"口径“{name}”：没有一个指标用得到，写了也不起作用。请删去，或核对名称"
            yield Found(table.spot("口径", name), message)


def _asks(row: Row, name: str) -> bool:
    if name in READINGS:
        return any(
            name in one.meaning.asks and name not in dict(one.meaning.standard.settled)
            for one in row.sentences
            if one.meaning
        )
    if name == Reading.ROUNDING:
        return Reading.DECIMALS in row.readings
    if name == Reading.NO_VALUE:
        formula = row.formula  # one that can't be read may yet divide
        return formula is not None and (formula.known is None or any(zero_divisors(formula)))
    return True


def _spot(row: Row, name: str) -> Spot:
    within = row.node.mapping("口径")
    node = within.scalar(name) if within else None
    return row.spot("名称") if node is None else row.table.source.scalar(node)


LINT = Lint(LintRule("reading-unused", "口径写了用不到", "info"), find)
