"""Two sentences of several small rules: what changed is told rule by rule, and nothing else is."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.differences.impact import impact_of
from jixiao.analysis.differences.table import compare_tables
from jixiao.model.difference import Comparison, IndicatorDifference, TableChange, TableDifference
from jixiao.reports.diff.json import render_diff_json
from jixiao.reports.diff.words import regions_of, words_of
from jixiao.scoring.program.program import Program, compile_ruleset
from jixiao.scoring.scale.said import Answer, Count
from shared.cases.small import loaded
from shared.formats import held
from shared.sentences.several import AWARDS, BULLETINS, DUTY, LEDGERS, RATE, SENTENCES


def program(name: str, points: object, text: str) -> Program:
    row = {"名称": name, "分值": str(points), "评分标准": text}
    return compile_ruleset(loaded(json.dumps([row], ensure_ascii=False), "", {})[1])


def tables(old: tuple[str, int, str], new: str, points: int | None = None) -> TableDifference:
    name, full, text = old
    return compare_tables(program(name, full, text), program(name, points or full, new))


def compared(old: tuple[str, int, str], *changes: tuple[str, str]) -> IndicatorDifference:
    new = old[2]
    for words, others in changes:
        assert words in new
        new = new.replace(words, others)
    [found] = tables(old, new).indicators
    return found


def told(found: IndicatorDifference) -> list[str]:
    return [term.text for term in found.terms]


# ── What people read ─────────────────────────────────────────────────────────────────────────────


def test_a_rate_that_changes_is_told_with_the_counts_on_which_it_does() -> None:
    found = compared(BULLETINS, ("扣0.5分", "扣1分"))
    assert told(found) == ["“迟报”由“每1天扣0.5分”改为“每1天扣1分”"]
    assert [region.text for region in found.regions] == [
        "“迟报”1 天 由 扣 0.5 分变为 扣 1 分",
        "“迟报”2 天 由 扣 1 分变为 扣 2 分",
        "“迟报”3 天 由 扣 1.5 分变为 扣 2 分",
    ]
    assert {region.term for region in found.regions} == {"迟报"}


def test_a_cap_that_changes_shows_from_where_it_holds() -> None:
    found = compared(BULLETINS, ("最多扣2分", "最多扣3分"))
    assert told(found) == ["“差错”由“每1处扣1分，最多扣2分”改为“每1处扣1分，最多扣3分”"]
    assert [region.text for region in found.regions] == ["“差错”不小于 3 处 由 扣 2 分变为 扣 3 分"]


@pytest.mark.parametrize(
    ("sentence", "change", "texts"),
    [
        (
            BULLETINS,
            ("扣0.5分。", "扣0.5分，每漏报一次扣1分。"),
            ["新增计数“漏报”：每1次扣1分"],
        ),
        (
            BULLETINS,
            ("迟报", "延迟报送"),
            ["新增计数“延迟报送”：每1天扣0.5分", "删去计数“迟报”，原为每1天扣0.5分"],
        ),
        (
            LEDGERS,
            ("无登记台账的", "有登记台账的"),
            ["新增扣分情形“有登记台账”：扣0.5分", "删去扣分情形“无登记台账”，原为扣0.5分"],
        ),
        (
            LEDGERS,
            ("无登记台账的", "无收发登记台账的"),
            ["“无登记台账”改称“无收发登记台账”"],
        ),
        (
            LEDGERS,
            ("签字不全的，每处扣0.2分", "签字不全的，扣0.2分"),
            [
                "“签字不全”由“计数（每1处扣0.2分）”改为“扣分情形（扣0.2分）”",
                "“弄虚作假”的序号由2改为3",
            ],
        ),
        (AWARDS, ("得1分", "得1.5分"), ["“获国家级表彰等档次”：“市级表彰”由1分改为1.5分"]),
        (
            DUTY,
            ("酌情扣分", "酌情扣0.5-1分"),
            [
                "“制定值班表”由“得2分；否则得0～2分，由评定人定”改为“得2分；否则得1～1.5分，由评定人定”",
                "“落实值班制度”由“得2分；否则得0～2分，由评定人定”改为“得2分；否则得1～1.5分，由评定人定”",
                "“存在脱岗情况”由“由评定人扣0～4分”改为“由评定人扣0.5～1分”",
            ],
        ),
        (RATE, ("95%", "96%"), ["“抽检合格率”的得分变了"]),
    ],
)
def test_what_changed_is_told_rule_by_rule(
    sentence: tuple[str, int, str], change: tuple[str, str], texts: list[str]
) -> None:
    found = compared(sentence, change)
    assert told(found) == texts
    assert (found.kind, found.proven) == ("changed", True)


def test_points_that_move_between_sections_are_told_once_for_each() -> None:
    found = compared(BULLETINS, ("得2分", "得1分"), ("得3分", "得4分"))
    assert told(found) == [
        "第1部分由“0至2分”改为“0至1分”",
        "第2部分由“0至3分”改为“0至4分”",
        "“按时报送简报”由“得2分”改为“得1分”",
        "“内容准确”由“得3分”改为“得4分”",
    ]
    assert found.regions == ()


def test_a_rule_added_to_a_sentence_that_was_one() -> None:
    """The rule that stays is compared as it was: its values come with it."""
    alone = ("抽检合格率", 3, "抽检合格率达到95%的得满分，每低1个百分点扣0.5分。")
    [found] = tables(alone, RATE[2], 6).indicators
    assert told(found) == ["新增得分项“按期整改”：得3分", "新增计数“逾期”：每1项扣1分"]
    assert found.regions == ()


def test_a_sentence_of_which_one_rule_is_left() -> None:
    """It is then scored under the indicator's own name."""
    [found] = tables(LEDGERS, "签字不全的，每处扣0.2分，扣完为止。").indicators
    assert told(found) == [
        "“签字不全”改称“台账管理”；没写“台账管理”时，由当作没有发现、没有达到改为必须写",
        "删去扣分情形“无登记台账”，原为扣0.5分",
        "删去否决情形“弄虚作假”，原为整个指标不得分",
    ]


def test_other_words_for_the_same_rules_change_nothing() -> None:
    found = compared(LEDGERS, ("无登记台账的扣0.5分", "无登记台账的，扣 0.5 分"))
    assert (found.kind, found.terms, found.regions) == ("reworded", (), ())
    found = compared(LEDGERS, ("该项不得分", "本项不得分"))
    assert found.kind == "reworded"


def test_terms_and_their_regions_are_printed_and_given_as_json() -> None:
    difference = tables(BULLETINS, BULLETINS[2].replace("扣0.5分", "扣1分"))
    [found] = difference.indicators
    assert "“迟报”由“每1天扣0.5分”改为“每1天扣1分”" in words_of(found)
    assert regions_of(found, 2)[-1] == "另有 1 段，见 --format json 或 html"
    document: Any = held(render_diff_json(Comparison((TableChange(difference),))), "diff")
    [indicator] = document["indicators"]
    assert indicator["terms"] == [
        {
            "name": "迟报",
            "kind": "count",
            "change": "changed",
            "old": "每1天扣0.5分",
            "new": "每1天扣1分",
            "text": "“迟报”由“每1天扣0.5分”改为“每1天扣1分”",
        }
    ]
    first = indicator["regions"][0]
    assert (first["term"], first["from"], first["old"], first["new"]) == ("迟报", "1", "-0.5", "-1")


# ── Laws ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one[0])
def test_a_sentence_does_not_differ_from_itself(sentence: tuple[str, int, str]) -> None:
    [found] = tables(sentence, sentence[2]).indicators
    assert (found.kind, found.terms, found.regions, found.notes) == ("same", (), (), ())


halves = st.sampled_from(["0.5", "1", "1.5", "2"])
capped = st.sampled_from(["", "，最多扣1分", "，最多扣2分"])
sums = st.tuples(halves, capped, halves, st.booleans())


def written(drawn: tuple[str, str, str, bool]) -> str:
    late, cap, wrong, void = drawn
    ends = "3、弄虚作假的，本指标不得分。" if void else ""
    return f"1、按时报送的得2分，每迟报一天扣{late}分{cap}。2、数据准确的得3分，每发现一处差错扣{wrong}分。{ends}"


@given(sums, sums, st.integers(0, 6), st.integers(0, 6), st.booleans())
def test_what_is_not_told_scores_alike(
    old: tuple[str, str, str, bool], new: tuple[str, str, str, bool], late: int, wrong: int, lied: bool
) -> None:
    """A score moves only by counts inside the regions, or by a rule that is new or gone."""
    before, after = (program("报送", 5, written(drawn)) for drawn in (old, new))
    [found] = compare_tables(before, after).indicators
    names = {region.term for region in found.regions}
    counted = {"迟报": Fraction(late), "差错": Fraction(wrong)}
    inputs = {name: Count(count) for name, count in counted.items()}
    spans = []
    for one, drawn in ((before, old), (after, new)):
        said = {**inputs, "弄虚作假": Answer(lied)} if drawn[3] else inputs
        spans.append(one.rules[0].meaning.span(said))
    inside = any(
        region.term == name and region.start is not None and region.start <= count
        and (region.end is None or count <= region.end)
        for region in found.regions for name, count in counted.items()
    )  # fmt: skip
    if not inside and (old[3] == new[3] or not lied):
        assert spans[0] == spans[1]
    assert found.meaning_changed == (old != new and (bool(names) or bool(found.terms)))
    assert {term.name for term in found.terms if term.change == "changed"} >= names


# ── Cases ────────────────────────────────────────────────────────────────────────────────────────


def moved(
    old: tuple[str, int, str], new: str, rating: str, points: int | None = None
) -> tuple[Fraction, ...]:
    """Score a case under both sentences; its rating was written for the old one."""
    name, full, text = old
    data = f"评定: {{{name}: {{评定人: 复核组, 依据: 核查记录, {rating}}}}}"
    table = [{"名称": name, "分值": str(full), "评分标准": text}]
    case, _ = loaded(json.dumps(table, ensure_ascii=False), data)
    found = impact_of([case], program(*old), program(name, points or full, new), {name: name})
    [one] = found.cases
    assert (one.old.low, one.new.low) == (one.old.high, one.new.high)
    return one.old.low, one.new.low


@pytest.mark.parametrize(
    ("change", "rating", "scores"),
    [
        (("扣0.5分", "扣1分"), "发现: {迟报: 1, 差错: 1}", ("3.5", "3")),
        (
            ("每发现一处差错扣1分，最多扣2分", "每发现一次返工扣1分"),
            "发现: {迟报: 1, 差错: 1}",
            ("3.5", "4.5"),
        ),
        (("扣0.5分。", "扣0.5分，每漏报一次扣1分。"), "发现: {迟报: 1}", ("4.5", "4.5")),
    ],
)
def test_what_a_case_says_of_a_rule_goes_with_it(
    change: tuple[str, str], rating: str, scores: tuple[str, str]
) -> None:
    """Under a new name where it was renamed; of a rule that is gone nothing is said any more."""
    assert moved(BULLETINS, BULLETINS[2].replace(*change), rating) == tuple(map(Fraction, scores))


def test_a_rule_under_another_name_is_known_by_it() -> None:
    renamed = LEDGERS[2].replace("无登记台账的", "无收发登记台账的")
    assert moved(LEDGERS, renamed, "发现: {无登记台账: 是, 签字不全: 1}") == (
        Fraction("2.3"),
        Fraction("2.3"),
    )


def test_numbers_that_move_are_carried_as_what_they_name() -> None:
    first, second = "制定值班表的得1分。", "落实值班制度的得3分，每脱岗一次扣1分。"
    there, back = f"1、{first}2、{second}", f"1、{second}2、{first}"
    assert moved(("值班值守", 4, there), back, "达到: [1]") == (Fraction(1), Fraction(1))


def test_a_case_is_carried_from_one_rule_to_several_and_back() -> None:
    alone = "签字不全的，每处扣0.2分，扣完为止。"
    assert moved((LEDGERS[0], 3, alone), LEDGERS[2], "次数: 4") == (Fraction("2.2"), Fraction("2.2"))
    assert moved(LEDGERS, alone, "发现: {签字不全: 4, 无登记台账: 是}") == (Fraction("1.7"), Fraction("2.2"))


def test_items_of_a_list_are_carried_to_items_that_are_rules() -> None:
    listed = "①有制度，2分；②有效执行，2分。"
    several = "有制度的得2分；有效执行的得2分，每发现一次违规扣1分。"
    assert moved(("制度执行", 4, listed), several, "达到: [1]") == (Fraction(2), Fraction(2))
