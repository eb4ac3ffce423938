"""Reports of `test`: every line fits, and programs can read them whatever stands in a file."""

from __future__ import annotations

import io
import json
from xml.etree import ElementTree as Xml

import pytest
from rich.cells import cell_len
from rich.console import Console

from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.ruleset import Text
from jixiao.model.trial import Revision, Trial, TrialKind, TrialRun
from jixiao.reports.test.json import render_trial_json
from jixiao.reports.test.junit import render_junit
from jixiao.reports.test.terminal import change_line, render_trials

PLACE = Place("cases/甲.yaml", 12, 9)
LINE = "扣2分：超过100% 1.3个百分点，每步1个百分点，计1步，按条款“每超过1个百分点，扣2分”（自评报告 一、部门基本情况 1）"
WRITTEN = Text("8\x1b[31m", PLACE)
FAILED = Trial(
    TrialKind.EXPECTATION, PLACE, "甲办 2022 年度部门整体支出", "指标“人员控制率”的得分", "8", "6", False,
    indicator="人员控制率", case="jia", project="甲项目\x01", ledger=(LINE, "<&>"), revisions=(Revision(WRITTEN, "6"),),
)  # fmt: skip
PASSED = Trial(
    TrialKind.EXAMPLE, Place("rules/甲.yaml", 3, 1), "jia@2022", "指标“人员控制率”的例 100%", "10", "10", True
)
RUN = TrialRun(
    (FAILED, PASSED), 1, 1, ("cases/乙.yaml",), (Diagnostic(Place("cases/丙.yaml", 1, 2), "坏了"),)
)


@pytest.mark.parametrize("width", [48, 80, 120])
def test_every_line_fits(width: int) -> None:
    page = io.StringIO()
    render_trials(RUN, Console(file=page, width=width, color_system=None))
    lines = page.getvalue().splitlines()
    assert max(map(cell_len, lines)) <= width
    assert lines[0].startswith("cases/甲.yaml:12:9 不符 指标“人员控制率”的得分"[: width // 2])
    assert "应为 8，实为 6" in page.getvalue()
    last = "".join(lines[-2:])
    assert "1 个案例的 1 条预期、1 张表的 1 条例：1 条相符，1 条不符" in last


def test_junit_is_xml_that_says_the_same() -> None:
    root = Xml.fromstring(render_junit(RUN))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", "1", "1")
    assert [suite.get("name") for suite in root] == ["cases/甲.yaml", "rules/甲.yaml", "cases/丙.yaml"]
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == "应为 8，实为 6"
    assert (failure.text or "").splitlines() == ["cases/甲.yaml:12:9", LINE, "<&>"]


def test_json_says_what_an_update_would_write() -> None:
    document = json.loads(render_trial_json(RUN))
    assert document["format"] == "jixiao.test/1"
    first, second = document["results"]
    assert (first["file"], first["line"], first["expected"], first["got"], first["passed"]) == (
        "cases/甲.yaml", 12, "8", "6", False,
    )  # fmt: skip
    assert first["changes"] == [{"line": 12, "column": 9, "old": "8\x1b[31m", "new": "6"}]
    assert (second["kind"], second["table"], second["passed"]) == ("example", "jia@2022", True)
    assert document["summary"]["failed"] == 1
    assert document["errors"] == [{"file": "cases/丙.yaml", "line": 1, "column": 2, "message": "坏了"}]


def test_a_change_can_be_shown_on_any_terminal() -> None:
    assert change_line(FAILED.revisions[0]) == "cases/甲.yaml:12 8�[31m → 6"
