"""A scoring table as SQL, to be run in a warehouse of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao import __version__
from jixiao.dataclass import dataclass
from jixiao.desk import messages
from jixiao.desk.rules import Rules, find_table, open_rules
from jixiao.model.diagnostic import BadQuestion
from jixiao.model.messages import filled
from jixiao.scoring.program.program import Program, compile_ruleset

if TYPE_CHECKING:
    from jixiao.bulk.program import TableProgram
    from jixiao.bulk.warehouse.asked import AskedColumn
    from jixiao.files.rows.heads import Heads

UNITS = "units"
"""The relation that a query reads, where none is named."""
_DECIMALS = re.compile(r"(.+?)[:：](\d{1,3})", re.DOTALL)
_LINES = re.compile(r"[\r\n\u2028\u2029]+")


def sql(
    table: str | Path,
    dialect: str = "duckdb",
    *,
    columns: Sequence[str] = (),
    relation: str = UNITS,
    kept: Sequence[str] = (),
    rules: Rules = None,
) -> str:
    """Give a table (code, code@version or path) as one query in the SQL of a database: duckdb, spark or postgres.

    `columns`: the columns of the relation that it reads, as `batch` reads heads (年初预算（万元）, 指标名称.等级), each with
    the decimals of its numbers behind a colon where they are others than usual; usually all that the table asks for.
    `relation`: a table, a view, or a query in brackets. `kept`: its columns that stand in the result; usually all.

    Raises Refused where the table is not in order, or a column is nothing that it asks for.
    """
    from jixiao.bulk.emit.sql.dialects import DIALECTS, FEW_LAYERS, ITERATIONS, MOST_ITERATIONS
    from jixiao.bulk.emit.sql.query import written_query
    from jixiao.bulk.table import lower_table
    from jixiao.bulk.warehouse.asked import grains_of, loose_of, relation_of
    from jixiao.bulk.warehouse.rated import unsaid, worded

    if dialect not in DIALECTS:
        raise BadQuestion(filled(messages.UNKNOWN_DIALECT, name=dialect, known="、".join(DIALECTS)))
    program = compile_ruleset(find_table(table, open_rules(rules)))
    asked, heads = _asked(program, columns)
    rated = frozenset(one.name for one in heads.columns if one.is_used and not one.is_figure)
    made = lower_table(program, grains_of(asked), rated=rated, loose=loose_of(asked))
    words = worded(program, made, heads)
    reads = relation_of(made, relation, asked, tuple(kept) or None, words)
    told = _Told(
        program, made, asked, sorted({one.column for one in words.values()}), unsaid(made, words), dialect
    )
    query = written_query(made, reads, DIALECTS[dialect])
    lines = [*told.lines(relation)]
    if dialect == "spark" and query.count("SELECT") > FEW_LAYERS:
        lines.append(f"层数多，Spark 一般要先运行：SET {ITERATIONS} = {MOST_ITERATIONS}")
    head = "".join(f"-- {_LINES.sub(' ', line)}\n" for line in lines)
    return f"{head}{query}"


def _asked(program: Program, columns: Sequence[str]) -> tuple[list[AskedColumn], Heads]:
    """Give the columns of figures, and all that are named as heads."""
    from jixiao.bulk.batch.asked import asked_of
    from jixiao.bulk.emit.sql.source import MOST_DECIMALS
    from jixiao.bulk.warehouse.asked import AskedColumn, usual_columns, usual_decimals
    from jixiao.files.rows.head import What
    from jixiao.files.rows.heads import Heads, read_heads
    from jixiao.quantity import PLAIN

    if not columns:
        return usual_columns(program), Heads(())
    parted = [_parted(one) for one in columns]
    heads = read_heads([name for name, _ in parted], asked_of(program), "--columns")
    found: dict[str, AskedColumn] = {}
    for head, (text, decimals) in zip(heads.columns, parted, strict=True):
        if head.what not in (What.ITEM, What.VALUE, What.RATING):
            told = messages.NOT_BY_SQL if head.is_used else messages.UNKNOWN_COLUMN
            hint = "".join(f"；{one.message}" for one in heads.warnings if one.place.column == head.at + 1)
            raise BadQuestion(filled(told, column=text, name=text, hint=hint))
        if decimals is not None and decimals > MOST_DECIMALS:
            raise BadQuestion(filled(messages.TOO_MANY_DECIMALS, column=text, most=MOST_DECIMALS))
        if not head.is_figure:
            continue
        if head.name in found:
            raise BadQuestion(filled(messages.TWO_COLUMNS, name=head.name))
        unit = head.unit or PLAIN
        places = usual_decimals(unit) if decimals is None else decimals
        found[head.name] = AskedColumn(head.name, text, unit, places)
    return list(found.values()), heads


def _parted(column: str) -> tuple[str, int | None]:
    """Give a head, and the decimals behind it."""
    said = _DECIMALS.fullmatch(column)
    return (column, None) if said is None else (said[1], int(said[2]))


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said above a query."""

    program: Program
    made: TableProgram
    asked: Sequence[AskedColumn]
    rated: Sequence[str]
    unsaid: Sequence[str]
    dialect: str

    def lines(self, relation: str) -> Iterator[str]:
        """Yield what a reader has to know, a line each."""
        ruleset = self.program.ruleset
        yield f"{ruleset.title}（{ruleset.reference}，{ruleset.digest}）"
        yield f"由 jixiao {__version__} 写出，SQL 方言：{self.dialect}。得分与 jixiao check 逐行一致。"
        yield f"读 {relation}，一个单位一行。要有这些列（DECIMAL 或整数，没有的数是 NULL）："
        for one in self.asked:
            if one.name in self.made.grains:
                places = f"最多 {one.decimals} 位小数" if one.decimals else "整数"
                unit = one.unit.name or "无单位"
                yield f"  {one.column}　{unit}，{places}"
        for column in self.rated:
            yield f"  {column}　文字，没有评定是 NULL"
        judged = [one.of for one in self.made.not_lowered if one.of not in self.unsaid]
        outside = [name for name in judged if not self._is_rated(name)]
        if outside:
            yield f"这些指标没有评定的列，得分是从最低到最高：{'、'.join(outside)}"
        if self.unsaid:
            yield f"这些指标只有引擎能算，所有行的 engine 都是真：{'、'.join(self.unsaid)}"
        yield "结果：score_low、score_high、grade，每项指标的 _low、_high、_why；engine 为真的行，SQL 算不准"
        yield "（小数过多、数太大、印出的数离界限太近等），得分是 NULL，请用 jixiao batch 算。"

    def _is_rated(self, name: str) -> bool:
        return any(one.name == name and one.from_outside for one in self.made.rules)
