"""One run, three ways to show it: golden pages, and what SARIF asks for.

A run made by hand, so that a new lint does not change the pages.
"""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len
from rich.console import Console

from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.lint import Flaw, LintRule, LintRun, Spot
from jixiao.reports.lint.annotations import render_github, render_sarif
from jixiao.reports.lint.json import render_lint_json
from jixiao.reports.lint.page import render_page
from jixiao.reports.lint.terminal import render_lint
from reports.golden import compare

FILE = "rules/某市/部门 2025.yaml"
LINE = "    评分标准: ≥90%得5分；70%-85%得3分；低于70%不得分。"
MISFIT = LintRule("points-misfit", "句中的分数与分值不符", "error")
GAP = LintRule("band-gap", "相邻两档之间有空档", "warning")
OPEN = LintRule("reading-open", "口径没有写明，影响得分", "info")
UNUSED = LintRule("item-unused", "定义了却没有用到的数据项", "info")
RULES = (MISFIT, GAP, OPEN, UNUSED)


def flaw(rule: LintRule, line: int, words: str, message: str, **more: str) -> Flaw:
    spot = Spot(Place(FILE, line, LINE.index(words) + 1), len(words), LINE)
    return Flaw(rule, spot, message, "moushi@2025", "执行率", **more)


RUN = LintRun(
    rules=RULES,
    files=("rules/items.yaml", FILE),
    flaws=(
        Flaw(MISFIT, Spot(Place("rules/items.yaml")), "文件是空的，请填写内容"),
        flaw(MISFIT, 12, "≥90%得5分", "分值6与句中5分不符。请核对"),
        flaw(GAP, 12, "70%-85%", "85%与90%之间不属于任何一档，得3至5分。请改动界限"),
        flaw(GAP, 30, "低于70%", "已经知道", waived="正式文件如此"),
        *(flaw(OPEN, 40 + number, "≥90%", "口径“不足一步”没有写") for number in range(14)),
        flaw(UNUSED, 60, "评分标准", "没有公式用到它"),
    ),
)
FAILED = replace(RUN, errors=(Diagnostic(Place("没有.yaml"), "找不到文件或文件夹，请核对路径"),))


def page(run: LintRun, width: int) -> str:
    """Render as a pipe would get it."""
    stream = io.StringIO()
    render_lint(run, Console(file=stream, width=width))
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_a_run_as_people_read_it(width: int) -> None:
    compare(f"lint-{width}.txt", page(RUN, width))


@pytest.mark.parametrize("width", [20, 48, 60, 79, 100, 200])
def test_a_run_fits_any_width(width: int) -> None:
    """All but the last line, which is one, to be read alone."""
    assert all(cell_len(line) <= max(48, width) for line in page(RUN, width).splitlines()[:-1])


def test_a_clean_run_is_one_line() -> None:
    assert page(LintRun(RULES, ("甲", "乙")), 80) == "检查了 2 个文件：没有发现问题\n"


def test_what_steers_a_terminal_is_not_shown() -> None:
    spot = Spot(Place("a\x1b[2J.yaml", 1, 1), 3, "甲\x1b[31m乙")
    shown = page(LintRun(RULES, ("a",), (Flaw(GAP, spot, "坏\x07了"),)), 80)
    assert shown.isprintable() or not any(sign in shown for sign in "\x1b\x07")


def test_a_run_as_programs_read_it() -> None:
    compare("lint.json", render_lint_json(FAILED))


def test_a_run_as_editors_read_it() -> None:
    compare("lint.sarif", render_sarif(FAILED))


def test_every_finding_has_the_same_keys() -> None:
    findings = json.loads(render_lint_json(RUN))["findings"]
    always = {
        "code",
        "level",
        "title",
        "message",
        "file",
        "line",
        "column",
        "end_column",
        "text",
        "docs",
        "waived",
    }
    assert all(set(one) - {"table", "indicator"} == always for one in findings)


def typed(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": [name for name in properties if not name.endswith("_")],
            "properties": {name.rstrip("_"): value for name, value in properties.items()}}  # fmt: skip


def listed(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
MESSAGE = typed(text=TEXT, markdown_=TEXT)
URI = {"type": "string", "pattern": r"^[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+$"}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
REGION = typed(startLine=COUNT, startColumn=COUNT, endColumn=COUNT, snippet_=typed(text=TEXT))
LOCATION = typed(
    physicalLocation=typed(artifactLocation=typed(uri=URI), region_=REGION),
    logicalLocations_=listed(typed(name=TEXT)),
)
DESCRIPTOR = typed(id=TEXT, shortDescription=MESSAGE, help=MESSAGE, defaultConfiguration=typed(level=LEVEL))
RESULT = typed(
    ruleId=TEXT, ruleIndex={"type": "integer", "minimum": 0}, level=LEVEL, message=MESSAGE,
    locations={**listed(LOCATION), "minItems": 1},
    suppressions_=listed(typed(kind={"enum": ["inSource", "external"]}, justification=TEXT)),
)  # fmt: skip
NOTIFICATION = typed(level=LEVEL, message=MESSAGE, locations_=listed(LOCATION))
SARIF = typed(
    version={"const": "2.1.0"},
    runs={**listed(typed(
        tool=typed(driver=typed(name=TEXT, version=TEXT, rules=listed(DESCRIPTOR))),
        columnKind={"enum": ["unicodeCodePoints", "utf16CodeUnits"]},
        language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
        invocations=listed(typed(executionSuccessful={"type": "boolean"}, toolConfigurationNotifications_=listed(NOTIFICATION))),
        artifacts=listed(typed(location=typed(uri=URI))),
        results=listed(RESULT),
    )), "minItems": 1},
)  # fmt: skip
"""What SARIF 2.1.0 says of the properties that we write (sections 3.13 to 3.58)."""


@pytest.mark.parametrize("run", [RUN, FAILED, LintRun(RULES, ())])
def test_sarif_has_what_the_standard_asks_for(run: LintRun) -> None:
    document = json.loads(render_sarif(run))
    Draft202012Validator(SARIF).validate(document)
    [only] = document["runs"]
    rules = only["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in only["results"])
    assert only["invocations"][0]["executionSuccessful"] is (not run.errors)


def test_sarif_names_files_as_uris() -> None:
    [run] = json.loads(render_sarif(RUN))["runs"]
    assert run["artifacts"][1]["location"]["uri"] == "rules/%E6%9F%90%E5%B8%82/%E9%83%A8%E9%97%A8%202025.yaml"
    absolute = LintRun(RULES, ("/甲.yaml",))
    assert (
        json.loads(render_sarif(absolute))["runs"][0]["artifacts"][0]["location"]["uri"]
        == "file:///%E7%94%B2.yaml"
    )


def test_sarif_gives_no_relative_help_uri() -> None:
    """§3.49.12 wants it absolute; validators and code hosts refuse another."""
    [run] = json.loads(render_sarif(RUN))["runs"]
    assert all("helpUri" not in rule for rule in run["tool"]["driver"]["rules"])


def test_a_run_as_github_shows_it() -> None:
    """A line for each flaw to mend and each refusal; what was waived is none."""
    lines = render_github(FAILED).splitlines()
    assert lines[0] == "::error file=没有.yaml,title=输入有误::找不到文件或文件夹，请核对路径"
    assert (
        lines[1]
        == "::error file=rules/items.yaml,title=句中的分数与分值不符（points-misfit）::文件是空的，请填写内容"
    )
    assert len(lines) == 1 + len(RUN.flaws) - len(RUN.waived)
    assert not any("已经知道" in line for line in lines)


def test_a_page_is_shown_without_its_marks_and_its_examples_as_they_are() -> None:
    stream = io.StringIO()
    text = "# 甲：`乙`\n\n看 [这里](there.md)，**要紧**。\n\n```yaml\n  a: `b`  # 丙\n```\n"
    render_page(text, Console(file=stream, width=80))
    assert stream.getvalue() == "甲：`乙`\n\n看 这里，要紧。\n\n    a: `b`  # 丙\n"
