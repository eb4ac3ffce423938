"""A sentence as the row of a table has it: with the row's name, points and goal (目标)."""

from __future__ import annotations

from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, Interval, Sentence, parse_standard
from jixiao.model.ruleset import Indicator
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.understand import understand


def understand_row(
    text: str, indicator: Indicator, points: Fraction | None = None, *, entries: Sentence = ()
) -> Standard:
    """Understand a sentence of an indicator; raises LanguageError.

    `points`: other full marks than its own. `entries`: what the sentence was cut into, where that is known.
    """
    full = indicator.points if points is None else points
    target = None if indicator.target is None else read_target(indicator.target.text)
    return understand(text, indicator.name, full, shared=indicator.shared, target=target, entries=entries)


def read_target(text: str) -> Interval:
    """Read a goal, ≥80%, ≤5 or 12场; a bare number is to be reached. Raises LanguageError where it is none."""
    try:
        entries = parse_standard(f"{text.strip()}得满分")
    except LanguageError:
        entries = ()
    match entries:
        case (Clause(subject=(Interval(bare=True, low=end) as interval,)),) if end is not None:
            return Interval(end, None, interval.span)
        case (Clause(subject=(Interval() as interval,)),):
            return interval
        case _:
            message = f"目标应是一个数或一个范围，如 ≥80%、≤5、12场，不是“{text.strip()}”"
            raise LanguageError(message, 0, len(text))
