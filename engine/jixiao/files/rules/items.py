"""rules/items.yaml → the data items (数据项) that tables and cases speak of."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from pathlib import Path

from jixiao.dataclass import dataclass
from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.figures import read_unit
from jixiao.files.schema.document import Document, read_document
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.language.formula import plain_name
from jixiao.model.ruleset import Item


@dataclass(frozen=True, slots=True)
class ItemsFile:
    """All items by name, and the digest of the file they come from."""

    items: Dictionary[str, Item]
    digest: str


def load_items(path: Path) -> ItemsFile:
    """Read items.yaml; raises Refused, also where one name could mean two items."""
    collector = Collector()
    file = read_items(read_document(path, "items"), collector)
    collector.refuse_if_any()
    return file


def read_items(document: Document, collector: Collector) -> ItemsFile:
    """Give the items of a document that fits the schema, as far as they can be read."""
    items: dict[str, Item] = {}
    for key, node in document.root.within("数据项"):
        if isinstance(node, Mapping):
            item = _item(key, node, collector)
            if item is not None:
                items[item.name] = item
    _note_collisions(document.root, collector)
    return ItemsFile(items, document.digest)


def _item(key: Scalar, node: Mapping, collector: Collector) -> Item | None:
    unit_scalar = node.scalar("单位")
    unit = None if unit_scalar is None else read_unit(unit_scalar, collector)
    if unit is None:
        return None
    identity = node.scalar("恒等式")
    return Item(
        name=key.text.strip(),
        unit=unit,
        meaning=node.text("含义"),
        aliases=tuple(alias.text.strip() for alias in node.scalars("别名")),
        identity=None if identity is None else identity.as_text(),
        phrases=_read_as(node, "叫法"),
        short_names=_read_as(node, "简称"),
        within=_read_as(node, "属于"),
        numerator_of=_read_as(node, "分子"),
        denominator_of=_read_as(node, "分母"),
        change_in=_read_as(node, "变动"),
    )


def _read_as(node: Mapping, key: str) -> tuple[str, ...]:
    """Give what 读法 says of how reports call an item."""
    said = node.get("读法")
    return tuple(one.text.strip() for one in said.scalars(key)) if isinstance(said, Mapping) else ()


def _note_collisions(root: Mapping, collector: Collector) -> None:
    """Note a name or alias that two items share, naming both places."""
    taken: dict[str, tuple[Scalar, str]] = {}
    names = [(key, key.text) for key, _ in root.within("数据项")]
    aliases = [
        (alias, key.text)
        for key, node in root.within("数据项")
        if isinstance(node, Mapping)
        for alias in node.scalars("别名")
    ]
    for scalar, item in names + aliases:
        earlier, owner = taken.setdefault(plain_name(scalar.text), (scalar, item))
        if earlier is not scalar:
            pieces = {"name": scalar.text, "earlier": earlier.place, "item": owner}
            collector.add(scalar.place, messages.ITEM_COLLISION, **pieces)
