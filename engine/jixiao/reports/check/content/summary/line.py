"""What a summary keeps of one evaluation: a few names and numbers, so that ten thousand cases fit into memory."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.evaluation import Status
from jixiao.model.finding import Level
from jixiao.model.review import Review
from jixiao.reports.check.brief import chosen_levels
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.content.scores import has_lost
from jixiao.reports.check.numbering import heads, numbered, pending, title_of
from jixiao.reports.check.steps import steps_of, to_supply
from jixiao.reports.check.verdict import total_texts, verdict_on
from jixiao.reports.page.printable import printable


@dataclass(frozen=True, slots=True)
class Lost:
    """An indicator of one evaluation that is not full: its points, and what of them is lost for certain."""

    indicator: str
    points: Fraction
    lost: Fraction
    is_open: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One evaluation in a summary."""

    name: str
    """The unit, and the project where there are several."""
    code: str
    table: str
    """Title and code@version of the table; empty where nothing was scored."""
    title: str
    """The title alone."""
    full: Fraction
    claimed: str
    claim: Fraction | None
    computed: str
    low: Fraction
    high: Fraction
    verdict: str
    grades: tuple[str, ...]
    every_grade: tuple[str, ...]
    levels: tuple[Level, ...]
    shortfalls: tuple[Lost, ...]
    found: tuple[tuple[str, Level, str], ...]
    """Code, level and title of each finding that is still to be looked at."""
    missing: tuple[tuple[str, Fraction], ...]
    steps: tuple[str, ...]
    is_draft: bool


def line_of(review: Review, choice: Choice) -> Line:
    """Give what a summary keeps of an evaluation."""
    evaluation = review.evaluation
    case, ruleset, project = evaluation.case, evaluation.ruleset, evaluation.project.name
    claimed, computed = total_texts(evaluation)
    waiting = [one for one in pending(numbered(review)) if choice.keeps(one.finding)]
    return Line(
        name=printable(case.unit if project is None else f"{case.unit} · {project}"),
        code=printable(case.id),
        table=printable(f"{ruleset.title}（{ruleset.reference}）") if ruleset.indicators else "",
        title=printable(ruleset.title),
        full=ruleset.full,
        claimed=claimed,
        claim=evaluation.project.claim.total,
        computed=computed,
        low=evaluation.low,
        high=evaluation.high,
        verdict=verdict_on(review).short,
        grades=evaluation.grades,
        every_grade=tuple(name for name, _ in ruleset.grades),
        levels=tuple(chosen_levels(review, choice)),
        shortfalls=tuple(
            Lost(
                printable(one.indicator.name),
                one.indicator.points,
                one.indicator.points - one.high,
                one.status is Status.OPEN,
            )
            for one in evaluation.results
            if one.counts and (has_lost(one) or one.status is Status.OPEN)
        ),
        found=tuple((one.finding.code, one.finding.level, title_of(one.finding)) for one in heads(waiting)),
        missing=tuple((printable(name), points) for name, points in to_supply(evaluation).items()),
        steps=tuple(printable(step) for step in steps_of(review)),
        is_draft=bool(case.draft_of),
    )
