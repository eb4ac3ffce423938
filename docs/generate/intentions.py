"""docs/how-to-write.md: what policy staff want to say, and a sentence that says it, from the examples that are tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generate.markdown import quote, table
from shared.sentences.intentions import Intention, read_intentions

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/how-to-write.md"

_NOTE = "<!-- 由 make docs 根据 tests/scoring/intentions.yaml 生成 -->"
_INTRO = """\
# 想好了怎样写

写给绩效科。先在左边找到想要的，照右边的样子写：把指标的名称、数和分值换成自己的。每一句都试过；
“试一试”里是 `--at` 写的数值（或评定）和得分，都是手算核对过的。

换了数以后，用 `jixiao standard "句子" --points 分值 --name 指标 --at 数值` 看机器怎样理解、得几分。一句有几种读法的，用口径定下来，见
[口径](language/readings.md)；句子怎样读，点“详见”。"""
_AROUND = """\
## 写在句子以外的

这些写在指标或整张表上，不写进评分标准。写法见[怎样写指标表](policy-staff.md)。

| 我想 | 写在哪里 |
| --- | --- |
| 从国家的共性指标开始写 | `jixiao new table --from common/department`，见[共性框架](common.md) |
| 数值由几个数算出来 | 指标的“公式”，如 `公式: (三公经费预算 - 上年三公经费预算) / 上年三公经费预算` |
| 零头扣不扣、边界归哪一档 | “口径”，整张表的或一个指标的 |
| 由数据判断有没有这项业务 | 指标的“免评”，如 `免评: {没有政府采购: 政府采购预算 = 0}` |
| 加分不算在满分里 | 指标的“附加: 加分”；封顶写在表的“上限”里 |
| 一类指标最多得几分、最多扣几分 | 表的“上限”“扣分上限” |
| 几项指标任选一项考核 | 表的“任选” |
| 出了大事，总分为0分或等级降档 | 表的“否决” |
| 指标由被评价单位自己设 | 指标的“自设: 是” |
| 说明这里的算法与国家的不同 | 指标的“说明”，写“口径：……” |"""


def page() -> str:
    """Give the whole page."""
    parts = [_NOTE, _INTRO]
    for group in read_intentions():
        parts.append(f"## {group.title}")
        parts += [group.note] if group.note else []
        parts.append(table(("我想", "这样写", "试一试"), _rows(group.intentions)))
    return "\n\n".join([*parts, _AROUND]) + "\n"


def _rows(intentions: Iterable[Intention]) -> Iterator[tuple[str, str, str]]:
    for one in intentions:
        link = f"language/{one.page}.md"
        yield f"{quote(one.want)}（[详见]({link})）", quote(one.text), _scores(one)


def _scores(one: Intention) -> str:
    """Tell what is earned at each value, of how many points, and under which readings."""
    told = "<br>".join(f"{quote(at)} → {_score(score)}" for at, score in one.at.items())
    readings = "".join(f"；口径 {name}：{value}" for name, value in one.reading.items())
    return f"{told}<br>（分值 {one.points}{readings}）"


def _score(score: str | list[str]) -> str:
    if isinstance(score, list):
        return f"{score[0]}～{score[1]} 分"
    return "不计入总分" if score == "不计入" else f"{score} 分"
