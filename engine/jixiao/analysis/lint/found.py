"""What makes a lint: a rule, and a function that finds where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from jixiao.analysis.lint.case_file import CaseFile
from jixiao.analysis.lint.formula import Formula
from jixiao.analysis.lint.measured import Measured, measured_in
from jixiao.analysis.lint.rulebook import Row, Rulebook, Table
from jixiao.analysis.lint.sentence import Sentence
from jixiao.dataclass import dataclass, replace
from jixiao.model.lint import LintRule, Spot
from jixiao.model.messages import shortened
from jixiao.model.mishap import mishap_text, sentence_called

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a rule is broken: what is wrong there, and what to do.

    `table` and `row` are set by whoever knows which one was looked at.
    """

    spot: Spot
    message: str
    table: Table | None = None
    row: Row | None = None
    mishap: bool = False
    """Whether it is the program itself that failed here."""


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
        _in_row(found, row)
        for row, sentence in rulebook.sentences()
        for found in _kept(find, sentence, sentence.spot, sentence_called(sentence.text.text))
    )


def each_measured(find: Callable[[Measured], Iterable[Found]]) -> Find:
    """Make a lint of a function that looks at one rule that scores a value or a count."""
    return each_sentence(
        lambda sentence: (found for measured in measured_in(sentence) for found in find(measured))
    )


def each_formula(find: Callable[[Formula], Iterable[Found]]) -> Find:
    """Make a lint of a function that looks at one formula, condition or identity."""
    return lambda rulebook: (
        _in_row(found, row)
        for row, formula in rulebook.formulas()
        for found in _kept(find, formula, formula.whole, f"公式“{shortened(formula.text.text)}”")
    )


def each_row(find: Callable[[Row], Iterable[Found]]) -> Find:
    """Make a lint of a function that looks at one indicator."""
    return lambda rulebook: (
        _in_row(found, row)
        for row in rulebook.rows()
        for found in _kept(find, row, row.sentence.spot, f"指标“{shortened(row.indicator.name)}”")
    )


def each_table(find: Callable[[Table], Iterable[Found]]) -> Find:
    """Make a lint of a function that looks at one table."""
    return lambda rulebook: (
        replace(found, table=table)
        for table in rulebook.tables
        for found in _kept(find, table, table.spot, f"指标表“{table.ruleset.reference}”")
    )


def each_case(find: Callable[[CaseFile], Iterable[Found]]) -> Find:
    """Make a lint of a function that looks at one case."""
    return lambda rulebook: (
        found
        for case in rulebook.cases
        for found in _kept(find, case, case.spot, f"案例“{shortened(case.root.text('案例'))}”")
    )


def _kept(
    find: Callable[[T], Iterable[Found]], thing: T, where: Callable[[], Spot], what: str
) -> Iterator[Found]:
    """Yield what is found in one thing; a mistake of ours over it costs nothing that is found elsewhere."""
    try:
        yield from find(thing)
    except Exception as problem:  # noqa: BLE001
        yield Found(where(), mishap_text(problem, what), mishap=True)


def _in_row(found: Found, row: Row | None) -> Found:
    return found if row is None else replace(found, table=row.table, row=row)
