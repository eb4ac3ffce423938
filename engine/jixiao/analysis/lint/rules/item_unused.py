"""An item that no formula, condition, identity, check, finding rule, framework or case mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.analysis.lint.common import common_names
from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.language.formula import names
from jixiao.model.finding_rule import FindingRule, Variable
from jixiao.model.lint import LintRule


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every item that nothing uses, where the whole folder is looked at.

    An item with an identity is used: the engine compares both sides. A case uses an item by
    its name; a name inside a longer word counts too, so that none is called unused wrongly.
    """
    if rulebook.refused or not (  # what can't be read may use any of them
        rulebook.is_items_asked
        and rulebook.is_whole
        and all(formula.tree for _, formula in rulebook.formulas())
    ):
        return
    used = {name for _, formula in rulebook.formulas() if formula.tree for name in names(formula.tree)}
    used |= {name for framework in rulebook.own_frameworks for name in common_names(framework)}
    used |= set(_asked(rulebook.finding_rules))
    for key, _ in rulebook.sheet.root.within("数据项"):
        item = rulebook.sheet.items.get(key.text.strip())
        if item is None or item.name in used or item.identity is not None:
            continue
        if not any(item.name in text for text in rulebook.case_texts):
            yield Found(
                rulebook.sheet.source.scalar(key),
                f"没有公式、免评、恒等式、核查、共性框架或案例用到“{item.name}”。不再需要的请删去；留着备用的不必理会",
            )


def _asked(rules: Iterable[FindingRule]) -> Iterator[str]:
    """Yield the items that finding rules name."""
    for rule in rules:
        for pattern in (*rule.when, *rule.absent, *(one.pattern for one in rule.counted)):
            for name, term in pattern.terms:
                if name == "数据项" and not isinstance(term, Variable):
                    yield from term


LINT = Lint(LintRule("item-unused", "定义了却没有用到的数据项", "info"), find)
