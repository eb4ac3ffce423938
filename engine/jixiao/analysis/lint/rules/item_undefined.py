"""A name in a formula that is no item."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.formula import Formula
from jixiao.analysis.lint.found import Found, Lint, each_formula
from jixiao.language.formula import plain_name, spellings
from jixiao.model.lint import LintRule
from jixiao.model.messages import nearest


def find(formula: Formula) -> Iterator[Found]:
    """Yield every name that no item has, with the item it is an alias of or the nearest names.

    Silent where items.yaml can't be read whole: the name may be in what is missing.
    """
    if not formula.sheet.complete:
        return
    owners = {plain_name(alias): item.name for item in formula.sheet.items.values() for alias in item.aliases}
    for name in formula.unknown:
        owner = owners.get(plain_name(name.name))
        if owner is not None:
            hint = f"它是数据项“{owner}”的别名，请写“{owner}”"
        else:
            near = nearest(name.name, spellings(formula.sheet.items))
            hint = f"items.yaml 里没有{near}；新的数据项请先写进 items.yaml"
        yield Found(formula.spot(name.span), f"没有名为“{name.name}”的数据项：{hint}")


LINT = Lint(LintRule("item-undefined", "用到没有定义的数据项", "error"), each_formula(find))
