"""Goals that nobody says, beside numbers: of what the numbers are then, must be plain."""

from __future__ import annotations

from itertools import pairwise

from jixiao.language.error import Unsaid
from jixiao.language.standard import Clause, Interval, Phrase, Points, Remark, Sentence, Step, Words
from jixiao.scoring.words.valued import interval_in

_RATES = ("率", "占比", "比例", "比重", "满意度")
_COMPLETION = ("完成", "达成", "实现", "达标", "进度")


def names_another(entries: Sentence, name: str) -> bool:
    """Whether a number beside a goal of the indicator is of something else: 完成任务得5分；出勤率达到90%得3分."""
    subjects = [one.subject for one in entries if isinstance(one, Clause)]
    unnamed = any(isinstance(one[0], Interval) and one[0].at_goal for one in subjects if one)
    return unnamed and any(
        isinstance(words, Words) and isinstance(number, Interval) and not _akin(words.text, name)
        for subject in subjects
        for words, number in pairwise(subject)
    )


def _akin(words: str, name: str) -> bool:
    """Whether words can name the completion of what the indicator is of."""
    done = any(word in words for word in (*_COMPLETION, "比例"))
    return done or any(part in words for part in _pairs(name))


def _pairs(name: str) -> list[str]:
    return [name[place : place + 2] for place in range(len(name) - 1)]


def refuse_unknown_goal(entries: Sentence, name: str) -> None:
    """Refuse 达到目标值…每低1个百分点 of a rate, where nobody knows whether points of the rate or of the goal are meant."""
    if not name.rstrip("”）)").endswith(_RATES) or any(word in name for word in _COMPLETION):
        return
    clauses = [one for one in entries if isinstance(one, Clause)]
    goals = (
        phrase for one in clauses for phrase in one.subject if isinstance(phrase, Interval) and phrase.at_goal
    )
    goal = next(goals, None)
    if goal is not None and any(_counts_on(one) for one in clauses):
        message = f"没有写“{name}”的目标是多少，不知道后面的数怎么算：请在指标上写 目标，如 目标: ≥95%"
        raise Unsaid.at(message, goal.span)


def _counts_on(clause: Clause) -> bool:
    """Whether a clause gives or takes points by a number of its own."""
    award = clause.award
    nothing = isinstance(award, Points) and (
        award.kind == "zero" or (award.kind == "number" and not award.value)
    )
    return not nothing and any(map(has_number, clause.subject))


def has_number(phrase: Phrase) -> bool:
    """Whether a phrase speaks of a number of its own, not of a goal."""
    if isinstance(phrase, Remark):
        return interval_in(phrase) is not None
    return isinstance(phrase, Step) or (isinstance(phrase, Interval) and not phrase.at_goal)
