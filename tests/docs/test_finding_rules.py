"""The page on finding rules says what there is, and its examples run."""

from __future__ import annotations

import re
from pathlib import Path

from generate.findings import PAGE, refreshed
from jixiao.audit.inference import compile_pack, open_engine
from jixiao.audit.inference.conclusion import MAX_DERIVATIONS
from jixiao.audit.inference.saturate import MAX_MATCHES
from jixiao.files.rules.findings import MAX_PATTERNS, MAX_RULES, read_finding_rules
from jixiao.model.fact import Fact

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_page_is_up_to_date() -> None:
    assert refreshed(TEXT) == TEXT, "运行 make docs"


def test_its_example_gives_what_the_page_says(tmp_path: Path) -> None:
    [example] = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    (tmp_path / "rules.yaml").write_text(example, encoding="utf-8")
    pack = compile_pack(read_finding_rules([tmp_path / "rules.yaml"]))
    facts = [
        Fact.of("核查", 来自="k1", 结果="不符", 级别="严重", 题目="合计不等", 说明="差 0.1 万元"),
        Fact.of("用数", 来自="k1", 数据项="年初预算"),
        *(Fact.of("引用", 指标=name, 数据项="年初预算") for name in ("变动率", "完成率", "控制率")),
        Fact.of("指标", 指标="控制率", 状态="免评"),
    ]

    found = [one.fact["号"] for one in open_engine(pack).saturate(facts)]

    assert found == ["check-failed/k1", "claim-on-disputed-figure/变动率", "claim-on-disputed-figure/完成率"]


def test_the_limits_are_those_of_the_engine() -> None:
    for limit in (
        f"最多 {MAX_PATTERNS} 条",
        f"最多 {MAX_DERIVATIONS} 条",
        f"规则最多 {MAX_RULES} 条",
        f"超过 {MAX_MATCHES} 种",
    ):
        assert limit in TEXT
