"""自设指标 of a case ↔ lines of a form: what was achieved may be stated in several lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.files.form.line import Line, key_at, line_of, mapping, one_or_list
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence, mappings_of

_OWN = ("分值", "目标", "评分标准", "定性")
_ACTUAL = ("值", "单位", "出处", "年度", "采用", "存疑", "备注")


def own_lines(node: Mapping) -> Iterator[Line]:
    """Yield a line for each own indicator, and one more for each further statement of what was achieved."""
    for block, listed in node.within("自设指标"):
        for own in mappings_of(listed):
            name, value = own.scalar("名称"), own.get("实际")
            actual = [] if value is None else [line_of(one, _ACTUAL) for one in mappings_of(value)]
            first = line_of(own, _OWN, 板块=block, 名称=name, 指标出处=own.scalar("出处"))
            yield Line({**first.cells, **(actual[0].cells if actual else {})}, own.place)
            for one in actual[1:]:
                yield Line({"板块": block, **({"名称": name} if name else {}), **one.cells}, one.place)


def own_node(lines: Iterable[Line]) -> tuple[tuple[Scalar, Node], ...]:
    """Give the entries of 自设指标."""
    blocks: dict[str, tuple[Scalar, dict[str, list[Line]]]] = {}
    for line in lines:
        block = line.cells["板块"]
        blocks.setdefault(block.text, (block, {}))[1].setdefault(line.text("名称"), []).append(line)
    return tuple(
        (block, Sequence(tuple(_own(group) for group in named.values()), block.place))
        for block, named in blocks.values()
    )


def _own(lines: list[Line]) -> Mapping:
    first = lines[0]
    entries: list[tuple[Scalar, Node]] = [*first.taken(("名称", *_OWN))]
    source = first.get("指标出处")
    if source is not None:
        entries.append((key_at("出处", source.place), source))
    actual = [mapping(one.taken(_ACTUAL), one.place) for one in lines if "值" in one.cells]
    if actual:
        entries.append((key_at("实际", actual[0].place), one_or_list(actual)))
    return mapping(entries, first.place)
