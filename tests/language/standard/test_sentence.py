"""Scoring sentences become clauses: who or what, and what that earns or costs, each with its place."""

from fractions import Fraction

import pytest

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.formula import Arithmetic, Name, Number
from jixiao.language.span import Span
from jixiao.language.standard import (
    MAX_SENTENCE_LENGTH,
    Amount,
    Base,
    ByFormula,
    Cap,
    Clause,
    Deduct,
    Each,
    Else,
    End,
    Floor,
    InProportion,
    Interval,
    Points,
    Remark,
    Shares,
    Step,
    Words,
    fold_sentence,
    parse_standard,
)
from jixiao.quantity import RANK, find_unit


def amount(value: str, unit: str = "%") -> Amount:
    return Amount(Fraction(value), find_unit(unit))


def outright(value: str, included: bool = True, unit: str = "%") -> End:
    return End(amount(value, unit), included, outright=True)


def unmarked(value: str, unit: str = "%") -> End:
    return End(amount(value, unit), True, outright=False)


def place(value: str, outright: bool = True) -> End:
    """Give the end at a place in an order."""
    return End(Amount(Fraction(value), RANK), True, outright=outright)


def statute(value: str) -> End:
    return End(amount(value), True, outright=False, by_statute=True)


def points(value: str) -> Points:
    return Points("number", Fraction(value))


FULL, ZERO = Points("full"), Points("zero")


def subject(sentence: str) -> tuple:
    """Give the phrases of a sentence's only clause."""
    [clause] = parse_standard(sentence)
    return clause.subject


def award(sentence: str):
    """Give what a sentence's only clause earns or costs."""
    [clause] = parse_standard(sentence)
    return clause.award


# ── Numbers and intervals ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("≤90%", None, outright("90")),
        ("≦90％", None, outright("90")),
        ("<=90%", None, outright("90")),
        ("不超过90%", None, outright("90")),
        ("控制在90%以内", None, statute("90")),
        ("不超过90%以内", None, replace(statute("90"), outright=True)),
        ("达到90%以上", replace(statute("90"), outright=True), None),
        ("低于90%", None, outright("90", included=False)),
        ("90%以下", None, statute("90")),
        ("90%以下（含）", None, outright("90")),
        ("90%（含）以下", None, outright("90")),
        ("90%以下（不含）", None, outright("90", included=False)),
        ("90%及以下", None, outright("90")),
        ("不足90%", None, outright("90", included=False)),
        ("90%以上", statute("90"), None),
        ("90%及以上", outright("90"), None),
        ("大于90%", outright("90", included=False), None),
        ("90%以外", outright("90", included=False), None),
        ("达到90%", outright("90"), None),
        ("等于90%", outright("90"), outright("90")),
        ("90%", outright("90"), outright("90")),
        ("百分之九十", outright("90"), outright("90")),
        ("80%-90%", unmarked("80"), unmarked("90")),
        ("80-90%", unmarked("80"), unmarked("90")),
        ("80%～90", unmarked("80"), unmarked("90")),
        ("80%（含）至90%", outright("80"), unmarked("90")),
        ("80-90%（含）", unmarked("80"), outright("90")),
        ("80%—90%（不含）", unmarked("80"), outright("90", included=False)),
        ("80%-90%（含80%）", outright("80"), unmarked("90")),
        ("80%-90%（含90）", unmarked("80"), outright("90")),
        ("100%-80%", unmarked("80"), unmarked("100")),
        ("[80%,90%)", outright("80"), outright("90", included=False)),
        ("（80，90%]", outright("80", included=False), outright("90")),
        ("[90%，+∞)", outright("90"), None),
        ("（90%，∞）", outright("90", included=False), None),
        ("八成以上", statute("80"), None),
        ("不足一半", None, outright("50", included=False)),
        ("五分之四以上", statute("80"), None),
        ("超过90%以上", outright("90", included=False), None),
        ("第3名", place("3"), place("3")),
        ("第3-5名", place("3", outright=False), End(amount("5", "名"), True, outright=False)),
        ("80%≤x<90%", outright("80"), outright("90", included=False)),
        ("90%>率≥80%", outright("80"), outright("90", included=False)),
        ("≥80%，<90%", outright("80"), outright("90", included=False)),
        ("80%以上90%以下", statute("80"), statute("90")),
        ("<90%，≥80", outright("80"), outright("90", included=False)),
        ("1-3次", unmarked("1", "次"), unmarked("3", "次")),
        ("三个月", outright("3", unit="个月"), outright("3", unit="个月")),
    ],
)
def test_intervals(text, low, high):
    """Each end of an interval says whether it has its number, and with what right."""
    assert subject(f"{text}得2分") == (Interval(low, high),)


def test_ends_share_a_unit_and_stand_in_order():
    """One percent sign does for both ends, and an end never loses the one it has."""
    assert subject("0.8-90%得1分") == (Interval(unmarked("0.8"), unmarked("90")),)
    assert subject("80‰-9%得1分")[0].low.amount.unit.name == "‰"


@pytest.mark.parametrize(
    ("text", "direction", "step"),
    [
        ("每超过5%", "over", amount("5")),
        ("每超出一个百分点", "over", amount("1", "个百分点")),
        ("每增加0.4个百分点", "over", amount("0.4", "个百分点")),
        ("每低于1%", "under", amount("1")),
        ("每减少2天", "under", amount("2", "天")),
        ("每下降百分之十", "under", amount("10")),
        ("每相差3%", "off", amount("3")),
        ("每偏离（超过或低于）5%", "off", amount("5")),
        ("每低于或超过5%", "off", amount("5")),
        ("每再超过1%", "over", amount("1")),
    ],
)
def test_steps(text, direction, step):
    """每超过5%扣…: which way, and how much makes a step."""
    assert subject(f"{text}扣1分") == (Step(direction, step),)


@pytest.mark.parametrize(
    ("text", "what", "unit"),
    [
        ("每发现一例", "发现", "例"),
        ("每迟报1天", "迟报", "天"),
        ("每缺一类", "缺", "项"),
        ("每超时一日", "超时", "天"),
        ("每迟一个工作日", "迟", "工作日"),
        ("每有一笔", "有", "个"),
        ("每月出现一次", "月出现", "次"),
    ],
)
def test_breaches(text, what, unit):
    """每发现一例扣…: what is counted, and in which unit."""
    assert subject(f"{text}扣1分") == (Each(what, find_unit(unit)),)


def test_the_last_number_counts():
    """In 每一个百分点迟报1天 it is the days that are counted."""
    assert subject("每一个百分点迟报1天扣1分") == (Each("一个百分点迟报", find_unit("天")),)


# ── What a clause earns or costs ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "得3分",
        "计3分",
        "给3分",
        "记3分",
        "赋3分",
        "可得3分",
        "，3分",
        "：3分",
        "（3分）",
        "（得3分）",
        "的，得3.0分",
        "得三分",
        "得３分",
        "的3分",
    ],
)
def test_points(text):
    """3 points, however they are given."""
    assert award(f"效果好{text}") == points("3")


@pytest.mark.parametrize(
    "text",
    [
        "得满分",
        "计满分",
        "满分",
        "按满分计算",
        "得基本分",
        "不扣分",
        "得该项满分",
        "该项得满分",
        "得全分",
        "（满分）",
    ],
)
def test_full_marks(text):
    """Full marks, without saying how many."""
    assert award(f"效果好的{text}") == FULL


@pytest.mark.parametrize(
    "text",
    [
        "不得分",
        "得0分",
        "计0分",
        "给0分",
        "赋零分",
        "打0分",
        "0分",
        "不计分",
        "该项不得分",
        "得零分",
        "按0分处理",
        "本项不给分",
        "（0分）",
        "（不得分）",
    ],
)
def test_nothing(text):
    """No points, however that is said."""
    assert award(f"效果差的{text}") == ZERO


@pytest.mark.parametrize("text", ["扣2分", "减2分", "扣除2分", "扣减两分", "倒扣2分", "，扣2分", "（扣2分）"])
def test_deductions(text):
    """Two points off."""
    assert award(f"效果差{text}") == Deduct(Fraction(2))


@pytest.mark.parametrize(
    "text",
    [
        "按比例计分",
        "按完成比例计算得分",
        "按照实际完成率得分",
        "按完成值与目标值之比计分",
        "则按完成程度给分",
        "按执行率相应计分",
    ],
)
def test_in_proportion(text):
    """按…比例…计分 in its many spellings."""
    assert isinstance(award(f"未完成的{text}"), InProportion)


def test_a_formula():
    """得分=执行率×10: an expression over the indicator's name, 分值 and 满分."""
    [clause] = parse_standard("得分=执行率×10", ("执行率",))
    assert clause.award == ByFormula(Arithmetic("×", Name("执行率"), Number(Fraction(10))))
    assert clause.subject == ()


def test_a_formula_may_hold_brackets_and_commas():
    """A comma inside brackets does not end the formula; one outside does."""
    first, cap = parse_standard("得分值=最小（执行率，1）×分值，最高不超过满分", ("执行率",))
    assert str(first.award.expression.left.function) == "最小"
    assert cap == Cap(None)


def test_shares():
    """按分值的100%-80%（含80%）计分: a range of the points to pick from."""
    assert award("达成的，按该项分值的100%-80%（含80%）计分") == Shares(
        Interval(outright("80"), unmarked("100"))
    )


# ── Around the clauses ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("以100%为标准", Base(amount("100"))),
        ("以90%为基准", Base(amount("90"))),
        ("扣完为止", Floor()),
        ("直至扣完", Floor()),
        ("扣完该项分值为止", Floor()),
        ("最低为0分", Floor(kept=Points("number", Fraction(0)))),
        ("最低为0分", Floor(kept=Points("number"))),
        ("减完为止", Floor()),
        ("扣完6分为止", Floor(Fraction(6))),
        ("扣满15分为止", Floor(Fraction(15))),
        ("直至扣完两分为止", Floor(Fraction(2))),
        ("不计负分", Floor(kept=Points("number", Fraction(0)))),
        ("最低不低于2分", Floor(kept=Points("number", Fraction(2)))),
        ("得分不得低于分值的30%", Floor(kept=Points("share", Fraction(3, 10)))),
        ("加满2分封顶", Cap(Fraction(2), added=True)),
        ("不计负分", Floor(kept=Points("number"))),
        ("最高不超过8分", Cap(Fraction(8))),
        ("最高不超过满分", Cap()),
        ("最高不得超过分值上限", Cap()),
        ("最多得5分", Cap(Fraction(5))),
        ("得分不超过十分", Cap(Fraction(10))),
    ],
)
def test_bounds(text, entry):
    """What steps are counted from, where deducting ends, and what the score never exceeds."""
    assert parse_standard(text) == (entry,)


def test_a_whole_sentence():
    """Clauses end at ；。 line breaks, and at a comma behind an award or before what opens a clause."""
    assert parse_standard(
        "以100%为标准。控制率≤100%，计5分，每超过1%扣0.5分，扣完为止\n没有项目的，得满分"
    ) == (
        Base(amount("100")),
        Clause((Words("控制率"), Interval(None, outright("100"))), points("5")),
        Clause((Step("over", amount("1")),), Deduct(Fraction("0.5"))),
        Floor(),
        Clause((Words("没有项目"),), FULL),
    )


@pytest.mark.parametrize("award", ["得满分", "计满分", "得5分", "不得分", "不计分", "得0分"])
@pytest.mark.parametrize(
    "behind",
    ["0.01以下的，得3分", "1%以下的，得3分", "30分钟内的，得3分", "第2名，得3分", "不高于1%的，得3分"],
)
def test_a_line_break_behind_an_award_ends_the_clause(award: str, behind: str):
    """A number on the next line is none of the award's: 得满分⏎0.01以下的."""
    on_lines, on_one = parse_standard(f"≤0的，{award}\n{behind}"), parse_standard(f"≤0的，{award}；{behind}")
    assert on_lines == on_one
    assert len(on_one) == 2


@pytest.mark.parametrize("award", ["满分", "得该项满分", "得本项满分"])
@pytest.mark.parametrize("share", ["88%以上的，得0分", "百分之88以上的，得0分", "百分之八十八以上的，得0分"])
def test_a_share_behind_full_marks_begins_anew(award: str, share: str):
    on_lines, on_one = (parse_standard(f"≤88%的，{award}{end}{share}") for end in ("\n", "；"))
    assert on_lines == on_one
    assert len(on_one) == 2


@pytest.mark.parametrize(
    "behind",
    [
        "<98%的，得0分",
        "<98%：0分",
        "<98%（0分）",
        "百分之九十五（含）以上，小于百分之九十八的，得3.5分",
        "90%-98%得3分",
    ],
)
def test_what_earns_something_itself_ends_a_clause_whose_points_stand_first(behind: str):
    """得5分：≥98%⏎<98%的，得0分: the condition below is none of the five points'."""
    on_lines, on_one = (parse_standard(f"得5分：≥98%{end}{behind}") for end in ("\n", "；"))
    assert on_lines == on_one
    assert len(on_one) == 2


def test_a_condition_below_points_that_stand_first_may_be_the_rest_of_theirs():
    on_lines = parse_standard("得5分：≥98%\n得3分：≥90%，\n<98%\n得0分：<90%")
    assert on_lines == parse_standard("得5分：≥98%；得3分：≥90%，<98%；得0分：<90%")


def test_else_and_remarks():
    """否则 stands for all else; an explanation in brackets carries no score."""
    first, second = parse_standard("满意度（含问卷）达到90%的得5分；否则，得0分")
    assert first.subject == (Words("满意度"), Remark("含问卷", plain=True), Interval(outright("90"), None))
    assert second == Clause((Else(),), ZERO)


@pytest.mark.parametrize(
    "marks", ["① ②", "1. 2.", "1、 2、", "（1） （2）", "1) 2)", "一是 二是", "一、 二、", "A. B.", "⑴ ⑵"]
)
def test_numbering(marks):
    """Clauses may be numbered in any way; the number is not part of their words."""
    one, two = marks.split()
    first, second = parse_standard(f"{one}建立制度，2分；{two}执行制度，3分")
    assert (first, second) == (
        Clause((Words("建立制度"),), points("2")),
        Clause((Words("执行制度"),), points("3")),
    )
    assert first.mark
    assert second.mark


def test_a_decimal_is_no_numbering():
    """1.5%以上 begins with a number; 1、5%以上 is numbered."""
    assert subject("1.5%以上得2分") == (Interval(statute("1.5"), None),)
    assert subject("1、5%以上得2分") == (Interval(statute("5"), None),)


# ── Places ───────────────────────────────────────────────────────────────────────────────────────


def test_clauses_know_where_they_stand():
    """Deductions cite the sentence as it was written, spaces, quotation marks and width included."""
    sentence = "“控制率” ≤１００％， 计５分；每超过 1％扣0.5分"
    first, second = parse_standard(sentence)
    assert sentence[first.span.start : first.span.end] == "控制率” ≤１００％， 计５分"
    assert sentence[second.span.start : second.span.end] == "每超过 1％扣0.5分"
    assert second.subject[0].span == Span(17, 23)


def test_folding_keeps_places():
    """Folding drops what carries nothing and widens nothing; each sign knows where it stood."""
    source = fold_sentence("“率” ≦ １％")
    assert (source.text, source.places) == ("率≤1%", (1, 4, 6, 7))
    assert source.span(0, 2) == Span(1, 5)
    assert source.span(9, 9) == Span(8, 8)


@pytest.mark.parametrize(
    ("sentence", "position", "message"),
    [
        ("", 0, "评分标准是空的"),
        ("“ ”　", 0, "评分标准是空的"),
        ("；；", 2, "评分标准没有写完"),
        ("≤100%，得5分；扣1分2分", 13, "无法理解“2分”在这里的意思"),
        ("效果好得5分）", 6, "括号不成对：缺少与它配对的左括号"),
        ("≥得5分", 1, "“得”比较符号后面应是数字"),
        ("超过90%以下得5分", 0, "“超过”与“以下”方向相反"),
        ("85%≤x≥95%得5分", 0, "两个比较符号方向不一致"),
        ("80%-90%（含85%）得5分", 7, "“(含85%)”里的数不是区间的端点"),
        (f"≥{'1' * 31}得5分", 1, "数字过长（31 位），最多 30 位"),
        ("得分=率×", 5, "公式没有写完，这里应为数据项、数字、左括号"),
        ("效果好，得分=率×（1", 9, "括号不成对：缺少与它配对的右括号"),
    ],
)
def test_refusals(sentence, position, message):
    """What cannot be read is shown at the character where it stands."""
    with pytest.raises(LanguageError) as refused:
        parse_standard(sentence)
    assert (refused.value.position, refused.value.message) == (position, message)


def test_too_long_a_sentence_is_refused():
    """A sentence has MAX_SENTENCE_LENGTH characters at most."""
    longest = "效果好，得5分".ljust(MAX_SENTENCE_LENGTH, "。")
    assert len(parse_standard(longest)) == 1
    with pytest.raises(LanguageError) as refused:
        parse_standard(longest + "。")
    assert (
        refused.value.message
        == f"评分标准过长（{MAX_SENTENCE_LENGTH + 1} 字），最多 {MAX_SENTENCE_LENGTH} 字"
    )
