"""A case full of disputes costs little and is told shortly, whatever its figures multiply to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jixiao.desk.check import check_cases
from shared.cases.small import SCOPE
from shared.effort import takes_less_than

LIMIT = 1.5
"""Seconds of the processor that reading, scoring and auditing may take; 12 items in dispute took 100 before."""
MOST = 8_000_000
"""Longest JSON; it was 65 MB before."""
SENTENCE = "不超过100%的得满分；每超过1个百分点扣0.1分，扣完为止。"


def table(rows: int) -> dict:
    return {
        "指标表": "表", "代码": "t", "版本": "1", "适用": SCOPE, "满分": rows, "等级": {"优": "90", "差": "0"},
        "指标": [
            {"名称": f"指标{n}", "代码": f"i{n}", "分值": 1, "公式": "(数0 + 数1) / 数2", "评分标准": SENTENCE}
            for n in range(rows)
        ],
    }  # fmt: skip


def said(*values: str) -> list[dict]:
    return [{"值": value, "单位": "万元", "出处": f"报告 {place}"} for place, value in enumerate(values)]


DISPUTES = {
    "as many ways as are told": {"数据": {f"数{n}": said("1.10", "2.20", "3.30", "4.40") for n in range(3)}},
    "more ways than are told": {
        "数据": {f"数{n}": said(*(f"{k}.10" for k in range(1, 21))) for n in range(3)}
    },
    "a thousand statements": {"数据": {"数0": said(*(f"{k}.10" for k in range(1, 1001)))}},
    "three hundred parts with shares": {
        "明细": {"数0": {f"部{k}": {"值": f"{k}.10", "单位": "万元", "占比": "0.3%"} for k in range(1, 301)}}
    },
}


@pytest.mark.parametrize("name", DISPUTES)
def test_it_takes_little_time_and_room(jixiao, folder: Path, name: str) -> None:
    (folder / "rules").mkdir()
    items = {f"数{n}": {"单位": "万元", "含义": f"数{n}"} for n in range(3)}
    case = {
        "案例": "x",
        "代码": "x",
        "单位": "x",
        **SCOPE,
        "指标表": "t@1",
        "来源": {"报告": "a.txt"},
        **DISPUTES[name],
    }
    for path, content in (
        ("rules/items.yaml", {"数据项": items}),
        ("rules/t.yaml", table(30)),
        ("c.yaml", case),
    ):
        (folder / path).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    files, rules = [folder / "c.yaml"], folder / "rules"
    assert takes_less_than(LIMIT, lambda: check_cases(files, rules))
    done = jixiao("check", "c.yaml", "--format", "json")
    assert len(done.stdout) < MOST
    [found] = json.loads(done.stdout)["results"]
    assert len(found["indicators"]) == 30
