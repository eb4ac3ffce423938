"""One expectation of a case (预期) beside what came out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.trials import figures
from jixiao.analysis.trials.ledger import finding_lines, result_lines, total_lines
from jixiao.dataclass import dataclass
from jixiao.language.formula import spellings
from jixiao.model.diagnostic import Place
from jixiao.model.evaluation import Evaluation, Result, Status
from jixiao.model.expectation import STATUS, Expectation, ExpectedFigure, ExpectedFinding, ExpectedGrades
from jixiao.model.finding import Finding
from jixiao.model.messages import nearest
from jixiao.model.review import Mean, Review
from jixiao.model.ruleset import Text
from jixiao.model.trial import Revision
from jixiao.model.wording import quoted

NO_SCORE = "没有一个确定的数，请改写这一条"
LISTED = "这一条是列表，--update 不改，请自己改"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one expectation came out, and what explains it or would mend it."""

    what: str
    place: Place
    expected: str
    got: str
    passed: bool
    indicator: str = ""
    ledger: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    stuck: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What came out of a project, or of a case as a whole (no review).

    `codes` are those that any finding rule can give.
    """

    review: Review | None
    mean: Mean | None
    codes: frozenset[str] = frozenset()


def compare(one: Expectation, found: Found) -> Verdict:
    """Give how an expectation came out."""
    if isinstance(one, ExpectedFigure) and one.owner == "平均分" and not one.is_indicator:
        return _of_mean(one, found.mean)
    assert found.review is not None, "files refuse what is expected of a whole that is not evaluated"
    evaluation = found.review.evaluation
    match one:
        case ExpectedGrades():
            return _of_grades(one, evaluation)
        case ExpectedFinding():
            return _of_findings(one, found.review.findings, found.codes)
        case ExpectedFigure(is_indicator=True):
            return _of_indicator(one, evaluation)
        case _:
            totals = {"最低": evaluation.low, "最高": evaluation.high, "采用": evaluation.adopted}
            return _of_figure(one, f"总分（{one.key}）", totals[one.key], tuple(total_lines(evaluation)))


def _of_mean(one: ExpectedFigure, mean: Mean | None) -> Verdict:
    what = f"平均分（{one.key}）"
    if mean is None:
        text = one.written.text
        return Verdict(what, one.place, text, "没有", False, stuck="案例没有分项目，没有平均分，请删去")
    if one.key == "自评":
        return _of_figure(one, what, mean.computed, ())
    if mean.low != mean.high:
        got = figures.span(mean.low, mean.high)
        return Verdict(what, one.place, one.written.text, got, False, stuck=NO_SCORE)
    return _of_figure(one, what, mean.low, ())


def _of_figure(
    one: ExpectedFigure, what: str, value: Fraction | None, ledger: tuple[str, ...], got: str = ""
) -> Verdict:
    text, indicator = one.written.text, one.owner if one.is_indicator else ""
    if figures.agrees(text, value):
        return Verdict(what, one.place, text, figures.shown(value), True, indicator)
    if value is None:
        return Verdict(what, one.place, text, got or "没有", False, indicator, ledger, stuck=NO_SCORE)
    mended = _revision(one.written, figures.rewritten(text, value))
    return Verdict(what, one.place, text, figures.shown(value), False, indicator, ledger, mended)


def _revision(written: Text, new: str) -> tuple[Revision, ...]:
    return (Revision(written, new),)


def _of_indicator(one: ExpectedFigure, evaluation: Evaluation) -> Verdict:
    what = f"指标{quoted(one.owner)}的{one.key}"
    result = next((one_of for one_of in evaluation.results if one_of.indicator.name == one.owner), None)
    text = _status_word(one.written.text) if one.key == STATUS else one.written.text
    if result is None:
        gone = "案例里没有这项指标，请改名或删去"
        return Verdict(what, one.place, text, "没有这项指标", False, one.owner, stuck=gone)
    ledger = tuple(result_lines(result))
    if one.key == STATUS:
        got = result.status.word
        if text == got:
            return Verdict(what, one.place, text, got, True, one.owner)
        return Verdict(what, one.place, text, got, False, one.owner, ledger, _revision(one.written, got))
    if one.key == "数值":
        return _of_value(one, what, result, ledger)
    values = {
        "得分": result.score,
        "最低": result.low,
        "最高": result.high,
        "扣分": sum((cut.points for cut in result.deductions), Fraction(0)),
    }
    got = f"待定，{figures.span(result.low, result.high)}"
    return _of_figure(one, what, values[one.key], ledger, got)


def _status_word(text: str) -> str:
    """Give the word of a status, also of one written as its code."""
    status = Status.named(text)
    return text if status is None else status.word


def _of_value(one: ExpectedFigure, what: str, result: Result, ledger: tuple[str, ...]) -> Verdict:
    text, value = one.written.text, result.value
    got = result.value_text or "没有"
    if figures.value_agrees(text, value):
        return Verdict(what, one.place, text, got, True, one.owner)
    if value is None:
        return Verdict(what, one.place, text, got, False, one.owner, ledger, stuck=NO_SCORE)
    new = figures.value_rewritten(text, value)
    return Verdict(what, one.place, text, new, False, one.owner, ledger, _revision(one.written, new))


def _of_grades(one: ExpectedGrades, evaluation: Evaluation) -> Verdict:
    expected, got = "、".join(one.grades) or "（无）", "、".join(evaluation.grades)
    if one.grades == evaluation.grades:
        return Verdict("等级", one.place, expected, got, True)
    total = f"总分 {figures.span(evaluation.low, evaluation.high)}"
    return Verdict("等级", one.place, expected, got, False, ledger=(total,), stuck=LISTED)


def _of_findings(one: ExpectedFinding, findings: tuple[Finding, ...], codes: frozenset[str]) -> Verdict:
    expected = f"{'有' if one.is_wanted else '没有'} {one.code}"
    what = f"疑点 {one.code}{''.join(f'，{words}' for words in _narrowed(one))}"
    if codes and one.code not in codes:
        got = f"疑点规则里没有这个代码{nearest(one.code, spellings(sorted(codes)), most=1)}"
        return Verdict(what, one.place, expected, got, False, one.indicator, stuck=LISTED)
    fitting = [finding for finding in findings if _fits(one, finding)]
    got = f"有 {len(fitting)} 条" if fitting else "没有"
    if bool(fitting) == one.is_wanted:
        return Verdict(what, one.place, expected, got, True, one.indicator)
    near_by = fitting or [one_of for one_of in findings if one_of.code == one.code]
    return Verdict(
        what, one.place, expected, got, False, one.indicator, tuple(finding_lines(near_by)), stuck=LISTED
    )


def _narrowed(one: ExpectedFinding) -> Iterator[str]:
    if one.indicator:
        yield f"指标{quoted(one.indicator)}"
    if one.level is not None:
        yield one.level.word
    if one.item:
        yield f"数据项{quoted(one.item)}"


def _fits(one: ExpectedFinding, finding: Finding) -> bool:
    return (
        finding.code == one.code
        and (not one.indicator or finding.indicator == one.indicator)
        and (one.level is None or finding.level == one.level)
        and (not one.item or one.item in finding.items)
    )
