"""`import jixiao`: instant, complete, typed, and never a traceback of anything but Refused."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import jixiao
from shared.cases.desk import write_desk
from shared.formats import held

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "engine/jixiao/__init__.py"


def test_importing_loads_nothing_else() -> None:
    code = "import sys; before = {*sys.modules}; import jixiao; print(*sorted({*sys.modules} - before))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "engine"
    )
    assert done.stdout.split() == ["jixiao"]


def test_type_checkers_see_the_names_that_there_are() -> None:
    """What stands under TYPE_CHECKING is what __getattr__ finds, from the same modules."""
    block = next(node for node in ast.parse(SOURCE.read_text("utf-8")).body if isinstance(node, ast.If))
    seen = {
        alias.name: statement.module
        for statement in block.body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }
    assert seen == {name: f"jixiao.{home}" for name, home in jixiao._HOMES.items()}
    assert sorted(jixiao.__all__) == sorted([*seen, "__version__"])
    assert {*jixiao.__all__} <= {*dir(jixiao)}


@pytest.mark.parametrize("name", jixiao.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    assert name == "__version__" or getattr(jixiao, name).__doc__


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="chekc"):
        _ = jixiao.chekc


def test_types_are_shipped_and_mypy_agrees_with_the_face() -> None:
    """tests/typing/api.py uses every function as a program would."""
    assert (SOURCE.parent / "py.typed").exists()
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "tests/typing/api.py"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stdout


# ── Answers, and what they are written as ────────────────────────────────────────────────────────


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder with rules and a case."""
    write_desk(tmp_path)
    return tmp_path


def test_every_question_takes_texts_paths_and_open_rules(desk: Path) -> None:
    table, case = desk / "rules/甲/table.yaml", desk / "cases/case.yaml"
    for rules in (desk / "rules", str(desk / "rules"), jixiao.open_rules(desk / "rules")):
        for way in (Path, str):
            assert len(jixiao.check(way(case), rules=rules).reviews) == 1
            assert len(jixiao.show(way(table), rules=rules).indicators) == 4
            assert jixiao.lint(way(table), rules=rules).files == (str(table),)
            assert jixiao.test(way(case), rules=rules).failed == ()
            change = jixiao.diff(way(table), way(table), cases=way(case), rules=rules)
            assert [one.moved for one in change.cases] == [False]
        assert len(jixiao.show("jia", "制度", rules=rules).indicators) == 1
        assert jixiao.test(case, rules=rules, coverage=True).coverage is not None
        assert [one.item.name for one in jixiao.items("编制", rules=rules).items] == ["编制数"]


def test_rules_that_are_not_named_are_those_of_this_folder(desk: Path, monkeypatch) -> None:
    monkeypatch.chdir(desk)
    assert [entry.reference for entry in jixiao.open_rules().tables] == ["jia@2022"]
    assert jixiao.test().tables == 1
    assert len(jixiao.lint().files) == 2
    monkeypatch.chdir(desk / "cases")
    assert "huaihua-department@2022" in [entry.reference for entry in jixiao.open_rules().tables]


def test_every_answer_is_written_in_its_format(desk: Path) -> None:
    table, case, rules = desk / "rules/甲/table.yaml", desk / "cases/case.yaml", desk / "rules"
    answers: dict[
        str,
        jixiao.Run
        | jixiao.LintRun
        | jixiao.TrialRun
        | jixiao.Comparison
        | jixiao.ItemList
        | jixiao.ReadCase
        | jixiao.Import
        | jixiao.Simulation,
    ] = {
        "check": jixiao.check(case, rules=rules),
        "lint": jixiao.lint(rules=rules),
        "test": jixiao.test(case, rules=rules, coverage=True),
        "diff": jixiao.diff(table, table, case, rules),
        "items": jixiao.items(rules=rules),
        "read": read_of(desk),
        "import": imported(desk),
        "simulate": simulated(desk),
    }
    for name, answer in answers.items():
        held(jixiao.to_json(answer), name)
    held(jixiao.to_json(jixiao.standard("大于90%的得5分。", 5, at="95%")), "standard")


def simulated(desk: Path) -> jixiao.Simulation:
    """Try another lowest score of a grade on a row."""
    table = desk / "rules/甲/table.yaml"
    row = desk / "全省.csv"
    name = jixiao.open_rules(desk / "rules").at(table).indicators[0].name
    row.write_text(f"单位,{name}\n甲局,1\n", "utf-8")
    return jixiao.simulate(table, row, "等级.优=91", rules=desk / "rules")


def imported(desk: Path) -> jixiao.Import:
    """Import a table of one indicator."""
    file = desk / "指标表.txt"
    file.write_text("指标|分值|评分标准\n办结率|5|得分=办结率×5。\n", "utf-8")
    return jixiao.import_table(file, rules=desk / "rules")


def read_of(desk: Path) -> jixiao.ReadCase:
    """Read a report of one sentence."""
    report = desk / "甲局2022年度整体支出绩效自评报告.txt"
    report.write_text("甲局2022年度整体支出绩效自评报告\n一、概况\n编制数19人，在职人员12人。\n", "utf-8")
    [read] = jixiao.read(report, rules=desk / "rules").cases
    return read


def test_new_files_are_texts_that_run(desk: Path) -> None:
    table = desk / "rules/新.yaml"
    table.write_text(jixiao.new("table", code="new", year=2025, place=table, rules=desk / "rules"), "utf-8")
    assert not jixiao.lint(table, rules=desk / "rules").at("error")
    case = desk / "cases/新.yaml"
    case.write_text(
        jixiao.new(kind="case", table=table, unit="某局", place=str(case), rules=str(desk / "rules")), "utf-8"
    )
    [review] = jixiao.check(case, rules=desk / "rules").reviews
    assert (review.evaluation.case.unit, review.evaluation.low) == ("某局", 0)


# ── Refusals ─────────────────────────────────────────────────────────────────────────────────────

QUESTIONS: dict[str, Callable[[], object]] = {
    "no case": lambda: jixiao.check("none.yaml"),
    "no rules": lambda: jixiao.check("cases", rules="none"),
    "no report": lambda: jixiao.read("none.docx"),
    "no table for a report": lambda: jixiao.read("README.md", table="none"),
    "no rules to open": lambda: jixiao.open_rules("README.md"),
    "rules that are no path": lambda: jixiao.items("", rules="a\0b"),
    "no table": lambda: jixiao.show("none"),
    "no indicator": lambda: jixiao.show("huaihua-department@2022", "没有"),
    "no file": lambda: jixiao.lint("none.yaml"),
    "no case to test": lambda: jixiao.test("none.yaml"),
    "no version": lambda: jixiao.diff("none", "none"),
    "a version that is no path": lambda: jixiao.diff("a\0b", "none"),
    "no cases to compare": lambda: jixiao.diff("huaihua-department@2022", "huaihua-department", cases="none"),
    "no table for a case": lambda: jixiao.new("case", "none"),
    "one of several tables": lambda: jixiao.new("case"),
}
ASKED_BADLY: dict[str, Callable[[], object]] = {
    "no case at all": jixiao.check,
    "no sentence": lambda: jixiao.standard(" ", 5),
    "no points": lambda: jixiao.standard("满分。", "零"),
    "points of nothing": lambda: jixiao.standard("满分。", 0),
    "points that are not exact": lambda: jixiao.standard("满分。", 4.5),  # type: ignore[arg-type]
    "points that are not finite": lambda: jixiao.standard("满分。", Decimal("NaN")),
    "a value that is not exact": lambda: jixiao.standard("满分。", 5, at=[0.1]),  # type: ignore[list-item]
    "no such reading": lambda: jixiao.standard("满分。", 5, readings={"没有": "是"}),
    "no such value of a reading": lambda: jixiao.standard("满分。", 5, readings={"舍入": "没有"}),
    "nothing that can be new": lambda: jixiao.new("指标表"),  # type: ignore[arg-type]
    "a table for a table": lambda: jixiao.new("table", "jia"),
    "a unit for a table": lambda: jixiao.new("table", unit="甲办"),
    "a region for a case": lambda: jixiao.new("case", "huaihua-department", region="甲省"),
    "a code that can't be": lambda: jixiao.new("table", code="表"),
    "a year that can't be": lambda: jixiao.new("table", year=25),
    "a name that can't be seen": lambda: jixiao.new("table", title="\x07"),
}


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
def test_what_can_not_be_answered_is_refused(ask: Callable[[], object], monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    with pytest.raises(jixiao.Refused) as refusal:
        ask()
    assert type(refusal.value) is jixiao.Refused or ask is QUESTIONS["one of several tables"]
    assert all(one.message for one in refusal.value.diagnostics)


@pytest.mark.parametrize("ask", ASKED_BADLY.values(), ids=ASKED_BADLY)
def test_what_is_asked_badly_is_a_bad_question(ask: Callable[[], object], monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    with pytest.raises(jixiao.BadQuestion, match=r"[\u4e00-\u9fff]"):
        ask()


def test_one_broken_case_keeps_no_other_from_its_score(desk: Path) -> None:
    broken = desk / "cases/broken.yaml"
    broken.write_text("案例: 某办\n代码: [broken\n", "utf-8")
    run = jixiao.check(desk / "cases", rules=desk / "rules")
    assert len(run.reviews) == 1
    assert {error.place.file for error in run.errors} == {str(broken)}
    with pytest.raises(jixiao.Refused):
        jixiao.check(broken, rules=desk / "rules")


@given(st.fractions(min_value=Fraction(1, 999), max_value=999), st.text(max_size=20))
def test_any_points_and_any_text_are_answered_or_refused(points: Fraction, text: str) -> None:
    """Nothing but Refused is ever raised; points stay as they were."""
    try:
        answer = jixiao.standard(text, points, at=[points, text])
    except jixiao.Refused:
        return
    if not isinstance(answer.understood, jixiao.Misread):
        assert answer.understood.points == points
    assert json.loads(jixiao.to_json(answer))["format"] == "jixiao.standard/1"
