"""Every real case gives what is written in it under 预期, and its figures stand in its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from jixiao.audit import open_auditor
from jixiao.audit.bench import Reviewed
from jixiao.audit.dispositions import codes_of
from jixiao.desk.test import try_case
from jixiao.files import Library, find_cases, load_case, load_finding_rules, open_library
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.files.yaml.tree import parse_tree
from jixiao.model.case import Case
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import fold_width
from jixiao.scoring.evaluate import run_program
from jixiao.scoring.program.program import compile_ruleset
from jixiao.scoring.total.totals import mean_of
from shared.findings.reviews import RULES, TODAY, engine, project_checks

ROOT = Path(__file__).parents[2]
REPORTS = ROOT.parent / "shared" / "reports"
CASES = find_cases([ROOT / "cases"])


@cache
def library() -> Library:
    return open_library(ROOT / "rules")


@cache
def loaded(path: Path) -> tuple[Case, Ruleset]:
    return load_case(path, library())


def case_ids(path: Path) -> str:
    return path.stem


# ── 预期 ─────────────────────────────────────────────────────────────────────────────────────────


@cache
def reviewed(path: Path) -> Reviewed:
    """Evaluate a case file and find what a reviewer must see."""
    case, ruleset = loaded(path)
    evaluations = run_program(case, program := compile_ruleset(ruleset))
    mean = mean_of(evaluations)
    found = open_auditor(program, project_checks(), engine()).review(evaluations, mean, TODAY)
    return Reviewed(case, program, found, mean)


@pytest.mark.parametrize("path", CASES, ids=case_ids)
def test_a_case_gives_what_is_expected_of_it(path):
    """Total, grades, indicators, means and findings are those that the case file says."""
    assert [trial for trial in try_case(reviewed(path)) if not trial.passed] == []


@pytest.mark.parametrize("path", CASES, ids=case_ids)
def test_every_case_expects_something(path):
    """A case without 预期 would pass whatever the engine computes."""
    case, _ = loaded(path)
    assert case.whole.expected or all(project.expected for project in case.projects)


@pytest.mark.parametrize(
    "written",
    [
        "总分: {最高: 1}",
        "等级: [优]",
        "指标: {在职人员控制率: {状态: 待定}}",
        "指标: {预算控制率: {数值: 31.07%}}",
        "指标: {预算控制率: {扣分: 4}}",
        "疑点: {必有: [{代码: grade-mismatch}]}",
        "疑点: {必有: [{代码: 没有}]}",
        "疑点: {必无: [{代码: claim-above-range}]}",
        "疑点: {必有: [{代码: claim-above-range, 级别: 提示}]}",
        "疑点: {必有: [{代码: claim-above-range, 数据项: 编制数}]}",
        "平均分: {自评: 1}",
    ],
)
def test_a_wrong_expectation_fails(written, tmp_path):
    """This check can fail: a wrong figure, a finding that is not there, a code that there is not."""
    path = CASES[0]
    text = path.read_text("utf-8")
    changed = tmp_path / path.name
    changed.write_text(f"{text[: text.index('预期:')]}预期:\n  {written}\n", "utf-8")
    case, _ = load_case(changed, library())
    found = reviewed(path)
    project = replace(found.reviews[0].evaluation.project, expected=case.whole.expected)
    review = replace(found.reviews[0], evaluation=replace(found.reviews[0].evaluation, project=project))
    [trial] = try_case(replace(found, reviews=(review,)), codes_of(load_finding_rules(RULES)))
    assert not trial.passed
    assert trial.place.line == text[: text.index("预期:")].count("\n") + 2


# ── Figures and their sources ────────────────────────────────────────────────────────────────────


def figures(node: Node) -> Iterator[tuple[str, str, int]]:
    """Give every figure of a case file with its source and line: 值 with 出处, 自评 of an indicator too."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from figures(item)
    elif isinstance(node, Mapping):
        source = node.text("出处")
        for key, value in node.entries:
            if key.text == "预期":
                continue
            if (
                isinstance(value, Scalar)
                and source
                and key.text in ("值", "占比", "完成率", "总分", "平均分", "得分", "扣分", "比率")
            ):
                yield value.text, source, value.place.line
            yield from figures(value)


def printed(text: str) -> list[str]:
    """Give the numbers that a report prints, in half width and without thousands commas."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", fold_width(text))
    return re.findall(r"\d+(?:\.\d+)?", re.sub(r"\s+", " ", plain))


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the reports behind the cases are not at hand")
@pytest.mark.parametrize("path", CASES, ids=case_ids)
def test_figures_stand_in_their_source(path):
    """Every figure of a case is printed in the report that its 出处 names, digit for digit.

    A negative number is printed as a decrease; a figure that a report writes in Chinese
    numerals, or that it says only in words (无: 0), is left out.
    """
    case, _ = loaded(path)
    texts = {
        label: printed((REPORTS / name).read_text(encoding="utf-8")) for label, name in case.sources.items()
    }
    root = parse_tree(path.read_text(encoding="utf-8"), str(path))
    checked, absent = 0, []
    for text, source, line in figures(root):
        label = next(one for one in sorted(texts, key=len, reverse=True) if source.startswith(one))
        number = fold_width(text).rstrip("%").lstrip("-")
        if Fraction(number) == 0:
            continue
        checked += 1
        if number not in texts[label]:
            absent.append(f"{path.name}:{line} {text} ({source})")
    assert checked > 10
    assert absent == []
