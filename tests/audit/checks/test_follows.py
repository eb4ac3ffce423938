"""What fits under another printed figure is told under that figure's conflict."""

from shared.cases.paper_cases import reviewed, small_case, values

BUDGETS = {
    "三公经费预算": "43.95 万元 | 59.4 万元",
    "三公经费决算": "43.95 万元",
    "三公经费决算较预算增减额": "-15.46 万元",
}
KINDS = {
    "公务接待费预算": "8.15 万元",
    "公务接待费决算": "8.15 万元",
    "公务用车购置及运行维护费预算": "35.8 万元",
    "公务用车购置及运行维护费决算": "35.8 万元",
}


def folded(guests: str, vehicles: str) -> dict[str, bool]:
    changes = {"公务接待费决算较预算增减额": guests, "公务用车购置及运行维护费决算较预算增减额": vehicles}
    [review] = reviewed(small_case(数据=values(**BUDGETS, **KINDS, **changes)))
    conflict = next(one for one in review.findings if one.code == "statement-conflict")
    return {
        one.title: one.folded_under == conflict.id
        for one in review.findings
        if one.code == "growth-misstated" and one.level == "high"
    }


def test_changes_that_together_fit_the_other_budget_follow_from_the_conflict():
    """−20.25 and +4.79 make −15.46, which is 43.95 less 59.4."""
    assert list(folded("-20.25 万元", "4.79 万元").values()) == [True, True]


def test_changes_that_fit_no_budget_stand_for_themselves():
    assert list(folded("-20.25 万元", "9.79 万元").values()) == [False, False]
