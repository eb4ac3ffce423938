"""What rules conclude from facts, by examples, on both evaluators."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from jixiao.audit.inference import Conclusion, compile_pack, engine_name, open_engine
from jixiao.audit.inference.conclusion import MAX_DERIVATIONS
from jixiao.audit.inference.durable import durable_version
from jixiao.audit.inference.saturate import MAX_CONCLUSIONS, MAX_MATCHES
from jixiao.model.diagnostic import Refused
from jixiao.model.fact import Fact
from jixiao.model.finding_rule import MAX_PIECE, Counted, FindingRule, Template, Then, Variable
from shared.findings.rules import PLACE, TEXTS, finding, pattern, rule, then

Conclude = Callable[[Sequence[FindingRule], Sequence[Fact]], tuple[Conclusion, ...]]

_LACKING = "durable-rules is not installed here; it is tried wherever it is"


@pytest.fixture(params=["durable-rules", "Python"])
def conclude(request: pytest.FixtureRequest) -> Conclude:
    if request.param == "durable-rules" and durable_version() is None:
        pytest.skip(_LACKING)

    def run(rules: Sequence[FindingRule], facts: Sequence[Fact]) -> tuple[Conclusion, ...]:
        engine = open_engine(compile_pack(rules), plain=request.param == "Python")
        assert engine.name.startswith(request.param)
        return engine.saturate(facts)

    return run


def test_facts_join_over_a_variable_and_give_their_reasons(conclude: Conclude) -> None:
    joined = [pattern("用数", 来自="$查", 数据项="$项"), pattern("引用", 指标="$标", 数据项="$项")]
    used = [Fact.of("用数", 来自=one, 数据项="年初预算") for one in ("c2", "c1")]
    told = Fact.of("引用", 指标="变动率", 数据项="年初预算")
    other = Fact.of("引用", 指标="控制率", 数据项="编制数")

    [found] = conclude([rule("甲", joined, finding("a", 指标="$标"))], [*used, told, other])

    assert (found.rule, found.rank, found.fact["号"]) == ("甲", 1, "a/变动率")
    assert found.derivations == ((used[1], told), (used[0], told))


def test_what_facts_lack_does_not_join(conclude: Conclude) -> None:
    joined = [pattern("用数", 来自="$查", 数据项="$项"), pattern("引用", 数据项="$项")]

    assert (
        conclude([rule("甲", joined, finding("a"))], [Fact.of("用数", 来自="c1"), Fact.of("引用", 指标="率")])
        == ()
    )


def test_a_pattern_may_ask_for_what_is_lacking(conclude: Conclude) -> None:
    whole, one = Fact.of("自评", 来自="总分"), Fact.of("自评", 来自="率", 指标="率")

    [found] = conclude([rule("甲", [pattern("自评", 指标="")], finding("a"))], [whole, one])

    assert found.derivations == ((whole,),)


def test_a_list_is_one_of_these(conclude: Conclude) -> None:
    facts = [Fact.of("指标", 指标=state, 状态=state) for state in ("核算", "待定", "免评")]

    found = conclude(
        [rule("甲", [pattern("指标", 指标="$标", 状态=("待定", "核算"))], finding("a", 指标="$标"))], facts
    )

    assert [one.fact["指标"] for one in found] == ["待定", "核算"]


def test_one_fact_may_match_several_patterns(conclude: Conclude) -> None:
    """durable-rules by itself would not take it."""
    fact = Fact.of("引用", 指标="率", 数据项="数")

    [found] = conclude(
        [rule("甲", [pattern("引用", 指标="$标"), pattern("引用", 数据项="$项")], finding("a"))], [fact]
    )

    assert found.derivations == ((fact, fact),)


def test_a_variable_may_stand_twice_in_one_pattern(conclude: Conclude) -> None:
    twice = Fact.of("引用", 指标="率", 数据项="率")

    [found] = conclude(
        [rule("甲", [pattern("引用", 指标="$标", 数据项="$标")], finding("a"))],
        [twice, Fact.of("引用", 指标="率", 数据项="数")],
    )

    assert found.derivations == ((twice,),)


def test_no_fact_supports_itself(conclude: Conclude) -> None:
    given = Fact.of("归类", 归类="产出")

    first, second = conclude(
        [
            rule("始", [pattern("归类", 归类="$块")], finding("a", 归类="$块")),
            rule("去", [pattern("疑点", 代码="a", 归类="$块")], finding("b", 归类="$块")),
            rule("回", [pattern("疑点", 代码="b", 归类="$块")], finding("a", 归类="$块")),
        ],
        [given],
    )

    assert (first.rule, first.rank, first.derivations) == ("始", 1, ((given,),))
    assert (second.rule, second.rank, second.derivations) == ("去", 2, ((first.fact,),))


def test_a_fact_to_which_two_rules_lead_is_given_for_each(conclude: Conclude) -> None:
    block, case = Fact.of("归类", 归类="产出"), Fact.of("案例", 案例="甲")

    found = conclude(
        [rule("乙", [pattern("归类")], finding("a")), rule("丙", [pattern("案例")], finding("a"))],
        [block, case],
    )

    assert [(one.rule, one.derivations) for one in found] == [("丙", ((case,),)), ("乙", ((block,),))]


def test_a_given_fact_is_no_conclusion(conclude: Conclude) -> None:
    given = Fact.of("涉及", 疑点="x", 归类="产出")
    touching = rule("甲", [pattern("涉及", 疑点="$号", 归类="$块")], then("涉及", 疑点="$号", 归类="$块"))

    assert conclude([touching], [given]) == ()


def test_absence_is_asked_when_everything_below_is_known(conclude: Conclude) -> None:
    blocks = [Fact.of("归类", 归类=name) for name in ("产出", "投入")]

    found = conclude(
        [
            rule(
                "后",
                [pattern("归类", 归类="$块")],
                finding("c", 归类="$块"),
                [pattern("疑点", 代码="b", 归类="$块")],
            ),
            rule("中", [pattern("疑点", 代码="a", 归类="$块")], finding("b", 归类="$块")),
            rule("先", [pattern("用数", 来自="$块")], finding("a", 归类="$块")),
        ],
        [*blocks, Fact.of("用数", 来自="产出")],
    )

    assert [(one.rule, one.fact["归类"]) for one in found] == [("先", "产出"), ("后", "投入"), ("中", "产出")]


def test_counting_takes_different_facts_and_gives_them_as_reasons(conclude: Conclude) -> None:
    many = rule(
        "多", [pattern("归类", 归类="$块")], finding("a"), counted=[Counted(pattern("涉及", 归类="$块"), 2)]
    )
    block = Fact.of("归类", 归类="产出")
    touches = [Fact.of("涉及", 疑点=number, 归类="产出") for number in ("y", "x")]

    assert conclude([many], [block, touches[0], touches[0]]) == ()
    [found] = conclude([many], [block, *touches])
    assert found.derivations == ((block, touches[1], touches[0]),)


@pytest.mark.parametrize("text", [*TEXTS, '"', "\\", "{}", "\u0000", "年" * 200_000, "\ud800", "1", "é"])
def test_any_text_joins_with_itself(conclude: Conclude, text: str) -> None:
    joined = [pattern("用数", 数据项="$项"), pattern("引用", 数据项="$项"), pattern("用数", 来自=text)]
    facts = [
        Fact.of("用数", 来自=text, 数据项=text),
        Fact.of("引用", 指标=text, 数据项=text),
        Fact.of("引用", 数据项="x" + text),
    ]

    [found] = conclude([rule("甲", joined, finding("a", 来自="$项"))], facts)

    assert found.fact["来自"] == text


def test_a_sentence_quotes_what_matched_cut_where_it_is_endless(conclude: Conclude) -> None:
    said = Then(
        "疑点",
        (
            ("代码", Template(("a",))),
            ("题目", Template((Variable("说"),))),
            ("说明", Template(("说：", Variable("说")))),
        ),
    )
    text = "长" * (MAX_PIECE + 1)

    [found] = conclude([rule("甲", [pattern("年度", 说明="$说")], said)], [Fact.of("年度", 说明=text)])

    assert found.fact["题目"] == text
    assert found.fact["说明"] == f"说：{'长' * MAX_PIECE}…"


def test_of_very_many_ways_the_first_are_kept(conclude: Conclude) -> None:
    facts = [Fact.of("用数", 来自=f"{number:03}") for number in range(MAX_DERIVATIONS + 30)]

    [found] = conclude([rule("甲", [pattern("用数")], finding("a"))], facts[::-1])

    assert found.derivations == tuple((fact,) for fact in facts[:MAX_DERIVATIONS])


def test_patterns_that_multiply_without_end_are_refused(conclude: Conclude) -> None:
    facts = [Fact.of("用数", 来自=str(number)) for number in range(60)]
    assert 60**2 < MAX_MATCHES < 60**3

    with pytest.raises(Refused) as refused:
        conclude([rule("甲", [pattern("用数", 来自=f"${name}") for name in "abc"], finding("x"))], facts)

    [diagnostic] = refused.value.diagnostics
    assert diagnostic.place == PLACE
    assert diagnostic.message == "疑点规则“甲”要比对的组合超过 200000 种，请用相同的变量把“当”的各条连起来"
    assert conclude([rule("甲", [pattern("用数", 来自="$a") for _ in "abc"], finding("x"))], facts)


def test_rules_that_write_on_and_on_are_refused(conclude: Conclude) -> None:
    longer = Then("疑点", (("代码", Template(("a",))), ("说明", Template((Variable("说"), "！")))))
    rules = [
        rule("始", [pattern("案例", 案例="$案")], finding("a")),
        rule("续", [pattern("疑点", 说明="$说")], longer),
        rule(
            "多",
            [pattern("疑点", 说明="$说"), pattern("归类", 归类="$块")],
            then("归入", 疑点="$说", 于="$块"),
        ),
    ]
    facts = [Fact.of("案例", 案例="甲"), *(Fact.of("归类", 归类=str(number)) for number in range(50))]

    with pytest.raises(Refused) as refused:
        conclude(rules, facts)

    [diagnostic] = refused.value.diagnostics
    assert f"超过 {MAX_CONCLUSIONS} 条" in diagnostic.message
    assert diagnostic.place == PLACE


def test_after_a_refusal_the_next_case_is_as_ever() -> None:
    engine = open_engine(
        compile_pack([rule("甲", [pattern("用数", 来自=f"${name}") for name in "abc"], finding("x"))])
    )
    with pytest.raises(Refused):
        engine.saturate([Fact.of("用数", 来自=str(number)) for number in range(60)])

    [found] = engine.saturate([Fact.of("用数", 来自="一")])

    assert found.rule == "甲"


def test_which_evaluator_runs_can_be_asked() -> None:
    version = durable_version()
    assert engine_name(plain=True) == "Python"
    assert engine_name() == ("Python" if version is None else f"durable-rules {version}")


def test_without_durable_rules_the_plain_evaluator_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jixiao.audit.inference.engine.durable_version", lambda: None)
    assert open_engine(compile_pack([])).name == engine_name() == "Python"


def test_no_rules_conclude_nothing(conclude: Conclude) -> None:
    assert conclude([], []) == conclude([], [Fact.of("归类", 归类="产出")]) == ()
