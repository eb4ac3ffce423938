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


def shares(*printed: str) -> list[tuple[str, bool]]:
    """Give what is found of the shares of 300 and 135, by title, and whether it is told under another."""
    parts = {
        name: {"值": value, "单位": "万元", "占比": share}
        for (name, value), share in zip((("基本支出", "300"), ("项目支出", "135")), printed, strict=True)
    }
    [found] = reviewed(small_case(明细={"支出决算": parts}))
    told = ("share-mismatch", "value-impossible")
    return [(one.title, one.folded_under is not None) for one in found.findings if one.code in told]


def test_one_share_that_is_wrong_makes_all_of_them_wrong_once():
    """69.79 for 68.97 %: that they come to 100.82 % is the same mistake."""
    assert sorted(shares("69.79%", "31.03%")) == [
        ("占比不符：“基本支出”占“支出决算”的比例", False),
        ("占比不符：“支出决算”各部分的占比合计", True),
    ]


def test_two_shares_without_their_sign_are_one_habit():
    told = [title for title, folded in shares("68.97", "31.03") if not folded]
    assert told == ["“支出决算中的基本支出占比”等2个数值不可能"]
