"""What a report says in words of how its figures stand to each other is held against them."""

import pytest

from jixiao.model.diagnostic import Refused
from jixiao.model.finding import Finding
from shared.cases.paper_cases import reviewed, small_case, values

DATA = values(三公经费决算="25.12 万元", 三公经费预算="24.00 万元") | {
    "培训费决算": {"值": "2 万元", "上年": 3}
}


def disagreeing(relation: str, **more: object) -> list[Finding]:
    """Give what does not agree with a relation that the report claims."""
    [review] = reviewed(small_case(数据=DATA, 说法={"关系": relation, "出处": "报告 九"}, **more))
    return [one for one in review.findings if one.code == "facts-disagree"]


@pytest.mark.parametrize(
    "relation", ["三公经费决算 > 三公经费预算", "培训费决算 < 上年培训费决算", "公务接待费决算 > 公务接待费预算", "三公经费决算 = 25.12万元"]
)  # fmt: skip
def test_what_the_figures_bear_out_or_do_not_tell_is_no_finding(relation: str) -> None:
    assert disagreeing(relation) == []


def test_a_contradiction_cites_both_places() -> None:
    [one] = disagreeing("三公经费决算 < 三公经费预算")
    assert one.title == "对不上：报告说“三公经费决算 < 三公经费预算”（报告 九）"
    assert "“三公经费决算”25.12 万元（报告 1）" in one.because
    assert any("报告 九" in line for line in one.because)
    assert one.items == ("三公经费决算", "三公经费预算")


def test_it_may_speak_of_what_only_the_case_knows() -> None:
    """A figure that items.yaml does not have, and last year's."""
    data = {**values(火星经费="3 万元"), "培训费决算": {"值": "2 万元"}}
    [review] = reviewed(small_case(数据=data, 说法=[{"关系": "火星经费 < 培训费决算"}]))
    assert "facts-disagree" in [one.code for one in review.findings]


@pytest.mark.parametrize(
    "relation", ["三公经费决算", "三公经费决算 < 编制数", "三公经费决算 < 水星经费", "三公经费决算 小于"]
)
def test_what_is_no_relation_is_refused_at_its_place(relation: str) -> None:
    with pytest.raises(Refused) as refused:
        disagreeing(relation)
    [one] = refused.value.diagnostics
    assert one.place.column > 200, "the words of the relation, in a file of one line"
