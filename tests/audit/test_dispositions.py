"""处置: a finding that a reviewer has settled is counted apart while its figures and the date hold."""

from __future__ import annotations

import json
from datetime import date

from jixiao.model.finding import Finding
from jixiao.model.review import Review, Run
from jixiao.reports.check.choice import ALL
from jixiao.reports.check.findings import finding_list
from jixiao.reports.check.json import render_json
from shared.cases.paper_cases import reviewed, small_case, values

CODE = "balance-mismatch"
TODAY = date(2026, 6, 30)


def case(spent: str = "8.0 万元", **sections: object) -> dict:
    """A case with one grave finding: 收入总计 is not 支出总计."""
    return small_case(数据=values(收入总计="9.0 万元", 支出总计=spent), **sections)


def decision(fingerprint: str | None, until: str = "2026-12-31", **more: str) -> dict:
    given = {} if fingerprint is None else {"指纹": fingerprint}
    return {"代码": CODE, "理由": "已核实原件", "处置人": "复核组", "期限": until, **given, **more}


def only(found: tuple[Review, ...]) -> Finding:
    [one] = [one for one in found[0].findings if one.code == CODE]
    return one


FINGERPRINT = only(reviewed(case())).fingerprint


def settled(*decisions: dict, spent: str = "8.0 万元", today: date = TODAY) -> Finding:
    return only(reviewed(case(spent, 处置=list(decisions)), today))


def test_a_finding_is_set_aside_by_its_code_and_fingerprint() -> None:
    one = settled(decision(FINGERPRINT))
    assert one.set_aside is not None
    assert (one.set_aside.reason, one.set_aside.by, one.set_aside.until) == (
        "已核实原件",
        "复核组",
        date(2026, 12, 31),
    )
    assert (one.is_pending, one.note, one.level) == (False, "", "high")


def test_it_holds_through_its_last_day_and_then_comes_back() -> None:
    assert settled(decision(FINGERPRINT), today=date(2026, 12, 31)).set_aside is not None
    one = settled(decision(FINGERPRINT), today=date(2027, 1, 1))
    assert one.set_aside is None
    assert one.note.endswith("行的处置已过期限（2026-12-31），疑点重新列出")


def test_it_comes_back_when_a_figure_changes_and_says_how_to_settle_it_again() -> None:
    one = settled(decision(FINGERPRINT), spent="7.0 万元")
    assert one.set_aside is None
    assert f"指纹 {FINGERPRINT}）之后数已变，未生效" in one.note
    assert f"“指纹: '{one.fingerprint}'”" in one.note


def test_without_a_fingerprint_it_does_not_hold_and_says_which_to_write() -> None:
    one = settled(decision(None))
    assert one.set_aside is None
    assert one.note.endswith(f"行的处置没有写指纹，未生效；请补“指纹: '{FINGERPRINT}'”")


def test_a_newer_decision_counts_where_an_older_one_no_longer_holds() -> None:
    for order in ((0, 1), (1, 0)):
        both = (decision("00000000"), decision(FINGERPRINT))
        assert settled(*(both[place] for place in order)).set_aside is not None
    one = settled(decision("00000000"), decision(FINGERPRINT, until="2026-01-01"))
    assert "已过期限" in one.note, "what was decided about these very figures is told"


def test_a_decision_may_be_held_to_an_item_or_an_indicator() -> None:
    assert settled(decision(FINGERPRINT, 数据项="收入总计")).set_aside is not None
    assert settled(decision(FINGERPRINT, 数据项="编制数")).set_aside is None
    assert settled(decision(FINGERPRINT, 指标="效能")).set_aside is None


def test_a_decision_about_one_finding_says_nothing_of_another_of_its_code() -> None:
    """No note that the figures have changed, where they have not."""
    two = values(
        收入总计="9.0 万元", 支出总计="8.0 万元", 财政拨款收入总计="7.0 万元", 财政拨款支出总计="6.0 万元"
    )
    [found] = reviewed(small_case(数据=two, 处置=[decision(FINGERPRINT)]), TODAY)
    first, second = sorted(
        (one for one in found.findings if one.code == CODE), key=lambda one: one.set_aside is None
    )
    assert (first.fingerprint, first.note) == (FINGERPRINT, "")
    assert (second.set_aside, second.note) == (None, "")


def test_a_decision_of_the_whole_case_is_looked_for_in_every_project() -> None:
    wrong = {"数据": values(收入总计="9.0 万元", 支出总计="8.0 万元")}
    other = {"数据": values(收入总计="7.0 万元", 支出总计="6.0 万元")}
    projects = [{"名称": "甲", **wrong}, {"名称": "乙", **other}]
    undecided = reviewed(small_case(项目=projects), TODAY)
    fingerprints = [only((one,)).fingerprint for one in undecided]
    assert len({*fingerprints, FINGERPRINT}) == 3, "of the project too"
    first, second = reviewed(small_case(项目=projects, 处置=[decision(fingerprints[0])]), TODAY)
    assert only((first,)).set_aside is not None
    assert (only((second,)).set_aside, only((second,)).note) == (None, "")


def test_a_decision_holds_in_its_own_project_alone() -> None:
    """The same figures in two projects are two findings: what is settled in one is open in the other."""
    wrong = {"数据": values(收入总计="9.0 万元", 支出总计="8.0 万元")}
    projects = [{"名称": "甲", **wrong}, {"名称": "乙", **wrong}]
    mine = only((reviewed(small_case(项目=projects), TODAY)[0],)).fingerprint
    first, second = reviewed(small_case(项目=projects, 处置=[decision(mine)]), TODAY)
    assert only((first,)).set_aside is not None
    assert only((second,)).set_aside is None


def test_a_decision_that_matches_no_finding_is_told() -> None:
    """It settles nothing: on the screen and in JSON, with its line."""
    clean = small_case(数据=values(收入总计="9.0 万元", 支出总计="9.0 万元"), 处置=[decision(FINGERPRINT)])
    [found] = reviewed(clean, TODAY)
    assert [one.code for one in found.unmatched] == [CODE]
    shown = "".join(line.plain for line in finding_list(found, ALL, 80))
    assert "没有对上任何疑点" in shown
    document = json.loads(render_json(Run((found,))))
    assert [one["code"] for one in document["results"][0]["unmatched"]] == [CODE]


def test_what_is_set_aside_still_weighs_on_the_case() -> None:
    """A reviewer has settled the finding, not the figures: whether the papers suffice is hers to say."""
    [found] = reviewed(case(处置=[decision(FINGERPRINT)]), TODAY)
    assert "case-review" not in [one.code for one in found.findings]


def test_json_says_who_set_it_aside_and_why() -> None:
    document = json.loads(render_json(Run(reviewed(case(处置=[decision(FINGERPRINT)]), TODAY))))
    [one] = [one for one in document["results"][0]["findings"] if one["code"] == CODE]
    assert one["set_aside"] == {"reason": "已核实原件", "by": "复核组", "until": "2026-12-31"}
    assert one["fingerprint"] == FINGERPRINT
    assert "note" not in one
    assert document["summary"]["findings"] == {"high": 0, "medium": 0, "low": 0}, "it is counted apart"


def test_what_a_settled_finding_explains_is_settled_with_it() -> None:
    """A unit mistaken shows as a conflict too: told alone, the same matter would come back."""
    facts = small_case(数据={"收入总计": [{"值": "8.5", "单位": "万元"}, {"值": "8.5", "单位": "元"}]})
    [before] = reviewed(facts)
    suspect = next(one for one in before.findings if one.code == "unit-suspect")
    decided = {
        "代码": "unit-suspect",
        "指纹": suspect.fingerprint,
        "理由": "原件为万元",
        "处置人": "张某",
        "期限": "2026-12-31",
    }
    [after] = reviewed({**facts, "处置": decided})
    settled = {one.code for one in after.findings if one.set_aside is not None}
    assert settled == {"unit-suspect", "statement-conflict"}
