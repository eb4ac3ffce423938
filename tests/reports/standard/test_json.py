"""The JSON of `jixiao standard`: one entry for each value, exact amounts, whatever is asked."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.portraits.answer import answer
from jixiao.reports.standard.json import render_standard_json, render_standard_refusal
from shared.sentences.examples import examples
from shared.sentences.several import BULLETINS, LEDGERS

SENTENCES = [(one.text, one.points, one.name, one.reading) for one in examples()]
KEYS = {
    "format", "understood", "form", "canonical", "terms", "inputs", "remarks", "pieces", "scores", "error",
}  # fmt: skip


def document(sentence: str, points: int, *ats: str, name: str = "", **readings: str) -> Any:
    return json.loads(render_standard_json(answer(sentence, Fraction(points), name, readings, ats)))


STEPS = "不超过100%的，得满分；每超过1个百分点，扣0.5分。"


def test_a_score_is_a_string_a_range_is_two() -> None:
    scores = document(STEPS, 5, "100.9%", "101%")["scores"]
    assert scores[0]["score"] == {"low": "4.5", "high": "5"}
    assert scores[0]["reading"] == (
        "不足一步：不计，得5分；不足一步：按比例，得4.55分；不足一步：按一步，得4.5分"
    )
    assert [way["score"] for way in scores[0]["ways"]] == ["5", "4.55", "4.5"]
    assert (scores[1]["at"], scores[1]["score"], scores[1]["reading"]) == ("101%", "4.5", "")
    assert scores[1]["explanation"].endswith("，得4.5分。")


def test_a_fraction_stands_only_where_no_decimal_ends() -> None:
    scores = document("①有制度；②制度完整；③有效执行。", 1, "1", "1,2,3")["scores"]
    assert [one["score"] for one in scores] == ["1/3", "1"]


def test_pieces_are_the_score_from_value_to_value() -> None:
    pieces = document("得分=率×10，最高不超过10分。低于60%不得分。", 10, name="率")["pieces"]
    assert pieces == [
        {"from": None, "to": "0.6", "from_included": False, "to_included": False, "points": "0"},
        {
            "from": "0.6",
            "to": "1",
            "from_included": True,
            "to_included": True,
            "points": {"at_from": "6", "at_to": "10"},
        },
        {"from": "1", "to": None, "from_included": False, "to_included": False, "points": "10"},
    ]


def test_pieces_under_silent_readings_are_ranges_and_stand_again_by_reading() -> None:
    given = document("不超过100%的，得满分；每超过10%，扣5分。", 10)
    assert given["pieces"][1] == {
        "from": "1",
        "to": "1.1",
        "from_included": False,
        "to_included": False,
        "points": {"low": "5", "high": "10"},
    }
    assert [one["reading"] for one in given["pieces_by_reading"]] == [
        "不足一步：不计",
        "不足一步：按比例",
        "不足一步：按一步",
    ]
    assert given["readings"][0] == {
        "name": "不足一步",
        "values": ["不计", "按比例", "按一步"],
        "value": None,
        "source": "open",
        "matters": True,
    }


def test_every_rule_that_adds_up_is_a_term_with_its_input() -> None:
    name, points, text = BULLETINS
    given = document(text, points, "迟报=1", "漏报=1", name=name)
    assert (given["form"], given["takes"]) == ("sum", "several")
    first, second, *_, last = given["terms"]
    assert (first["kind"], first["input"], first["points"]) == ("item", "按时报送简报", "2")
    assert {key: second[key] for key in ("kind", "clause", "input")} == {
        "kind": "count", "clause": "每迟报一天扣0.5分", "input": "迟报",
    }  # fmt: skip
    assert "cap" not in second
    assert (last["cap"], last["section"]) == ("2", {"place": 2, "low": "0", "high": "3"})
    assert last["pieces"][0]["points"] == "0"
    assert last["pieces"][-1]["points"] == "-2"
    assert given["inputs"][1] == {"name": "迟报", "takes": "count", "unit": "天", "unsaid": "nothing"}
    assert (given["pieces"], given["choices"], given["remarks"]) == ([], [], [])
    fits, misses = given["scores"]
    assert (fits["score"], fits["error"]) == ("4.5", None)
    assert misses["score"] is None
    assert "没有“漏报”" in misses["error"]


def test_a_sentence_that_is_one_rule_has_one_term() -> None:
    given = document(STEPS, 5, name="控制率")
    (term,) = given["terms"]
    assert (term["kind"], term["input"], term["pieces"]) == ("value", "控制率", given["pieces"])
    assert term["clause"] == "不超过100%的，得满分；每超过1个百分点，扣0.5分"
    assert given["inputs"] == [{"name": "控制率", "takes": "value", "unit": "%", "unsaid": "needed"}]


def test_what_others_take_from_asks_for_nothing() -> None:
    name, points, text = LEDGERS
    given = document(text, points, name=name)
    assert (given["terms"][0]["kind"], given["terms"][0]["input"]) == ("base", None)
    assert "没有扣分的情况" not in [one["name"] for one in given["inputs"]]


def test_remarks_are_given_as_they_are_written() -> None:
    sentence = "全部办结的得6分，有一件未办结的扣2分，扣完为止。以年末台账为依据。"
    assert document(sentence, 6)["remarks"] == ["以年末台账为依据"]


def test_a_value_that_does_not_fit_keeps_its_entry() -> None:
    scores = document(STEPS, 5, "100%", "很多", "101%")["scores"]
    assert [one["score"] for one in scores] == ["5", None, "4.5"]
    assert [one["error"] is None for one in scores] == [True, False, True]


def test_a_sentence_that_is_not_understood_says_where_and_what_comes_near() -> None:
    given = document("三公经费变动率0，计5分；每超过一个百分点扣0.5分。", 5, "1%", name="三公经费变动率")
    assert (given["understood"], given["scores"], given["pieces"]) == (False, [], [])
    assert given["error"]["position"] == 7
    assert "缺少比较符号" in given["error"]["message"]
    assert all(one["example"] for one in given["error"]["near"])
    unknown = document("根据有关规定综合考虑给分。", 5)["error"]["near"]
    assert {"form", "example"} == set(unknown[0])
    assert unknown[0]["form"]


def test_a_refused_command_line_has_the_same_shape() -> None:
    given = json.loads(render_standard_refusal("缺少分值"))
    assert set(given) == KEYS
    assert (given["understood"], given["error"]["message"]) == (False, "缺少分值")


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one[0][:20])
def test_every_example_has_the_same_keys(sentence: tuple) -> None:
    text, points, name, readings = sentence
    given = json.loads(render_standard_json(answer(text, points, name, readings)))
    assert set(given) >= KEYS
    assert given["understood"] == (given["error"] is None)


@given(st.sampled_from(SENTENCES), st.lists(st.text(max_size=10) | st.sampled_from(["1", "50%", "是", "无"])))
def test_there_is_one_entry_for_each_value_in_order(sentence: tuple, ats: list[str]) -> None:
    text, points, name, readings = sentence
    given = json.loads(render_standard_json(answer(text, points, name, readings, ats)))
    assert [one["at"] for one in given["scores"]] == (ats if given["understood"] else [])
    assert all((one["score"] is None) >= (one["error"] is not None) for one in given["scores"])
