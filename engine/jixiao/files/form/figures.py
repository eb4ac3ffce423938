"""数据 and 明细 of a case ↔ lines of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.files.form.line import Line, key_at, line_of, mapping, one_or_list
from jixiao.files.yaml.node import Mapping, Node, Scalar, mappings_of
from jixiao.model.years import last_year_of

BESIDE = ("上年", "增减额", "增减率")
_STATEMENT = ("单位", *BESIDE, "出处", "年度", "采用", "存疑", "备注")
_PART = ("值", "单位", "占比", "完成率", "出处", "采用", "存疑", "备注")
RESERVED = ("按", "其中")


def data_lines(node: Mapping) -> Iterator[Line]:
    """Yield a line for each statement under 数据."""
    for key, stated in node.within("数据"):
        for one in mappings_of(stated):
            yield line_of(one, _STATEMENT, 名称=_named(key), 本年=one.scalar("值"))


def data_node(lines: Iterable[Line]) -> tuple[tuple[Scalar, Node], ...]:
    """Give the entries of 数据, one for each name; what only last year's column has is last year's."""
    found: dict[str, tuple[Scalar, list[Mapping]]] = {}
    for line in lines:
        name, value = line.cells["名称"], line.get("本年")
        keys = [key for key in _STATEMENT if key != "上年" or value is not None]
        if value is None:
            value = line.cells["上年"]
            name = name._replace(text=last_year_of(name.text))
        statement = mapping(((key_at("值", value.place), value), *line.taken(keys)), line.place)
        found.setdefault(name.text, (name, []))[1].append(statement)
    return tuple((name, one_or_list(statements)) for name, statements in found.values())


def part_lines(node: Mapping) -> Iterator[Line]:
    """Yield a line for each statement of a part under 明细."""
    for whole, broken in node.within("明细"):
        for parts in mappings_of(broken):
            said = {key: found for key in RESERVED if (found := parts.scalar(key)) is not None}
            for key, stated in parts.entries:
                if key.text not in RESERVED:
                    for one in mappings_of(stated):
                        line = line_of(one, _PART, 数据项=_named(whole), 分项=_named(key))
                        yield Line({**said, **line.cells}, line.place)


def parts_node(lines: Iterable[Line]) -> tuple[tuple[Scalar, Node], ...]:
    """Give the entries of 明细: parts of one whole belong together where they are split in the same way."""
    wholes: dict[str, tuple[Scalar, dict[str, list[Line]]]] = {}
    for line in lines:
        whole = line.cells["数据项"]
        wholes.setdefault(whole.text, (whole, {}))[1].setdefault(line.text("按"), []).append(line)
    return tuple(
        (whole, one_or_list([_parts(group) for group in groups.values()]))
        for whole, groups in wholes.values()
    )


def _parts(lines: list[Line]) -> Mapping:
    entries: list[tuple[Scalar, Node]] = []
    for key in RESERVED:
        entries += next((one.taken((key,)) for one in lines if key in one.cells), ())
    parts: dict[str, tuple[Scalar, list[Mapping]]] = {}
    for line in lines:
        name = line.cells["分项"]
        parts.setdefault(name.text, (name, []))[1].append(mapping(line.taken(_PART), line.place))
    entries += [(name, one_or_list(statements)) for name, statements in parts.values()]
    return mapping(entries, lines[0].place)


def _named(key: Scalar) -> Scalar:
    return key._replace(text=key.text.strip(), plain=False)
