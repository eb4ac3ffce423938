"""What to do next with a case: what to ask the unit, what to judge, what to settle in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.text import Text

from jixiao.model.evaluation import Evaluation, Result, Status
from jixiao.model.finding import Level
from jixiao.model.guessed import guessed_for_total
from jixiao.model.review import Review
from jixiao.model.standing import total_standing
from jixiao.quantity import points_text
from jixiao.reports.check.findings import conclusion_lines
from jixiao.reports.check.numbering import heads, numbered, pending
from jixiao.reports.check.shortfalls import RATING, is_rating
from jixiao.reports.check.verdict import WRONG_TABLE
from jixiao.reports.page.clip import clip, some, spans
from jixiao.reports.page.printable import printable

NOTHING = "没有要办的"
MAX_NAMED = 4
MAX_CONCLUDED = 2
"""Most names on a line, and lines of a conclusion; --full has them all."""


def step_lines(review: Review, width: int) -> Iterator[Text]:
    """Give a line a step, gravest first; where nothing is left to do, that."""
    conclusions = [finding for finding in review.findings if finding.is_conclusion]
    for finding in conclusions:
        yield from conclusion_lines(finding, width, MAX_CONCLUDED)
    if conclusions:
        yield Text()
    yield from laid_out(steps_of(review), review.evaluation.case.place.file, width)


def steps_of(review: Review) -> list[str]:
    """Give what is to be done next, a sentence each, gravest first."""
    evaluation = review.evaluation
    return [
        *_to_mend(review),
        *_to_confirm(evaluation),
        *_to_explain(review),
        *_to_supply(evaluation),
        *_to_judge(evaluation),
        *_to_adopt(evaluation),
        *_to_settle(evaluation),
    ]


def _to_settle(evaluation: Evaluation) -> Iterator[str]:
    """Say what only the table can settle: sentences that leave a score open, and those nobody has seen in print."""
    names = [f"{one.indicator.name}（{points_text(one.high - one.low)}分）" for one in to_settle(evaluation)]
    if names:
        yield READINGS.format(names=some(names, MAX_NAMED))
    near = to_refine(evaluation)
    if near:
        yield f"请单位给出更多位小数：{some(near, MAX_NAMED)}"
    if not total_standing(evaluation).holds and guessed_for_total(evaluation):
        yield "请绩效科找到推定各项的正式评分标准，再核算一次"


READINGS = "请绩效科在指标表写明口径：{names}"


def to_settle(evaluation: Evaluation) -> list[Result]:
    """Give the indicators that are open for no other reason than how their sentence is to be read."""
    return [
        one
        for one in _open(evaluation)
        if one.figures and not (one.missing or one.near_bound or _unadopted(one))
    ]


def to_refine(evaluation: Evaluation) -> list[str]:
    """Name the indicators that more decimals of the unit's figures would settle."""
    return [one.indicator.name for one in _open(evaluation) if one.near_bound and not one.missing]


def _open(evaluation: Evaluation) -> list[Result]:
    return [one for one in evaluation.results if one.counts and one.status is Status.OPEN]


def laid_out(steps: Sequence[str], file: str, width: int) -> Iterator[Text]:
    """Give the steps under their head, and the command that tells more: whole, so that it can be copied."""
    yield Text("下一步", "bold")
    for step in steps or [NOTHING]:
        yield Text(clip(f"  {step}", width))
    yield Text(f"  细看：jixiao check {_as_word(printable(file))} --full", "dim")


def _as_word(file: str) -> str:
    """Write a file as a word of a command line."""
    return f'"{file}"' if any(sign.isspace() for sign in file) else file


def _to_mend(review: Review) -> Iterator[str]:
    if wrong := to_mend(review):
        yield f"请换用合适的指标表，或更正案例：疑点 {spans(wrong)}"


def to_mend(review: Review) -> list[int]:
    """Give the numbers of findings that speak of the table that was chosen: no unit can answer them."""
    return _graver(review, wrong_table=True)


def _to_confirm(evaluation: Evaluation) -> Iterator[str]:
    """Name what is doubtful (存疑) and counts for nothing until a person has looked at it."""
    doubtful = evaluation.project.doubtful
    if doubtful:
        names = list(dict.fromkeys(one.name for one in doubtful))
        yield f"对照原件核对存疑的 {len(doubtful)} 处：{some(names, MAX_NAMED)}"


def _to_explain(review: Review) -> Iterator[str]:
    """Name the findings that a unit must answer: those told under another go with it."""
    asked = to_explain(review)
    if asked:
        yield f"请单位说明疑点 {spans(asked)}"


def to_explain(review: Review) -> list[int]:
    """Give the numbers of these findings."""
    return _graver(review, wrong_table=False)


def _graver(review: Review, *, wrong_table: bool) -> list[int]:
    """Give the numbers of what is more than a hint, about the choice of the table or about the rest."""
    found = (one for one in heads(pending(numbered(review))) if one.finding.level is not Level.LOW)
    return [one.number for one in found if (one.finding.code == WRONG_TABLE) is wrong_table]


def _to_supply(evaluation: Evaluation) -> Iterator[str]:
    """Name the figures that are missing, those that could move most points first."""
    moves = to_supply(evaluation)
    names = [f"{name}（{points_text(moves[name])}分）" for name in sorted(moves, key=lambda one: -moves[one])]
    if names:
        yield f"请单位补充 {len(names)} 项：{some(names, MAX_NAMED)}"


def to_supply(evaluation: Evaluation) -> dict[str, Fraction]:
    """Give the missing figures, with the points that each could move."""
    moves: dict[str, Fraction] = {}
    for result in evaluation.results:
        if result.counts and result.status is Status.OPEN:
            for one in result.missing:
                if not one.name.startswith(RATING):
                    moves[one.name] = moves.get(one.name, Fraction(0)) + one.could_move
    return moves


def _to_judge(evaluation: Evaluation) -> Iterator[str]:
    rated = to_judge(evaluation)
    if rated:
        points = sum((one.high - one.low for one in rated), Fraction(0))
        yield f"请复核组评定 {len(rated)} 项（共 {points_text(points)} 分），写进案例的“评定”"


def to_judge(evaluation: Evaluation) -> list[Result]:
    """Give the indicators that wait for nothing but a judgement."""
    return [one for one in evaluation.results if one.counts and one.status is Status.OPEN and is_rating(one)]


def _to_adopt(evaluation: Evaluation) -> Iterator[str]:
    names = to_adopt(evaluation)
    if names:
        yield ADOPT.format(names=some(names, MAX_NAMED))


ADOPT = "核实后给要用的数写上“采用”：{names}"


def to_adopt(evaluation: Evaluation) -> list[str]:
    """Name the disputed figures of which none is adopted yet."""
    found: dict[str, None] = {}
    for result in evaluation.results:
        found |= dict.fromkeys(_unadopted(result))
    return list(found)


def _unadopted(result: Result) -> list[str]:
    """Name the disputed figures of an indicator of which none is adopted."""
    adopted = {one.name for one in result.figures if one.used and one.note}
    return [name for name in result.conflicts if name not in adopted]
