"""All projects of one case on one screen: the mean, a few lines a project, what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from jixiao.model.evaluation import Evaluation, Status
from jixiao.model.review import Mean, Review
from jixiao.quantity import points_text
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.closing import mean_line
from jixiao.reports.check.findings import conclusion_lines
from jixiao.reports.check.heading import adopted_part, misfits, table_line
from jixiao.reports.check.listed import MAX_FINDINGS, at_large_lines, chosen_text, listed_lines
from jixiao.reports.check.numbering import numbered, pending
from jixiao.reports.check.shortfalls import lost_results
from jixiao.reports.check.steps import (
    ADOPT,
    MAX_NAMED,
    READINGS,
    laid_out,
    to_adopt,
    to_explain,
    to_judge,
    to_mend,
    to_settle,
    to_supply,
)
from jixiao.reports.check.totals import total_lines
from jixiao.reports.check.verdict import total_texts, verdict_on
from jixiao.reports.page.clip import clip, some
from jixiao.reports.page.printable import printable
from jixiao.reports.page.wrap import wrap

ROOM = 20
"""Lines that all projects together have; --full has no end."""
INDENT = 2
SHOWN = (MAX_FINDINGS, 5, 3, 2, 1)
"""How many findings of each project are shown, as there is room."""


def projects_screen(
    reviews: Sequence[Review], mean: Mean | None, choice: Choice, width: int
) -> Iterator[Text]:
    """Give the screen line by line: about 40 of them, whatever the number of projects."""
    evaluation = reviews[0].evaluation
    case, ruleset = evaluation.case, evaluation.ruleset
    yield from {line.plain: line for review in reviews for line in misfits(review, width)}.values()
    unit = "" if case.unit in case.title else f"{case.unit} · "
    yield from _lines(f"{unit}{case.title} · {len(reviews)} 个项目", width, "bold")
    yield Text(clip(table_line(ruleset), width))
    if mean is not None:
        yield from _lines(mean_line(mean, len(reviews)), width, "bold")
    large = list(at_large_lines(reviews[0], choice, width))
    yield from large
    found = [one for review in reviews for one in pending(numbered(review))]
    if told := chosen_text(sum(choice.keeps(one.finding) for one in found), choice):
        yield Text(clip(told, width))
    yield Text()
    yield from _projects(reviews, choice, width, ROOM - len(large))
    yield Text()
    yield from laid_out([*_steps(reviews)], case.place.file, width)
    yield Text()


def _projects(reviews: Sequence[Review], choice: Choice, width: int, room: int) -> Iterator[Text]:
    """Give as much of each project as there is room for: fewer findings each, no conclusions, then fewer projects."""
    for most, concludes in (*((most, True) for most in SHOWN), *((most, False) for most in SHOWN)):
        blocks = [[*_project(review, choice, width, most, concludes=concludes)] for review in reviews]
        if sum(map(len, blocks)) <= room:
            yield from (line for block in blocks for line in block)
            return
    yield from (_head(review.evaluation, width) for review in reviews[:room])
    if (rest := len(reviews) - room) > 0:
        yield Text(f"{' ' * INDENT}另有 {rest} 个项目；--brief 一个项目一行，--full 全列", "dim")


def _project(review: Review, choice: Choice, width: int, most: int, *, concludes: bool) -> Iterator[Text]:
    evaluation = review.evaluation
    yield _head(evaluation, width)
    verdict = verdict_on(review)
    lost = [
        f"{one.indicator.name} {points_text(one.given(one.low))}/{points_text(one.indicator.points)}"
        for one in lost_results(evaluation)
    ]
    *before, last = wrap(verdict.text, width - INDENT)
    yield from (Text(" " * INDENT).append(each, verdict.style) for each in before)
    line = Text(" " * INDENT).append(last, verdict.style)
    if lost:
        line.append(clip(f"；失分 {some(lost, MAX_NAMED)}", width - cell_len(line.plain)))
    yield line
    yield from (line for line in total_lines(evaluation, width) if line.plain)
    yield from listed_lines(review, choice, width, most)
    for finding in review.findings:
        if concludes and finding.is_conclusion:
            yield from conclusion_lines(finding, width, 1)


def _head(evaluation: Evaluation, width: int) -> Text:
    """Give the name and the figures of a project, as many as the line holds."""
    claimed, computed = total_texts(evaluation)
    waiting = sum(one.counts and one.status is Status.OPEN for one in evaluation.results)
    figures = [
        f"自评 {claimed}",
        f"核算 {computed}",
        adopted_part(evaluation),
        f"待定 {waiting} 项" if waiting else "",
        f"自评等级 {evaluation.project.claim.grade}" if evaluation.project.claim.grade else "",
        f"可能等级 {'、'.join(evaluation.grades) or '无'}",
    ]
    name = clip(evaluation.project.name or evaluation.case.title, width // 2)
    line = Text(name, "bold")
    for figure in map(printable, filter(None, figures)):
        if cell_len(line.plain) + INDENT + cell_len(figure) <= width:
            line.append(f"{' ' * INDENT}{figure}")
    return line


def _steps(reviews: Sequence[Review]) -> Iterator[str]:
    """Give the steps of all projects, each once; a name that several wait for, with how many."""
    asked = sum(len(to_explain(review)) for review in reviews)
    evaluations = [review.evaluation for review in reviews]
    missing = Counter(name for one in evaluations for name in to_supply(one))
    judged = sum(len(to_judge(one)) for one in evaluations)
    disputed = dict.fromkeys(name for one in evaluations for name in to_adopt(one))
    if wrong := sum(len(to_mend(review)) for review in reviews):
        yield f"请换用合适的指标表，或更正案例，共 {wrong} 条"
    if asked:
        yield f"请单位说明各项目严重和一般的疑点，共 {asked} 条"
    if missing:
        names = [f"{name}（{count} 个项目）" if count > 1 else name for name, count in missing.items()]
        yield f"请单位补充 {len(names)} 项：{some(names, MAX_NAMED)}"
    if judged:
        yield f"请复核组评定，共 {judged} 项，写进案例的“评定”"
    if readings := dict.fromkeys(one.indicator.name for each in evaluations for one in to_settle(each)):
        yield READINGS.format(names=some([*readings], MAX_NAMED))
    if disputed:
        yield ADOPT.format(names=some([*disputed], MAX_NAMED))


def _lines(text: str, width: int, style: str = "") -> Iterator[Text]:
    return (Text(line, style) for line in wrap(text, width))
