"""A 豁免检查 that waives nothing, or what can't be waived."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping as Dictionary

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Row, Table
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.model.lint import LintLevel, LintRule

KEY = "豁免检查"
Levels = Dictionary[str, LintLevel]


def leftovers(owner: Row | Table, used: Collection[str], levels: Levels) -> Iterator[Found]:
    """Yield every waiver of an indicator or a table that did not waive a flaw.

    `used` are the codes that did; `levels` the level of every code there is.
    """
    table, row = (owner.table, owner) if isinstance(owner, Row) else (owner, None)
    for key, _ in node_of(owner).within(KEY):
        code = key.text.strip()
        if code not in used:
            why = _why(code, levels)
            yield Found(table.source.scalar(key), f"豁免检查“{code}”：{why}", table, row)


def _why(code: str, levels: Levels) -> str:
    if code not in levels:
        return "没有这个代码的检查，请核对代码"
    if levels[code] == "error":
        return "这是错误，不能豁免，请改正表里的内容"
    return "这里没有这样的问题，请删去"


def reason_for(code: str, owner: Row | Table | None) -> str:
    """Give the reason why an indicator or a table may keep a flaw; "" where it gives none."""
    node = node_of(owner).mapping(KEY) if owner is not None else None
    reason = node.get(code) if node is not None else None
    return reason.text.strip() if isinstance(reason, Scalar) else ""


def node_of(owner: Row | Table) -> Mapping:
    """Give what stands in the file of an indicator or a table."""
    return owner.node if isinstance(owner, Row) else owner.root


LINT = Lint(LintRule("waiver-unused", "豁免检查用不上", "warning"), lambda _: ())
