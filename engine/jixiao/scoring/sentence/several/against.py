"""What stands against items: what denies them, takes from them, or voids all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field, replace
from jixiao.language.standard import AtDiscretion
from jixiao.scoring.forms.binary import is_opposite
from jixiao.scoring.forms.sum.counted import Counted
from jixiao.scoring.forms.sum.fault import Fault
from jixiao.scoring.forms.sum.item import Item
from jixiao.scoring.forms.sum.left import LeftToAssessor
from jixiao.scoring.forms.sum.summand import Summand
from jixiao.scoring.sentence.several.small import Kind, Small
from jixiao.scoring.words.context import Context

_NEGATION = re.compile("没有|不|未|无|没|非")
_OF_ALL = re.compile("本项|此项|本指标|该指标|本条|全部|总")
"""Words of an award that speaks of more than the item before it."""


@dataclass(slots=True)
class Against:
    """What was made of the small rules that stand against some items."""

    items: list[Item]
    summands: list[Summand] = field(default_factory=list)


def weigh(items: Sequence[Item], smalls: Sequence[Small], context: Context, *, whole: bool) -> Against | None:
    """Set small rules against items; `whole`: they are the full marks of the indicator.

    None where one of them says something that is none of this.
    """
    made = Against(list(items))
    for place, small in enumerate(smalls):
        said_again = place > 0 and small.kind == smalls[place - 1].kind == Kind.NOTHING
        if small.kind == Kind.SAYS or (said_again and not small.all_words and not small.otherwise):
            continue
        if small.from_number is not None:
            if not _voids(made, small, context, whole=whole):
                return None
        elif not _denies(made, small, smalls, context, whole=whole):
            summand = _taken(small, made.items, context, whole=whole)
            if summand is None:
                return None
            made.summands.append(summand)
    return _presumed(made, whole=whole)


def _voids(made: Against, small: Small, context: Context, *, whole: bool) -> bool:
    """Let 发现两次及以上的，此项不得分 end what is counted before it."""
    last = made.summands[-1] if made.summands else None
    ends = small.kind == Kind.NOTHING and not small.points
    if not ends or not isinstance(last, Counted) or last.void_from is not None:
        return False
    made.summands[-1] = replace(
        last,
        void_from=small.from_number,
        void_of=None if whole else sum((item.points for item in made.items), ZERO),
        void_clause=context.cite(small.clause.span),
    )
    return True


def _denies(made: Against, small: Small, smalls: Sequence[Small], context: Context, *, whole: bool) -> bool:
    """Take a small rule for what items lose where they are not met; False where it is none of that."""
    if small.counted or not made.items or small.kind == Kind.LEAVES or small.points < 0:
        return False
    if small.kind == Kind.TAKES and any(small.points > item.points for item in made.items):
        return False
    said = [one for one in smalls if one.kind != Kind.SAYS]
    opposite = small.otherwise or any(
        bool(item.words) and (is_opposite(item.words, small.clause) or _denied(item.words, small.words))
        for item in made.items
    )
    of_all = _OF_ALL.search(context.cite(small.clause.award.span)) if small.clause.award else None
    lost = small.points if small.kind == Kind.TAKES else made.items[0].points
    takes_all = all(lost == item.points for item in made.items)
    alone = len(said) == 1 and takes_all
    own_part = not whole and takes_all and not of_all and small is said[0]
    if not (opposite or own_part or (alone and small.kind == Kind.TAKES)):
        return False
    if whole and not small.otherwise and not alone and small.kind == Kind.NOTHING:
        return False
    if any(item.denied for item in made.items):
        return False
    clause = context.cite(small.clause.span)
    words = "否则" if small.otherwise else small.all_words
    made.items = [
        replace(item, denied=words, denied_clause=clause, least=item.points - lost, most=item.points - lost)
        for item in made.items
    ]
    return True


def _denied(words: str, other: str) -> bool:
    """Whether other words are the same with a negation among them: 内容不完整 of 内容完整."""
    parts = (other[: found.start()] + other[found.end() :] for found in _NEGATION.finditer(other))
    return any(rest in (words, words.removesuffix("的")) for rest in parts)


def _taken(small: Small, items: Sequence[Item], context: Context, *, whole: bool) -> Summand | None:
    clause = context.cite(small.clause.span)
    room = sum((item.points for item in items), ZERO) or context.points
    match small.kind:
        case Kind.TAKES if small.counted:
            return counted(small, context)
        case Kind.TAKES if small.words:
            return (
                None if small.points > room else Fault(small.words, small.points, small.about, None, clause)
            )
        case Kind.NOTHING if small.words and whole:
            return Fault(small.words, ZERO, small.about, small.points, clause)
        case Kind.LEAVES:
            return _left(small, room, context)
        case _:
            return None


def counted(small: Small, context: Context, *, room: Fraction | None = None) -> Counted:
    """Give what a small rule counts."""
    earned = small.kind in (Kind.EARNS, Kind.ADDS)
    return Counted(
        small.words,
        small.what,
        small.unit,
        small.after,
        small.points,
        earned,
        small.cap,
        small.about,
        small.most,
        clause=context.cite(small.clause.span),
        room=room if small.cap is None else None,
        part_of_step=small.part_of_step,
    )


def _left(small: Small, room: Fraction, context: Context) -> LeftToAssessor:
    award = small.clause.award
    assert isinstance(award, AtDiscretion)
    words, clause = small.all_words or "否则", context.cite(small.clause.span)
    if award.low is None or award.high is None:
        return LeftToAssessor(words, ZERO, room, clause=clause)
    return LeftToAssessor(words, award.low, award.high, bounded=True, clause=clause)


def _presumed(made: Against, *, whole: bool) -> Against:
    """Take items for met where what takes from them is said besides; else let discretion decide what they lose."""
    takes = [one for one in made.summands if isinstance(one, Counted | Fault)]
    left = any(isinstance(one, LeftToAssessor) for one in made.summands)
    if whole and made.summands:
        made.items = [replace(item, presumed=True, whole=True) for item in made.items]
    elif takes and (len(made.items) == 1 or any(isinstance(one, Counted) for one in takes)):
        made.items = [replace(item, presumed=True) for item in made.items]
    elif left:
        (one,) = [one for one in made.summands if isinstance(one, LeftToAssessor)][:1]
        made.items = [
            item
            if item.denied
            else replace(item, least=max(item.points - one.high, ZERO), most=max(item.points - one.low, ZERO))
            for item in made.items
        ]
    return made
