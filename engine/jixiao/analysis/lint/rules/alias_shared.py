"""One name or alias for two items: a report that uses it could mean either."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.language.formula import plain_name
from jixiao.model.lint import LintRule


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every later use of a name or alias, whatever its width and quotation marks."""
    if not rulebook.is_items_asked:
        return
    taken: dict[str, tuple[Scalar, str]] = {}
    for scalar, item in _names(rulebook.sheet.root):
        earlier, owner = taken.setdefault(plain_name(scalar.text), (scalar, item))
        if earlier is not scalar:
            whose = "同一个数据项" if owner == item else f"数据项“{owner}”"
            yield Found(
                rulebook.sheet.source.scalar(scalar),
                f"“{scalar.text.strip()}”在第{earlier.place.line}行已是{whose}的名称或别名，"
                "报告里写到它就不知指哪一个。请只留一处",
            )


def _names(root: Mapping) -> Iterator[tuple[Scalar, str]]:
    """Yield names before aliases, each with its item."""
    entries = root.within("数据项")
    for key, _ in entries:
        yield key, key.text
    for key, node in entries:
        if isinstance(node, Mapping):
            for alias in node.scalars("别名"):
                yield alias, key.text


LINT = Lint(LintRule("alias-shared", "两个数据项共用一个名称或别名", "error"), find)
