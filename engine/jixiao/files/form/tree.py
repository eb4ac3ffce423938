"""All lines of a form ↔ the tree of its case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.files.form import panels
from jixiao.files.form.claims import (
    DISPOSITION,
    SAYING,
    chosen_lines,
    claim_lines,
    claim_node,
    claims_lines,
    listed_lines,
    listed_node,
)
from jixiao.files.form.figures import data_lines, data_node, part_lines, parts_node
from jixiao.files.form.line import Line, Lines, key_at, mapping, said
from jixiao.files.form.own import own_lines, own_node
from jixiao.files.form.ratings import rating_lines, ratings_node
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.model.diagnostic import Place

_CODE = re.compile(r"(?=.*[A-Za-z].*[A-Za-z])[A-Za-z][A-Za-z0-9._-]*(?:@[A-Za-z0-9.-]+)?")
"""A code that no reader of YAML takes for anything else."""
HEADING = ("案例", "代码", "单位", "性质", "地区", "年度", "对象", "指标表")
"""What says which case it is, in the order in which it stands."""


def lines_of(root: Mapping) -> Lines:
    """Give the lines of a case: those of the whole first, then those of each of its projects."""
    found: Lines = {kind.code: [] for kind in panels.KINDS}
    for key in HEADING:
        value = root.scalar(key)
        if value is not None:
            found[panels.HEADING.code].append(
                Line({"栏目": said(key, value.place), "填写": value}, value.place)
            )
    for label, file in root.within("来源"):
        if isinstance(file, Scalar):
            found[panels.SOURCES.code].append(Line({"简称": label, "文件": file}, label.place))
    _add(found, root, None)
    for project in root.mappings("项目"):
        _add(found, project, project.scalar("名称"))
    return found


def _add(found: Lines, node: Mapping, project: Scalar | None) -> None:
    for code, lines in (
        (panels.DATA.code, data_lines(node)),
        (panels.PARTS.code, part_lines(node)),
        (panels.RATINGS.code, rating_lines(node)),
        (panels.CHOSEN.code, chosen_lines(node)),
        (panels.OWN.code, own_lines(node)),
        (panels.CLAIM.code, claim_lines(node)),
        (panels.CLAIMS.code, claims_lines(node)),
        (panels.SAYINGS.code, listed_lines(node, "说法", SAYING)),
        (panels.DISPOSITIONS.code, listed_lines(node, "处置", DISPOSITION)),
    ):
        if project is None:
            found[code] += lines
        else:
            found[code] += (Line({"项目": project, **one.cells}, one.place) for one in lines)


def root_of(lines: Lines, place: Place) -> Mapping:
    """Give the tree of a case; `place` is the workbook's."""
    entries: list[tuple[Scalar, Node]] = []
    heading = {line.text("栏目"): line for line in lines.get(panels.HEADING.code, ())}
    for key in HEADING:
        value = heading[key].get("填写") if key in heading else None
        if value is not None:
            entries.append((key_at(key, value.place), _heading(key, value)))
    sources = [(one.cells["简称"], one.cells["文件"]) for one in lines.get(panels.SOURCES.code, ())]
    if sources:
        entries.append((key_at("来源", sources[0][0].place), mapping(sources, sources[0][0].place)))
    entries += _sections(_of_project(lines, ""))
    projects = dict.fromkeys(
        one.text("项目") for group in lines.values() for one in group if one.text("项目")
    )
    if projects:
        nodes = tuple(_project(name, lines) for name in projects)
        entries.append((key_at("项目", nodes[0].place), Sequence(nodes, nodes[0].place)))
    return mapping(entries, place)


def _heading(key: str, value: Scalar) -> Scalar:
    text = value.text.strip()
    is_code = key in ("代码", "指标表") and _CODE.fullmatch(text) is not None
    return (
        Scalar(text, plain=True, place=value.place)
        if is_code
        else said(text, value.place, number=key == "年度")
    )


def _project(name: str, lines: Lines) -> Mapping:
    own = _of_project(lines, name)
    first = next(one.cells["项目"] for group in own.values() for one in group)
    return mapping(((key_at("名称", first.place), first), *_sections(own)), first.place)


def _of_project(lines: Lines, name: str) -> Lines:
    return {code: [one for one in group if one.text("项目") == name] for code, group in lines.items()}


def _sections(lines: Lines) -> Iterator[tuple[Scalar, Node]]:
    def of(kind: panels.PanelKind) -> list[Line]:
        return lines.get(kind.code, [])

    def section(key: str, entries: Iterable[tuple[Scalar, Node]]) -> Iterator[tuple[Scalar, Node]]:
        found = tuple(entries)
        if found:
            yield key_at(key, found[0][0].place), mapping(found, found[0][0].place)

    yield from section("数据", data_node(of(panels.DATA)))
    yield from section("明细", parts_node(of(panels.PARTS)))
    for key, node in (
        ("说法", listed_node(of(panels.SAYINGS), SAYING)),
        ("自评", claim_node(of(panels.CLAIM), of(panels.CLAIMS))),
    ):
        if node is not None:
            yield key_at(key, node.place), node
    yield from section("评定", ratings_node(of(panels.RATINGS)))
    yield from section("选用", ((one.cells["指标"], one.cells["选用"]) for one in of(panels.CHOSEN)))
    yield from section("自设指标", own_node(of(panels.OWN)))
    node = listed_node(of(panels.DISPOSITIONS), DISPOSITION)
    if node is not None:
        yield key_at("处置", node.place), node
