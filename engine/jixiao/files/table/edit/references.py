"""An indicator that is called otherwise is called so wherever the table names it: 任选, 超额."""

from __future__ import annotations

from jixiao.files.table.edit.plan import Plan
from jixiao.files.yaml.node import Mapping, Scalar, Sequence
from jixiao.files.yaml.splices import Stuck
from jixiao.model.printed import Way


def follow_names(root: Mapping, plan: Plan) -> None:
    """Rename what names a renamed indicator; where that can't be done the table is refused when it is read again."""
    if not plan.renamed:
        return
    for key in ("任选", "超额"):
        value = root.get(key)
        if isinstance(value, Mapping):
            _follow(value, (key,), plan)
        elif isinstance(value, Sequence):
            for number, one in enumerate(value.items):
                if isinstance(one, Mapping):
                    _follow(one, (key, number), plan)


def _follow(node: Mapping, way: Way, plan: Plan) -> None:
    names = node.get("指标")
    for number, one in enumerate(names.items if isinstance(names, Sequence) else ()):
        new = plan.renamed.get(one.text.strip()) if isinstance(one, Scalar) else None
        if new is not None:
            try:
                plan.splices.set_text((*way, "指标", number), new)
            except Stuck:
                continue
