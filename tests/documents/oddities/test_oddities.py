"""What only the text of a report shows: told where it is odd, and nothing told of a text that is in order."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.read import read_report
from jixiao.documents.readers.text import paper_of_text
from jixiao.files import open_library
from jixiao.model.reading import Oddity, OddityKind, Reading

ROOT = Path(__file__).parents[3]
ITEMS = open_library(ROOT / "rules").items.items
LEXICON = Lexicon(ITEMS)
SHARED = ROOT.parent / "shared/reading"
TITLE = "某县某局2022年度部门整体支出绩效自评报告\n"


def read(text: str) -> Reading:
    """Read a plain text."""
    return read_report(paper_of_text(text, "报告"), ITEMS, LEXICON)


def odd(text: str, kind: OddityKind | None = None) -> list[Oddity]:
    """Give what is odd in a text, of one kind where it is given."""
    return [one for one in read(text).oddities if kind in (None, one.kind)]


def test_every_span_gives_its_quote_and_has_a_place() -> None:
    text = f"{TITLE}一、概况\n1.2021年度部门整体支出绩效自评得分98分。控制率=16/27*100%=95.26%。\n二、工作\n全部完成任务。"
    found = odd(text)
    assert [(one.kind, one.place) for one in found] == [
        (OddityKind.YEAR, "一1"),
        (OddityKind.RATIO, "一1"),
        (OddityKind.ALL_DONE, "二"),
    ]
    assert all(text[one.span.start : one.span.end] == one.quote for one in found)


@pytest.mark.parametrize(
    "working",
    [
        "在职人员控制率=16/27*100%=95.26%",
        "二、在职人员控制率=16/27*100%=95.26%",
        "在职人员控制率=（在职人员/编制数）=16/27*100%=95.26%",
        "其中，在职人员控制率为16/27*100%=95.26%",
    ],
)
def test_a_working_is_of_what_the_words_before_it_say(working: str) -> None:
    assert [one.name for one in odd(f"{TITLE}{working}。", OddityKind.RATIO)] == ["在职人员控制率"]


# ── years ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "sentence",
    [
        "2021年度部门整体支出绩效自评得分98分。",
        "九、其他\n2021年度本单位无国有资本经营预算财政拨款支出。",
        "（一）本单位2021年度三公经费决算25.12万元。",
        "评价年度：2021年度",
        "附件1\n2021年度部门整体支出绩效自评表",
    ],
)
def test_an_earlier_year_in_a_sentence_on_the_own_year_is_told(sentence: str) -> None:
    text = f"{TITLE}一、2022年年初预算225.18万元，2022年支出决算295.12万元。\n{sentence}\n"
    [found] = odd(text, OddityKind.YEAR)
    assert "报告是2022年度的" in found.text
    assert "2021" in found.quote


@pytest.mark.parametrize(
    "sentence",
    [
        "2021年度三公经费决算28.62万元，比2020年减少1万元。",
        "2021年支出决算280万元。2022年支出决算295.12万元。",
        "2021年度支出决算280万元。",  # stated of 2022 too: years side by side
        "根据《关于开展2021年度部门整体支出绩效自评工作的通知》，我局开展了自评，支出决算无误。",
        "2021年8月综合楼投入使用，支出合规。",
        "2021年启动的项目支出继续执行。",
        "2018年度绩效评价结果已公开。",
        "2021年结转资金用于项目支出。",
        "（一）2021年情况\n2021年度政府采购支出12万元。",
        "2023年度预算支出按零基预算编制。",
    ],
)
def test_an_earlier_year_that_is_meant_is_not_told(sentence: str) -> None:
    text = f"{TITLE}一、2022年年初预算225.18万元，2022年支出决算295.12万元。\n{sentence}\n三、2022年工作。\n"
    assert odd(text, OddityKind.YEAR) == []


# ── units ────────────────────────────────────────────────────────────────────────────────────────


def test_one_number_in_two_units_is_told_once() -> None:
    text = f"{TITLE}一、公务接待费1.92万元。\n1、2022年公务接待费为1.92元，全年公务接待费支出1.92万元。\n"
    [found] = odd(text, OddityKind.UNIT)
    assert found.text == "“公务接待费决算”一处写1.92 元，一处写1.92 万元，数字相同而单位不同"
    assert (found.quote, found.items) == ("1.92", ("公务接待费决算",))


def test_a_lone_unit_beside_other_years_in_another_one_is_told() -> None:
    text = (
        f"{TITLE}一、2022年三公经费决算27.64万元，公务接待费2.13元，公务用车运行维护费25.03万元。\n"
        "二、2021年公务接待费2.44万元。2022年会议费4.6万元，培训费2.75万元。\n"
    )
    [found] = odd(text, OddityKind.UNIT)
    assert "“公务接待费决算”写2.13 元，而别处写的是2.44 万元（2021年）" in found.text


MOSTLY = (
    "一、2022年支出决算295.12万元。会议费4.6万元，培训费2.75万元，其他收入0.07万元，公用经费21.92万元。\n"
)


@pytest.mark.parametrize(
    ("sentence", "item", "rate"),
    [
        (
            "年初预算225.18万元，本年追加预算69.94元，预算调整率为31.06%。",
            "本年追加预算",
            "“预算追加率”31.06%",
        ),
        (
            "三公经费预算50.58万元，三公经费决算25.12元，完成预算的49.66%。",
            "三公经费决算",
            "“三公经费预算完成率”49.66%",
        ),
        (
            "2022年基本支出200.00元，其中：人员经费180.50万元，占90.25%。",
            "基本支出决算",
            "“人员经费占比”90.25%",
        ),
    ],
)
def test_an_amount_that_the_own_rate_shows_to_be_in_a_wrong_unit_is_doubtful(
    sentence: str, item: str, rate: str
) -> None:
    reading = read(f"{TITLE}{MOSTLY}二、{sentence}\n")
    [found] = [one for one in reading.oddities if one.kind is OddityKind.UNIT]
    assert found.items == (item,)
    assert rate in found.text
    assert [(one.item, one.unit) for one in reading.figures if one.doubts] == [(item, "元")]


@pytest.mark.parametrize(
    "sentence",
    [
        "年初预算225.18万元，本年追加预算69.94万元，预算调整率为31.06%。",
        "年初预算225.18万元，本年追加预算699400元，预算调整率为31.06%。",
        "年初预算225.18万元，本年追加预算69.94元，预算调整率为0.003%。",
        "年初预算225.18万元，本年追加预算69.94元，预算调整率为18%。",
    ],
)
def test_amounts_that_the_own_rate_says_nothing_against_are_not_told(sentence: str) -> None:
    assert odd(f"{TITLE}{MOSTLY}二、{sentence}\n", OddityKind.UNIT) == []


def test_of_one_number_in_two_units_the_one_that_is_lone_is_doubtful() -> None:
    text = f"{TITLE}{MOSTLY}二、公务接待费1.92万元。\n三、2022年公务接待费为1.92元。\n"
    assert [one.unit for one in read(text).figures if one.doubts] == ["元"]
    even = f"{TITLE}公务接待费1.92万元。\n三、2022年公务接待费为1.92元。\n"
    assert [one.unit for one in read(even).figures if one.doubts] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "公务接待费19200元，即1.92万元。",
        "公务接待费1.92万元，人均85元。会议费4.6万元，培训费2.75万元。",
        "2021年公务接待费2.44万元，2022年公务接待费21300元。会议费4.6万元，培训费2.75万元。",
        "固定资产原值16696586.25元，累计折旧696586.25元，年初预算225.18万元。",
    ],
)
def test_units_that_differ_with_their_numbers_are_not_told(sentence: str) -> None:
    assert odd(f"{TITLE}{sentence}\n", OddityKind.UNIT) == []


# ── workings ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("working", "kind", "rounded"),
    [
        ("在职人员控制率=16/27*100%=95.26%，不扣分。", OddityKind.RATIO, False),
        ("控制率＝（30÷27）×100％＜100％，不扣分。", OddityKind.RATIO, False),
        ("变动率=（50.58-62.1）/62.1×100%=-12.55%。", OddityKind.RATIO, False),
        ("三公经费控制率=三公经费实际支出数43.95/三公经费预算数59.4=73.97%＜100%。", OddityKind.RATIO, True),
        ("即113.95+152.34=256.29万元。", OddityKind.SUM, False),
        ("支出合计=1,200.50万元+300万元=1,600.50万元。", OddityKind.SUM, False),
        ("支出合计=12.34+5.67=18.02万元。", OddityKind.SUM, True),
        ("得分=5-0.5*2=3分。", OddityKind.SUM, False),
    ],
)
def test_a_working_that_is_wrong_is_told(working: str, kind: OddityKind, rounded: bool) -> None:
    [found] = [one for one in odd(f"{TITLE}{working}\n") if one.kind in (OddityKind.RATIO, OddityKind.SUM)]
    assert (found.kind, found.rounded) == (kind, rounded)
    assert "算得" in found.text


@pytest.mark.parametrize(
    "working",
    [
        "在职人员控制率=16/27*100%=59.26%＜100%，不扣分。",
        "在职人员控制率=16/27*100%＜100%，不扣分。",
        "控制率=16/27*100=59.26%。",
        "控制率=16/27=0.59。",
        "控制率=（在职人员数/编制数）×100%=16/27×100%=59.25%。",  # cut off
        "“三公”经费变动率=（59.4-59.4）/59.4=0，不扣分。",
        "2022年度我处预算完成率为100%，即113.95+152.34/113.95+152.34=100%，不扣分。",
        "变动率=（50.58-62.1）/62.1×100%，下降18.55%。",
        "变动率=（50.58-62.1）/62.1×100%=下降18.55%。",
        "预算调整率=（预算调整数/预算数）×100%=31.06%。",
        "（1）12月支出=10+2=12万元。",
        "年初预算100万元，加20+30万元，共=150万元。",
        "年初预算100万元加20+30=150万元。",
        "得分=10×98.68%=9.87分。",
        "5万元+3000元=5.3万元。",
        "http://example.cn/?id=12/3&page=7",
        "执行率=B/A×100%=98%。",
        "5/0=0，不扣分。",
    ],
)
def test_a_working_that_is_right_or_that_nobody_can_read_is_not_told(working: str) -> None:
    found = [one for one in odd(f"{TITLE}{working}\n") if one.kind in (OddityKind.RATIO, OddityKind.SUM)]
    assert found == []


# ── a report in a report ─────────────────────────────────────────────────────────────────────────

OWN = "一、概况\n编制数27人，在职人员{people}人。2022年支出决算{spent}万元，三公经费决算{three}万元。\n"


def test_a_report_that_contains_another_one_which_differs_names_both_and_the_items() -> None:
    first, second = (OWN.format(people=16, spent="409.7", three=three) for three in ("43.95", "35.8"))
    text = f"{TITLE}{first}附件1\n部门整体支出绩效评价报告\n{second.replace('编制数27', '编制数28')}"
    [found] = odd(text, OddityKind.PARTS)
    assert found.items == ("编制数", "三公经费决算")
    assert "“某县某局2022年度部门整体支出绩效自评报告”和“附件1 部门整体支出绩效评价报告”" in found.text
    assert "编制数 27 人，28 人；三公经费决算 43.95 万元，35.8 万元" in found.text
    assert found.quote.endswith("部门整体支出绩效评价报告")


def test_parts_that_agree_but_for_rounding_or_in_all_but_one_item_are_not_told() -> None:
    first = OWN.format(people=16, spent="409.70", three="43.95")
    for second in (first, OWN.format(people=16, spent="409.7", three="43.9"), first.replace("27", "28")):
        text = f"{TITLE}{first}附件1\n部门整体支出绩效评价报告\n{second}"
        assert odd(text, OddityKind.PARTS) == []
    differing = OWN.format(people=17, spent="500", three="1")
    assert odd(f"{TITLE}{first}{differing}", OddityKind.PARTS) == []


# ── all is done ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words", ["全部完成年初设定的绩效目标", "各项工作任务圆满完成", "已全部完成", "全年任务全面完成"]
)
def test_that_all_is_done_is_read_once(words: str) -> None:
    [found] = odd(
        f"{TITLE}我局{words}。\n各项任务全部完成。\n" if words != "已全部完成" else f"{words}。\n{words}。\n"
    )
    assert found.kind is OddityKind.ALL_DONE
    assert "完成" in found.quote


@pytest.mark.parametrize(
    "words",
    [
        "2022年12月31日前全部完成任务",
        "确保任务全部完成",
        "除采购外各项任务全部完成",
        "任务尚未全部完成",
        "会议圆满完成",
    ],
)
def test_what_is_to_be_done_is_not_read_as_done(words: str) -> None:
    assert odd(f"{TITLE}{words}。\n", OddityKind.ALL_DONE) == []


# ── the reports that we have ─────────────────────────────────────────────────────────────────────

MEANT = {OddityKind.YEAR: "年度可疑", OddityKind.UNIT: "单位可疑"}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reports with their truth are not here")
@pytest.mark.parametrize("truth", sorted(SHARED.glob("*-*.yaml")), ids=lambda path: path.stem)
def test_no_false_alarm_in_reports_whose_contradictions_are_known(truth: Path) -> None:
    known = {one["kind"] for one in yaml.safe_load(truth.read_text(encoding="utf-8"))["contradictions"]}
    text = truth.with_suffix(".txt").read_text(encoding="utf-8")
    found = {one.kind for one in odd(text)} - {OddityKind.ALL_DONE}
    assert {MEANT.get(kind, kind) for kind in found} <= known
    assert (OddityKind.UNIT in found) == ("单位可疑" in known)
