"""Generated tables and cases as the YAML files that people would write for them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from shared.cases.strategies import ITEMS, LEVEL_SENTENCE, formula_text
from shared.oracle.cases import Facts, Judged, Own, Said, Table
from shared.oracle.scores import Breaches, Checklist
from shared.sentences.strategies import FACTORS
from shared.sentences.wording import decimal

SCOPE = {"地区": "甲省", "对象": "部门整体支出", "年度": 2022}
COUNTED = ("得分小数位",)
"""口径 whose values are numbers in a file."""


def write_files(
    folder: Path, table: Table, facts: Facts, sentences: dict[str, str], random: Random | None = None
) -> Path:
    """Write items, table and case; with keys in any order where `random` is given. Gives the case's path."""
    files = {
        "items.yaml": {"数据项": {name: {"单位": unit, "含义": name} for name, unit in ITEMS.items()}},
        "table.yaml": _table(table, sentences),
        "case.yaml": _case(table, facts),
    }
    for name, content in files.items():
        text = json.dumps(content if random is None else _shuffled(content, random), ensure_ascii=False)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "case.yaml"


def _shuffled(content, random: Random):
    if isinstance(content, list):
        return [_shuffled(one, random) for one in content]
    if not isinstance(content, dict):
        return content
    keys = list(content)
    random.shuffle(keys)
    return {key: _shuffled(content[key], random) for key in keys}


def _table(table: Table, sentences: dict[str, str]) -> dict:
    return {
        "指标表": "指标表", "代码": "table", "版本": "1", "适用": SCOPE,
        "满分": decimal(sum(row.rule.points for row in table.rows)),
        "等级": {name: decimal(lowest) for name, lowest in table.grades},
        "口径": _readings(table.readings),
        "指标": [_indicator(row, sentences[row.name], number) for number, row in enumerate(table.rows)],
    }  # fmt: skip


def _readings(readings: dict[str, str]) -> dict:
    return {name: int(value) if name in COUNTED else value for name, value in readings.items()}


def _indicator(row, sentence: str, number: int) -> dict:
    found = {
        "名称": row.name,
        "代码": f"row-{number}",
        "分值": decimal(row.rule.points),
        "评分标准": sentence,
    }
    if row.formula:
        found["公式"] = formula_text(row.formula)
    if row.condition:
        found["免评"] = {row.rule.fact: formula_text(row.condition)}
    if row.readings:
        found["口径"] = _readings(row.readings)
    return {**found, "自设": "是", "定性标准": LEVEL_SENTENCE} if row.block else found


def _case(table: Table, facts: Facts) -> dict:
    units = ITEMS | {row.name: row.rule.unit for row in table.rows}
    return {
        "案例": "案例", "代码": "case", "单位": "甲单位", **SCOPE, "指标表": "table@1",
        "数据": {name: _statements(said, units[name]) for name, said in facts.said.items()},
        "明细": _breakdowns(facts, units),
        "评定": _ratings(table, facts),
        "自评": _claim(facts),
        "自设指标": {block: [_own(one) for one in owned] for block, owned in facts.own.items() if owned},
    }  # fmt: skip


def _statements(said: Sequence[Said], unit: str) -> list[dict]:
    """Write what is said of an item, amounts in one unit without decimals: the oracle knows nothing of printing."""
    if unit == "万元" and any(one.value % FACTORS[unit] for one in said):
        unit = "元"
    return [_statement(one, unit) for one in said]


def _statement(said: Said, unit: str) -> dict:
    found = {"值": decimal(said.value / FACTORS.get(unit, 1)), "出处": "报告 一"}
    return found | ({"单位": unit} if unit else {}) | ({"采用": "核对过"} if said.adopted else {})


def _breakdowns(facts: Facts, units: dict[str, str]) -> dict:
    found: dict[str, list] = {}
    for parts in facts.parts:
        listed = {f"部分{n}": _statements(said, units[parts.item]) for n, said in enumerate(parts.parts)}
        found.setdefault(parts.item, []).append(listed | ({} if parts.complete else {"其中": "是"}))
    return found


def _ratings(table: Table, facts: Facts) -> dict:
    rules = {row.name: row.rule for row in table.rows}
    found = {
        name: [_rating(rules[name], one) for one in judged] for name, judged in facts.judged.items() if judged
    }
    for own in (one for owned in facts.own.values() for one in owned):
        if own.level:
            found[own.name] = [_by({"等级": own.level[0], "得分": decimal(own.level[1])})]
        if own.reduced is not None:
            found[own.name] = [_by({"扣分": decimal(own.reduced)})]
    return found


def _rating(rule, judged: Judged) -> dict:
    if judged.holds is not None:
        return _by({"事实": rule.fact, "成立": "是" if judged.holds else "否"})
    if isinstance(rule.form, Checklist):
        return _by({"达到": sorted(judged.at) or "无"})
    return _by({"次数": judged.at} if isinstance(rule.form, Breaches) else {"等级": judged.at})


def _by(judgement: dict) -> dict:
    return {"评定人": "复核人", "依据": "查阅资料", **judgement}


def _claim(facts: Facts) -> dict:
    total = {} if facts.claimed_total is None else {"总分": decimal(facts.claimed_total)}
    return total | {"指标": {name: {"得分": decimal(score)} for name, score in facts.claimed.items()}}


def _own(own: Own) -> dict:
    found = {"名称": own.name, "分值": decimal(own.points)}
    if not own.sense:
        return {**found, "定性": "是"}
    actual = {"实际": [_statement(one, "项") for one in own.actual]} if own.actual else {}
    return {**found, "目标": f"{own.sense}{decimal(own.target)} 项", **actual}
