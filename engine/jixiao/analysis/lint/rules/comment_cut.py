"""A text that ends before a # which belongs to it: what stands behind is a comment to YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.analysis.lint.source import Source
from jixiao.dataclass import replace
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.model.lint import LintRule
from jixiao.model.messages import shortened

_REST = re.compile(r"\s+#(.*)")
_UNFINISHED = re.compile("[，、；：（(“《]$")
"""How a text ends that was to go on."""


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every text of a table, of the items or of a case that a # cuts off."""
    if rulebook.is_items_asked:
        yield from _below(rulebook.sheet.root, rulebook.sheet.source)
    for table in rulebook.tables:
        yield from (replace(found, table=table) for found in _below(table.root, table.source))
    for case in rulebook.cases:
        yield from _below(case.root, case.source)


def _below(root: Mapping, source: Source) -> Iterator[Found]:
    for scalar in _texts(root):
        spot = source.scalar(scalar)
        end = spot.place.column - 1 + spot.length
        rest = _REST.match(spot.line, end)
        if spot.text != scalar.text.strip() or rest is None:
            continue
        if rest[1][:1].strip(" #\t") or _UNFINISHED.search(spot.text):
            place = spot.place._replace(column=rest.start(1))
            message = (
                f"“{shortened(scalar.text.strip())}”到此为止，“#”和后面的字成了备注，不算在内；"
                "是文字的请把整段加引号，是备注的请写成“# ”"
            )
            yield Found(source.spot(place, len(rest[1]) + 1), message)


def _texts(root: Mapping) -> Iterator[Scalar]:
    """Yield every text without quotation marks, in no order."""
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            if node.plain and node.text:
                yield node
        elif isinstance(node, Sequence):
            waiting.extend(node.items)
        else:
            waiting.extend(value for _, value in node.entries)


LINT = Lint(LintRule("comment-cut", "文字被 # 截断", "warning"), find)
