"""A case as a page: whole, alone, safe; its numbers are those of the JSON, its links lead both ways."""

from __future__ import annotations

import json
import re
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.dataclass import replace
from jixiao.desk.check import check
from jixiao.language.span import Span
from jixiao.model.case import Case, IndicatorClaim, Project, Statement
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.evidence import TOTAL, Evidence, Grid, GridCell, Mark
from jixiao.model.finding import Finding, Level, SetAside
from jixiao.model.review import Checked, Review, Run
from jixiao.quantity import parse_quantity
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.html.form import HtmlForm
from jixiao.reports.check.json import render_json
from jixiao.reports.check.piece import Tally, report_of
from jixiao.reports.page.html import POLICY
from reports.pages import Page, assert_whole
from reports.runs import runs, texts
from reports.samples import FULL, JUDGED, LOST, OPEN, case, evaluation, project

STATED = {
    "本年追加预算": (("69.94 元", "自评报告 四（一）2", 5, None), ("69.94 万元", "自评报告 六（二）", 6, "与决算一致")),
    "年初预算": (("225.18 万元", "自评报告 一", 7, None),),
    "固定资产净值": (("3624.85 元", "自评报告 三", 8, None),),
}  # fmt: skip
TEXT = (
    "自评报告\n一、年初预算225.18万元。\n四、追加69.94元，自评100分。\n六、追加\t69.94\t万元\n比例95.\n10%\n"
)


def stated_project() -> Project:
    """Give a project with statements on lines of their own, and a claim."""
    statements = {
        name: tuple(
            Statement(name, parse_quantity(value), source, Place("案例.yaml", line, 3), adopted)
            for value, source, line, adopted in each
        )
        for name, each in STATED.items()
    }
    claimed = IndicatorClaim("预算控制率", Place("案例.yaml", 20, 3), score=Fraction(5), source="自评报告 四")
    claim = replace(
        project(total="100").claim, source="自评报告 四（一）2", indicators={"预算控制率": claimed}
    )
    return replace(project(total="100"), statements=statements, claim=claim)


FINDINGS = (
    Finding(
        "claim-above-range", Level.HIGH, "自评总分高于可能的最高分", "自评总分100分（自评报告 四（一）2），最多84.5分",
        items=("本年追加预算",), because=("“预算控制率”最高0分", "“本年追加预算”69.94 万元（自评报告 六（二））"),
        fingerprint="aaaa0001",
    ),
    Finding("unit-suspect", Level.MEDIUM, "单位可疑", "前后不一", items=("本年追加预算",), fingerprint="aaaa0002"),
    Finding(
        "statement-conflict", Level.LOW, "有两个数", "两个数", items=("本年追加预算",), fingerprint="aaaa0003",
        folded_under="unit-suspect-aaaa0002",
    ),
    Finding(
        "facts-disagree", Level.LOW, "对不上", "相差3.2 万元", fingerprint="aaaa0004",
        set_aside=SetAside("已核实", "张三", date(2026, 12, 31)),
    ),
    Finding("case-incomplete", Level.MEDIUM, "材料不足", "还不能下结论"),
)  # fmt: skip


def reviewed() -> tuple[Case, Review]:
    """Give a case with one review."""
    one = stated_project()
    of = case(one)
    return of, Review(evaluation(of, one, FULL, LOST, OPEN, JUDGED), FINDINGS)


def evidence(of: Case) -> Evidence:
    """Give the report with marks: of a repeated item, of a claim, of what nobody uses, over the end of a line."""
    found = of.whole.statements
    first = TEXT.index("69.94元")
    second = TEXT.index("69.94\t")
    broken = TEXT.index("95.")
    marks = (
        Mark(_span("225.18"), "年初预算", "225.18万元", "自评报告 一", found["年初预算"][0].place),
        Mark(Span(first, first + 5), "本年追加预算", "69.94元", key=found["本年追加预算"][0].place, doubt="没有单位"),
        Mark(Span(second, second + 5), "本年追加预算", "69.94万元", key=found["本年追加预算"][1].place),
        Mark(_span("100"), "自评总分", "100", key=TOTAL),
        Mark(Span(broken, broken + 7), "完成率", "95.10%"),
        Mark(Span(broken, broken + 3), "另一个", "95."),
    )  # fmt: skip
    return Evidence("自评报告", TEXT, marks)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def page_of(*checked: Checked, choice: Choice | None = None) -> str:
    """Give the page of some case files."""
    form, tally = HtmlForm(choice or Choice()), Tally()
    for one in checked:
        tally.add(form.piece(one))
    return form.end(tally)


ROOT = Path(__file__).parents[3]
CASE, REVIEW = reviewed()
PLAIN = assert_whole(page_of(Checked((REVIEW,))))
BESIDE = assert_whole(page_of(Checked((REVIEW,), evidence=(evidence(CASE),))))


def link_targets(page: Page, name: str) -> set[str]:
    """Give what the links within an element lead to."""
    start = next(place for place, (_, each) in enumerate(page.elements) if each.get("id") == name)
    level = [each for _, each in page.elements[start + 1 :]]
    found = set()
    for each in level:
        if "id" in each and each["id"] != name and "href" not in each:
            break
        if "href" in each:
            found.add(str(each["href"])[1:])
    return found


# ── What it tells ────────────────────────────────────────────────────────────────────────────────


def test_the_conclusion_stands_before_the_table_with_its_range() -> None:
    told = PLAIN.told
    order = [
        "结论：自评高于可能的最高分，不成立",
        "疑点 2 项：严重 1，一般 1；连同归入其中的共 3 项",
        "下一步",
        "得分表",
        "逐项说明",
        "数据与出处",
    ]
    places = [told.index(words) for words in order]
    assert places == sorted(places)
    assert "56.5～79.5" in told


def test_the_numbers_of_findings_are_those_of_the_json() -> None:
    found = json.loads(render_json(Run((REVIEW,))))["results"][0]["findings"]
    for one in found:
        if "number" in one:
            assert f"{one['number']}. {one['title']}" in PLAIN.told
        assert one["code"] in PLAIN.told or one["code"] == "case-incomplete"


def test_scores_are_those_of_the_json() -> None:
    result = json.loads(render_json(Run((REVIEW,))))["results"][0]
    rows = [name for name in PLAIN.ids if re.search(r"-r\d+$", name)]
    assert len(rows) == len(result["indicators"])
    for name, one in zip(rows, result["indicators"], strict=True):
        assert one["name"] in PLAIN.said(name)
        assert one["low"] in PLAIN.said(name)
        assert one["full"] in PLAIN.said(name)


def test_a_finding_is_told_in_full() -> None:
    first = PLAIN.said(next(name for name in PLAIN.ids if name.endswith("-f1")))
    for words in (
        "严重",
        "最多84.5分",
        "“预算控制率”最高0分",
        "claim-above-range",
        "aaaa0001",
    ):
        assert words in first
    settled = PLAIN.said(next(name for name in PLAIN.ids if name.endswith("-f4")))
    assert "处置：张三，已核实（至 2026-12-31）" in settled
    under = next(name for name in PLAIN.ids if name.endswith("-f3"))
    assert any(name.endswith("-f2") for name in link_targets(PLAIN, under))


def test_only_the_findings_that_are_asked_for_are_shown() -> None:
    page = assert_whole(page_of(Checked((REVIEW,)), choice=Choice(Level.HIGH)))
    assert [name[-2:] for name in page.ids if re.search(r"-f\d$", name)] == ["f1"]
    assert "只列严重及以上：1 项" in page.told


def test_every_deduction_is_told_with_its_clause() -> None:
    lost = PLAIN.said(next(name for name in PLAIN.ids if name.endswith("-i1")))
    assert "扣 5 分" in lost
    assert "条款“大于30%的不得分”" in lost
    assert "依据本年追加预算、年初预算" in lost


# ── Where it comes from ──────────────────────────────────────────────────────────────────────────


def test_without_a_text_the_list_of_figures_stands_beside_the_scores() -> None:
    rows = [name for name in PLAIN.ids if re.search(r"-d\d+$", name)]
    told = [PLAIN.said(name) for name in rows]
    assert len(rows) == 6
    assert any(
        "69.94 万元" in one and "自评报告 六（二）" in one and "采用：与决算一致" in one for one in told
    )
    assert any("总分" in one and "100 分" in one for one in told)
    lost = link_targets(PLAIN, next(name for name in PLAIN.ids if name.endswith("-i1")))
    assert set(rows[:3]) <= lost


def test_a_figure_of_the_list_links_to_what_uses_it() -> None:
    used = {
        PLAIN.said(name)[:6]: link_targets(PLAIN, name) for name in PLAIN.ids if re.search(r"-d\d+$", name)
    }
    assert any(name.endswith("-i1") for name in used["年初预算22"])
    assert {name[-2:] for name in used["本年追加预算"]} >= {"i1", "f1", "f2"}
    assert not used["固定资产净值"]


def test_a_text_has_its_figures_marked_and_keeps_every_sign() -> None:
    shown = "".join(BESIDE.texts)
    for line in TEXT.replace("\t", "\n").splitlines():
        assert re.sub(r"[指疑]\d|存疑", "", shown).count(line) >= 1
    marks = BESIDE.named("mark")
    assert len(marks) == 6  # one of them goes on behind the end of its line
    assert [bool(each.get("id")) for each in marks] == [True, True, True, True, True, False]
    assert [each.get("class") for each in marks].count("idle") == 2
    assert marks[1]["class"] == "doubt"
    assert "存疑：没有单位" in str(marks[1]["title"])


def test_a_score_links_to_the_sentence_and_the_sentence_back() -> None:
    lost = next(name for name in BESIDE.ids if name.endswith("-i1"))
    marked = {name for name in BESIDE.ids if re.search(r"-m0-\d+$", name)}
    to_text = link_targets(BESIDE, lost) & marked
    assert {BESIDE.said(name) for name in to_text} >= {"225.18", "69.94"}
    uses = [str(each["href"])[1:] for each in BESIDE.named("a") if each.get("aria-label") == "预算控制率"]
    assert lost in uses
    [total] = [name for name in marked if BESIDE.said(name) == "100"]
    assert total in link_targets(BESIDE, next(name for name in BESIDE.ids if name.endswith("-f1")))


def test_of_several_marks_a_link_leads_to_the_one_at_the_place_that_is_told() -> None:
    key = CASE.whole.statements["年初预算"][0].place
    text = "前225.18后225.18"
    marks = (
        Mark(Span(1, 7), "年初预算", "225.18", "自评报告 九", key),
        Mark(Span(8, 14), "年初预算", "225.18", "自评报告 一", key),
    )
    page = assert_whole(page_of(Checked((REVIEW,), evidence=(Evidence("自评报告", text, marks),))))
    linked = link_targets(page, next(name for name in page.ids if name.endswith("-i1")))
    assert [name[-4:] for name in linked if "-m0-" in name] == ["m0-1"]


def test_cells_of_the_text_stay_cells() -> None:
    assert ["69.94" in BESIDE.texts, "万元" in BESIDE.texts] == [True, True]
    assert len(BESIDE.of("text")) == 1
    plain = "一\t二\n三\t四\n"
    page = assert_whole(page_of(Checked((REVIEW,), evidence=(Evidence("表", plain),))))
    assert (
        len([tag for tag, _ in page.elements if tag == "td"])
        == len([tag for tag, _ in PLAIN.elements if tag == "td"]) + 4
    )


def test_a_table_of_the_paper_keeps_its_merged_cells() -> None:
    """Bars between cells are not shown; where more than that stands between them, all of it is shown as lines."""
    text = "前\n甲|乙\n丙 | 5\n后\n"
    cells = (GridCell(0, 0, 2, 1, Span(2, 3)), GridCell(0, 1, 1, 9_999, Span(4, 5)),
             GridCell(1, 1, 1, 1, Span(6, 7)), GridCell(1, 2, 1, 1, Span(10, 11)))  # fmt: skip
    marks = (Mark(Span(10, 11), "数", "5"),)
    page = assert_whole(
        page_of(Checked((REVIEW,), evidence=(Evidence("表", text, marks, (Grid(Span(2, 11), cells),)),)))
    )
    shown = [each for tag, each in page.elements if tag == "td" and ("rowspan" in each or "colspan" in each)]
    assert shown == [{"rowspan": "2"}, {"colspan": "100"}]
    assert "|" not in page.told.split("前")[-1]
    lossy = (Grid(Span(2, 11), cells[:2]),)
    page = assert_whole(page_of(Checked((REVIEW,), evidence=(Evidence("表", text, marks, lossy),))))
    assert "丙 | " in page.told


# ── Several cases, errors ────────────────────────────────────────────────────────────────────────


def test_one_case_has_no_list_and_several_have() -> None:
    assert not PLAIN.named("nav")
    other = case(stated_project(), code="b-2022", file="另一个.yaml")
    second = Review(evaluation(other, other.whole, FULL, LOST), ())
    page = assert_whole(page_of(Checked((REVIEW,)), Checked((second,))))
    assert len(page.named("nav")) == 1
    assert [each["id"] for each in page.of("case")] == [name for name in page.ids if len(name) == 11]


def test_what_was_refused_is_told_before_the_cases() -> None:
    wrong = Diagnostic(Place("坏.yaml", 3, 1), "不是一个案例")
    page = assert_whole(page_of(Checked((REVIEW,)), Checked(errors=(wrong,))))
    assert page.told.index("坏.yaml:3:1：不是一个案例") < page.told.index("结论：")
    assert_whole(page_of(Checked(errors=(wrong,))))


# ── Safe whatever stands in it ───────────────────────────────────────────────────────────────────

EVIL = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'\" onmouseover='x'", "</style></mark><!--", "]]>",
    "&lt;b&gt;", "\u202e倒写\u2066", "\x00\x07\x1b[31m", "\ud800", "javascript:alert(1)", "jixiao-cases-stand-here", "\ufffe\ufdd0",
]  # fmt: skip
evil = st.one_of(st.sampled_from(EVIL), texts, st.text(max_size=30))
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


@settings(max_examples=60, deadline=None)
@given(runs)
def test_any_run_is_a_whole_page(run: Run) -> None:
    text = "".join(report_of(HtmlForm(), run))
    assert_whole(text)
    assert not UNSEEN.search(text)


@settings(max_examples=120, deadline=None)
@given(evil, evil, evil, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6))
def test_no_text_becomes_markup(name: str, words: str, source: str, pairs: list[tuple[int, int]]) -> None:
    """Names, places and the report itself may say anything, marks lie anywhere."""
    place = Place("案例.yaml", 5, 3)
    statement = Statement(name, parse_quantity("5 万元"), source, place, words)
    one = replace(stated_project(), name=None, statements={name: (statement,)})
    of = replace(case(one), title=name, unit=words)
    finding = Finding(
        "x", Level.HIGH, name, f"{words}（{source}）", items=(name,), because=(words, f"{name}（{source}）")
    )
    text = f"{words}\n{name}\t{source}\n"
    spans = [Span(min(pair), max(pair)) for pair in pairs if min(pair) < max(pair) <= len(text)]
    marks = tuple(Mark(span, name, words, source, place, words) for span in spans)
    cells = tuple(
        GridCell(row, 0, row, 1, span) for row, span in enumerate(sorted(spans, key=lambda one: one.start))
    )
    grids = (Grid(Span(0, len(text)), cells), Grid(Span(0, 1), (GridCell(0, 0, 1, 1, Span(0, 1)),)))
    checked = Checked(
        (Review(evaluation(of, one, FULL, LOST), (finding,)),), evidence=(Evidence(name, text, marks, grids),)
    )
    made = page_of(checked)
    assert_whole(made)
    assert not UNSEEN.search(made)
    assert made.count("<style>") == 1


def test_a_browser_is_told_to_run_nothing() -> None:
    assert any(each.get("content") == POLICY for each in PLAIN.named("meta"))


# ── To be seen by everybody ──────────────────────────────────────────────────────────────────────


def test_heads_follow_each_other_and_tables_have_names() -> None:
    for page in (PLAIN, BESIDE):
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all(each.get("aria-label") for each in page.of("wide"))


STYLE = (Path(__file__).parents[3] / "engine/jixiao/reports/page/page.css").read_text("utf-8")
MIN_CONTRAST = 4.5


def colour(name: str) -> str:
    """Give a colour of the stylesheet by its name."""
    [found] = re.findall(rf"--{name}: (#[0-9a-f]{{6}})", STYLE)
    return found


def luminance(code: str) -> float:
    """Give relative luminance (WCAG 2.1)."""
    parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("front", ["ink", "soft", "c1", "bad", "warn", "good"])
@pytest.mark.parametrize("back", ["paper", "tint"])
def test_words_stand_out_from_what_is_behind_them(front: str, back: str) -> None:
    assert contrast(colour(front), colour(back)) >= MIN_CONTRAST


@pytest.mark.parametrize(
    ("front", "back"),
    [("ink", "mark"), ("ink", "here"), ("bad", "#ffe0dd"), ("good", "#dcf3e0"), ("bad", "#ffd9d6"), ("c1", "#fff6d9"),
     ("soft", "#fff6d9"), ("warn", "#fff6d9")],
)  # fmt: skip
def test_marked_words_stand_out_too(front: str, back: str) -> None:
    behind = back if back.startswith("#") else colour(back)
    assert behind in STYLE
    assert contrast(colour(front), behind) >= MIN_CONTRAST


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (WCAG 2.1)."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_names_that_bring_their_own_marks_get_no_second_pair() -> None:
    """“三公经费”变动率 is listed as it is; and nothing is said of decisions that nobody has made."""
    run = check(ROOT / "cases/huaihua-changsha-2022.yaml", rules=ROOT / "rules")
    told = page_of(Checked(run.reviews))
    assert "““" not in told
    assert "处置：" not in told
