"""Which lines of 评定 say something, and what they lack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.files.case.blanks import NO_CONTENT
from jixiao.files.collector import Collector
from jixiao.files.form import messages, panels
from jixiao.files.form.line import Line
from jixiao.files.form.ratings import ANSWERS, item_number
from jixiao.model.diagnostic import Place

_WHATS = re.compile(
    r"等级|得分|符合|达到|发现|档次|次数|扣分|(?:发现|档次|次数|扣分|事实|达到)\s*[：:].+", re.DOTALL
)


def answered_lines(lines: list[Line], collector: Collector) -> Iterator[Line]:
    """Yield the lines of 评定 that say something; notes what they lack, and items of a list that say nothing."""
    answered = [_without_empty_grounds(line) for line in lines if line.has(ANSWERS)]
    for line in answered:
        what = line.get("评什么")
        given = [key for key in ANSWERS if key in line.cells]
        at = line.cells[given[0]].place
        lacking = next((key for key in ("指标", "评什么") if key not in line.cells), None)
        if lacking is not None or what is None:
            collector.add(at, messages.NO_NAME, what="评定的结论", head=lacking)
        elif item_number(what.text) is None and _WHATS.fullmatch(what.text) is None:
            collector.add(what.place, messages.NO_WHAT, text=what.text)
        elif len(given) > 1 and not (what.text == "等级" and given == ["档次", "数"]):
            collector.add(line.cells[given[1]].place, messages.TWO_ANSWERS, what=what.text)
        elif answer_head(what.text) not in ("", given[0]):
            collector.add(at, messages.NO_SUCH_ANSWER, what=what.text, head=answer_head(what.text))
        else:
            yield line
    _note_unanswered(lines, answered, collector)


def _without_empty_grounds(line: Line) -> Line:
    """Take 无 and dashes for no grounds: who judged, and why, is then asked for."""
    gone = {key for key in (panels.RATED_BY, panels.GROUNDS) if line.text(key) in NO_CONTENT}
    return (
        Line({key: one for key, one in line.cells.items() if key not in gone}, line.place) if gone else line
    )


def answer_head(what: str) -> str:
    """Give the head of the only column in which an answer may stand; "" where several may hold it."""
    if item_number(what) is not None or what == "符合" or what.startswith("事实"):
        return "是否"
    return "档次" if what == "等级" else ""


def _note_unanswered(lines: list[Line], answered: list[Line], collector: Collector) -> None:
    """Note items of a list that say nothing where others of it do, at the cell to fill: silence is not 否."""
    said_of: dict[tuple[str, str], dict[int, Place]] = {}
    for line in answered:
        number, answer = item_number(line.text("评什么")), line.get("是否")
        if number is not None and answer is not None:
            said_of.setdefault(_owner(line), {})[number] = answer.place
    told = {one.place for one in collector.found}
    silent: dict[tuple[str, str], list[tuple[int, Place]]] = {}
    for line in lines:
        number, owner = item_number(line.text("评什么")), _owner(line)
        if number is not None and number not in said_of.get(owner, {number: line.place}):
            place = _empty_cell(line, next(iter(said_of[owner].values())))
            if place not in told:
                silent.setdefault(owner, []).append((number, place))
    for (_, indicator), group in silent.items():
        items = "、".join(f"第{number}条" for number, _ in group)
        collector.add(group[0][1], messages.NOT_ANSWERED, indicator=indicator, items=items)


def _empty_cell(line: Line, answer: Place) -> Place:
    """Give the cell of a line where its answer is wanted: below another answer, or its own where all stand in one row."""
    own = line.cells["评什么"].place
    return own if own.line == answer.line else own._replace(column=answer.column)


def _owner(line: Line) -> tuple[str, str]:
    """Give what an item belongs to: a project, and an indicator."""
    return line.text("项目"), line.text("指标")
