"""An 免评 that never applies: the sentence does not name it, or its condition can't hold."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.conditions import can_hold
from jixiao.analysis.lint.found import Found, Lint, each_row
from jixiao.analysis.lint.rulebook import Row
from jixiao.language.formula import plain_name
from jixiao.language.span import Span
from jixiao.model.lint import LintRule, Spot
from jixiao.model.wording import quoted


def find(row: Row) -> Iterator[Found]:
    """Yield every 免评 that the sentence does not name or whose condition can't hold."""
    standard = row.sentence.standard
    facts = {plain_name(one.fact): one.fact for one in standard.exemptions} if standard else {}
    for fact, condition in row.conditions:
        if standard is not None and plain_name(fact) not in facts:
            named = f"，句中有：{'、'.join(facts.values())}" if facts else "，句中没有免评的条款"
            yield Found(
                _key_spot(row, fact),
                f"评分标准里没有{quoted(fact)}这一情形{named}。请照“的”字前面的原话写，或在评分标准里补上",
            )
        elif condition.known is not None and not can_hold(condition.known, condition.sheet.items):
            yield Found(
                condition.spot(Span(0, len(condition.text.text))),
                f"这个条件不可能成立，{quoted(fact)}永远不会免评。请核对数据项和符号",
            )


def _key_spot(row: Row, fact: str) -> Spot:
    keys = [key for key, _ in row.node.within("免评") if key.text.strip() == fact]
    return row.table.source.scalar(keys[0]) if keys else row.spot("免评")


LINT = Lint(LintRule("exemption-never", "免评永远用不上", "error"), each_row(find))
