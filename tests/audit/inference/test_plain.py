"""What rules conclude from facts, by examples."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from jixiao.audit.inference import compile_pack, open_engine
from jixiao.model.diagnostic import Place
from jixiao.model.fact import Fact
from jixiao.model.finding_rule import Counted, FindingRule, Pattern, Template, Then, Variable

_LINES = count(1)


def pattern(kind: str, **terms: str | tuple[str, ...]) -> Pattern:
    """A pattern; `$x` is a variable."""
    return Pattern(
        kind,
        tuple(
            (
                name,
                Variable(term[1:])
                if isinstance(term, str) and term.startswith("$")
                else (term,)
                if isinstance(term, str)
                else term,
            )
            for name, term in terms.items()
        ),
    )


def then(kind: str, **values: str) -> Then:
    return Then(
        kind,
        tuple(
            (name, Template((Variable(value[1:]) if value.startswith("$") else value,)))
            for name, value in values.items()
        ),
    )


def rule(
    name: str,
    when: list[Pattern],
    then: Then,
    absent: Sequence[Pattern] = (),
    counted: Sequence[Counted] = (),
) -> FindingRule:
    return FindingRule(
        name, tuple(when), tuple(absent), tuple(counted), then, Place("rules.yaml", next(_LINES), 1)
    )


def finding(code: str, **more: str) -> Then:
    return then("疑点", 代码=code, 级别="一般", 题目="题", 说明="说", **more)


def test_facts_join_over_a_variable_and_give_their_reasons() -> None:
    pack = compile_pack(
        [
            rule(
                "甲",
                [pattern("用数", 来自="$查", 数据项="$项"), pattern("引用", 指标="$标", 数据项="$项")],
                finding("a", 指标="$标"),
            )
        ]
    )
    used = [Fact.of("用数", 来自=one, 数据项="年初预算") for one in ("c2", "c1")]
    told = Fact.of("引用", 指标="变动率", 数据项="年初预算")
    other = Fact.of("引用", 指标="控制率", 数据项="编制数")

    [found] = open_engine(pack).saturate([*used, told, other])

    assert (found.rule, found.rank, found.fact["号"]) == ("甲", 1, "a/变动率")
    assert found.derivations == ((used[1], told), (used[0], told))


def test_what_facts_lack_does_not_join() -> None:
    pack = compile_pack(
        [rule("甲", [pattern("用数", 来自="$查", 数据项="$项"), pattern("引用", 数据项="$项")], finding("a"))]
    )

    assert open_engine(pack).saturate([Fact.of("用数", 来自="c1"), Fact.of("引用", 指标="变动率")]) == ()


def test_no_fact_supports_itself() -> None:
    given = Fact.of("归类", 归类="产出")
    pack = compile_pack(
        [
            rule("始", [pattern("归类", 归类="$块")], finding("a", 归类="$块")),
            rule("去", [pattern("疑点", 代码="a", 归类="$块")], finding("b", 归类="$块")),
            rule("回", [pattern("疑点", 代码="b", 归类="$块")], finding("a", 归类="$块")),
        ]
    )

    first, second = open_engine(pack).saturate([given])

    assert (first.rule, first.rank, first.derivations) == ("始", 1, ((given,),))
    assert (second.rule, second.rank, second.derivations) == ("去", 2, ((first.fact,),))


def test_absence_is_asked_when_everything_below_is_known() -> None:
    pack = compile_pack(
        [
            rule(
                "后",
                [pattern("归类", 归类="$块")],
                finding("c", 归类="$块"),
                absent=[pattern("疑点", 代码="b", 归类="$块")],
            ),
            rule("中", [pattern("疑点", 代码="a", 归类="$块")], finding("b", 归类="$块")),
            rule("先", [pattern("用数", 来自="$块")], finding("a", 归类="$块")),
        ]
    )
    blocks = [Fact.of("归类", 归类=name) for name in ("产出", "投入")]

    found = open_engine(pack).saturate([*blocks, Fact.of("用数", 来自="产出")])

    assert [(one.rule, one.fact["归类"]) for one in found] == [("先", "产出"), ("后", "投入"), ("中", "产出")]


def test_counting_takes_different_facts_and_gives_them_as_reasons() -> None:
    def found(facts: list[Fact]) -> list[tuple[Fact, ...]]:
        pack = compile_pack(
            [
                rule(
                    "多",
                    [pattern("归类", 归类="$块")],
                    finding("a"),
                    counted=[Counted(pattern("涉及", 归类="$块"), 2)],
                )
            ]
        )
        return [one for each in open_engine(pack).saturate(facts) for one in each.derivations]

    block = Fact.of("归类", 归类="产出")
    touches = [Fact.of("涉及", 疑点=number, 归类="产出") for number in ("y", "x")]

    assert found([block, touches[0], touches[0]]) == []
    assert found([block, *touches]) == [(block, touches[1], touches[0])]
