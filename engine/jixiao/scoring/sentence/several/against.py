"""What stands against items: what denies them, takes from them, or voids all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field, replace
from jixiao.language.standard import AtDiscretion, Below, fold_words
from jixiao.quantity import counts_alike
from jixiao.scoring.forms.binary import is_opposite
from jixiao.scoring.forms.sum.counted import Counted
from jixiao.scoring.forms.sum.crossed import Crossed
from jixiao.scoring.forms.sum.fault import Fault
from jixiao.scoring.forms.sum.item import Item
from jixiao.scoring.forms.sum.left import LeftToAssessor
from jixiao.scoring.forms.sum.summand import Summand
from jixiao.scoring.sentence.several.small import Kind, Small
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.finds import is_found
from jixiao.scoring.words.of_count import is_of_count, limited_thing

_SCOPE = re.compile("同一|同类|单个|单次|其中|每|任|个别")
"""How words begin that say among which of what is counted a number is: 同一单位3个以上."""
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
            if not _voids(made, small, context, whole=whole) and not _fails(
                made, small, context, whole=whole
            ):
                return None
        elif not _denies(made, small, smalls, context, whole=whole):
            summand = _taken(small, made.items, context, whole=whole)
            if summand is None:
                return None
            made.summands.append(summand)
    return _presumed(made, whole=whole)


def _voids(made: Against, small: Small, context: Context, *, whole: bool) -> bool:
    """Let 发现两次及以上的，此项不得分 end what is counted before it."""
    ends = (small.kind == Kind.NOTHING and not small.points) or (
        small.kind == Kind.TAKES and small.points == context.points and whole
    )
    said = context.folded(small.clause.span)
    place = _limited(made.summands, said)
    if not ends or place is None:
        return False
    ended = made.summands[place]
    assert isinstance(ended, Counted)
    if ended.void_from is not None or not counts_alike(small.unit, ended.unit):
        return False
    made.summands[place] = replace(
        ended,
        void_from=small.from_number,
        void_of=None if whole else sum((item.points for item in made.items), ZERO),
        void_clause=context.cite(small.clause.span),
    )
    return True


def _limited(summands: Sequence[Summand], said: str) -> int | None:
    """Give the place of what is counted that a number limits: by its words, else what stands last; None where none is it."""
    counting = [(place, one.clause) for place, one in enumerate(summands) if isinstance(one, Counted)]
    named = [place for place, clause in counting if is_of_count(said, fold_words(clause))]
    if limited_thing(said):
        return named[0] if len(named) == 1 else None
    of_all = len(counting) > 1 and any(word in said for word in ("合计", "累计", "共", "总"))
    return named[-1] if named and named[-1] == len(summands) - 1 and not of_all else None


def _fails(made: Against, small: Small, context: Context, *, whole: bool) -> bool:
    """Let 旷工3天以上的不得分 be a fact of its own, where nothing that is counted is of it."""
    thing = limited_thing(context.folded(small.clause.span))
    counting = [fold_words(one.clause) for one in made.summands if isinstance(one, Counted)]
    of_another = (
        bool(thing)
        and not _SCOPE.match(small.words)
        and not any(_share_words(thing, one) for one in counting)
    )
    if not (whole and of_another and small.kind == Kind.NOTHING and not small.points):
        return False
    made.summands.append(Fault(small.words, ZERO, small.about, ZERO, context.cite(small.clause.span)))
    return True


def _share_words(one: str, other: str) -> bool:
    """Whether two characters that stand together in one text stand together in another."""
    return any(one[place : place + 2] in other for place in range(len(one) - 1))


def _denies(made: Against, small: Small, smalls: Sequence[Small], context: Context, *, whole: bool) -> bool:
    """Take a small rule for what items lose where they are not met; False where it is none of that."""
    if (
        small.counted
        or small.lies is not None
        or not made.items
        or small.kind == Kind.LEAVES
        or small.points < 0
    ):
        return False
    costs = small.kind == Kind.TAKES
    denied = denied_by(made.items, small)
    said = [one for one in smalls if one.kind != Kind.SAYS]
    of_all = _OF_ALL.search(context.folded(small.clause.award.span)) if small.clause.award else None
    takes_all = not costs or (len(made.items) == 1 and small.points == made.items[0].points)
    alone = len(said) == 1 and takes_all
    added = any(item.added for item in made.items)
    own_part = not whole and takes_all and not of_all and small is said[0] and not added
    if not denied and not added and (own_part or (alone and costs)):
        denied = made.items
    if not denied or (costs and any(small.points > item.points for item in denied)):
        return False
    if whole and not small.otherwise and not alone and not costs:
        return False
    if any(item.denied for item in denied):
        return False
    clause = context.cite(small.clause.span)
    words = "否则" if small.otherwise else small.all_words
    found = costs and is_found(small.words)
    made.items = [
        replace(
            item, denied=words, denied_clause=clause, least=left, most=left, presumed=found or item.presumed
        )
        if item in denied
        else item
        for item in made.items
        for left in (item.points - small.points if costs else ZERO,)
    ]
    return True


def denied_by(items: Sequence[Item], small: Small) -> Sequence[Item]:
    """Give the items whose opposite a small rule speaks of: 否则 is that of the last one."""
    if small.otherwise:
        return items[-1:]
    return [
        item
        for item in items
        if item.words and (is_opposite(item.words, small.clause) or _within(item.words, small.words))
    ]


def _within(words: str, denial: str) -> bool:
    """Whether a text is the end of another with a negation inside: 资料不齐全 of 档案资料齐全, 账表不符 of 账表相符."""
    return any(
        len(said) > 1 and words.endswith(said)
        for negation, instead in _INSIDE
        for place in [denial.find(negation)]
        if place > 0
        for said in [denial[:place] + instead + denial[place + len(negation) :]]
    )


_INSIDE = (("不符", "相符"), ("不符", "符合"), ("没有", ""), ("不", ""), ("未", ""))
"""Negations inside of words, and what stands in their place where nothing is denied."""


def _taken(small: Small, items: Sequence[Item], context: Context, *, whole: bool) -> Summand | None:
    clause = context.cite(small.clause.span)
    room = sum((item.points for item in items), ZERO) or context.points
    match small.kind:
        case Kind.TAKES if small.counted:
            return counted(small, context)
        case Kind.TAKES if small.lies is not None:
            return Crossed(
                small.words, small.lies, context.folded(small.lies.span), small.points, small.about, clause
            )
        case Kind.TAKES if small.words:
            return (
                None if small.points > room else Fault(small.words, small.points, small.about, None, clause)
            )
        case Kind.NOTHING if small.words and whole:
            of_total = isinstance(small.clause.award, Below) and small.clause.award.of_total
            left, spilled = (ZERO, -small.points) if of_total else (small.points, ZERO)
            return Fault(small.words, ZERO, small.about, left, clause, spilled=spilled)
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
        each_most=small.points_most,
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
    takes = [one for one in made.summands if isinstance(one, Counted | Crossed | Fault)]
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
