"""In a report of projects, what was spent in all is what the projects spent: 全年执行数, and no account of the unit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jixiao.dataclass import replace
from jixiao.model.reading import ReadFigure
from jixiao.model.ruleset import Item

_OF_PROJECTS = {"支出决算": "全年执行数", "支出预算数": "全年预算数"}
"""What the whole unit has → what a project has."""
_WHOLE = re.compile("^(支出决算|支出预算数)(?=$|较|（)")


def as_spent(figure: ReadFigure, items: Mapping[str, Item]) -> ReadFigure:
    """Give a figure of a report of projects under the item that projects have."""
    name = _WHOLE.sub(lambda one: _OF_PROJECTS[one[0]], figure.item)
    whole = None if figure.of is None else _WHOLE.sub(lambda one: _OF_PROJECTS[one[0]], figure.of)
    if name == figure.item and whole == figure.of:
        return figure
    return replace(figure, item=name, of=whole, known=name in items)
