"""What a person says that columns are (`--map`): a YAML file, column: item（unit）."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jixiao.files.collector import Collector
from jixiao.files.rows import messages
from jixiao.files.schema.document import read_tree
from jixiao.files.yaml.node import Mapping as Tree, Node, Scalar
from jixiao.model.messages import listed

NOT_USED = "不用"


def read_named(path: Path, heads: Sequence[str]) -> Mapping[str, str]:
    """Give for each head that the file names how it should read, "" for one not to be used; raises Refused."""
    root = read_tree(path, "经费（万）: 年初预算（万元）").root
    collector = Collector()
    found: dict[str, str] = {}
    for key, node in root.entries:
        head = next((one for one in heads if one.strip() == key.text.strip()), None)
        said = _said(node)
        if head is None:
            collector.add(key.place, messages.MAP_HEAD, head=key.text, known=listed(heads))
        elif said is None:
            collector.add(node.place, messages.MAP_SHAPE)
        else:
            found[head] = "" if said == NOT_USED else said
    collector.refuse_if_any()
    return found


def _said(node: Node) -> str | None:
    """Give a head of what stands behind a column: 年初预算（元）, or {数据项: 年初预算, 单位: 元}."""
    if isinstance(node, Scalar):
        return node.text.strip() or None
    if not isinstance(node, Tree):
        return None
    name, unit = node.text("数据项") or node.text("指标"), node.text("单位")
    if not name or any(key.text not in ("数据项", "指标", "单位") for key, _ in node.entries):
        return None
    return f"{name}（{unit}）" if unit else name
