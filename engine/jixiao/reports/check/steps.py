"""What to do next with a case: what to ask the unit, what to judge, what to settle in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.text import Text

from jixiao.model.evaluation import Evaluation, Status
from jixiao.model.finding import Level
from jixiao.model.review import Review
from jixiao.quantity import points_text
from jixiao.reports.check.numbering import heads, numbered, pending
from jixiao.reports.check.shortfalls import RATING, is_rating
from jixiao.reports.page.clip import clip, some, spans

MAX_NAMED = 4
"""Most names on a line; --full has them all."""


def step_lines(review: Review, width: int) -> Iterator[Text]:
    """Give a line a step, gravest first; where nothing is left to do, that."""
    evaluation = review.evaluation
    steps = [
        *_to_confirm(evaluation),
        *_to_explain(review),
        *_to_supply(evaluation),
        *_to_judge(evaluation),
        *_to_adopt(evaluation),
    ]
    conclusions = [finding for finding in review.findings if finding.is_conclusion]
    for finding in conclusions:
        yield Text(clip(f"结论  {finding.title}：{finding.message}", width), "green")
    yield Text("下一步", "bold")
    for step in steps or ["没有要办的"]:
        yield Text(clip(f"  {step}", width))
    yield Text(clip(f"  细看：jixiao check {_as_word(evaluation.case.place.file)} --full", width), "dim")


def _as_word(file: str) -> str:
    """Write a file as a word of a command line."""
    return f'"{file}"' if any(sign.isspace() for sign in file) else file


def _to_confirm(evaluation: Evaluation) -> Iterator[str]:
    """Name what is doubtful (存疑) and counts for nothing until a person has looked at it."""
    doubtful = evaluation.project.doubtful
    if doubtful:
        names = list(dict.fromkeys(one.name for one in doubtful))
        yield f"对照原件核对存疑的 {len(doubtful)} 处：{some(names, MAX_NAMED)}"


def _to_explain(review: Review) -> Iterator[str]:
    """Name the findings that a unit must answer: those told under another go with it."""
    asked = [one for one in heads(pending(numbered(review))) if one.finding.level is not Level.LOW]
    if asked:
        yield f"请单位说明疑点 {spans([one.number for one in asked])}"


def _to_supply(evaluation: Evaluation) -> Iterator[str]:
    """Name the figures that are missing, those that could move most points first."""
    moves: dict[str, Fraction] = {}
    for result in evaluation.results:
        if result.counts and result.status is Status.OPEN:
            for one in result.missing:
                if not one.name.startswith(RATING):
                    moves[one.name] = moves.get(one.name, Fraction(0)) + one.could_move
    names = [f"{name}（{points_text(moves[name])}分）" for name in sorted(moves, key=lambda one: -moves[one])]
    if names:
        yield f"请单位补充 {len(names)} 项：{some(names, MAX_NAMED)}"


def _to_judge(evaluation: Evaluation) -> Iterator[str]:
    rated = [one for one in evaluation.results if one.counts and one.status is Status.OPEN and is_rating(one)]
    if rated:
        points = sum((one.high - one.low for one in rated), Fraction(0))
        yield f"请复核组评定 {len(rated)} 项（共 {points_text(points)} 分），写进案例的“评定”"


def _to_adopt(evaluation: Evaluation) -> Iterator[str]:
    """Name the disputed figures of which none is adopted yet."""
    names = _disputed(evaluation)
    if names:
        yield f"核实后给要用的数写上“采用”：{some(names, MAX_NAMED)}"


def _disputed(evaluation: Evaluation) -> Sequence[str]:
    found: dict[str, None] = {}
    for result in evaluation.results:
        for name in result.conflicts:
            if not any(one.name == name and one.used and one.note for one in result.figures):
                found[name] = None
    return list(found)
