"""Which rules wait for which, and which wait for themselves."""

from __future__ import annotations

from random import Random

import pytest

from jixiao.audit.inference import compile_pack
from jixiao.audit.inference.strata import may_feed
from jixiao.model.diagnostic import Refused
from jixiao.model.finding_rule import Counted, FindingRule, Pattern
from shared.findings.rules import PLACE, finding, pattern, random_pack, rule, then

BLOCK = pattern("归类", 归类="$块")


def refusal(*rules: FindingRule) -> list[str]:
    with pytest.raises(Refused) as refused:
        compile_pack(rules)
    assert {one.place for one in refused.value.diagnostics} == {PLACE}
    return [one.message for one in refused.value.diagnostics]


def test_a_rule_that_waits_for_its_own_absence_is_refused() -> None:
    [message] = refusal(rule("甲", [BLOCK], finding("a"), [pattern("疑点")]))

    assert message.startswith("疑点规则甲互相依赖，其中“甲”的“没有”或“至少”要等它自己的结论，")


def test_a_circle_over_several_rules_names_them() -> None:
    [message] = refusal(
        rule("甲", [BLOCK], finding("a"), [pattern("升级")]),
        rule("乙", [pattern("疑点", 代码="a", 号="$号")], then("归入", 疑点="$号", 于="$号")),
        rule("丙", [pattern("归入", 疑点="$号")], then("升级", 疑点="$号", 级别="严重", 理由="多")),
        rule("丁", [BLOCK], finding("d")),
    )

    assert message.startswith("疑点规则甲、丙、乙互相依赖，其中“甲”")


def test_counting_in_a_circle_is_refused() -> None:
    [message] = refusal(
        rule("甲", [BLOCK], finding("a"), counted=[Counted(pattern("疑点", 归类="$块"), 2)]),
        rule("乙", [BLOCK], finding("b", 归类="$块")),
        rule(
            "丙",
            [pattern("疑点", 代码="b")],
            finding("c", 归类="一"),
            counted=[Counted(pattern("疑点", 归类="一"), 1)],
        ),
    )

    assert "“丙”" in message


@pytest.mark.parametrize(
    ("absent", "levels"),
    [
        (pattern("疑点", 代码="b"), (1, 0)),
        (pattern("疑点", 代码=("b", "c")), (1, 0)),
        (pattern("疑点", 指标="$任一"), (1, 0)),
        (pattern("疑点", 级别="严重"), (0, 0)),
    ],
    ids=["other code", "other codes", "a property it lacks", "other level"],
)
def test_what_a_rule_cannot_conclude_it_need_not_wait_for(absent: Pattern, levels: tuple[int, ...]) -> None:
    pack = compile_pack(
        [rule("甲", [BLOCK], finding("a"), [absent]), rule("乙", [BLOCK], finding("b", 指标="$块"))]
    )

    assert pack.levels == levels


def test_recursion_without_absence_is_one_level() -> None:
    rules = [
        rule("始", [pattern("引用", 指标="$甲", 数据项="$乙")], then("归入", 疑点="$甲", 于="$乙")),
        rule(
            "传",
            [pattern("归入", 疑点="$甲", 于="$乙"), pattern("归入", 疑点="$乙", 于="$丙")],
            then("归入", 疑点="$甲", 于="$丙"),
        ),
    ]

    assert compile_pack(rules).levels == (0, 0)


@pytest.mark.parametrize("seed", range(200))
def test_a_rule_stands_where_its_facts_are_complete(seed: int) -> None:
    pack = random_pack(Random(seed))
    for rule_, level in zip(pack.rules, pack.levels, strict=True):
        asked = [*rule_.absent, *(counted.pattern for counted in rule_.counted)]
        for other, below in zip(pack.rules, pack.levels, strict=True):
            assert below < level or not any(may_feed(other.then, one) for one in asked)
            assert below <= level or not any(may_feed(other.then, one) for one in rule_.when)
