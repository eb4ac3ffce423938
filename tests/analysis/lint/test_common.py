"""A formula beside the common one of its name: the same however it is written, and told wherever it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.analysis.lint.common import applying, namesakes
from jixiao.analysis.lint.run import lint_paths
from jixiao.files.rules.common import load_frameworks
from jixiao.language.formula import names, parse_formula, write_formula
from jixiao.model.framework import CommonIndicator, Framework
from jixiao.model.lint import Flaw
from jixiao.model.ruleset import Scope

ROOT = Path(__file__).parents[3]
RULES = ROOT / "rules"
FRAMEWORKS = load_frameworks(RULES)
ITEMS = FRAMEWORKS[0].items
WITH_FORMULA = [
    (framework, one) for framework in FRAMEWORKS for one in framework.indicators if one.formula is not None
]

REWRITTEN = (
    "{}",
    "({}) × 100%",
    "1 ÷ (1 ÷ ({}))",
    "({}) + 0",
    "2 × ({}) / 2",
    "-(-({}))",
    "（{}）*100％",
    "[({})]×100%",
)
"""Ways to write a formula that change nothing."""
CHANGED = (
    "({}) × 100",
    "1 + ({})",
    "1 ÷ (1 + ({}))",
    "({}) × ({})",
    "最小({}, 0.5)",
    "绝对值(({}) - 1)",
    "-({})",
)
"""Ways to write one that change its value somewhere."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("common") / "table.yaml"


def flaws(path: Path, name: str, formula: str, framework: Framework, note: str = "") -> list[Flaw]:
    """Lint a table of one indicator, of what the framework is for, and give what this lint finds."""
    return flaws_of_all(path, framework, {name: formula}, note)


def flaws_of_all(path: Path, framework: Framework, formulas: Mapping[str, str], note: str = "") -> list[Flaw]:
    """Lint a table of indicators with these names and formulas."""
    full = 5 * len(formulas)
    rows = "".join(
        f'  - {{名称: {name}, 代码: a{number}, 分值: 5, 公式: "{formula}", 说明: "{note}", '
        f"评分标准: 达到90%的得满分，否则不得分。}}\n"
        for number, (name, formula) in enumerate(formulas.items())
    )
    path.write_text(
        f"指标表: 表\n代码: t\n版本: 1\n满分: {full}\n等级: {{优: {full}, 差: 0}}\n"
        f"适用: {{地区: 甲, 对象: {framework.subjects[0]}, 年度: {framework.last or 2025}}}\n指标:\n{rows}",
        "utf-8",
    )
    return [one for one in lint_paths([path], RULES).flaws if one.rule.code == "common-formula"]


def with_formula(framework: Framework) -> list[CommonIndicator]:
    """Give the indicators of a framework that have a formula: a table of them all is linted at once."""
    return [one for one in framework.indicators if one.formula is not None]


def rewritten(data: st.DataObject, formula: str, most: int) -> str:
    for way in data.draw(st.lists(st.sampled_from(REWRITTEN), max_size=most)):
        formula = way.format(formula)
    return formula


@pytest.mark.parametrize(("framework", "indicator"), WITH_FORMULA, ids=lambda one: one.id)
def test_no_common_formula_differs_from_itself(
    path: Path, framework: Framework, indicator: CommonIndicator
) -> None:
    assert indicator.formula is not None
    for name in (indicator.name, *indicator.aliases):
        assert flaws(path, name, indicator.formula.text, framework) == []


@settings(max_examples=20)
@given(st.sampled_from(FRAMEWORKS), st.data())
def test_a_formula_written_otherwise_is_the_same(path: Path, framework: Framework, data) -> None:
    formulas = {one.name: rewritten(data, one.formula.text, 4) for one in with_formula(framework)}
    assert flaws_of_all(path, framework, formulas) == []


@settings(max_examples=20)
@given(st.sampled_from(FRAMEWORKS), st.data())
def test_a_formula_of_another_value_is_told_with_both(path: Path, framework: Framework, data) -> None:
    indicators = with_formula(framework)
    changes = [data.draw(st.sampled_from(CHANGED)).replace("{}", one.formula.text) for one in indicators]
    formulas = [rewritten(data, one, 2) for one in changes]
    found = flaws_of_all(path, framework, dict(zip((one.name for one in indicators), formulas, strict=True)))
    for flaw, indicator, formula in zip(found, indicators, formulas, strict=True):
        assert f"{framework.reference}（{framework.basis}" in flaw.message
        common, mine = (
            write_formula(parse_formula(text, ITEMS)) for text in (indicator.formula.text, formula)
        )
        assert f"）：{common}；这里：" in flaw.message
        assert mine[:110] in flaw.message
        assert flaw.rule.level == "info"


def swapped() -> Iterator[tuple[Framework, CommonIndicator, str]]:
    """Yield every common formula with another item of the same unit in the place of one."""
    for framework, indicator in WITH_FORMULA:
        assert indicator.formula is not None
        spoken = names(parse_formula(indicator.formula.text, ITEMS))
        for old, (new, item) in product(spoken, ITEMS.items()):
            if new not in spoken and item.unit == ITEMS[old].unit:
                formula = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, indicator.formula.text)
                yield framework, indicator, formula


SWAPPED = list(swapped())


@settings(max_examples=20)
@given(st.sampled_from(FRAMEWORKS), st.data())
def test_another_item_is_another_formula(path: Path, framework: Framework, data) -> None:
    indicators, formulas = [], {}
    for indicator in with_formula(framework):
        others = [formula for _, one, formula in SWAPPED if one is indicator]
        if others:
            indicators.append(indicator)
            formulas[indicator.name] = data.draw(st.sampled_from(others))
    found = flaws_of_all(path, framework, formulas)
    for flaw, indicator in zip(found, indicators, strict=True):
        known = {one.formula.text for one in indicator.variants}
        assert ("，见于" in flaw.message) is (formulas[indicator.name] in known)


# ── The four that differ in the wild, and what settles them ──────────────────────────────────────

DEPARTMENT, PROJECT, OLD = FRAMEWORKS
WILD = [
    (DEPARTMENT, "预算完成率", "(上年结转 + 年初预算 + 本年追加预算 - 年末结余) / (上年结转 + 年初预算 + 本年追加预算)", "湖南"),
    (DEPARTMENT, "三公经费变动率", "(三公经费决算 - 上年三公经费决算) / 上年三公经费决算", "实际支出"),
    (DEPARTMENT, "结转结余率", "结转结余总额 ÷ 支出决算 × 100%", "支出完成数"),
    (PROJECT, "预算执行率", "全年执行数 / 全年预算数", "自评表"),
    (PROJECT, "预算执行率", "全年执行数 / 项目年初预算数", "2018年以前"),
]  # fmt: skip


@pytest.mark.parametrize(("framework", "name", "formula", "where"), WILD)
def test_the_four_that_differ_in_the_wild_are_told_with_where(
    path: Path, framework: Framework, name: str, formula: str, where: str
) -> None:
    (flaw,) = flaws(path, name, formula, framework)
    assert re.search(rf"，见于[^，。]*(，用)?[^，。]*{where}", flaw.message)
    assert (
        "确是这样规定的，请在“说明”里写明口径（如“口径：……”），或另取名称；写错了的请改公式" in flaw.message
    )
    assert flaws(path, name, formula, framework, note="口径：照本地的文件。") == []
    assert flaws(path, f"本地{name}", formula, framework) == []
    assert len(flaws(path, name, formula, framework, note="照本地的文件。")) == 1


def test_a_name_of_its_own_that_is_known_is_no_difference(path: Path) -> None:
    """Hunan calls its ratio 预算控制率; under the common name it would differ."""
    hunan = "本年追加预算 / 年初预算"
    assert flaws(path, "预算控制率", hunan, DEPARTMENT) == []
    assert flaws(path, "预算控制率", "预算调整数 / 部门预算数", DEPARTMENT) == []
    (flaw,) = flaws(path, "预算调整率", hunan, DEPARTMENT)
    assert "湖南" in flaw.message
    (flaw,) = flaws(path, "预算控制率", "本年追加预算 / 部门预算数", DEPARTMENT)
    assert "那里叫“预算调整率”" in flaw.message


def test_the_formula_of_another_framework_is_named(path: Path) -> None:
    """质量达标率 of a project, taken from the framework of departments."""
    (flaw,) = flaws(path, "质量达标率", "质量达标工作数 / 计划工作数", PROJECT)
    assert "，与common/department相同" in flaw.message


@pytest.mark.parametrize(
    ("subject", "years", "expected"),
    [
        ("部门整体支出", (2022,), ["department"]),
        ("某县部门（单位）整体支出", (2022,), ["department"]),
        ("部门(单位)整体支出", (2022,), ["department"]),
        ("部门整体支出", (2012,), []),
        ("项目支出", (2019,), ["project-2013"]),
        ("项目支出", (2020,), ["project"]),
        ("项目支出", (2019, 2020), ["project", "project-2013"]),
        ("部门整体支出和项目支出", (2024,), ["department", "project"]),
        ("政策", (2024,), []),
    ],
)
def test_which_framework_a_table_is_held_against(
    subject: str, years: tuple[int, ...], expected: list[str]
) -> None:
    assert [one.id for one in applying(FRAMEWORKS, Scope("某市", subject, years))] == expected


def test_where_two_apply_either_will_do(path: Path) -> None:
    both = [PROJECT, OLD]
    found = list(namesakes("资金到位率", both, ITEMS))
    assert [one.framework.id for one in found] == ["project", "project-2013"]
    for formula in ("实际到位资金 / 项目预算资金", "实际到位资金 / 计划投入资金"):
        assert sum(one.allows(parse_formula(formula, ITEMS)) for one in found) == 1


# ── What the page of the lint shows, and our own tables ──────────────────────────────────────────


@pytest.mark.parametrize("code", ["common-formula", "to-fill"])
def test_the_examples_of_its_page_are_true(code: str, tmp_path: Path) -> None:
    page = (ROOT / f"docs/lints/{code}.md").read_text("utf-8")
    wrong, right = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    for example, expected in ((wrong, [code]), (right, [])):
        table = tmp_path / "table.yaml"
        points = re.search(r"分值: (\d+)", example)
        full = points[1] if points else 5
        table.write_text(
            f"指标表: 例\n代码: t\n版本: 1\n满分: {full}\n等级: {{优: {full}, 差: 0}}\n口径: {{不足一步: 不计, 无指标值: 待定}}\n"
            f"适用: {{地区: 甲, 对象: 部门整体支出, 年度: 2025}}\n指标:\n{example}",
            "utf-8",
        )
        found = [flaw.rule.code for flaw in lint_paths([table], RULES).flaws]
        assert [one for one in found if one == code] == expected
        assert set(found) <= {code, "reading-unused"}


def test_our_own_tables_differ_where_the_source_says_so() -> None:
    found = [one for one in lint_paths([RULES]).flaws if one.rule.code == "common-formula"]
    assert [(one.table, one.indicator) for one in found] == [
        ("huaihua-department@2022", "预算完成率"),
        ("project-expenditure@2024", "预算执行率"),
    ]


def test_frameworks_of_the_folder_are_linted_with_it(tmp_path: Path) -> None:
    """Their mistakes are told at their place; items that they speak of are used."""
    (tmp_path / "items.yaml").write_text(
        "数据项:\n  甲: {单位: 人, 含义: 人数}\n  乙: {单位: 人, 含义: 人数}\n", "utf-8"
    )
    (tmp_path / "common").mkdir()
    file = tmp_path / "common/mine.yaml"
    text = (
        "框架: 甲\n代码: mine\n对象: [乙]\n适用年度: {起: 2024}\n依据: 丙\n共性指标:\n"
        "  - {名称: 率, 代码: a, 归类: [投入], 公式: 甲 / 乙, 单位: '%'}\n"
    )
    file.write_text(text, "utf-8")
    assert [one.rule.code for one in lint_paths([tmp_path]).flaws] == []
    assert str(file) in lint_paths([tmp_path]).files
    file.write_text(text.replace("/ 乙", "/ 丙"), "utf-8")
    for asked in (tmp_path, tmp_path / "common", file):
        told = [(one.rule.code, one.spot.place.line) for one in lint_paths([asked]).flaws]
        assert ("invalid-file", 7) in told
    (tmp_path / "common/other.yaml").write_text(text, "utf-8")
    messages = [one.message for one in lint_paths([tmp_path]).flaws]
    assert any("共性框架代码“mine”重复" in one for one in messages)
