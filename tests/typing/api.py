"""The public face as a type checker sees it; mypy --strict reads this file, nothing runs it.

Where a line is wrong on purpose, mypy must say so: an ignore that is not needed is an error.
"""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import assert_type

import jixiao


def every_question_says_what_it_gives(path: Path) -> None:
    """Each function takes str and Path, and gives the type that it says."""
    rules = assert_type(jixiao.open_rules(), jixiao.Library)
    assert_type(jixiao.open_rules(path), jixiao.Library)
    assert_type(jixiao.check("cases", path, rules="rules"), jixiao.Run)
    assert_type(jixiao.show("jia@2022", rules=path), jixiao.TablePortrait)
    assert_type(jixiao.show(path, "控制率", rules=rules), jixiao.TablePortrait)
    assert_type(jixiao.lint(), jixiao.LintRun)
    assert_type(jixiao.lint("rules", path, rules=None), jixiao.LintRun)
    assert_type(jixiao.test(path, rules=rules, coverage=True), jixiao.TrialRun)
    assert_type(jixiao.diff("HEAD", path, cases=[path, "cases"], rules=rules), jixiao.Comparison)
    assert_type(jixiao.diff(path, path, "cases"), jixiao.Comparison)
    assert_type(jixiao.read("报告.txt", path, table="jia@2022", rules=rules), jixiao.ReadRun)
    assert_type(jixiao.read(path).cases[0].draft, jixiao.Draft)
    assert_type(jixiao.import_table(path, title="甲表", year=2025, rules=rules), jixiao.Import)
    taken = jixiao.take_into(path, path)
    assert_type(taken, jixiao.Takeover)
    assert_type(taken.edits, tuple[jixiao.Edit, ...])
    assert_type(jixiao.meaning_of(taken, path), jixiao.Comparison)
    assert_type(jixiao.take_back(path), jixiao.Takeover | None)
    assert_type(jixiao.items("编制", rules="rules"), jixiao.ItemList)
    assert_type(jixiao.framework("common/department", "控制率", rules=rules), jixiao.Framework)
    assert_type(jixiao.frameworks(), tuple[jixiao.Framework, ...])
    assert_type(jixiao.frameworks(rules=path)[0].indicators, tuple[jixiao.CommonIndicator, ...])
    assert_type(jixiao.new("table", title="甲表", year=2025, place=path), str)
    assert_type(jixiao.new("table", from_="common/department"), str)
    assert_type(jixiao.new("case", "jia@2022", unit="甲办", rules="rules"), str)
    assert_type(jixiao.form("jia@2022", many=True, rules=path), bytes)
    assert_type(jixiao.form(path, case=path), bytes)
    assert_type(jixiao.__version__, str)


def a_sentence_takes_exact_numbers() -> None:
    """Points and values are whole numbers, fractions, decimals or texts."""
    for points in (5, "4.5", Fraction(9, 2), Decimal("4.5")):
        jixiao.standard("得分=率×5。", points=points, name="率", at=points, readings={"舍入": "去尾"})
    answer = assert_type(jixiao.standard("得分=率×5。", 5, at=["50%", 1]), jixiao.Answer)
    if isinstance(answer.understood, jixiao.Misread):
        assert_type(answer.understood.message, str)
    else:
        assert_type(answer.understood, jixiao.Portrait)
    for scored in answer.scores:
        assert_type(scored, jixiao.AtScore)
        assert_type(scored.low, Fraction)


def answers_lead_on(run: jixiao.Run) -> None:
    """What an answer holds has a name of the face too."""
    for review in run.reviews:
        assert_type(review, jixiao.Review)
        assert_type(review.evaluation, jixiao.Evaluation)
        for result in review.evaluation.results:
            assert_type(result, jixiao.Result)
            assert_type(result.indicator, jixiao.Indicator)
            assert_type(result.score, Fraction | None)
            assert_type(result.deductions, tuple[jixiao.Deduction, ...])
        assert_type(review.findings, tuple[jixiao.Finding, ...])
    assert_type(run.errors, tuple[jixiao.Diagnostic, ...])
    assert_type(jixiao.to_json(run), str)


def a_refusal_says_why(refused: jixiao.Refused) -> None:
    """Every refusal carries its diagnostics, and a bad question is one too."""
    assert_type(refused.diagnostics, tuple[jixiao.Diagnostic, ...])
    also: jixiao.Refused = jixiao.BadQuestion("…")
    assert_type(also.diagnostics[0].place, jixiao.Place)


def what_is_wrong_is_seen() -> None:
    """Names that are not there, and arguments that can't be."""
    jixiao.chekc("cases")  # type: ignore[attr-defined]
    jixiao.standard("得分=率×5。", points=4.5)  # type: ignore[arg-type]
    jixiao.standard("得分=率×5。")  # type: ignore[call-arg]
    jixiao.check(1)  # type: ignore[arg-type]
    jixiao.new("案例")  # type: ignore[arg-type]
    jixiao.new("table", colour="red")  # type: ignore[call-arg]
    jixiao.to_json("text")  # type: ignore[arg-type]
