"""One 叫法 for two items of one unit: whoever reads a report can't tell them apart, and takes the first."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.language.formula import plain_name
from jixiao.model.lint import LintRule
from jixiao.model.ruleset import Item


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every 叫法 of an earlier item of the same unit; not of the two numbers of one rate, which one 无 may tell."""
    if not rulebook.is_items_asked:
        return
    taken: dict[tuple[str, object], tuple[Item, Scalar]] = {}
    for name, scalar in _phrases(rulebook.sheet.root):
        item = rulebook.sheet.items.get(name)
        if item is None:
            continue
        phrase = plain_name(scalar.text).strip("….")
        owner, earlier = taken.setdefault((phrase, item.unit.dimension), (item, scalar))
        if owner is not item and not _make_one_rate(owner, item):
            yield Found(
                rulebook.sheet.source.scalar(scalar),
                f"“{scalar.text.strip()}”在第{earlier.place.line}行已是“{owner.name}”的叫法，两项的单位又相同，"
                f"报告里写到它，总是当作“{owner.name}”。请只留一处，或者换一个分得清的叫法",
            )


def _phrases(root: Mapping) -> Iterator[tuple[str, Scalar]]:
    """Yield what reports call each item (读法 叫法), with its name."""
    for key, node in root.within("数据项"):
        said = node.get("读法") if isinstance(node, Mapping) else None
        if isinstance(said, Mapping):
            yield from ((key.text.strip(), phrase) for phrase in said.scalars("叫法"))


def _make_one_rate(one: Item, other: Item) -> bool:
    """Whether a rate is of both: of 无新建楼堂馆所 the planned area and the real one are 0."""
    rates = {*one.numerator_of} & {*other.denominator_of} | {*one.denominator_of} & {*other.numerator_of}
    return bool(rates)


LINT = Lint(LintRule("phrase-shared", "两个数据项共用一个叫法，单位也相同", "warning"), find)
