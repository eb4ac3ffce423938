"""Which lines of 评定 say something, and what they lack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.files.case.blanks import NO_CONTENT
from jixiao.files.collector import Collector
from jixiao.files.form import messages, panels
from jixiao.files.form.line import Line
from jixiao.files.form.ratings import ANSWERS, item_number

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
        elif _misplaced(what.text, given[0]):
            collector.add(at, messages.NO_SUCH_ANSWER, what=what.text, head=_misplaced(what.text, given[0]))
        else:
            yield line
    _note_unanswered(lines, answered, collector)


def _without_empty_grounds(line: Line) -> Line:
    """Take 无 and dashes for no grounds: who judged, and why, is then asked for."""
    gone = {key for key in (panels.RATED_BY, panels.GROUNDS) if line.text(key) in NO_CONTENT}
    return (
        Line({key: one for key, one in line.cells.items() if key not in gone}, line.place) if gone else line
    )


def _misplaced(what: str, given: str) -> str:
    """Give the head of the column in which an answer belongs, where it stands in another one."""
    if item_number(what) is not None or what == "符合" or what.startswith("事实"):
        return "" if given == "是否" else "是否"
    if what == "等级":
        return "" if given == "档次" else "档次"
    return ""


def _note_unanswered(lines: list[Line], answered: list[Line], collector: Collector) -> None:
    """Note items of a list that say nothing where others of it do: silence is not 否."""
    numbers: dict[tuple[str, str], set[int | None]] = {}
    for line in answered:
        owner = (line.text("项目"), line.text("指标"))
        numbers.setdefault(owner, set()).add(item_number(line.text("评什么")))
    silent: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        owner, number = (line.text("项目"), line.text("指标")), item_number(line.text("评什么"))
        said_of = numbers.get(owner, set()) - {None}
        if number is not None and said_of and number not in said_of:
            silent.setdefault(owner, []).append(line)
    for (_, indicator), group in silent.items():
        items = "、".join(f"第{item_number(one.text('评什么'))}条" for one in group)
        collector.add(group[0].cells["评什么"].place, messages.NOT_ANSWERED, indicator=indicator, items=items)
