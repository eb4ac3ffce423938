"""The last lines of a report: one for each evaluation, fit to be read alone."""

from __future__ import annotations

import re

from rich.cells import cell_len

from jixiao.model.evaluation import Evaluation
from jixiao.model.guessed import guessed_for_total
from jixiao.model.review import Mean, Review
from jixiao.quantity import points_apart
from jixiao.reports.check.verdict import total_texts, verdict_on
from jixiao.reports.page.points import range_text
from jixiao.reports.page.printable import printable
from jixiao.reports.page.wrap import wrap


def closing_line(review: Review) -> str:
    """Give “<code>[ project]：自评 98 分，核算 12～95 分，<verdict>” on one line."""
    return _line(review.evaluation.case.id, review)


def brief_line(review: Review) -> str:
    """Give the same with the name of the unit behind the code."""
    case = review.evaluation.case
    return _line(f"{case.id} {case.unit}", review)


def _line(case: str, review: Review) -> str:
    evaluation = review.evaluation
    if not evaluation.ruleset.indicators:
        return printable(f"{case}：{verdict_on(review).text}")
    claimed, computed = total_texts(evaluation)
    name = evaluation.project.name
    label = case if name is None else f"{case} {name}"
    claim = "" if evaluation.project.claim.total is None else f"自评 {claimed} 分，"
    verdict = verdict_on(review).text
    mark = "（分值为推定）" if _rests_on_guess(evaluation) and "推定" not in verdict else ""
    return printable(f"{label}：{claim}核算 {computed} 分，{verdict}{mark}")


def _rests_on_guess(evaluation: Evaluation) -> bool:
    """Whether provisional sentences decide the verdict; a claim that the official ones rule out needs no mark."""
    claimed = evaluation.project.claim.total
    if claimed is not None and not evaluation.low <= claimed <= evaluation.high:
        return bool(guessed_for_total(evaluation))
    return any(one.indicator.provisional for one in evaluation.results)


def closing_parts(line: str, width: int) -> list[str]:
    """Break a line behind its clauses where it is too long for a screen; what goes on is set in."""
    lines = [""]
    for clause in _CLAUSE.findall(line):
        if lines[-1] and cell_len(lines[-1] + clause) > width:
            lines.append(INDENT)
        lines[-1] += clause
    return [part for one in lines for part in (wrap(one, width) if cell_len(one) > width else [one])]


_CLAUSE = re.compile(r"(?:(?!（分值)[^，])+，?|（分值.*")
INDENT = "  "


def mean_line(mean: Mean, projects: int) -> str:
    """Give the mean over a case's projects: as stated, of the claims, and computed."""
    pairs = [("报告所述", mean.claimed), ("按各项目自评计", mean.computed)]
    known = [(name, value) for name, value in pairs if value is not None]
    figures = points_apart(*(value for _, value in known))
    parts = [f"{name} {figure} 分" for (name, _), figure in zip(known, figures, strict=True)]
    if mean.claimed is None:
        parts.insert(0, "报告没有给出")
    return "，".join(
        (f"{projects} 个项目平均：{parts[0]}", *parts[1:], f"核算 {range_text(mean.low, mean.high)} 分")
    )
