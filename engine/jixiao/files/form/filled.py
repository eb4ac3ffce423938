"""Which lines of a form were filled in, and what is lacking in them: a row that was left alone is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from jixiao.files.collector import Collector
from jixiao.files.form import messages, panels
from jixiao.files.form.answered import answered_lines
from jixiao.files.form.claims import OF_INDICATOR
from jixiao.files.form.figures import BESIDE
from jixiao.files.form.line import Line, Lines
from jixiao.files.form.tree import HEADING
from jixiao.model.form import NO
from jixiao.quantity import UnitError, find_unit

_UNIT_BEHIND = re.compile(r"[-+]?[\d,，.．０-９]+\s*([^\d\s.,]+)")
Taken = Iterator[Line]


def filled_lines(lines: Lines, collector: Collector) -> Lines:
    """Give the lines in which something was filled in; notes what they lack."""
    return {code: [*_TAKEN[code](group, collector)] for code, group in lines.items()}


def _heading(lines: list[Line], _: Collector) -> Taken:
    yield from (one for one in lines if one.text("栏目") in HEADING and "填写" in one.cells)


def _sources(lines: list[Line], collector: Collector) -> Taken:
    for line in lines:
        file = line.get("文件")
        if "简称" in line.cells:
            yield Line({"文件": line.cells["简称"], **line.cells}, line.place)
        elif file is not None:
            collector.add(file.place, messages.NO_NAME, what="文件名", head="来源简称")


def _data(lines: list[Line], collector: Collector) -> Taken:
    for line in lines:
        value = line.get("本年") or line.get("上年")
        if value is None:
            _without_figure(line, line.text("名称"), (*BESIDE, "备注", "采用", "存疑", "年度"), collector)
        elif "名称" not in line.cells:
            collector.add(value.place, messages.NO_NAME, what="数", head="名称")
        else:
            yield _with_own_unit(line, value.text)


def _parts(lines: list[Line], collector: Collector) -> Taken:
    above: Line | None = None
    for read in lines:
        line = read
        if above is not None and "数据项" not in line.cells and "分项" in line.cells:
            line = Line(
                {**{k: v for k, v in above.cells.items() if k in ("数据项", "按", "项目")}, **line.cells},
                line.place,
            )
        above = line if "数据项" in line.cells else above
        value = line.get("值")
        if value is None:
            if "分项" in line.cells:
                _without_figure(
                    line, line.text("分项"), ("占比", "完成率", "备注", "采用", "存疑", "出处"), collector
                )
            continue
        lacking = next((key for key in ("数据项", "分项") if key not in line.cells), None)
        if lacking is not None:
            head = panels.PARTS.column(lacking).title
            collector.add(value.place, messages.NO_NAME, what="数额", head=head)
            continue
        yield _with_own_unit(line, value.text)


def _without_figure(line: Line, name: str, keys: tuple[str, ...], collector: Collector) -> None:
    said_of = [key for key in keys if key in line.cells]
    if said_of:
        place = line.cells[said_of[0]].place
        collector.warn(place, messages.WITHOUT_FIGURE, name=name or "这一行", what="、".join(said_of))


def _with_own_unit(line: Line, value: str) -> Line:
    """Leave out the unit beside a value that brings another: 3500元 in a row of 万元, 93.38% in one without."""
    found = _UNIT_BEHIND.fullmatch(value)
    if found is None or "单位" not in line.cells:
        return line
    try:
        find_unit(found[1])
    except UnitError:
        return line
    return Line({key: one for key, one in line.cells.items() if key != "单位"}, line.place)


def _own(lines: list[Line], collector: Collector) -> Taken:
    content = ("分值", "目标", "值", "定性", "评分标准", "指标出处")
    for read in lines:
        line = read
        if line.text("定性") == NO:
            line = Line({key: one for key, one in line.cells.items() if key != "定性"}, line.place)
        if not line.has((*content, "名称")):
            continue
        lacking = next((key for key in ("板块", "名称") if key not in line.cells), None)
        if lacking is not None:
            collector.add(line.place, messages.NO_NAME, what="自设指标", head=lacking)
            continue
        yield _with_own_unit(line, line.text("值"))


def _claim(lines: list[Line], _: Collector) -> Taken:
    yield from (one for one in lines if one.has(("总分", "平均分", "等级", "备注")))


def _claims(lines: list[Line], collector: Collector) -> Taken:
    for line in lines:
        found = [key for key in OF_INDICATOR if key in line.cells and key != "出处"]
        if found and "指标" not in line.cells:
            collector.add(line.cells[found[0]].place, messages.NO_NAME, what=found[0], head="指标")
        elif found:
            yield line


def _with(key: str) -> Callable[[list[Line], Collector], Taken]:
    return lambda lines, _: (one for one in lines if key in one.cells)


_TAKEN: Mapping[str, Callable[[list[Line], Collector], Taken]] = {
    panels.HEADING.code: _heading,
    panels.SOURCES.code: _sources,
    panels.DATA.code: _data,
    panels.PARTS.code: _parts,
    panels.RATINGS.code: answered_lines,
    panels.CHOSEN.code: _with("选用"),
    panels.OWN.code: _own,
    panels.CLAIM.code: _claim,
    panels.CLAIMS.code: _claims,
    panels.SAYINGS.code: _with("关系"),
    panels.DISPOSITIONS.code: _with("代码"),
}
