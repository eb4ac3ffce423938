"""自评, 说法, 处置 and 选用 of a case ↔ lines of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.files.form.line import Line, key_at, line_of, mapping, one_or_list
from jixiao.files.yaml.node import Mapping, Node, Scalar

CLAIM = ("总分", "平均分", "等级", "出处", "备注")
OF_INDICATOR = ("得分", "扣分", "比率", "算式", "理由", "出处")
SAYING = ("关系", "出处", "备注")
DISPOSITION = ("代码", "指标", "数据项", "指纹", "理由", "处置人", "期限")


def claim_lines(node: Mapping) -> Iterator[Line]:
    """Yield the line of what is claimed of the whole."""
    claim = node.mapping("自评")
    if claim is not None and any(claim.scalar(key) is not None for key in CLAIM):
        yield line_of(claim, CLAIM)


def claims_lines(node: Mapping) -> Iterator[Line]:
    """Yield a line for each indicator of which something is claimed."""
    claim = node.mapping("自评")
    for key, one in claim.within("指标") if claim is not None else ():
        if isinstance(one, Mapping):
            yield line_of(one, OF_INDICATOR, 指标=key)


def claim_node(whole: Iterable[Line], indicators: Iterable[Line]) -> Mapping | None:
    """Give what stands under 自评; None for nothing."""
    first, of_indicators = next(iter(whole), None), [*indicators]
    entries: list[tuple[Scalar, Node]] = [] if first is None else [*first.taken(CLAIM)]
    if of_indicators:
        claims = [(one.cells["指标"], mapping(one.taken(OF_INDICATOR), one.place)) for one in of_indicators]
        place = of_indicators[0].place
        entries.append((key_at("指标", place), mapping(claims, place)))
    return mapping(entries, entries[0][0].place) if entries else None


def listed_lines(node: Mapping, section: str, keys: Iterable[str]) -> Iterator[Line]:
    """Yield a line for each of the things that a section lists (说法, 处置)."""
    keys = tuple(keys)
    yield from (line_of(one, keys) for one in node.mappings(section))


def listed_node(lines: Iterable[Line], keys: Iterable[str]) -> Node | None:
    """Give what stands under such a section; None for nothing."""
    keys = tuple(keys)
    found = [mapping(one.taken(keys), one.place) for one in lines]
    return one_or_list(found) if found else None


def chosen_lines(node: Mapping) -> Iterator[Line]:
    """Yield a line for each indicator that was chosen (选用)."""
    for key, value in node.within("选用"):
        if isinstance(value, Scalar):
            yield Line({"指标": key, "选用": value}, key.place)
