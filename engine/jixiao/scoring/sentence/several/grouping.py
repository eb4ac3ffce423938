"""The small rules of a sentence, item by item and section by section, and what stands around them."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import replace
from jixiao.language.standard import (
    Below,
    Cap,
    Clause,
    Definition,
    Entry,
    Floor,
    InProportion,
    Points,
    Restated,
    Says,
    Sentence,
    Spill,
    Step,
    Unfloored,
    Vetoed,
    fold_words,
)
from jixiao.quantity import PLAIN
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.sentence.around import HEADS, exemption_of, veto_of
from jixiao.scoring.sentence.beside import FactGuard
from jixiao.scoring.sentence.several.counting_on import goes_on_with_value
from jixiao.scoring.sentence.several.described import without_harmless
from jixiao.scoring.sentence.several.doubtful import ORDINAL, refuse_doubtful
from jixiao.scoring.sentence.several.gathered import Gathered, Grouping
from jixiao.scoring.sentence.several.heads import without_heads
from jixiao.scoring.sentence.several.joining import begins_anew, held, held_at, join, of_part
from jixiao.scoring.sentence.several.notes import (
    all_add_up,
    announced_in,
    best_counts,
    best_of_them_counts,
    counted_once,
    voids,
)
from jixiao.scoring.sentence.several.small import Kind, Small, crossed_of, each_of, small_of
from jixiao.scoring.sentence.several.valued import measure_of, worth
from jixiao.scoring.words.at_most import most_counted
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.finds import is_found
from jixiao.scoring.words.named.other_side import side_of
from jixiao.scoring.words.wording import hides_rule, words_of

_ALL = ("以上", "上述", "各项", "所有")
"""How words begin that speak of all that stands before them."""
_NEGATION = re.compile("没有|不|未|无|没")
_GOAL_MISSED = re.compile(
    "(?:目标|任务|计划)[^，]{0,4}(?:未|没有|没)(?:达|完成|实现)"
    "|(?:未|没有|没)(?:达到|完成|实现)[^，]{0,6}(?:目标|任务|计划|规定|标准|要求)"
)
"""Words that say of some goal that it is missed: whether it is the value's, nobody knows."""
_FAR = frozenset(("超", "少", "差", "超过", "低于", "高于", "超出"))
"""Verbs of steps: behind the indicator's name they speak of its value, and what they count lacks its unit."""


def gather(entries: Sentence, context: Context) -> Gathered | None:
    """Cut a sentence at its numbers, and before each item that follows what is said against another.

    None where an entry is no small rule, nor anything that may stand around one.
    """
    found = Gathered()
    if not all(_take(found, entry, context) for entry in entries):
        return None
    refuse_doubtful(found, context)
    for one in found.groupings:
        one.earns = without_heads(one.earns)
    found.groupings = [part for one in found.groupings for part in _apart(one, context)]
    if found.highest:
        found.groupings = _run_together(found.groupings)
    return found


def _apart(grouping: Grouping, context: Context) -> list[Grouping]:
    """Let what denies the last of several items only stand against that one."""
    if len(grouping.earns) < 2 or not grouping.against:
        return [grouping]
    if sum((one.points for one in grouping.earns), ZERO) > context.points:
        return [
            grouping
        ]  # 优秀的得10分，良好的得8分，合格的得6分，不合格的不得分: grades, of which one counts
    *before, last = grouping.earns
    first = grouping.against[0]
    denies = [bool(one.words) and _denies(one, first) for one in grouping.earns]
    denies[-1] |= _finds_against(last, first, context)
    if not denies[-1] or any(denies[:-1]):
        return [grouping]
    return [Grouping(before), replace(grouping, earns=[last])]


def _finds_against(item: Small, small: Small, context: Context) -> bool:
    """Whether a small rule goes on with an item, and takes all of it by what is found: 处置规范得2分，存在违规处置的扣2分."""
    goes_on = not begins_anew(small.clause, context, marked=False)
    takes = small.kind == Kind.TAKES and not small.counted and small.points == item.points
    return goes_on and takes and is_found(small.words)


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
        case Clause(award=None, span=span) if counted_once(context.folded(span)):
            found.notes.append(context.folded(span))
            return any(small.counted for one in found.groupings for small in (*one.earns, *one.against))
        case Clause(award=None, mark=False) as clause if most := most_counted(context.folded(clause.span)):
            return held_at(found, clause, *most, context)
        case Clause() as clause:
            return _stands_around(found, clause, context) or _add(found, clause, context)
        case Floor(kept=Points(kind=kind, value=least)):
            return kind == "number" and not least  # 本项最低为0分 is so of every sum
        case Floor(deducted=Fraction() as most, each=True):
            return _each_held(found, most)
        case Floor(deducted=points) | Cap(points=points):
            return _limited(found, entry, points, context)
        case Says(reading=Reading.PART_OF_STEP) as says:
            return of_part(found.groupings[-1], says)
        case Definition() | Restated() | Unfloored() | Spill():
            return True
        case _:
            return False


def _limited(found: Gathered, limit: Floor | Cap, points: Fraction | None, context: Context) -> bool:
    """Take the limit of the whole, or of what stands right before it; False where nobody knows of which it is.

    Raises Misfit where it is more than there is.
    """
    whole = points in (None, context.points)
    found.capped |= whole and isinstance(limit, Cap)
    if whole:
        return True
    most = points or ZERO
    if most > context.points:
        raise context.misfit(most, limit.span)
    said = context.folded(limit.span)
    sections = [one for one in found.groupings if not one.empty]
    if (valued := found.groupings[-1].valued) and most == max(map(worth, valued)):
        return True  # 满意度90%以上得6分，每低1%扣1分，扣完6分为止: all that it is worth
    apart = context.sentence[: limit.span.start].rstrip().endswith(("。", "；", ";", "\n"))
    alone = len(found.groupings[-1].against) == 1 and any(one.against for one in sections[:-1])
    if len(sections) > 1 and (apart or alone) and any(word in said for word in ("累计", "合计", "总")):
        return False  # 累计扣分不超过4分 behind several sections: of all of them
    return held(found.groupings[-1], most, context.cite(limit.span), context)


def _each_held(found: Gathered, most: Fraction) -> bool:
    """Let everything that is counted so far cost no more than so much; False where something has a limit of its own."""
    counts = [one for group in found.groupings for one in group.against if one.counted]
    if len(counts) < 2 or any(one.cap is not None for one in counts):
        return False  # of one count nobody knows how many kinds there are
    for group in found.groupings:
        group.against = [replace(one, cap=most) if one.counted else one for one in group.against]
    return True


def _in_note(clause: Clause, context: Context) -> bool:
    """Whether a clause stands in a note, which is of all: （注：缺少佐证材料的不得分）."""
    return context.sentence[: clause.span.start].rstrip().endswith(("注：", "注:", "说明：", "说明:"))


def _of_all(clause: Clause, context: Context) -> FactGuard | None:
    """Read what leaves nothing of all items: 上述各项存在弄虚作假的，不得分."""
    fact = words_of(clause.subject)
    nothing = isinstance(clause.award, Points) and context.points_of(clause.award) == 0
    return (
        FactGuard(fact, context.cite(clause.span))
        if nothing and fact and (fact.startswith(_ALL) or _in_note(clause, context)) and not clause.mark
        else None
    )


def _stands_around(found: Gathered, clause: Clause, context: Context) -> bool:
    if (of_all := _of_all(clause, context)) is not None:
        found.vetoes.append(of_all)
        return True
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
    if veto is not None and (veto.of_total or begins_anew(clause, context, marked=found.marked)):
        found.vetoes.append(veto)
        return True
    return False


def _add(found: Gathered, clause: Clause, context: Context) -> bool:
    """Take a clause as a small rule, as points of a section, or as part of what scores a value."""
    each = each_of(clause, context)
    if each:
        return all(join(found, one, context) for one in each)
    small = crossed_of(clause, context) or small_of(clause, context)
    if small is None or (small.otherwise and found.groupings[-1].valued and not clause.mark):
        return _add_valued(found, clause, context)
    if small.kind == Kind.SAYS and clause.mark and found.heading is not None:
        small = replace(found.heading, clause=clause, words=small.words, about="")
        return join(found, small, context)
    if small.kind == Kind.SAYS:
        return _says(found, small, context)
    if small.kind in (Kind.NOTHING, Kind.TAKES) and not small.counted and HEADS.search(small.words):
        found.heading = small
        return True
    if _says_points(found, small, context) or _costs_nothing(found, small, context):
        return True
    if _is_unclear(found, small, context):
        return False
    if goes_on_with_value(found.groupings[-1], small):
        return True
    small = replace(small, heads=small.kind == Kind.EARNS and _before_colon(small.clause, context))
    if found.about:
        small = replace(small, about="，".join(part for part in (found.about, small.about) if part))
        found.about = ""
    return join(found, small, context)


def _costs_nothing(found: Gathered, small: Small, context: Context) -> bool:
    """Keep what is not counted among what costs points: 及时整改的不扣分. 首次不扣分 says how many are, and is none of it."""
    award, taken = small.clause.award, any(one.against for one in found.groupings)
    spares = award is not None and "扣" in context.folded(award.span) and small.kind == Kind.EARNS
    if not spares or small.counted or not taken or ORDINAL.search(small.all_words):
        return False
    found.notes.append(context.folded(small.clause.span))
    return True


def _before_colon(clause: Clause, context: Context) -> bool:
    return context.sentence[clause.span.end :].lstrip(" \u3000)）").startswith(("：", ":"))


def _is_unclear(found: Gathered, small: Small, context: Context) -> bool:
    """Whether nobody knows what a rule is of: ②3分, 未完成的 behind a number, 每超一个 of the value."""
    if small.counted:
        return small.unit.name == "个" and small.what in _FAR and context.means_value(small.words)
    missed = side_of(small.words) or _GOAL_MISSED.search(small.words)
    other_side = found.groupings[-1].valued and missed
    wordless = small.clause.mark and small.kind == Kind.EARNS and not (small.all_words or small.otherwise)
    return bool(other_side or wordless)


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
    if (isinstance(clause.award, InProportion) or _is_share(clause)) and _is_goal(last):
        last.valued, last.earns = [one.clause for one in last.earns], []
    name = measure_of(clause)
    other = bool(name) and any(before not in ("", name) for before in map(measure_of, last.valued))
    if not last.empty and (clause.mark or last.earns or last.against or other):
        found.groupings.append(last := Grouping())
    found.marked = found.marked or clause.mark
    last.valued.append(clause)
    return True


def _is_share(clause: Clause) -> bool:
    """Whether a clause is of steps of a goal: 每少1%扣0.1分."""
    units = [one.amount.unit for one in clause.subject if isinstance(one, Step)]
    return bool(units) and all(unit != PLAIN and unit.dimension.is_ratio for unit in units)


def _is_goal(grouping: Grouping) -> bool:
    """Whether a section so far is a goal without a number: 完成年度培训计划得3分，未完成的按比例计分."""
    goals = [one for one in grouping.earns if measure_of(one.clause)]
    return len(goals) == len(grouping.earns) == 1 and not grouping.against and not grouping.valued


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
