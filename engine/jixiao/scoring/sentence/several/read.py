"""From clauses to the sum that they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, product

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, replace
from jixiao.language.standard import ByFormula, Sentence
from jixiao.scoring.forms.binary import is_opposite
from jixiao.scoring.forms.sum.counted import Counted
from jixiao.scoring.forms.sum.graded import Grade, Graded
from jixiao.scoring.forms.sum.item import Item
from jixiao.scoring.forms.sum.sum import Group, Sum
from jixiao.scoring.forms.sum.summand import Summand
from jixiao.scoring.sentence.beside import Exemption, FactGuard
from jixiao.scoring.sentence.several.against import Against, counted, denied_by, weigh
from jixiao.scoring.sentence.several.gathered import Gathered, Grouping
from jixiao.scoring.sentence.several.grouping import gather
from jixiao.scoring.sentence.several.joining import begins_anew
from jixiao.scoring.sentence.several.names import named_apart
from jixiao.scoring.sentence.several.small import Kind, Small
from jixiao.scoring.sentence.several.valued import Claim, measured
from jixiao.scoring.words.context import Context

MAX_SMALL = 60
"""Most small rules of one sentence. Stops a text of nothing but awards from being weighed in every way."""
MAX_GRADED = 6
"""Most groups of which each may be items or grades: every way is tried."""
_BASIC = re.compile("(?:设|有|本项)?(?:基本|基础|基准)(?:分值?)?$")
"""Points that are there before anything is added to them or taken off."""


@dataclass(frozen=True, slots=True)
class ReadSum:
    """A sum, and what stands around it."""

    form: Sum
    vetoes: tuple[FactGuard, ...]
    exemptions: tuple[Exemption, ...]


def read_sum(entries: Sentence, context: Context, claim: Claim) -> ReadSum | None:
    """Read a sentence as a sum of small rules; None where some clause is none of them.

    Raises LanguageError where they are understood, but do not come to the full marks.
    """
    gathered = gather(entries, context)
    if gathered is None or gathered.size > MAX_SMALL:
        return None
    earning = [small for one in gathered.groupings for small in one.earns]
    if gathered.highest and len(earning) < 2:
        return None  # 不重复扣分: which of several deductions counts, nobody says
    if gathered.announced not in (None, len(earning)):
        return None
    apart = gathered.own_points or any(one.valued for one in gathered.groupings)
    if not apart and (not earning or _is_whole(earning, context)):
        groups = _from_whole(gathered.groupings, earning, context)
    else:
        groups = _of_items(gathered, context, claim)
    if groups is None:
        return None
    form = named_apart(Sum(context.points, groups, tuple(gathered.notes)))
    return ReadSum(form, tuple(gathered.vetoes), tuple(gathered.exemptions))


def _is_whole(earning: Sequence[Small], context: Context) -> bool:
    return len(earning) == 1 and earning[0].points == context.points and not earning[0].counted


def _from_whole(
    groupings: Sequence[Grouping], earning: Sequence[Small], context: Context
) -> tuple[Group, ...] | None:
    """Set all that takes against the full marks, which one clause gives, or none."""
    item = _item(earning[0], context) if earning else Item("", context.points, presumed=True, whole=True)
    against = [small for one in groupings for small in one.against]
    if _counts_down(earning, against, context):
        return None
    made = weigh([item], against, context, whole=True)
    if made is None or not (made.summands or made.items[0].denied):
        return None
    most = [one.taken_at_most for one in groupings if one.taken_at_most is not None]
    if len(most) > 1 or (most and any(one.taken_at_most is None for one in groupings if one.against)):
        return None
    summands = (*made.items, *made.summands)
    return (Group(summands, context.points, context.points - most[0]) if most else Group(summands),)


def _counts_down(earning: Sequence[Small], against: Sequence[Small], context: Context) -> bool:
    """Whether it is unclear what is counted: 达到8个得4分，少1个扣0.5分 can mean how many there are, or how many lack."""
    for small in against:
        named = (
            small.counted
            and small.what + small.after in _LACKING
            and "每" not in context.cite(small.clause.span)
        )
        said = (*(one.words for one in earning), small.about, small.words)
        if named and any(re.search(rf"\d{small.unit.name}", words) for words in said):
            return True
    return False


_LACKING = ("少", "缺", "差")


def _of_items(gathered: Gathered, context: Context, claim: Claim) -> tuple[Group, ...] | None:
    """Give each item's group its own points; what only takes takes from the whole, or from points of its own."""
    gathered = _with_own_behind(gathered, context)
    taking = [one for one in gathered.groupings if not one.earns and not one.valued]
    earning = [one for one in gathered.groupings if one.earns or one.valued]
    if len(gathered.groupings) == 1 and earning and earning[0].valued:
        return None
    ways = [_ways_to_earn(one, gathered, context, claim) for one in earning]
    if len(ways) > MAX_GRADED:
        return None
    for way in product(*ways):
        room = context.points - sum((one.top for one in way), ZERO)
        based = _is_based(taking, room)
        if room < 0 and not (gathered.capped or gathered.adds_up_to_more):
            continue
        ends = room < context.points or gathered.capped
        if room <= 0 or based or (ends and any(one.open_earning for one in way)):
            filled = [one.filled(context.points) for one in way]
            return _groups(gathered, earning, filled, taking, context, based=based)
    measures = any(one.valued for one in earning)
    if all(ways) and earning and not measures and not any(one.open_earning for way in ways for one in way):
        total = sum((way[0].top for way in ways), ZERO)
        first = earning[0]
        raise context.misfit(total, (first.earns[0].clause if first.earns else first.valued[0]).span)
    return None


def _with_own_behind(gathered: Gathered, context: Context) -> Gathered:
    """Set apart what stands in a sentence of its own behind items, and takes up to what they leave: 最多扣3分 of 8分 with items of 5."""
    last = gathered.groupings[-1]
    earned = sum((small.points for one in gathered.groupings for small in one.earns), ZERO)
    behind = last.against[-1] if last.earns and last.against else None
    measures = any(one.valued or any(small.counted for small in one.earns) for one in gathered.groupings)
    if measures or behind is None or behind.cap is None or behind.cap != context.points - earned:
        return gathered
    if gathered.marked or not begins_anew(behind.clause, context, marked=False):
        return gathered
    rest = replace(last, against=last.against[:-1])
    return replace(gathered, groupings=[*gathered.groupings[:-1], rest, Grouping(against=[behind])])


def _is_based(taking: Sequence[Grouping], room: Fraction) -> bool:
    """Whether what only takes does so from points of its own, which its limits say: 最多扣3分."""
    own = [one.own_points for one in taking]
    return bool(own) and None not in own and sum((one or ZERO for one in own), ZERO) == room


@dataclass(slots=True)
class Earning:
    """One way to read what a group earns: as items that add up, or as grades of which one counts."""

    made: Against
    extra: tuple[Summand, ...]
    top: Fraction
    open_earning: bool
    """Whether something counted earns without saying how much at most."""
    graded: Graded | None = None
    floor: Fraction = ZERO

    def filled(self, room: Fraction) -> Earning:
        """Let what earns without a cap earn what is left."""
        if not self.open_earning:
            return self
        extra = tuple(
            replace(one, room=room) if isinstance(one, Counted) and one.earned and one.cap is None else one
            for one in self.extra
        )
        return replace(self, extra=extra, top=self.top + room)

    def group(self) -> Group:
        """Give the group that it is."""
        first = (self.graded,) if self.graded else tuple(self.made.items)
        return Group((*first, *self.extra, *self.made.summands), self.top, self.floor)


def _ways_to_earn(one: Grouping, gathered: Gathered, context: Context, claim: Claim) -> list[Earning]:
    if one.valued:
        alone = not any(other.earns or other.valued for other in gathered.groupings if other is not one)
        by_formula = any(isinstance(clause.award, ByFormula) for clause in one.valued)
        value = measured(one.valued, context, claim, context.points if alone and by_formula else None)
        return [] if value is None else [Earning(Against([]), (value,), value.points, open_earning=False)]
    turned = _turned(one, context)
    ways = [] if turned is one else _ways_to_earn(turned, gathered, context, claim)
    plain = [small for small in one.earns if not small.counted]
    extra = tuple(counted(small, context) for small in one.earns if small.counted)
    heading = plain[0] if len(plain) == 1 and plain[0].heads and one.against else None
    items = [] if heading else [_item(small, context) for small in plain]  # a heading is denied by nothing
    made = weigh(items, one.against, context, whole=False)
    if made is not None and heading is not None:
        made.items = [_heading(heading, context)]
    if made is not None and not (gathered.highest and len(plain) > 1):
        made.items = [
            replace(item, presumed=True, whole=True, basic=True) if _BASIC.fullmatch(item.words) else item
            for item in made.items
        ]
        top = sum((small.points for small in plain), ZERO) + sum((each.cap or ZERO for each in extra), ZERO)
        floor = top - one.taken_at_most if one.taken_at_most is not None else ZERO
        ways.append(Earning(made, extra, top, any(each.cap is None for each in extra), floor=floor))
    degrees = _degrees(one, context) if len(plain) == 1 and not extra else None
    if degrees is not None:
        return [Earning(Against([]), (), plain[0].points, open_earning=False, graded=degrees)]
    graded = _graded(one, gathered, context) if not extra and not gathered.adds_up_to_more else None
    if graded is not None:
        top = max(grade.high for grade in graded.grades)
        ways.append(Earning(Against([]), (), top, open_earning=False, graded=graded))
    return ways


def _turned(one: Grouping, context: Context) -> Grouping:
    """Let 足额安排的得3分，未足额安排的得1分 be one item that keeps 1 point where it is denied."""
    pairs = [
        (before, small)
        for before, small in pairwise(one.earns)
        if not before.counted
        and not small.counted
        and small.points < before.points
        and denied_by([_item(before, context)], small)
    ]
    if not pairs:
        return one
    lost = [replace(small, kind=Kind.TAKES, points=before.points - small.points) for before, small in pairs]
    less = [small for _, small in pairs]
    return replace(
        one, earns=[small for small in one.earns if small not in less], against=[*lost, *one.against]
    )


def _degrees(one: Grouping, context: Context) -> Graded | None:
    """Read an item that may fail by degrees as grades: 执行到位得2分，执行不到位扣1分，未执行扣2分."""
    (item,) = one.earns
    against = one.against
    kinds = (Kind.TAKES, Kind.NOTHING)
    if len(against) < 2 or not all(small.kind in kinds and not small.counted for small in against):
        return None
    if not all(_LESS.search(small.words) or is_opposite(item.words, small.clause) for small in against):
        return None
    left = [item.points - (small.points if small.kind == Kind.TAKES else item.points) for small in against]
    if any(low >= high for high, low in pairwise((item.points, *left))) or left[-1] != 0:
        return None
    grades = tuple(
        Grade(small.words, points, points, context.cite(small.clause.span))
        for small, points in zip((item, *against), (item.points, *left), strict=True)
    )
    clause = context.cite(item.clause.span.to(against[-1].clause.span))
    return Graded(grades, or_none=False, about=item.about, clause=clause)


_LESS = re.compile("^(?:未|没有|不|无|部分|基本|较)|不(?:到位|完整|齐全|规范|及时|准确|完善|足|够|全)")
"""How a condition is said to hold in part, or not at all."""


def _graded(one: Grouping, gathered: Gathered, context: Context) -> Graded | None:
    """Read a group as grades of one thing, of which one counts: 国家级4分，省级2分."""
    nothing = [small for small in one.against if small.kind == Kind.NOTHING]
    if len(one.earns) < 2 or len(nothing) != len(one.against) or len(nothing) > 1:
        return None
    smalls = (*one.earns, *nothing)
    if not all(small.words and small.points >= 0 for small in smalls):
        return None
    grades = tuple(
        Grade(small.words, small.points, small.points, context.cite(small.clause.span)) for small in smalls
    )
    clause = context.cite(one.earns[0].clause.span.to(smalls[-1].clause.span))
    return Graded(grades, not nothing, one.earns[0].about, gathered.highest, clause)


def _groups(
    gathered: Gathered,
    earning: Sequence[Grouping],
    way: Sequence[Earning],
    taking: Sequence[Grouping],
    context: Context,
    *,
    based: bool,
) -> tuple[Group, ...] | None:
    """Give the groups in the order of the sentence; None where something that takes is none of what it may be."""
    taken = _taking(taking, context, based=based)
    if taken is None:
        return None
    groups = [
        *((one, made.group()) for one, made in zip(earning, way, strict=True)),
        *zip(taking, taken, strict=True),
    ]
    order = {id(one): place for place, one in enumerate(gathered.groupings)}
    groups.sort(key=lambda pair: order[id(pair[0])])
    return tuple(replace(group, marked=one.marked) for one, group in groups)


def _taking(taking: Sequence[Grouping], context: Context, *, based: bool) -> list[Group] | None:
    groups: list[Group] = []
    for one in taking:
        own = one.own_points if based else None
        base = [] if own is None else [Item("", own, presumed=True, whole=True)]
        made = weigh(base, one.against, context, whole=own is None)
        if made is None:
            return None
        if own is not None:
            groups.append(Group((*made.items, *made.summands), own))
        elif one.taken_at_most is not None:
            groups.append(Group(tuple(made.summands), ZERO, -one.taken_at_most))
        else:
            groups.append(Group(tuple(made.summands)))
    return groups


def _heading(small: Small, context: Context) -> Item:
    """Give the points of a heading, which are there until something takes from them: 组织领导（2分）：未成立机构的扣1分."""
    clause = context.cite(small.clause.span)
    return Item(
        small.words,
        small.points,
        small.about,
        presumed=True,
        whole=True,
        basic=True,
        heads=True,
        clause=clause,
    )


def _item(small: Small, context: Context) -> Item:
    return Item(
        small.words,
        small.points,
        small.about,
        added=small.kind == Kind.ADDS,
        clause=context.cite(small.clause.span),
    )
