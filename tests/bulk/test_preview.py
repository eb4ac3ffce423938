"""What a workbook calculates and what the engine says is the same score, or the workbook says that it can't preview."""

from __future__ import annotations

import random
from fractions import Fraction
from functools import cache
from pathlib import Path

from openpyxl import load_workbook

from jixiao.bulk.emit.excel import MAX_FORMULA
from jixiao.bulk.preview import FigureCell, preview
from jixiao.files import open_library
from jixiao.model.case import Claim, Project, Statement
from jixiao.model.diagnostic import Place, Refused
from jixiao.model.preview import BY_ENGINE, OPEN, ScorePreview
from jixiao.model.ruleset import Indicator, Text
from jixiao.quantity import Quantity, find_unit, parse_number
from jixiao.reports.office.workbook import workbook_bytes
from jixiao.scoring.indicator.indicator import evaluate_indicator
from jixiao.scoring.program.indicator import compile_indicator
from jixiao.scoring.program.program import compile_ruleset
from jixiao.scoring.program.rule import Rule
from shared.office.parts import converted
from shared.sentences.examples import examples

RULES = Path(__file__).parents[2] / "rules"
CASES = 200
"""Random cases of the rules of the tables that there are."""
HERE = Place("案例")
LETTERS = "ABCDEFGHIJKLMNOPQR"
FORMULA = "财政拨款支出 ÷ 年初预算"

Row = dict[str, tuple[str, str]]
"""What is typed for each item: a number and a unit; none where the number is empty."""


@cache
def library():
    return open_library(RULES)


def of_tables() -> list[Rule]:
    """The rules over figures of all tables that there are."""
    return [
        rule
        for entry in library().tables
        for rule in compile_ruleset(library().ruleset(entry.reference)).rules
        if rule.formula is not None and _formula(rule, 9999) is not None
    ]


def of_examples() -> list[Rule]:
    """The example sentences over a rate, each with a formula of two amounts."""
    found = []
    for one in examples():
        if one.refused or one.gap or not one.rule().meaning.takes_value:
            continue
        rule = one.rule()
        row = rule.indicator
        own = Indicator(
            row.name,
            "own",
            row.points,
            row.standard,
            HERE,
            formula=Text(FORMULA, HERE),
            readings=rule.readings,
        )
        try:
            ready = compile_indicator(own, library().items.items, {})
        except Refused:
            continue
        if _formula(ready, 9999) is not None:
            found.append(ready)
    return found


def _formula(rule: Rule, row: int) -> ScorePreview | None:
    items = library().items.items
    cells = {
        name: FigureCell(
            f"数据!${LETTERS[2 * at]}${row}", f"数据!${LETTERS[2 * at + 1]}${row}", items[name].unit
        )
        for at, name in enumerate(rule.wanted)
    }
    found = preview(rule, cells)
    return None if found is None else found.at([f"核对!${letter}${row}" for letter in "BCDEFG"])


def drawn(rule: Rule, chance: random.Random) -> Row:
    """A row whose value often lies on an end or a step of the sentence, or just beside it."""
    items = library().items.items
    base = chance.choice(["100", "231.78", "80", "1225.18", "16", "7.5", "0", "33.3333"])
    amounts = [amount.base for amount in rule.standard.amounts()] or [Fraction(1)]
    row = {}
    for name in rule.wanted:
        share = chance.choice(
            [*amounts, Fraction(1), sum(amounts, Fraction(0)), Fraction(chance.randint(0, 200), 100)]
        )
        places = chance.choice([0, 0, 1, 2, 2, 4, 5])
        value = abs(Fraction(base) * share) if chance.random() < 0.6 else Fraction(base)
        value += Fraction(chance.choice([-1, 0, 0, 1]), 10**places)
        text = f"{float(round(abs(value), places)):.{places}f}"
        unit = items[name].unit.name
        row[name] = ("" if chance.random() < 0.03 else text, unit if chance.random() < 0.95 else "亿元")
    return row


def came_to(rule: Rule, row: Row) -> tuple[Fraction, Fraction] | None:
    """What the engine says of a row; None where the units do not fit."""
    said = {}
    for name, (text, unit) in row.items():
        if text:
            number = parse_number(f"{float(text):f}".rstrip("0").rstrip("."))  # a cell knows no zeros behind
            said[name] = (
                Statement(name, Quantity(number.value, find_unit(unit), number.decimals), "", HERE),
            )
            if find_unit(unit).dimension != library().items.items[name].unit.dimension:
                return None
    result = evaluate_indicator(rule, Project("项目", said, (), {}, Claim(), {}))
    return result.low, result.high


def calculated(asked: list[tuple[Rule, Row]], into: Path) -> list[object]:
    """Have LibreOffice calculate a formula for each row."""

    def fill(workbook) -> None:
        data, result = workbook.add_worksheet("数据"), workbook.add_worksheet("核对")
        for at, (rule, row) in enumerate(asked):
            for column, (text, unit) in enumerate(row.values()):
                if text:
                    data.write_number(at, 2 * column, float(text))
                data.write_string(at, 2 * column + 1, unit)
            ready = _formula(rule, at + 1)
            for column, text in enumerate((ready.score, *ready.steps)):
                result.write_formula(at, column, f"={text}", None, 0)

    file = into / "预览.xlsx"
    file.write_bytes(workbook_bytes(fill))
    sheet = load_workbook(converted(file, "xlsx", into / "out"), data_only=True)["核对"]
    return [sheet.cell(at + 1, 1).value for at in range(len(asked))]


def test_libreoffice_calculates_what_the_engine_does(tmp_path: Path) -> None:
    """Cases of the tables' own rules, and example sentences at values on and beside their ends."""
    chance = random.Random(13)
    asked = [(rule, drawn(rule, chance)) for rule in of_tables() for _ in range(CASES)]
    asked += [(rule, drawn(rule, chance)) for rule in of_examples() for _ in range(10)]
    shown = dict.fromkeys(("score", OPEN, BY_ENGINE), 0)
    for (rule, row), cell in zip(asked, calculated(asked, tmp_path), strict=True):
        if cell in shown:
            shown[cell] += 1
            continue
        shown["score"] += 1
        low, high = came_to(rule, row) or (None, None)
        ends = (
            [Fraction(one) for one in f"{cell:.12g}".split("～")]
            if not isinstance(cell, str)
            else cell.split("～")
        )
        told = (rule.indicator.standard.text, row, cell, low, high)
        assert len(ends) == (1 if low == high else 2), told
        near = Fraction(1, 10**9) if low == high else Fraction(501, 10**7)
        assert all(
            abs(Fraction(end) - wanted) < near for end, wanted in zip(ends, (low, high), strict=False)
        ), told
    assert shown["score"] > len(asked) // 2, shown
    assert all(shown.values()), shown


def test_formulas_are_as_short_as_excel_takes() -> None:
    ready = [_formula(rule, 9999) for rule in (*of_tables(), *of_examples())]
    assert len(ready) > 100
    assert max(len(text) for one in ready for text in (one.score, *one.steps)) <= MAX_FORMULA


def test_every_rule_over_amounts_of_the_tables_has_one() -> None:
    rules = [
        rule
        for entry in library().tables
        for rule in compile_ruleset(library().ruleset(entry.reference)).rules
    ]
    items = library().items.items
    amounts = [
        rule
        for rule in rules
        if rule.formula is not None and not any(items[name].unit.dimension.is_ratio for name in rule.wanted)
    ]
    assert [rule.indicator.name for rule in amounts if _formula(rule, 9999) is None] == []


def test_what_is_judged_has_no_preview() -> None:
    judged = next(
        one.rule() for one in examples() if not one.refused and one.rule().meaning.takes.name == "LEVEL"
    )
    assert preview(judged, {}) is None
