"""Formulas: text to trees and back, in every spelling; what is not understood is shown where it stands."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.language.error import LanguageError
from jixiao.language.formula import (
    MAX_FORMULA_DEPTH,
    MAX_FORMULA_LENGTH,
    Arithmetic,
    Call,
    Comparison,
    Logic,
    Minus,
    Name,
    Not,
    Number,
    names,
    parse_formula,
    parse_indicator_formula,
    plain_name,
    walk,
    write_formula,
)
from jixiao.quantity import find_unit
from shared.sentences.formulas import NAMES, conditions, expressions

A, B, C = Name("甲"), Name("乙"), Name("丙")
ITEMS = ("甲", "乙", "丙")


def number(text: str, unit: str = "") -> Number:
    return Number(Fraction(text), find_unit(unit))


def refusal(text: str, known: tuple[str, ...] = ITEMS) -> LanguageError:
    with pytest.raises(LanguageError) as refused:
        parse_formula(text, known)
    return refused.value


# ── Laws ─────────────────────────────────────────────────────────────────────────────────────────


@given(expressions | conditions)
def test_reading_what_was_written_gives_the_same_tree(tree):
    """The canonical text of any formula reads back as that formula."""
    assert parse_formula(write_formula(tree), NAMES) == tree


@given(expressions | conditions, st.integers(0))
def test_width_does_not_matter(tree, wide):
    """Signs, brackets and digits may be of either width, each on its own."""
    text = write_formula(tree)
    mixed = "".join(
        chr(ord(sign) + 0xFEE0) if wide >> place & 1 and "!" <= sign <= "~" else sign
        for place, sign in enumerate(text)
    )
    assert parse_formula(mixed, NAMES) == tree


@given(expressions | conditions)
def test_names_are_listed_once_in_order(tree):
    """A formula's names are those of its nodes, in the order in which they are read."""
    assert names(tree) == tuple(dict.fromkeys(node.name for node in walk(tree) if isinstance(node, Name)))


@given(
    st.text(st.sampled_from("甲乙12.%万元+-×÷/*()（），、=<>≤且或非最大绝对值“” \n"), max_size=60)
    | st.text(max_size=40)
)
def test_any_text_is_a_formula_or_refused_inside_the_text(text):
    """No text does anything but give a tree or a LanguageError at a place of the text."""
    try:
        parse_formula(text, ITEMS)
        return
    except LanguageError as caught:
        error = caught
    assert 0 <= error.position <= len(text)
    assert error.message


# ── What binds how ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("甲 - 乙 - 丙", Arithmetic("-", Arithmetic("-", A, B), C)),
        ("甲 - (乙 - 丙)", Arithmetic("-", A, Arithmetic("-", B, C))),
        ("甲 + 乙 × 丙", Arithmetic("+", A, Arithmetic("×", B, C))),
        ("甲 ÷ 乙 ÷ 丙", Arithmetic("÷", Arithmetic("÷", A, B), C)),
        ("-甲 × 乙", Arithmetic("×", Minus(A), B)),
        ("-(甲 × 乙)", Minus(Arithmetic("×", A, B))),
        ("甲 - -乙", Arithmetic("-", A, Minus(B))),
        (
            "甲 = 0 且 乙 = 0 或 丙 = 0",
            Logic(
                "或",
                Logic("且", Comparison("=", A, number("0")), Comparison("=", B, number("0"))),
                Comparison("=", C, number("0")),
            ),
        ),
        (
            "非 甲 = 0 且 乙 = 0",
            Logic("且", Not(Comparison("=", A, number("0"))), Comparison("=", B, number("0"))),
        ),
        ("甲 + 乙 > 丙", Comparison(">", Arithmetic("+", A, B), C)),
        ("最大(甲, 乙 + 1)", Call("最大", (A, Arithmetic("+", B, number("1"))))),
    ],
)
def test_binding(text, tree):
    """× before +, left before right, 非 before 且 before 或; brackets as few as that allows."""
    assert parse_formula(text, ITEMS) == tree
    assert write_formula(tree) == text


@pytest.mark.parametrize(
    ("spelling", "canonical"),
    [
        ("甲*乙", "甲 × 乙"),
        ("甲／乙", "甲 ÷ 乙"),
        ("甲/乙", "甲 ÷ 乙"),
        ("甲−乙", "甲 - 乙"),
        ("甲—乙", "甲 - 乙"),
        ("甲<=乙", "甲 ≤ 乙"),
        ("甲≦乙", "甲 ≤ 乙"),
        ("甲≧乙", "甲 ≥ 乙"),
        ("甲==乙", "甲 = 乙"),
        ("甲!=乙", "甲 ≠ 乙"),
        ("甲<>乙", "甲 ≠ 乙"),
        ("甲=0&&乙=0", "甲 = 0 且 乙 = 0"),
        ("甲=0||乙=0", "甲 = 0 或 乙 = 0"),
        ("最大值(甲、乙)", "最大(甲, 乙)"),
        ("绝对值（甲）", "绝对值(甲)"),
        ("甲 × 50％", "甲 × 50%"),
        ("甲>1,234.50万元", "甲 > 1234.5万元"),
        ("“甲”÷『乙』", "甲 ÷ 乙"),
        ("[（甲－乙）/乙]×１００％", "(甲 - 乙) ÷ 乙 × 100%"),
        ("【{甲-乙}÷乙】✕100%", "(甲 - 乙) ÷ 乙 × 100%"),
        ("甲x100%", "甲 × 100%"),
        ("甲 X (乙)", "甲 × 乙"),
        ("(甲)x乙", "甲 × 乙"),
        ("2X甲", "2 × 甲"),
        ("甲÷\n乙", "甲 ÷ 乙"),
        ("2022年末人数÷2021年末人数", "2022年末人数 ÷ 2021年末人数"),
        ("某个很长的\n名字÷乙", "某个很长的名字 ÷ 乙"),
    ],
)
def test_spellings(spelling, canonical):
    """Every sign may be written in several ways; one of them is canonical."""
    assert write_formula(parse_formula(spelling, ITEMS)) == canonical


def test_a_known_name_wins_over_what_it_holds():
    """非税收入 stays one name, and so do names with brackets, operators, digits and quotation marks."""
    known = ("非税收入", "因公出国（境）费", "2022年预算", "甲-乙", "“三公经费”变动率")
    tree = parse_formula("非税收入 + 因公出国(境)费 + 2022年预算 + 甲-乙 + 三公经费变动率", known)
    assert names(tree) == known


def test_the_longest_known_name_wins():
    """年初预算数 is not 年初预算 and 数; an unknown longer word is not cut short either."""
    assert names(parse_formula("年初预算数 - 年初预算", ("年初预算", "年初预算数"))) == (
        "年初预算数",
        "年初预算",
    )
    assert names(parse_formula("年初预算总额", ("年初预算",))) == ("年初预算总额",)


def test_a_condition_may_follow_a_name_at_once():
    """甲且乙… without spaces: 且 and 或 end a name."""
    assert parse_formula("0=甲且乙=0或丙=0", ITEMS) == parse_formula("0 = 甲 且 乙 = 0 或 丙 = 0", ITEMS)


def test_a_name_may_be_written_with_its_figure():
    """Explanations set figures beside the names."""
    assert write_formula(parse_formula("甲/乙", ITEMS), lambda name: f"{name} 1 元") == "甲 1 元 ÷ 乙 1 元"


def test_names_are_compared_without_width_quotes_and_spaces():
    """“三公经费” 变动率 and 三公经费变动率 are one name."""
    assert plain_name("“三公经费”　变动率（％）") == "三公经费变动率(%)"


def test_a_known_name_may_be_broken_in_lines():
    """A narrow cell breaks a name where its column ends; so do blanks that YAML makes of that."""
    known = ("在职人员数", "编制数")
    tree = parse_formula("在职人\n员数÷编 制数", known)
    assert names(tree) == known


# ── What a formula is of ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "甲乙率=（甲÷乙）×100%",
        "“甲乙”率＝[甲/乙]×100%。",
        "甲乙率 = 甲 ÷ 乙 × 100%；",
        "计算公式：甲乙率=甲÷乙×100%",
        "公式为:\n甲乙率=\n甲÷乙×100%\n",
        "甲÷乙×100%。",
        "甲 ÷ 乙 × 100%",
    ],
)
def test_an_indicators_formula_may_begin_with_its_name(text):
    """名称=（A÷B）×100%。 is how the frameworks print it."""
    assert write_formula(parse_indicator_formula(text, ITEMS, "甲乙率")) == "甲 ÷ 乙 × 100%"


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("丙率=甲÷乙", 0, "公式等号前写的是“丙率”，不是本指标的名称“甲乙率”"),
        ("公式：得分=甲×5", 3, "公式等号前写的是“得分”，不是本指标的名称“甲乙率”"),
        ("=甲÷乙", 0, "公式等号前写的是“”，不是本指标的名称“甲乙率”"),
        ("甲乙率=", 0, "公式是空的"),
        ("甲乙率=甲÷÷乙", 6, "公式在“÷”处读不懂"),
        ("甲乙率=[甲÷乙", 8, "公式没有写完，这里应为右括号"),
        ("甲乙率=甲÷乙]", 7, "公式在“]”处读不懂"),
    ],
)
def test_another_name_before_the_sign_is_refused(text, position, message):
    """What the formula is of must be the indicator; places are those of the whole text."""
    with pytest.raises(LanguageError) as refused:
        parse_indicator_formula(text, ITEMS, "甲乙率")
    assert refused.value.message.startswith(message)
    assert refused.value.position == position


# ── What is refused, and where ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("", 0, "公式是空的"),
        ("  ", 0, "公式是空的"),
        ("甲 +", 3, "公式没有写完，这里应为数据项、数字、左括号"),
        ("(甲", 2, "公式没有写完，这里应为右括号"),
        ("甲 乙", 2, "公式在“乙”处读不懂，这里应为运算符、比较符号"),
        ("甲 × ÷ 乙", 4, "公式在“÷”处读不懂，这里应为数据项、数字、左括号"),
        ("甲 + 乙)", 5, "公式在“)”处读不懂"),
        ("甲；乙", 1, "公式里不能有“；”"),
        ("甲 % 乙", 2, "公式里不能有“%”"),
        ("甲 < 乙 < 丙", 6, "公式在“<”处读不懂"),
        ("绝对值(甲, 乙)", 0, "绝对值只能有一个数"),
        ("甲 + 1.2.3", 4, "“1.2.3”不是可以精确读取的数字"),
        (f"甲 + {'9' * 31}", 4, "数字过长（31 位），最多 30 位"),
    ],
)
def test_refusals(text, position, message):
    """A message says what is wrong, at the character where it is, and what may stand there."""
    error = refusal(text)
    assert error.message.startswith(message)
    assert error.position == position


def test_too_long_a_formula_is_refused():
    """A formula has MAX_FORMULA_LENGTH characters at most."""
    longest = "甲".ljust(MAX_FORMULA_LENGTH)
    assert parse_formula(longest, ITEMS) == A
    error = refusal(longest + " ")
    assert (error.position, error.message) == (
        MAX_FORMULA_LENGTH,
        f"公式过长（{MAX_FORMULA_LENGTH + 1} 字），最多 {MAX_FORMULA_LENGTH} 字",
    )


def test_too_deep_a_formula_is_refused():
    """Nesting that would exhaust the stack is refused; brackets alone nest nothing."""
    assert parse_formula("-" * (MAX_FORMULA_DEPTH - 1) + "甲", ITEMS)
    assert refusal("-" * MAX_FORMULA_DEPTH + "甲").message.startswith(
        f"公式嵌套过深，最多 {MAX_FORMULA_DEPTH} 层"
    )
    assert parse_formula("(" * 900 + "甲" + ")" * 900, ITEMS) == A
    assert refusal("+".join("甲" * 900)).message.startswith("公式嵌套过深")
