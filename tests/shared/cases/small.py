"""Small tables and cases written by hand, as YAML, for tests of what a person must agree with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml

from jixiao.files import load_case, open_library
from jixiao.model.case import Case
from jixiao.model.diagnostic import Refused
from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.evaluate import evaluate_case

ITEMS = {
    "年初预算": "万元",
    "追加预算": "万元",
    "决算数": "万元",
    "编制数": "人",
    "在职人数": "人",
    "满意度": "%",
    "到位率": "%",
    "迟报天数": "天",
    "天数": "天",
}
SCOPE = {"地区": "甲省", "对象": "整体", "年度": 2022}


class _Plain(yaml.SafeLoader):
    """Knows whole numbers and texts only, so that 20.50 stays what was written."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        sign: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:int"]
        for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def plain(text: str):
    """Read YAML with every number as it is written."""
    return yaml.load(text, Loader=_Plain)


def loaded(
    indicators: str, case: str = "", table: Mapping[str, object] | None = None
) -> tuple[Case, Ruleset]:
    """Read a table of these indicators and a case of these facts, by way of files.

    代码 are numbered and 满分 is added up, so that only what matters needs writing.
    """
    rows = plain(indicators)
    ruleset = {
        "指标表": "小表",
        "代码": "small",
        "版本": "1",
        "适用": SCOPE,
        "满分": str(sum(float(row["分值"]) for row in rows)).removesuffix(".0"),
        "等级": {"优": "90", "良": "80", "差": "0"},
        "指标": [{"代码": f"row-{n}", **row} for n, row in enumerate(rows, 1)],
        **(table or {}),
    }
    facts = {
        "案例": "小案例",
        "代码": "case",
        "单位": "甲单位",
        "指标表": "small@1",
        **SCOPE,
        **(plain(case) or {}),
    }
    items = {"数据项": {name: {"单位": unit, "含义": name} for name, unit in ITEMS.items()}}
    with TemporaryDirectory() as folder:
        for name, content in (("items", items), ("table", ruleset), ("case", facts)):
            Path(folder, f"{name}.yaml").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return load_case(Path(folder, "case.yaml"), open_library(Path(folder)))


def run(indicators: str, case: str = "", table: Mapping[str, object] | None = None) -> Evaluation:
    """Evaluate a case that is one project."""
    [found] = evaluate_case(*loaded(indicators, case, table))
    return found


def result(indicator: str, case: str = "", table: Mapping[str, object] | None = None) -> Result:
    """Evaluate a case whose table has one indicator, given as a flow mapping without its braces."""
    [found] = run(f"[{{名称: 控制率, 分值: 5, {indicator}}}]", case, table).results
    return found


def refusals(indicators: str, case: str = "", table: Mapping[str, object] | None = None) -> list[str]:
    """Give why a table cannot run, or a rating does not fit it."""
    with pytest.raises(Refused) as refused:
        run(indicators, case, table)
    return [one.message for one in refused.value.diagnostics]
