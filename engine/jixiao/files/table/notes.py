"""What is printed below a table: what its file says of the whole, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.files.table.total import is_sentence
from jixiao.files.yaml.node import Mapping, Scalar, Sequence
from jixiao.model.printed import Printed, Slot, Way

Pieces = Iterator[str | Slot]
_MOST = {"上限": "最多得 ", "扣分上限": "最多扣 "}


def note_lines(root: Mapping) -> Iterator[Printed]:
    """Yield the notes of a table that has something to note."""
    for pieces in (
        _grades(root),
        *(_limit(key, root) for key in ("上限", "扣分上限")),
        *(_choice(place, node) for place, node in _listed(root, "任选")),
        _excess(root),
        *(_veto(place, node) for place, node in _listed(root, "否决")),
        _readings(root, ("口径",), "口径："),
        *(_own_readings(place, node) for place, node in _listed(root, "指标")),
        _plain(root, "说明", "说明："),
        _plain(root, "依据", "依据："),
        _provisional(root),
    ):
        made = tuple(one for one in pieces if one != "")
        if made:
            yield Printed(made)


def _listed(root: Mapping, key: str) -> Iterator[tuple[Way, Mapping]]:
    """Yield the mappings under a key with their ways; one that stands alone is no list."""
    value = root.get(key)
    if isinstance(value, Mapping):
        yield (key,), value
    elif isinstance(value, Sequence):
        for number, one in enumerate(value.items):
            if isinstance(one, Mapping):
                yield (key, number), one


def _grades(root: Mapping) -> Pieces:
    for number, (key, node) in enumerate(root.within("等级")):
        yield "；" if number else "等级划分："
        yield Slot(("等级", key.text), key.text.strip(), is_key=True)
        yield "（"
        yield from _scalar(node, ("等级", key.text))
        yield " 分及以上）"


def _limit(key: str, root: Mapping) -> Pieces:
    value = root.get(key)
    if isinstance(value, Scalar):
        yield f"{key}："
        yield from _scalar(value, (key,))
    for number, (name, node) in enumerate(root.within(key)):
        yield "；" if number else f"{key}："
        way = (key, name.text)
        yield Slot(way, name.text.strip(), is_key=True)
        if isinstance(node, Mapping):
            yield "，"
            yield from _inside(node, way, (("规定", ""), ("公式", "，按 "), ("最多", "，最多 ")))
        elif is_sentence(node):
            yield "，"
            yield from _scalar(node, way)
        else:
            yield _MOST[key]
            yield from _scalar(node, way)
            yield " 分"


def _choice(way: Way, node: Mapping) -> Pieces:
    yield "任选："
    yield from _names(node, way)
    yield " 任选一项考核，分值共享"
    yield from _inside(node, way, (("选用人", "，选用人："),))


def _excess(root: Mapping) -> Pieces:
    alone, around = root.scalar("超额"), root.mapping("超额")
    if alone is not None:
        yield "超额："
        yield from _scalar(alone, ("超额",))
    if around is not None:
        yield "超额："
        yield from _inside(around, ("超额",), (("规定", ""),))
        if around.get("指标") is not None:
            yield " 适用于 "
            yield from _names(around, ("超额",))


def _veto(way: Way, node: Mapping) -> Pieces:
    yield "否决："
    yield from _inside(node, way, (("事实", ""), ("后果", "，"), ("条件", "；条件：")))


def _own_readings(way: Way, node: Mapping) -> Pieces:
    return _readings(node, (*way, "口径"), f"口径（{node.text('名称')}）：")


def _readings(around: Mapping, way: Way, label: str) -> Pieces:
    for number, (key, node) in enumerate(around.within("口径")):
        yield "；" if number else label
        yield f"{key.text.strip()}："
        yield from _scalar(node, (*way, key.text))


def _plain(root: Mapping, key: str, label: str) -> Pieces:
    value = root.scalar(key)
    if value is not None:
        yield label
        yield from _scalar(value, (key,))


def _provisional(root: Mapping) -> Pieces:
    names = [one.text("名称") for one in root.mappings("指标") if one.text("出处") == "推定"]
    if names:
        yield f"推定：手头没有正式文本，分值或文字是推定的：{'、'.join(names)}"


def _names(node: Mapping, way: Way) -> Pieces:
    value = node.get("指标")
    items = value.items if isinstance(value, Sequence) else ()
    for number, one in enumerate(items):
        yield "、" if number else ""
        yield from _scalar(one, (*way, "指标", number))


def _inside(node: Mapping, way: Way, keys: tuple[tuple[str, str], ...]) -> Pieces:
    """Give what stands under keys, each with the words before it."""
    for key, before in keys:
        value = node.scalar(key)
        if value is not None:
            yield before
            yield from _scalar(value, (*way, key))


def _scalar(node: object, way: Way) -> Pieces:
    if isinstance(node, Scalar):
        yield Slot(way, node.text.strip())
