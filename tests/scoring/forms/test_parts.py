"""What a sentence says it can be come by, and what outcomes come by, agree."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.model.part import Part
from jixiao.scoring.scale.said import RatingError
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.understand import understand
from shared.sentences.examples import Example, examples

SENTENCES = [one for one in examples() if not one.refused and not one.gap]


def reached(meaning: Meaning, one: Example) -> set[Part]:
    found: set[Part] = set()
    for at in one.at:
        try:
            ways = meaning.outcomes(read_at(at, meaning))
        except RatingError:
            continue  # facts and refusals
        found |= {part for way in ways for part in way.outcome.parts}
    return found


@pytest.mark.parametrize("one", SENTENCES, ids=str)
def test_what_is_come_by_is_listed(one: Example) -> None:
    meaning = one.meaning()
    parts = meaning.standard.parts()
    assert len(set(parts)) == len(parts)
    assert reached(meaning, one) <= set(parts)
    assert not any(part.runs for part in parts)


@pytest.mark.parametrize("one", SENTENCES, ids=str)
def test_parts_are_named_in_the_words_of_the_sentence(one: Example) -> None:
    """But where the steps alone say where full marks end."""
    parts = understand(one.text, one.name, one.points).parts()
    foreign = [part for part in parts if not all(word in one.text for word in part.clause.split("；"))]
    assert len(foreign) <= (1 if one.form == "steps" else 0), foreign


def parts(sentence: str, points: int = 10, name: str = "甲率") -> list[str]:
    return [str(part) for part in understand(sentence, name, points).parts()]


def test_steps_have_full_marks_part_of_the_way_and_the_end() -> None:
    assert parts("不超过100%的，得满分；每超过1个百分点，扣1分，扣完为止。") == [
        "“不超过100%的，得满分”：得满分",
        "“每超过1个百分点，扣1分”：扣一部分",
        "“每超过1个百分点，扣1分”：扣完",
    ]


def test_one_clause_for_both_sides_has_both() -> None:
    found = parts("100%计满分，每超过或低于5%扣2分，扣完为止。")
    assert [one.partition("：")[2] for one in found] == [
        "得满分", "低于，扣一部分", "低于，扣完", "超过，扣一部分", "超过，扣完",
    ]  # fmt: skip


def test_where_the_first_takes_all_there_is_no_part_of_the_way() -> None:
    assert [one.partition("：")[2] for one in parts("每发现一例扣10分，扣完为止。")] == ["没有发现", "扣完"]
    floored = "每发现一例扣3分，最多扣3分。"
    assert "扣一部分" not in "".join(parts(floored))


def test_what_stands_around_a_form_counts_too() -> None:
    found = parts("按完成比例计算得分，低于60%不得分。没有预算的，得满分。存在截留的，本项不得分。")
    assert [one for one in found if one.endswith("成立")] == [
        "“存在截留的，本项不得分”：成立",
        "“没有预算的，得满分”：成立",
    ]
    assert "“低于60%不得分”" in found


def test_steps_run_down_where_they_cost_and_up_where_they_add() -> None:
    """Also where a step is worth less than a point."""
    sentence = "达到100%得基本分4分，每增加1%加0.5分，最多加1分"
    assert [part.runs for part in understand(sentence, "任务完成率", Fraction(5)).form.parts()] == ["", "up"]
    sentence = "不超过100%得5分，每超过1%扣0.5分"
    assert [part.runs for part in understand(sentence, "经费控制率", Fraction(5)).form.parts()] == [
        "",
        "down",
    ]
