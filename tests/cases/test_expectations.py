"""Every real case gives what is written in it under 预期, and its figures stand in its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from jixiao.files import Library, find_cases, load_case, open_library
from jixiao.files.node import Mapping, Node, Scalar, Sequence
from jixiao.files.yaml_tree import parse_tree
from jixiao.model.case import Case
from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.finding import LEVEL_NAMES
from jixiao.model.review import Mean, Review
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import fold_width, parse_number, parse_quantity, round_to
from jixiao.scoring.totals import mean_of
from reviews import project_checks, review

ROOT = Path(__file__).parents[2]
REPORTS = ROOT.parent / "shared" / "reports"
CASES = find_cases([ROOT / "cases"])


@cache
def library() -> Library:
    return open_library(ROOT / "rules")


@cache
def loaded(path: Path) -> tuple[Case, Ruleset]:
    return load_case(path, library())


@cache
def reviews(path: Path) -> tuple[Review, ...]:
    """Evaluate a case file and find what a reviewer must see."""
    return review(*loaded(path), project_checks())


def case_ids(path: Path) -> str:
    return path.stem


# ── 预期 ─────────────────────────────────────────────────────────────────────────────────────────


def expected() -> Iterator:
    """Give every 预期: the file, the number of the project (None for the whole), and the mapping."""
    for path in CASES:
        case, _ = loaded(path)
        if case.projects and case.whole.expected:
            yield pytest.param(path, None, case.whole.expected, id=path.stem)
        for number, project in enumerate(case.evaluated):
            if project.expected:
                yield pytest.param(
                    path, number, project.expected, id=f"{path.stem}-{project.name or 'whole'}"
                )


def check_total(found: Evaluation, wanted: dict) -> None:
    """总分: {最低, 最高, 采用}."""
    actual = {"最低": found.low, "最高": found.high, "采用": found.adopted}
    for key, text in wanted.items():
        assert actual[key] == parse_number(text).value, f"总分 {key}"


def check_indicator(result: Result, wanted: dict) -> None:
    """指标: {状态, 数值, 得分, 最低, 最高, 扣分}; 数值 to the decimals that it is written with."""
    actual = {
        "状态": result.status,
        "得分": result.score,
        "最低": result.low,
        "最高": result.high,
        "扣分": sum((cut.points for cut in result.deductions), Fraction(0)),
    }
    for key, text in wanted.items():
        if key == "数值":
            quantity = parse_quantity(text)
            assert result.value is not None
            assert round_to(result.value / quantity.unit.factor, quantity.decimals) == quantity.value
        else:
            assert actual[key] == (text if key == "状态" else parse_number(text).value), (
                f"{result.indicator.name} {key}"
            )


def check_findings(review: Review, wanted: dict) -> None:
    """疑点: {必有, 必无}, each a list of {代码, 指标, 级别}."""
    for key, listed in wanted.items():
        for one in listed:
            assert set(one) <= {"代码", "指标", "级别"}
            fitting = [
                found
                for found in review.findings
                if found.code == one["代码"]
                and one.get("指标", found.indicator) == found.indicator
                and one.get("级别", LEVEL_NAMES[found.level]) == LEVEL_NAMES[found.level]
            ]
            assert bool(fitting) == {"必有": True, "必无": False}[key], f"疑点 {key} {one}"


def check_means(mean: Mean | None, wanted: dict) -> None:
    """平均分: {自评, 核算}; 核算 is a single score, so low and high must agree."""
    assert mean is not None
    for key, text in wanted.items():
        actual = {"自评": (mean.computed, mean.computed), "核算": (mean.low, mean.high)}[key]
        assert actual == (parse_number(text).value,) * 2, f"平均分 {key}"


def check(wanted: dict, review: Review | None, mean: Mean | None) -> None:
    """Check every key; a key that is not known fails."""
    for key, value in wanted.items():
        if key == "平均分":
            check_means(mean, value)
            continue
        assert review is not None, f"{key} is expected of projects, not of the whole"
        if key == "总分":
            check_total(review.evaluation, value)
        elif key == "等级":
            assert list(review.evaluation.grades) == value
        elif key == "指标":
            results = {result.indicator.name: result for result in review.evaluation.results}
            for name, one in value.items():
                check_indicator(results[name], one)
        elif key == "疑点":
            check_findings(review, value)
        else:
            raise KeyError(key)


@pytest.mark.parametrize(("path", "number", "wanted"), list(expected()))
def test_a_case_gives_what_is_expected_of_it(path, number, wanted):
    """Total, grades, indicators, means and findings are those that the case file says."""
    found = reviews(path)
    check(wanted, None if number is None else found[number], mean_of([one.evaluation for one in found]))


@pytest.mark.parametrize("path", CASES, ids=case_ids)
def test_every_case_expects_something(path):
    """A case without 预期 would pass whatever the engine computes."""
    case, _ = loaded(path)
    assert case.whole.expected or all(project.expected for project in case.projects)


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"总分": {"最高": "1"}}, AssertionError),
        ({"总分": {"平均": "1"}}, KeyError),
        ({"总价": {}}, KeyError),
        ({"等级": ["优"]}, AssertionError),
        ({"指标": {"在职人员控制率": {"状态": "open"}}}, AssertionError),
        ({"指标": {"在职人员控制率": {"分": "5"}}}, KeyError),
        ({"指标": {"没有": {}}}, KeyError),
        ({"指标": {"预算控制率": {"数值": "31.07%"}}}, AssertionError),
        ({"指标": {"预算控制率": {"扣分": "4"}}}, AssertionError),
        ({"疑点": {"必有": [{"代码": "没有"}]}}, AssertionError),
        ({"疑点": {"必无": [{"代码": "claim-above-range"}]}}, AssertionError),
        ({"疑点": {"必有": [{"代码": "claim-above-range", "级别": "提示"}]}}, AssertionError),
        ({"疑点": {"或有": [{"代码": "a"}]}}, KeyError),
        ({"疑点": {"必有": [{"code": "a", "代码": "a"}]}}, AssertionError),
        ({"平均分": {"自评": "1"}}, AssertionError),
    ],
)
def test_a_wrong_expectation_fails(wanted, error):
    """This check can fail: a wrong figure, an unknown key, a finding that is not there."""
    [review] = reviews(ROOT / "cases" / "huaihua-beijing-2022.yaml")
    with pytest.raises(error):
        check(wanted, review, None)


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
