"""Examples of a table (例) beside what its sentences give."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.portraits.at_score import score_at
from jixiao.analysis.trials import figures
from jixiao.model.answer import AtScore
from jixiao.model.ruleset import LEFT_OUT, Example, Ruleset
from jixiao.model.trial import Revision, Trial, TrialKind
from jixiao.model.wording import quoted
from jixiao.scoring.program.rule import Rule

NEEDS_SPAN = "现在是一个范围，请改写成 [{low}, {high}]"
NOT_SCORED = "没有得分，请改写这一条"


def try_example(example: Example, rule: Rule, ruleset: Ruleset) -> Trial:
    """Give how one example came out."""
    scored = score_example(example.at.text, rule)
    passed = fits(example, scored)
    revisions, stuck = ((), "") if passed else _mended(example, scored)
    return Trial(
        kind=TrialKind.EXAMPLE,
        place=example.low.place,
        owner=ruleset.reference,
        what=f"指标{quoted(rule.indicator.name)}的例 {example.at.text}",
        expected=_expected(example),
        got=_got(scored),
        passed=passed,
        indicator=rule.indicator.name,
        ledger=() if passed else tuple(_lines(scored)),
        revisions=revisions,
        stuck=stuck,
    )


def score_example(at: str, rule: Rule) -> AtScore:
    """Score what an example names; by the 定性标准 where the 评分标准 can't take it."""
    scored = score_at(at, rule.meaning, rule.readings)
    if scored.error and rule.qualitative is not None:
        other = score_at(at, rule.qualitative, rule.readings)
        return scored if other.error else other
    return scored


def fits(example: Example, scored: AtScore) -> bool:
    """Whether a score, or the range that readings leave open, is what the example says."""
    if scored.error or (example.low.text == LEFT_OUT) != scored.left_out:
        return False
    if scored.left_out:
        return True
    return figures.agrees(example.low.text, scored.low) and figures.agrees(example.high.text, scored.high)


def _mended(example: Example, scored: AtScore) -> tuple[tuple[Revision, ...], str]:
    """Give what would make an example pass, or why nothing in its place can."""
    if scored.error or LEFT_OUT in (example.low.text, example.high.text):
        return (), NOT_SCORED
    if scored.left_out:
        return ((), NOT_SCORED) if example.is_span else ((Revision(example.low, LEFT_OUT),), "")
    if not example.is_span and scored.low != scored.high:
        low, high = figures.shown(scored.low), figures.shown(scored.high)
        return (), NEEDS_SPAN.format(low=low, high=high)
    ends = dict.fromkeys(((example.low, scored.low), (example.high, scored.high)))
    return tuple(
        Revision(end, figures.rewritten(end.text, value))
        for end, value in ends
        if not figures.agrees(end.text, value)
    ), ""


def _expected(example: Example) -> str:
    return f"{example.low.text}至{example.high.text}" if example.is_span else example.low.text


def _got(scored: AtScore) -> str:
    if scored.error:
        return "无法核算"
    return LEFT_OUT if scored.left_out else figures.span(scored.low, scored.high)


def _lines(scored: AtScore) -> Iterator[str]:
    if scored.error:
        yield scored.error
    for way in scored.ways:
        yield f"{way.reading}：{way.explanation}" if way.reading else way.explanation
