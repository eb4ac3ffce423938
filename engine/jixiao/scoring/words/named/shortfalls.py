"""What falls short and goes in proportion, in words that look like something else: 不足90%的，按比例扣分."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.standard import (
    Amount,
    Clause,
    Entry,
    InProportion,
    Interval,
    Points,
    Says,
    Sentence,
    Step,
    Words,
)
from jixiao.language.standard.build.amount import ends_of
from jixiao.scoring.words.named.other_side import side_of

_IN_PART = re.compile("部分(?:完成|达到|落实|实现)的?")


def with_shortfalls(entries: Sentence) -> Sentence:
    """Read 不足90%的，按比例扣分 of the value, where no step is 90 %; and 每降低1个百分点按比例扣分 as just that."""
    if any(_is_in_part(one) for one in entries):
        entries = tuple(
            one for one in entries if not _is_none(one)
        )  # in proportion none of it earns nothing anyway
    steps = {one.amount.base for clause in entries if isinstance(clause, Clause)
             for one in clause.subject if isinstance(one, Step)}  # fmt: skip
    found = [_shortfall(one, steps) for one in entries]
    return tuple(found) if any(one is not was for one, was in zip(found, entries, strict=True)) else entries


def _is_in_part(entry: Entry) -> bool:
    match entry:
        case Clause(subject=(Words(text=text),), award=InProportion()):
            return _IN_PART.fullmatch(text) is not None
        case _:
            return False


def _is_none(entry: Entry) -> bool:
    match entry:
        case Clause(subject=(Words(text=text),), award=Points(kind="zero")):
            return side_of(text) == "missed"
        case _:
            return False


def _shortfall(entry: Entry, steps: set[Fraction]) -> Entry:
    match entry:
        case Says(value="按比例", amount=Amount() as amount, span=span) if amount.base not in steps:
            below = Interval(*ends_of("<", amount), span)
            return Clause((below,), InProportion("按比例扣分", span), span)
        case Clause(subject=(Words(text=text) as part,), award=InProportion()) if _IN_PART.fullmatch(text):
            return entry.read_as((Words("未完成", part.span),))
        case Clause(subject=(Step(direction="under") as step,), award=InProportion(words=words)) if (
            "扣" in words
        ):
            return replace(entry, subject=(Words("未达到", step.span),))
        case _:
            return entry
