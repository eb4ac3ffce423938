"""The head of an evaluation: who, by which table, and how it came out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

from jixiao.model.case import Case
from jixiao.model.evaluation import Evaluation, RestsOn, Status, stated_points
from jixiao.model.review import Review
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import points_text
from jixiao.reports.check.indicators import PROVISIONAL_MARK
from jixiao.reports.check.verdict import WRONG_TABLE, total_texts, verdict_on
from jixiao.reports.page.clip import clip
from jixiao.reports.page.wrap import wrap

DRAFT = "草稿（未经人核对）：数由程序从 {reports} 读出；用 jixiao read 写成案例，核对以后再作准"
"""What stands above the result of a report that was read just now."""
MIND = "注意："


def table_line(ruleset: Ruleset) -> str:
    """Name the table; a report that none fits was checked by one of nothing."""
    return f"指标表：{ruleset.title}{f'（{ruleset.reference}）' if ruleset.indicators else ''}"


def heading(review: Review, width: int) -> Iterator[Text]:
    """Give the heading, the summary and the verdict, line by line."""
    evaluation = review.evaluation
    yield from _lines(title_of(evaluation), width, "bold")
    ruleset = evaluation.ruleset
    yield from _lines(table_line(ruleset), width)
    provisional = sum(result.indicator.provisional for result in evaluation.results)
    if provisional:
        note = f"本表有{provisional}项分值或条文为推定，以 {PROVISIONAL_MARK} 标出"
        yield from _lines(note, width, "yellow")
    yield Text()
    if ruleset.indicators:
        yield from (Text(line) for line in _packed(summary_parts(evaluation), width))
    verdict = verdict_on(review)
    yield from _lines(f"结论：{verdict.text}", width, verdict.style)
    if evaluation.adopted_note:
        yield from _lines(f"采用分：{evaluation.adopted_note}", width)


def misfits(review: Review, width: int) -> Iterator[Text]:
    """Give, before all else, what the result is worth: what does not fit the table, and that it is a draft."""
    for finding in review.findings:
        if finding.code == WRONG_TABLE and finding.set_aside is None:
            first, *others = wrap(finding.message, width - cell_len(MIND))
            yield Text(f"{MIND}{first}", "bold red")
            yield from (Text(f"{' ' * cell_len(MIND)}{line}", "bold red") for line in others)
    if note := draft_note(review.evaluation.case):
        yield from _lines(note, width, "bold yellow")


def draft_note(case: Case) -> str:
    """Say that a case was read from reports just now, and from which; nothing of a case in a file."""
    return DRAFT.format(reports="、".join(case.draft_of)) if case.draft_of else ""


def short_heading(review: Review, width: int) -> Iterator[Text]:
    """Give who, by which table, the verdict and the range, for a screen."""
    evaluation = review.evaluation
    yield from _lines(title_of(evaluation), width, "bold")
    yield Text(clip(table_line(evaluation.ruleset), width))
    if not evaluation.ruleset.indicators:
        return
    verdict = verdict_on(review)
    yield from _lines(f"结论：{verdict.text}", width, verdict.style)
    yield from (Text(line) for line in _packed(summary_parts(evaluation), width))


def title_of(evaluation: Evaluation) -> str:
    """Name the unit, the case and the project."""
    case, project = evaluation.case, evaluation.project
    unit = "" if case.unit in case.title else f"{case.unit} · "
    name = "" if project.name is None else f" · {project.name}"
    return f"{unit}{case.title}{name}"


def summary_parts(evaluation: Evaluation) -> Iterator[str]:
    """Yield what the total is made of, each as its name, a space and what it comes to."""
    claimed, computed = total_texts(evaluation)
    waiting = sum(result.status is Status.OPEN for result in evaluation.results)
    yield f"满分 {points_text(evaluation.ruleset.full)}"
    yield f"自评 {claimed}"
    yield f"核算 {computed}"
    yield adopted_part(evaluation)
    if waiting:
        yield f"待定 {waiting} 项"
    if stated := stated_points(evaluation):
        yield f"{RestsOn.STATED.word} {points_text(stated)} 分"
    if doubtful := evaluation.project.doubtful:
        yield f"存疑 {len(doubtful)} 处"
    if evaluation.project.claim.grade:
        yield f"自评等级 {evaluation.project.claim.grade}"
    yield f"可能等级 {'、'.join(evaluation.grades) or '无'}"


def adopted_part(evaluation: Evaluation) -> str:
    """Give the adopted total by its name: where indicators are open it counts them as they are claimed, for now."""
    if evaluation.adopted is None:
        return "采用 无"
    name = "采用" if evaluation.low == evaluation.high else "暂按自评计"
    return f"{name} {points_text(evaluation.adopted)}"


def _packed(parts: Iterable[str], width: int) -> Iterator[str]:
    """Set parts side by side; a part that does not fit begins a new line."""
    line = ""
    for part in parts:
        if line and cell_len(f"{line}  {part}") > width:
            yield from wrap(line, width)
            line = ""
        line = f"{line}  {part}" if line else part
    yield from wrap(line, width)


def _lines(text: str, width: int, style: str = "") -> Iterator[Text]:
    return (Text(line, style) for line in wrap(text, width))
