"""Ratings in columns of words: what each word that a sentence knows comes to, worked out once by the engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.analysis.portraits.choices import choices_of
from jixiao.bulk.batch.judged import JudgedColumns, judged_columns
from jixiao.bulk.batch.row_case import RowCases
from jixiao.bulk.emit.sql.source import Words
from jixiao.bulk.program import TableProgram
from jixiao.files.rows.head import Head, What
from jixiao.files.rows.heads import Heads
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule

LEVEL, FACT = "等级", "事实"
YES, NO = "是", "否"


def worded(program: Program, table: TableProgram, heads: Heads) -> dict[str, Words]:
    """Give the columns of a program that words decide: of rules that hang on one column of a few words.

    Of any other rule that rows bring ratings of, only the engine can say what a row comes to.
    """
    found: dict[str, Words] = {}
    for at, (rule, scored) in enumerate(zip(program.rules, table.rules, strict=True)):
        if not scored.from_outside:
            continue
        columns = judged_columns(rule, heads.columns)
        if len(columns) != 1:
            continue
        head = heads.columns[columns[0]]
        words = list(_words(rule, head))
        judged = JudgedColumns(at, columns, table.unit, program, RowCases(program.ruleset, heads, ""))
        units = {word: one for word in words if (one := judged.units((word,))) is not None}
        nothing = judged.units(("",))
        if units and nothing is not None:
            for end, name in enumerate((scored.low.above, scored.high.above, scored.why)):
                numbers = {word: one[end] for word, one in units.items()}
                found[name] = Words(head.text, numbers, nothing[end])
    return found


def _words(rule: Rule, head: Head) -> Iterator[str]:
    if head.what is not What.RATING:
        return
    if head.key == LEVEL:
        yield from (one.words for one in choices_of(rule.meaning) if not one.cost)
    elif head.key == FACT and head.word:
        yield from (YES, NO)


def unsaid(table: TableProgram, words: dict[str, Words]) -> Sequence[str]:
    """Give the indicators of which only the engine can say what a row comes to."""
    return [one.name for one in table.rules if one.from_outside and one.low.above not in words]
