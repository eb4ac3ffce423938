"""The small rules of a sentence, item by item and section by section, and what stands around them."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field, replace
from jixiao.language.standard import (
    Below,
    Cap,
    Clause,
    Definition,
    Entry,
    Floor,
    Restated,
    Says,
    Sentence,
    Spill,
    Unfloored,
    Vetoed,
    fold_words,
)
from jixiao.scoring.forms.sum.item import Item
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.sentence.around import HEADS, exemption_of, veto_of
from jixiao.scoring.sentence.beside import Exemption, FactGuard
from jixiao.scoring.sentence.several.against import denied_by
from jixiao.scoring.sentence.several.notes import (
    all_add_up,
    announced_in,
    best_counts,
    best_of_them_counts,
    voids,
)
from jixiao.scoring.sentence.several.small import Kind, Small, each_of, small_of, without_harmless
from jixiao.scoring.sentence.several.valued import measure_of
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.named.other_side import side_of
from jixiao.scoring.words.wording import hides_rule

_NEGATION = re.compile("没有|不|未|无|没")
_ELLIPSIS = re.compile("(?:未|不|无|没|拒|弄虚|虚假|造假|其他|否则)")
"""How words begin that are a rule of their own, and no other kind of what was counted before."""
_FAR = frozenset(("超", "少", "差", "超过", "低于", "高于", "超出"))
"""Verbs of steps: behind the indicator's name they speak of its value, and what they count lacks its unit."""
_KIND = re.compile("[级类]$|一般|较大|较重|重大|特大|严重|国家|全国|中央|[省市州县区乡镇部]")
"""How words look that name another kind or grade of what was counted before."""
MAX_KIND = 8
"""Longest words of another kind of what is counted: 省级 behind 每获1项国家级奖励加5分."""


@dataclass(slots=True)
class Grouping:
    """Items of one section with what is said against them."""

    earns: list[Small] = field(default_factory=list)
    against: list[Small] = field(default_factory=list)
    taken_at_most: Fraction | None = None
    """What all that takes may come to, where the section says 累计."""
    stated: Fraction | None = None
    """The points that the section is said to have, where nothing in it earns."""
    behind: bool = False
    """Whether it stands behind numbered sections in a sentence of its own."""
    valued: list[Clause] = field(default_factory=list)
    """What scores a value by more than words."""

    @property
    def own_points(self) -> Fraction | None:
        """The points that a section which only takes has for itself, as it says or as its limits do; None for none."""
        if self.stated is not None:
            return self.stated
        if self.taken_at_most is not None:
            return self.taken_at_most
        caps = [small.cap for small in self.against]
        return sum((cap or ZERO for cap in caps), ZERO) if caps and None not in caps else None

    @property
    def empty(self) -> bool:
        """Whether nothing is in it yet."""
        return not self.earns and not self.against and not self.valued


@dataclass(slots=True)
class Gathered:
    """What a sentence holds."""

    groupings: list[Grouping] = field(default_factory=lambda: [Grouping()])
    vetoes: list[FactGuard] = field(default_factory=list)
    exemptions: list[Exemption] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """How what is earned adds up, in the sentence's words."""
    highest: bool = False
    adds_up_to_more: bool = False
    """Whether what is earned may add up to more than there is."""
    about: str = ""
    """Words that announce the rule behind them."""
    marked: bool = False
    heading: Small | None = None
    """What is said of each of the list behind it: 有下列情形之一的，不得分."""
    announced: Fraction | None = None
    """How many items the sentence says that there are."""

    @property
    def size(self) -> int:
        """How many small rules there are."""
        return sum(len(one.earns) + len(one.against) for one in self.groupings)

    @property
    def own_points(self) -> bool:
        """Whether sections that only take are said to have points of their own."""
        return any(one.stated is not None for one in self.groupings)


def gather(entries: Sentence, context: Context) -> Gathered | None:
    """Cut a sentence at its numbers, and before each item that follows what is said against another.

    None where an entry is no small rule, nor anything that may stand around one.
    """
    found = Gathered()
    if not all(_take(found, entry, context) for entry in entries):
        return None
    found.groupings = [part for one in found.groupings for part in _apart(one)]
    if found.highest:
        found.groupings = _run_together(found.groupings)
    return found


def _apart(grouping: Grouping) -> list[Grouping]:
    """Let what denies the last of several items only stand against that one."""
    if len(grouping.earns) < 2 or not grouping.against:
        return [grouping]
    *before, last = grouping.earns
    first = grouping.against[0]
    denies = [bool(one.words) and _denies(one, first) for one in grouping.earns]
    if not denies[-1] or any(denies[:-1]):
        return [grouping]
    return [Grouping(before), replace(grouping, earns=[last])]


def _denies(item: Small, small: Small) -> bool:
    """Whether a small rule speaks of the opposite of an item."""
    if small.counted or small.otherwise:
        return False
    parts = (small.words[: one.start()] + small.words[one.end() :] for one in _NEGATION.finditer(small.words))
    return any(len(part) > 1 and item.words.endswith(part) for part in parts)


def _run_together(groupings: list[Grouping]) -> list[Grouping]:
    """Let grades that stand one in a section be grades of one thing, where the best of them counts."""
    only = [one for one in groupings if one.earns and not one.against and not one.valued]
    if len(only) < len(groupings):
        return groupings
    return [Grouping([small for one in groupings for small in one.earns])]


def _take(found: Gathered, entry: Entry, context: Context) -> bool:
    match entry:
        case Clause(award=None, span=span) if best_of_them_counts(context.folded(span)):
            found.highest = True
            found.notes.append(context.folded(span))
            return True
        case Clause() as clause:
            return _stands_around(found, clause, context) or _add(found, clause, context)
        case Floor(kept=kept) if kept is not None:
            return False
        case Floor(deducted=points) | Cap(points=points):
            whole = points in (None, context.points)
            if not whole and (points or ZERO) > context.points:
                raise context.misfit(points or ZERO, entry.span)
            return whole or _held(found.groupings[-1], points or ZERO, context.cite(entry.span))
        case Says(reading=Reading.PART_OF_STEP) as says:
            return _of_part(found.groupings[-1], says)
        case Definition() | Restated() | Unfloored() | Spill():
            return True
        case _:
            return False


def _of_part(grouping: Grouping, says: Says) -> bool:
    """Let the last thing that is counted count what is left over as it is said to: 不足一公里按一公里计."""
    where = grouping.against or grouping.earns
    if not where or not where[-1].counted or (says.amount is not None and says.amount.value != 1):
        return False
    where[-1] = replace(where[-1], part_of_step=says.value)
    return True


def _stands_around(found: Gathered, clause: Clause, context: Context) -> bool:
    exemption = exemption_of(clause, context)
    if exemption is not None and (exemption.leaves_out or not found.groupings[-1].empty):
        found.exemptions.append(exemption)
        return True
    if isinstance(clause.award, Vetoed) and clause.award.effect.scope != "indicator":
        veto = veto_of(clause, context)
        if veto is not None:
            found.vetoes.append(veto)
        return veto is not None
    veto = veto_of(clause, context) if isinstance(clause.award, Below) and not clause.mark else None
    if veto is not None and (veto.of_total or _begins_anew(clause, found, context)):
        found.vetoes.append(veto)
        return True
    return False


def _begins_anew(clause: Clause, found: Gathered, context: Context) -> bool:
    """Whether a clause begins a sentence of its own, so that it speaks of all before it."""
    ends = ("。", "\n") if found.marked else ("。", "\n", "；", ";")
    return context.sentence[: clause.span.start].rstrip(" 　").endswith(ends)


def _add(found: Gathered, clause: Clause, context: Context) -> bool:
    """Take a clause as a small rule, as points of a section, or as part of what scores a value."""
    each = each_of(clause, context)
    if each:
        return all(_join(found, one, context) for one in each)
    small = small_of(clause, context)
    if small is None:
        return _add_valued(found, clause, context)
    if small.kind == Kind.SAYS and clause.mark and found.heading is not None:
        small = replace(found.heading, clause=clause, words=small.words, about="")
        return _join(found, small, context)
    if small.kind == Kind.SAYS:
        return _says(found, small, context)
    if small.kind in (Kind.NOTHING, Kind.TAKES) and not small.counted and HEADS.search(small.words):
        found.heading = small
        return True
    if _says_points(found, small, context):
        return True
    if _is_unclear(found, small, context):
        return False
    if found.about:
        small = replace(small, about="，".join(part for part in (found.about, small.about) if part))
        found.about = ""
    return _join(found, small, context)


def _is_unclear(found: Gathered, small: Small, context: Context) -> bool:
    """Whether nobody knows what a rule is of: ②3分, 未完成的 behind a number, 每超一个 of the value."""
    if small.counted:
        return small.unit.name == "个" and small.what in _FAR and context.means_value(small.words)
    other_side = found.groupings[-1].valued and side_of(small.words)
    wordless = small.clause.mark and small.kind == Kind.EARNS and not (small.all_words or small.otherwise)
    return bool(other_side or wordless)


def _join(found: Gathered, small: Small, context: Context) -> bool:
    """Set a small rule beside those before it, or begin a section with it."""
    clause, last = small.clause, found.groupings[-1]
    if small.otherwise and small.kind == Kind.EARNS:
        denial = _earns_less(last, small)
        if denial is None:
            return False
        small = denial
    earns = small.kind in (Kind.EARNS, Kind.ADDS)
    if _reaches_whole(last, small, context):
        last.earns[-1] = replace(last.earns[-1], cap=context.points)
        return True
    if clause.mark and last.behind:
        _put_back(found.groupings)
        last = found.groupings[-1]
    elif not earns and _stands_behind(found, small, context):
        found.groupings.append(last := Grouping(behind=True))
    if (clause.mark or last.valued or (earns and last.against)) and not last.empty:
        found.groupings.append(last := Grouping())
    found.marked = found.marked or clause.mark
    where = last.earns if earns else last.against
    where.append(_like_before(where[-1], small, context) if where else small)
    return True


def _stands_behind(found: Gathered, small: Small, context: Context) -> bool:
    """Whether a small rule in a sentence of its own behind numbered sections takes from all of them.

    None that denies the last of them, and none where sections say themselves what takes from them.
    """
    last, clause = found.groupings[-1], small.clause
    if not found.marked or clause.mark or last.behind or not _in_new_sentence(clause, context):
        return False
    denies = any(denied_by([Item(one.words, one.points)], small) for one in last.earns)
    costs = any(one.kind == Kind.TAKES for group in found.groupings[:-1] for one in group.against)
    return not denies and not costs


def _put_back(groupings: list[Grouping]) -> None:
    """Let what stands in a sentence of its own be of the section before it, where another section follows."""
    last = groupings.pop()
    groupings[-1].against += last.against


def _add_valued(found: Gathered, clause: Clause, context: Context) -> bool:
    """Keep a clause that compares a value; a section of them is one part of the sum."""
    if clause.award is None or found.about:
        return False
    last = found.groupings[-1]
    if "各" in context.cite(clause.award.span):
        valued = [one for one in found.groupings if one.valued]
        for one in valued:
            one.valued.append(clause)
        return len(valued) > 1 and not measure_of(clause)
    name = measure_of(clause)
    other = bool(name) and any(before not in ("", name) for before in map(measure_of, last.valued))
    if not last.empty and (clause.mark or last.earns or last.against or other):
        found.groupings.append(last := Grouping())
    found.marked = found.marked or clause.mark
    last.valued.append(clause)
    return True


def _says(found: Gathered, small: Small, context: Context) -> bool:
    """Keep words that are no rule: how grades add up, or what the next rule is about."""
    text = small.words
    if best_counts(text):
        found.highest = True
        found.notes.append(fold_words(context.cite(small.clause.span)))
        return True
    if all_add_up(text):
        found.adds_up_to_more = True
        found.notes.append(fold_words(context.cite(small.clause.span)))
        return True
    announced = announced_in(text)
    if announced is not None:
        found.announced = announced
    elif hides_rule(without_harmless(text)) or voids(text) or _lacks_points(small, context):
        return False
    found.about = "，".join(part for part in (found.about, text) if part)
    return True


def _lacks_points(small: Small, context: Context) -> bool:
    """Whether a marked clause is an item beside others, of which it does not say what it earns."""
    behind = context.sentence[small.clause.span.end :].lstrip()
    return bool(small.clause.mark) and behind.startswith((";", "；"))


def _says_points(found: Gathered, small: Small, context: Context) -> bool:
    """Whether a clause only says how many points there are: （8分） at the end of a section or of all."""
    alone = small.kind == Kind.EARNS and not small.all_words and not small.otherwise and not small.counted
    if not alone or small.clause.mark:
        return False
    last = found.groupings[-1]
    if small.points != context.points and found.marked and last.against and not last.earns:
        last.stated = small.points
    elif small.points != context.points and sum((one.points for one in last.earns), ZERO) != small.points:
        raise context.misfit(small.points, small.clause.span)
    return True


def _earns_less(last: Grouping, small: Small) -> Small | None:
    """Give 否则得1分 behind an item of 3 points as what it then costs; None where it is no less."""
    before = last.earns[-1] if last.earns else None
    if before is None or before.counted or small.points >= before.points:
        return None
    return replace(small, kind=Kind.TAKES, points=before.points - small.points)


def _in_new_sentence(clause: Clause, context: Context) -> bool:
    """Whether a full stop, or a line's end, stands before a clause: behind numbered sections it is of the whole."""
    return context.sentence[: clause.span.start].rstrip(" （(").endswith(("。", "\n"))


def _reaches_whole(last: Grouping, small: Small, context: Context) -> bool:
    """Whether 达到10场及以上得满分 only says where what is counted comes to full marks anyway."""
    counting = last.earns[-1] if last.earns else None
    number = small.from_number
    if small.kind != Kind.EARNS or number is None or counting is None or not counting.counted:
        return False
    return small.points == context.points == number * counting.points


def _like_before(before: Small, small: Small, context: Context) -> Small:
    """Let 省级加3分 behind 每获1项国家级奖励加5分 count as that does."""
    between = context.sentence[before.clause.span.end : small.clause.span.start].strip()
    of_kind = (
        before.counted
        and not small.counted
        and small.kind == before.kind
        and between in ("，", ",", "、")
        and 0 < len(small.words) <= MAX_KIND
        and not small.about
        and small.from_number is None
        and _KIND.search(small.words) is not None
        and not _ELLIPSIS.match(small.words)
    )
    return replace(small, counted=True, unit=before.unit) if of_kind else small


def _held(grouping: Grouping, points: Fraction, words: str) -> bool:
    """Let the last small rule go no further than so many points; or all that take where it says 累计."""
    where = grouping.against or grouping.earns
    if not where:
        return False
    if any(word in words for word in ("累计", "合计", "共")) and len(grouping.against) > 1:
        grouping.taken_at_most = points
        return True
    if not where[-1].counted or where[-1].cap is not None:
        return False
    where[-1] = replace(where[-1], cap=points)
    return True
