"""A formula that is not the one that the common framework has under the same name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.analysis.lint.common import Namesake, applying, namesakes
from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Row, Rulebook
from jixiao.dataclass import replace
from jixiao.language.formula import Expression, plain_name, write_formula
from jixiao.language.formula.agree import agree
from jixiao.model.framework import Framework
from jixiao.model.lint import LintRule
from jixiao.model.wording import quoted

SETTLED = ("口径", "公式", "共性")
"""Words of a 说明 that says why the formula is what it is."""
MAX_WRITTEN = 120
"""Most characters of a formula that a message repeats."""


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every formula that differs in value from all common ones of its name.

    Left out where 说明 speaks of it, or where a common formula needs items that are not there.
    """
    for row in rulebook.rows():
        formula = None if row.formula is None else row.formula.known
        if formula is not None and not any(word in row.node.text("说明") for word in SETTLED):
            found = _beside(row, formula, rulebook.frameworks)
            if found is not None:
                yield replace(found, table=row.table, row=row)


def _beside(row: Row, formula: Expression, frameworks: Sequence[Framework]) -> Found | None:
    name, items = row.indicator.name, row.table.sheet.items
    mine = applying(frameworks, row.table.ruleset.scope)
    known = list(namesakes(name, mine, items))
    if not known or any(one.allows(formula) for one in known):
        return None
    others = namesakes(name, [one for one in frameworks if one not in mine], items)
    elsewhere = next((one for one in others if agree(formula, one.formula)), None)
    first = known[0]
    return Found(
        row.spot("公式"),
        f"{quoted(name)}的公式与共性框架不同。{_named(first, name)}：{_written(first.formula)}；"
        f"这里：{_written(formula)}{_known(first, formula, elsewhere)}。"
        "确是这样规定的，请在“说明”里写明口径（如“口径：……”），或另取名称；写错了的请改公式",
    )


def _named(one: Namesake, name: str) -> str:
    framework, indicator = one.framework, one.indicator
    other = "" if plain_name(indicator.name) == plain_name(name) else f"；那里叫{quoted(indicator.name)}"
    doubt = "；凭记忆写的" if indicator.unchecked else ""
    return f"{framework.reference}（{framework.basis}{other}{doubt}）"


def _known(one: Namesake, formula: Expression, elsewhere: Namesake | None) -> str:
    where = one.known_from(formula)
    if where:
        return f"，见于{where}"
    return "" if elsewhere is None else f"，与{elsewhere.framework.reference}相同"


def _written(tree: Expression) -> str:
    text = write_formula(tree)
    return text if len(text) <= MAX_WRITTEN else f"{text[:MAX_WRITTEN]}…"


LINT = Lint(LintRule("common-formula", "公式与共性框架不同", "info", each=True), find)
