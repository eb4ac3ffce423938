"""What makes a lint: a rule, and a function that finds where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jixiao.analysis.lint.formula import Formula
from jixiao.analysis.lint.rulebook import Row, Rulebook, Table
from jixiao.analysis.lint.sentence import Sentence
from jixiao.dataclass import dataclass, replace
from jixiao.model.lint import LintRule, Spot


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a rule is broken: what is wrong there, and what to do.

    `table` and `row` are set by whoever knows which one was looked at.
    """

    spot: Spot
    message: str
    table: Table | None = None
    row: Row | None = None


Find = Callable[[Rulebook], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Lint:
    """A rule with what finds where it is broken.

    `fallback`: what it finds is left out where another lint has an error at the same
    indicator or place, and so says it better.
    """

    rule: LintRule
    find: Find
    fallback: bool = False


def each_sentence(find: Callable[[Sentence], Iterable[Found]]) -> Find:
    """Make a lint of a function that looks at one scoring sentence."""
    return lambda rulebook: (
        _in_row(found, row) for row, sentence in rulebook.sentences() for found in find(sentence)
    )


def each_formula(find: Callable[[Formula], Iterable[Found]]) -> Find:
    """Make a lint of a function that looks at one formula, condition or identity."""
    return lambda rulebook: (
        _in_row(found, row) for row, formula in rulebook.formulas() for found in find(formula)
    )


def each_row(find: Callable[[Row], Iterable[Found]]) -> Find:
    """Make a lint of a function that looks at one indicator."""
    return lambda rulebook: (_in_row(found, row) for row in rulebook.rows() for found in find(row))


def each_table(find: Callable[[Table], Iterable[Found]]) -> Find:
    """Make a lint of a function that looks at one table."""
    return lambda rulebook: (
        replace(found, table=table) for table in rulebook.tables for found in find(table)
    )


def _in_row(found: Found, row: Row | None) -> Found:
    return found if row is None else replace(found, table=row.table, row=row)
