"""Totals without a grade: no grade begins at 0, or the table speaks of whole numbers only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from jixiao.analysis.lint.found import Found, Lint, each_table
from jixiao.analysis.lint.rulebook import Table
from jixiao.files.yaml.node import Scalar
from jixiao.language.span import Span
from jixiao.model.lint import LintRule
from jixiao.quantity import fold_width, points_text

WORDS = ("说明", "依据")
"""Where a table tells in words what its grades are."""
_RANGE = r"\s*[:为]?\s*\(?(\d{1,4})\s*分?\s*[-~至到]\s*(\d{1,4})"
_DASHES = str.maketrans("～—–－", "~---")


def find(table: Table) -> Iterator[Found]:
    """Yield grades that begin above 0, and words of whole-number grades with gaps."""
    yield from _below_the_last(table)
    yield from _between_whole_numbers(table)


def _below_the_last(table: Table) -> Iterator[Found]:
    if not table.ruleset.grades:
        return
    name, lowest = table.ruleset.grades[-1]
    if lowest > 0:
        yield Found(
            table.spot("等级", name),
            f"最低的等级“{name}”从{points_text(lowest)}分起，{points_text(lowest)}分以下没有等级。请把最低一级写成 0，或补上一级",
        )


def _between_whole_numbers(table: Table) -> Iterator[Found]:
    """Yield the words 优 90-100、良 80-89: a total of 89.5 has no grade by them."""
    for key in WORDS:
        node = table.root.scalar(key)
        found = _first_gap(node, [name for name, _ in table.ruleset.grades]) if node else None
        if node is not None and found is not None:
            (upper, start), (lower, end), span = found
            middle = points_text((Fraction(start) + end) / 2)
            yield Found(
                table.source.within(node.as_text(), span.start, span.end),
                f"文字写的等级是整数分档（{lower}到{end}分，{upper}从{start}分起），{middle}分不在任何一档；"
                f"程序读作最低分：不到{start}分的归{lower}。请在正式文件里写明，或在说明里写明这样读",
            )


def _first_gap(node: Scalar, grades: list[str]) -> tuple[tuple[str, int], tuple[str, int], Span] | None:
    """Give the first two neighbouring grades a whole number apart, best first, and the words."""
    text = fold_width(node.as_text().text).translate(_DASHES)
    ranges = []
    for name in grades:
        stated = re.search(re.escape(fold_width(name)) + _RANGE, text)
        if stated:
            low, high = sorted((int(stated[1]), int(stated[2])))
            ranges.append((low, high, name, Span(*stated.span())))
    ranges.sort(key=lambda one: -one[0])
    for (start, _, upper, first), (_, end, lower, second) in pairwise(ranges):
        if start == end + 1:
            return (upper, start), (lower, end), first.to(second)
    return None


LINT = Lint(LintRule("grade-gap", "等级之间有空档", "warning"), each_table(find))
