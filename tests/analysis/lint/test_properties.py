"""Laws of lint, on tables that nobody wrote by hand."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.lint.run import lint_paths
from jixiao.files import load_items, load_ruleset
from jixiao.files.yaml.events import LINE_BREAK
from jixiao.model.lint import LintRun
from jixiao.quantity import decimal_text
from jixiao.scoring.program.program import compile_ruleset

SHARED = Path(__file__).parent / "rules" / "rules"
ITEMS = load_items(SHARED / "items.yaml")
Row = dict[str, Any]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("property") / "table.yaml"


def lint(path: Path, table: object) -> LintRun:
    path.write_text(json.dumps(table, ensure_ascii=False), "utf-8")
    return lint_paths([path], SHARED)


def table(rows: list[Row], **more: object) -> Row:
    return {
        "指标表": "表",
        "代码": "t",
        "版本": "1",
        "适用": {"地区": "甲", "对象": "乙", "年度": 2025},
        "满分": sum(row["分值"] for row in rows),
        "等级": {"优": sum(row["分值"] for row in rows), "差": 0},
        "指标": [{"名称": f"率{n}", "代码": f"i-{n}", **row} for n, row in enumerate(rows, start=1)],
        **more,
    }


# ── Any table at all ─────────────────────────────────────────────────────────────────────────────

numbers = st.sampled_from(["0", "1", "2", "3", "5", "10", "60", "79", "80", "90", "99.5", "100", "9999999"])
units = st.sampled_from(["%", "", "次", "天", "万元", "个百分点", "‰"])
amounts = st.builds("{}{}".format, numbers, units)
conditions = st.one_of(
    st.builds("{}{}".format, st.sampled_from(["≤", "<", "≥", ">", "=", "率", "不超过", "达到"]), amounts),
    st.builds("{}-{}{}".format, amounts, amounts, st.sampled_from(["", "（含）", "（不含）"])),
    st.builds("{}{}".format, amounts, st.sampled_from(["以上", "以下", "及以上", "（含）以上"])),
    st.builds("每{}{}".format, st.sampled_from(["超过", "低于", "发现", "偏离"]), amounts),
    st.sampled_from(["否则", "其他情况", "没有任务的", "效果好的", "①有制度", "每发现一例", "以100%为标准", "扣完为止", "最高不超过5分"]),
)  # fmt: skip
awards = st.one_of(
    st.builds("{}{}分".format, st.sampled_from(["得", "扣", "计", "加", "："]), numbers),
    st.sampled_from(["得满分", "不得分", "按比例计分", "得分=率×5", "酌情扣分", "得3-5分", "一票否决", ""]),
)
clauses = st.builds("{}{}{}".format, conditions, st.sampled_from(["的，", "", "，"]), awards)
sentences = st.one_of(
    st.lists(clauses, min_size=1, max_size=5).map("；".join),
    st.text(min_size=1, max_size=20).filter(lambda text: text.strip() != ""),
)
formulas = st.recursive(
    st.sampled_from(["支出决算", "年初预算", "编制数", "满意度", "迟报次数", "没有的数", "1", "0", "5%", "3万元"]),
    lambda inner: st.builds("{} {} {}".format, inner, st.sampled_from(["+", "-", "×", "/", ">", "=", "且", ")"]), inner)
    | inner.map("({})".format),
    max_leaves=5,
)  # fmt: skip
READINGS = {
    "不足一步": ["不计", "按比例", "按一步"],
    "边界归属": ["高分", "低分", "报错"],
    "以上以下含本数": ["是", "否"],
    "得分小数位": [0, 2],
    "舍入": ["去尾"],
    "无指标值": ["满分"],
}
readings = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in READINGS.items()}
)
rows = st.fixed_dictionaries(
    {"分值": st.integers(1, 10), "评分标准": sentences},
    optional={
        "公式": formulas,
        "口径": readings,
        "免评": st.dictionaries(st.sampled_from(["没有任务", "不存在"]), formulas, min_size=1, max_size=2),
        "出处": st.sampled_from(["推定", "官方"]),
        "自设": st.sampled_from(["是", "否"]),
        "豁免检查": st.just({"band-gap": "理由"}),
    },
)
grades = st.dictionaries(st.sampled_from(["优", "良", "中", "差", "甲"]), st.integers(0, 200), min_size=1)
tables = st.builds(
    lambda rows, more: table(rows, **more),
    st.lists(rows, min_size=1, max_size=4),
    st.fixed_dictionaries({}, optional={"等级": grades, "口径": readings, "满分": st.integers(1, 20), "说明": st.text()}),
)  # fmt: skip


@given(tables)
def test_any_table_gives_flaws_whose_words_stand_where_they_say(path: Path, given_table: Row) -> None:
    run = lint(path, given_table)
    lines = LINE_BREAK.split(path.read_text("utf-8"))
    assert not run.errors
    for flaw in run.flaws:
        spot = flaw.spot
        assert spot.place.file == str(path)
        assert 1 <= spot.place.line <= len(lines)
        assert spot.line == lines[spot.place.line - 1]
        assert spot.place.column - 1 + spot.length <= len(spot.line)
        assert flaw.message


@given(tables)
def test_a_table_without_errors_runs(path: Path, given_table: Row) -> None:
    """What `check` would refuse, lint has told before."""
    run = lint(path, given_table)
    assert run.at("error") or compile_ruleset(load_ruleset(path, ITEMS))


json_like = st.recursive(
    st.text(max_size=5) | st.integers(-5, 5) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(table([{"分值": 5}]))), json_like)
def test_any_content_under_any_key_is_told_not_raised(path: Path, key: str, content: object) -> None:
    lint(path, {**table([{"分值": 5, "评分标准": "得分=率1×5"}]), key: content})


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_told_not_raised(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    run = lint_paths([path], SHARED)
    assert [flaw.rule.code for flaw in run.at("error")]


# ── Tables in order ──────────────────────────────────────────────────────────────────────────────


@st.composite
def gapless_bands(draw: st.DrawFn) -> Row:
    """Give bands that meet, each worth less than the one above; best at the top or at the bottom."""
    ends = sorted(draw(st.sets(st.integers(1, 150), min_size=1, max_size=5)))
    points = sorted(draw(st.sets(st.integers(0, 20), min_size=len(ends) + 1, max_size=len(ends) + 1)))
    falling = draw(st.booleans())
    earned = points[::-1] if falling else points
    unit = draw(st.sampled_from(["%", "万元"]))
    stretches = zip(pairwise(ends), earned[1:-1], strict=True)
    middle = [f"{low}{unit}（含）-{high}{unit}得{score}分" for (low, high), score in stretches]
    clauses = [f"<{ends[0]}{unit}得{earned[0]}分", *middle, f"≥{ends[-1]}{unit}得{earned[-1]}分"]
    return {"分值": points[-1], "评分标准": "；".join(draw(st.permutations(clauses)))}


@st.composite
def even_steps(draw: st.DrawFn) -> Row:
    """Give steps beyond a limit, none of which costs more than half of what there is."""
    points = draw(st.integers(1, 20))
    cost = decimal_text(Fraction(points, 2 ** draw(st.integers(1, 3))))
    limit, step = draw(st.integers(1, 120)), draw(st.integers(1, 20))
    reading = draw(st.sampled_from(["不计", "按比例", "按一步"]))
    sentence = f"不超过{limit}%的，得满分；每超过{step}%，扣{cost}分，扣完为止。"
    return {"分值": points, "评分标准": sentence, "口径": {"不足一步": reading}}


@st.composite
def whole_lists(draw: st.DrawFn) -> Row:
    """Give a list whose points add up."""
    points = draw(st.lists(st.integers(1, 5), min_size=2, max_size=6))
    items = [
        f"{number}.做到第{'一二三四五六'[number - 1]}点，{each}分"
        for number, each in enumerate(points, start=1)
    ]
    return {"分值": sum(points), "评分标准": "；".join(items)}


@st.composite
def capped_shares(draw: st.DrawFn) -> Row:
    """Give a share of the points, and where it ends."""
    points = draw(st.integers(1, 20))
    return {"分值": points, "评分标准": f"得分=指标值×{points}，最高不超过{points}分。"}


@given(st.lists(gapless_bands() | even_steps() | whole_lists() | capped_shares(), min_size=1, max_size=5))
def test_a_table_in_order_lints_clean(path: Path, rows: list[Row]) -> None:
    run = lint(path, table(rows))
    assert [f"{flaw.rule.code}：{flaw.message}" for flaw in (*run.at("error"), *run.at("warning"))] == []


@given(gapless_bands(), st.data())
def test_a_band_taken_out_of_the_middle_is_missed(path: Path, row: Row, data: st.DataObject) -> None:
    """Without one of its bands a gapless sentence has a gap, an open end, or no longer fits its points."""
    clauses = row["评分标准"].split("；")
    if len(clauses) < 3:
        return
    clauses.remove(data.draw(st.sampled_from(clauses)))
    run = lint(path, table([{**row, "评分标准": "；".join(clauses)}]))
    codes = {flaw.rule.code for flaw in run.flaws}
    assert codes & {"band-gap", "band-whole-gap", "band-open-end", "points-misfit"}
