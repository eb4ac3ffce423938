"""What is called otherwise is called so wherever the table names it: indicators in 任选 and 超额, categories in 上限, 扣分上限 and 否决."""

from __future__ import annotations

from collections.abc import Iterator, Mapping as Names

from jixiao.files.table.edit.plan import Plan
from jixiao.files.yaml.node import Mapping, Scalar, Sequence
from jixiao.files.yaml.splices import Stuck
from jixiao.model.printed import Way


def follow_names(root: Mapping, plan: Plan) -> None:
    """Rename what names a thing that was renamed; where that can't be done the file is refused when it is read again."""
    blocks = {old: new for old, (new, *more) in plan.blocks.items() if not more and new not in ("", old)}
    for way, text in (*_indicators(root, plan.renamed), *_effects(root, blocks)):
        try:
            plan.splices.set_text(way, text)
        except Stuck:
            continue
    for way, text in _limits(root, blocks):
        try:
            plan.splices.set_key(way, text)
        except Stuck:
            continue


def _indicators(root: Mapping, renamed: Names[str, str]) -> Iterator[tuple[Way, str]]:
    for key in ("任选", "超额"):
        for way, node in _mappings(root, key):
            names = node.get("指标")
            for number, one in enumerate(names.items if isinstance(names, Sequence) else ()):
                if isinstance(one, Scalar) and one.text.strip() in renamed:
                    yield (*way, "指标", number), renamed[one.text.strip()]


def _effects(root: Mapping, blocks: Names[str, str]) -> Iterator[tuple[Way, str]]:
    for way, node in _mappings(root, "否决"):
        effect = node.text("后果")
        old = next((one for one in blocks if effect.startswith(one)), None)
        if old is not None:
            yield (*way, "后果"), blocks[old] + effect.removeprefix(old)


def _limits(root: Mapping, blocks: Names[str, str]) -> Iterator[tuple[Way, str]]:
    for key in ("上限", "扣分上限"):
        for name, _ in root.within(key):
            if name.text.strip() in blocks:
                yield (key, name.text), blocks[name.text.strip()]


def _mappings(root: Mapping, key: str) -> Iterator[tuple[Way, Mapping]]:
    value = root.get(key)
    if isinstance(value, Mapping):
        yield (key,), value
    elif isinstance(value, Sequence):
        for number, one in enumerate(value.items):
            if isinstance(one, Mapping):
                yield (key, number), one
