"""One case with its projects as texts: all that an opinion, a letter to the unit or a self-report may say."""

from __future__ import annotations

from fractions import Fraction

from jixiao.model.case import Case
from jixiao.model.evaluation import Evaluation
from jixiao.model.review import Checked, Review
from jixiao.reports.check.choice import ALL, Choice
from jixiao.reports.check.closing import mean_line
from jixiao.reports.check.content.findings import asked_rows, by_level, finding_rows, settled_rows
from jixiao.reports.check.content.scores import (
    NO_SOURCE,
    claimed_points,
    difference,
    judged_rows,
    lost_rows,
    open_rows,
    score_rows,
)
from jixiao.reports.check.content.tree import Points, Tree, exactly, numeral, texts, tree, yes
from jixiao.reports.check.findings import unmatched_text
from jixiao.reports.check.heading import draft_note, summary_parts
from jixiao.reports.check.indicators import NONE, PROVISIONAL_MARK
from jixiao.reports.check.listed import chosen_text
from jixiao.reports.check.numbering import counted, numbered, pending
from jixiao.reports.check.shortfalls import shortfall_heading
from jixiao.reports.check.stated import stated_in
from jixiao.reports.check.steps import NOTHING, steps_of
from jixiao.reports.check.totals import adjustment_text, sum_text, veto_text
from jixiao.reports.check.verdict import WRONG_TABLE, total_texts, verdict_on


def case_content(checked: Checked, choice: Choice = ALL) -> Tree:
    """Give all that is told of one case file that was evaluated."""
    evaluation = checked.reviews[0].evaluation
    case, ruleset = evaluation.case, evaluation.ruleset
    several = bool(case.projects)
    return tree(
        单位=case.unit,
        年度=str(case.year),
        案例=case.title,
        代码=case.id,
        地区=case.region,
        对象=case.subject,
        指标表=f"{ruleset.title}{f'（{ruleset.reference}）' if ruleset.indicators else ''}",
        有评分=yes(ruleset.indicators),
        有自评=yes(any(_claims(review.evaluation) for review in checked.reviews)),
        有项目=yes(several),
        草稿说明=draft_note(case),
        平均分="" if checked.mean is None else mean_line(checked.mean, len(checked.reviews)),
        核算=[_review(number, review, choice) for number, review in enumerate(checked.reviews, 1)],
        数据=_figures(case),
        来源=[tree(简称=name, 文件=file) for name, file in case.sources.items()],
        案例摘要=case.digest,
        指标表摘要=ruleset.digest if ruleset.indicators else "",
        程序版本=evaluation.engine,
    )


def _claims(evaluation: Evaluation) -> bool:
    claim = evaluation.project.claim
    return claim.total is not None or bool(claim.indicators)


def _review(number: int, review: Review, choice: Choice) -> Tree:
    """Give all that is told of one project, or of the case where it has none."""
    evaluation = review.evaluation
    claimed, computed = total_texts(evaluation)
    found = numbered(review)
    rows, scores = finding_rows(review, choice), score_rows(evaluation)
    waiting = [one for one in pending(found) if choice.keeps(one.finding)]
    wrong = [one for one in review.findings if one.code == WRONG_TABLE and one.set_aside is None]
    name = evaluation.project.name or ""
    low, high, total = evaluation.low, evaluation.high, evaluation.project.claim.total
    return tree(
        序号=numeral(number),
        项目=name,
        小标题=f"（{numeral(number)}）{name}" if name else "",
        注意=texts(f"注意：{one.message}" for one in wrong),
        结论=verdict_on(review).text,
        满分=exactly(evaluation.ruleset.full),
        自评=Points(claimed, total),
        得分=Points(computed, low if low == high else None),
        最低=exactly(low),
        最高=exactly(high),
        相差=difference(total, low, high),
        自评等级=evaluation.project.claim.grade or "无",
        可能等级="、".join(evaluation.grades) or "无",
        概要=[_pair(part) for part in summary_parts(evaluation)],
        采用分说明=f"采用分：{evaluation.adopted_note}" if evaluation.adopted_note else "",
        总体意见=texts(f"{one.title}：{one.message}" for one in review.findings if one.is_conclusion),
        失分概述=shortfall_heading(evaluation),
        得分表=scores,
        分值合计=exactly(evaluation.ruleset.full),
        自评合计=_claimed_sum(evaluation),
        推定说明=_provisional(evaluation),
        总分计算=texts(_steps_to_total(evaluation)),
        失分=lost_rows(evaluation, scores),
        待定=open_rows(evaluation, scores),
        评定=[*judged_rows(evaluation, scores)],
        疑点概述=counted(found) if found else "疑点：无",
        只列=chosen_text(len(waiting), choice),
        疑点=rows,
        各级疑点=by_level(rows),
        已处置=[*settled_rows(review, choice)],
        未对上的处置=texts(map(unmatched_text, review.unmatched)),
        请单位答复=asked_rows(review, rows),
        下一步=texts(steps_of(review) or [NOTHING]),
        调整=_adjustments(evaluation),
    )


def _pair(part: str) -> Tree:
    name, _, value = part.partition(" ")
    return tree(名称=name, 数=value)


def _claimed_sum(evaluation: Evaluation) -> Points:
    """Give the sum of what is claimed for the indicators; none where one has no claim."""
    claims = [claimed_points(one).value for one in evaluation.results if one.counts]
    known = [one for one in claims if one is not None]
    if not known or len(known) < len(claims):
        return Points(NONE)
    return exactly(sum(known, Fraction(0)))


def _provisional(evaluation: Evaluation) -> str:
    count = sum(one.indicator.provisional for one in evaluation.results)
    return f"本表有{count}项分值或条文为推定，以 {PROVISIONAL_MARK} 标出" if count else ""


def _steps_to_total(evaluation: Evaluation) -> list[str]:
    if not evaluation.adjustments and not evaluation.vetoes:
        return []
    told = [*map(adjustment_text, evaluation.adjustments), *map(veto_text, evaluation.vetoes)]
    return [sum_text(evaluation), *told]


def _adjustments(evaluation: Evaluation) -> list[Tree]:
    """Give what lies between the sum and the total: what is added to the lowest and to the highest."""
    return [
        tree(理由=one.reason, 最低=exactly(-one.low_points), 最高=exactly(-one.points))
        for one in evaluation.adjustments
    ]


def _figures(case: Case) -> list[Tree]:
    """Give every figure that the case states, each value once, with all places; what the unit says of its score is none."""
    names = [one.name or "" for one in case.evaluated]
    told: dict[tuple[str, ...], dict[str, None]] = {}
    for one in stated_in(case):
        if not one.is_claim:
            whole = f"“{one.whole}”的明细" if one.whole else ""
            project = names[one.project] if case.projects and one.project >= 0 else ""
            places = told.setdefault((one.name, one.value, whole, project, one.note), {})
            places[one.source or NO_SOURCE] = None
    return [
        tree(名称=name, 数=value, 出处="；".join(places), 属于=whole, 项目=project, 备注=note)
        for (name, value, whole, project, note), places in told.items()
    ]
