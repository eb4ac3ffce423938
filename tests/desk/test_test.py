"""Expectations of cases and examples of tables, each beside what came out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.desk.test import try_all
from jixiao.desk.update import plan_updates
from jixiao.model.trial import Trial, TrialKind, TrialRun
from shared.cases.desk import CASE, TABLE, write_desk

TODAY = date(2026, 6, 30)


def run(folder: Path, *, every_table: bool = True) -> TrialRun:
    cases = [folder / "cases" / "case.yaml"]
    return try_all(cases, folder / "rules", every_table=every_table, today=TODAY).run


def spoiled(folder: Path, table: tuple[str, str] = ("", ""), case: tuple[str, str] = ("", "")) -> TrialRun:
    """Run the desk with one text of each file replaced."""
    assert table[0] in TABLE
    assert case[0] in CASE
    write_desk(
        folder, TABLE.replace(*table, 1) if table[0] else TABLE, CASE.replace(*case, 1) if case[0] else CASE
    )
    return run(folder)


def test_what_is_right_passes(tmp_path: Path) -> None:
    found = spoiled(tmp_path)
    assert (found.errors, found.failed, found.silent) == ((), (), ())
    assert (found.cases, found.tables) == (1, 1)
    assert (len(found.of(TrialKind.EXPECTATION)), len(found.of(TrialKind.EXAMPLE))) == (16, 9)


def test_a_case_need_not_be_kept_once_it_is_tried(tmp_path: Path) -> None:
    """Nothing of the answer is lost with it; so memory does not grow with the cases of a folder."""
    write_desk(tmp_path, TABLE, CASE)
    cases = [tmp_path / "cases" / "case.yaml"]
    kept, let_go = (
        try_all(cases, tmp_path / "rules", every_table=True, today=TODAY, keeps=keeps)
        for keeps in (True, False)
    )
    assert kept.run == let_go.run
    assert (len(kept.reviewed), len(let_go.reviewed)) == (1, 0)


@pytest.mark.parametrize(
    ("old", "new", "what", "got", "stuck"),
    [
        ("最高: 15", "最高: 16", "总分（最高）", "15", ""),
        ("最低: 10, 最高: 15", "采用: 15", "总分（采用）", "没有", "没有一个确定的数"),
        ("[差]", "[优, 差]", "等级", "差", "--update 不改"),
        ("状态: 核算", "状态: 待定", "指标“人员控制率”的状态", "核算", ""),
        ("状态: 核算", "状态: open", "指标“人员控制率”的状态", "核算", ""),
        ("数值: 110%", "数值: 111%", "指标“人员控制率”的数值", "110%", ""),
        ("数值: 66.67%", "数值: 66.7", "指标“执行率”的数值", "0.7", ""),
        ('得分: "6"', '得分: "5"', "指标“执行率”的得分", "6", ""),
        ("扣分: 10", "扣分: 9", "指标“人员控制率”的扣分", "10", ""),
        ("最低: 0, 最高: 5", "得分: 5", "指标“效能”的得分", "待定，0至5", "没有一个确定的数"),
        ("级别: 严重", "级别: 提示", "疑点 claim-above-range，提示", "没有", "--update 不改"),
        ("statement-conflict", "claim-above-range", "疑点 claim-above-range", "有 1 条", "--update 不改"),
        (
            "statement-conflict",
            "statement-conflicts",
            "疑点 statement-conflicts",
            "是否为“statement-conflict”",
            "",
        ),
    ],
)
def test_what_is_wrong_says_what_came_out(
    tmp_path: Path, old: str, new: str, what: str, got: str, stuck: str
) -> None:
    [trial] = spoiled(tmp_path, case=(old, new)).failed
    assert trial.what == what
    assert got in trial.got
    assert stuck in trial.stuck
    assert bool(trial.revisions) == (not trial.stuck)


def test_a_failure_carries_the_ledger(tmp_path: Path) -> None:
    [trial] = spoiled(tmp_path, case=("扣分: 10", "扣分: 8")).failed
    [line] = trial.ledger
    assert line.count("扣10分") == 1
    assert "每超过1个百分点，扣2分" in line


@pytest.mark.parametrize(
    ("old", "new", "got", "revisions", "stuck"),
    [
        ("101.3%: 8", "101.3%: 7", "8", ["8"], ""),
        ("效果好: [4, 5]", "效果好: [3, 6]", "4至5", ["4", "5"], ""),
        ("效果好: [4, 5]", "效果好: 5", "4至5", [], "改写成 [4, 5]"),
        ("一般: 2", "一般: [1, 2]", "2", ["2"], ""),
        ("没有预算: 9", "没有预算: 不计入", "9", [], "没有得分"),
        ("没有预算: 9", "没有预案: 9", "无法核算", [], "没有得分"),
        ("①③: 4", "①④: 4", "无法核算", [], "没有得分"),
    ],
)
def test_an_example_says_what_the_sentence_gives(
    tmp_path: Path, old: str, new: str, got: str, revisions: list[str], stuck: str
) -> None:
    [trial] = spoiled(tmp_path, table=(old, new)).failed
    assert (trial.kind, trial.got) == (TrialKind.EXAMPLE, got)
    assert [one.new for one in trial.revisions] == revisions
    assert stuck in trial.stuck
    assert trial.ledger


def test_a_score_without_end_agrees_to_the_decimals_written(tmp_path: Path) -> None:
    found = spoiled(tmp_path, table=("50%: 4.5", "50%: 4.5, 70%: 6.3, 1/3: 3"))
    assert [trial.what for trial in found.failed] == ["指标“执行率”的例 1/3"]
    third = tmp_path / "third"
    table = TABLE.replace("得分=执行率×9", "得分=执行率×9÷7×7").replace("执行率×9÷7×7", "执行率÷7×9", 1)
    write_desk(third, table.replace("{50%: 4.5, 没有预算: 9}", "{700%: 9, 50%: 0.643}"))
    failed = [trial.what for trial in run(third).failed if trial.kind is TrialKind.EXAMPLE]
    assert failed == []


def test_a_table_that_is_refused_does_not_stop_the_rest(tmp_path: Path) -> None:
    write_desk(tmp_path)
    broken = (
        TABLE.replace("代码: jia\n", "代码: yi\n")
        .replace("地区: 甲省", "地区: 乙省")
        .replace("满分: 30", "满分: 31")
    )
    (tmp_path / "rules" / "乙.yaml").write_text(broken, "utf-8")
    found = run(tmp_path)
    assert [error.message[:7] for error in found.errors] == ["各指标分值之和"]
    assert len(found.trials) == 25
    assert run(tmp_path, every_table=False).errors == ()


def test_a_case_without_expectations_is_named(tmp_path: Path) -> None:
    _, path = write_desk(tmp_path, case=CASE[: CASE.index("预期:")])
    assert run(tmp_path).silent == (str(path),)


def test_rules_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    found = try_all([], tmp_path / "none", every_table=True).run
    assert [error.message for error in found.errors] == ["找不到文件夹，请核对路径"]


# ── Update ───────────────────────────────────────────────────────────────────────────────────────

FIGURES = (
    "最低: 10",
    "最高: 15",
    "110%",
    "得分: 0",
    "扣分: 10",
    "66.67%",
    '"6"',
    "得分: 4",
    "最低: 0",
    "最高: 5}",
)
POINTS = (
    "100%: 10",
    "101.3%: 8",
    "200%: 0",
    "50%: 4.5",
    "没有预算: 9",
    "①③: 4",
    "无: 0",
    ", 5]",
    "一般: 2",
)


def update(folder: Path) -> tuple[Trial, ...]:
    updates, trials = plan_updates(run(folder).trials)
    for one in updates:
        one.path.write_bytes(one.data)
    return trials


def test_a_status_may_stand_as_its_code(tmp_path: Path) -> None:
    """What fits stays as it was written; what is rewritten, is in words."""
    written = CASE.replace("状态: 评定", "状态: judged").replace("状态: 待定", "状态: exempt")
    _, case = write_desk(tmp_path, case=written)
    [wrong] = [trial for trial in run(tmp_path).trials if not trial.passed]
    assert (wrong.expected, wrong.got) == ("免评", "待定")
    update(tmp_path)
    assert case.read_text("utf-8") == CASE.replace("状态: 评定", "状态: judged")


def digits_changed(text: str, places: tuple[str, ...], chosen: set[int], random: Random) -> str:
    """Write another number, by its first digit, at the chosen places."""
    for number in sorted(chosen):
        old = places[number]
        start = old.index(": ") + 2 if ": " in old else 0
        at = next(place for place, sign in enumerate(old) if place >= start and sign.isdigit())
        text = text.replace(old, f"{old[:at]}{random.choice('123456789')}{old[at:]}", 1)
    return text


@settings(max_examples=25)
@given(
    st.sets(st.integers(0, len(FIGURES) - 1)),
    st.sets(st.integers(0, len(POINTS) - 1)),
    st.randoms(use_true_random=False),
)
def test_update_gives_back_what_was_right(tmp_path_factory, figures, points, random) -> None:
    """After an update everything passes, only what was wrong has changed, and again changes nothing."""
    folder = tmp_path_factory.mktemp("update")
    table, case = write_desk(
        folder,
        digits_changed(TABLE, POINTS, points, random),
        digits_changed(CASE, FIGURES, figures, random),
    )
    assert all(trial.passed for trial in update(folder))
    after = run(folder)
    assert (after.errors, after.failed) == ((), ())
    assert (table.read_text("utf-8"), case.read_text("utf-8")) == (TABLE, CASE)
    assert plan_updates(after.trials)[0] == ()
