"""What one clause may say as a small rule among others."""

from __future__ import annotations

import re
from enum import Enum, auto
from fractions import Fraction

from jixiao.dataclass import dataclass, replace
from jixiao.language.formula import plain_name
from jixiao.language.standard import (
    Add,
    AtDiscretion,
    Below,
    Clause,
    Deduct,
    Each,
    Else,
    InProportion,
    Interval,
    Phrase,
    Points,
    Remark,
    Step,
    Vetoed,
    Words,
    fold_words,
)
from jixiao.language.standard.tokens.vocabulary import BULK_UNITS, CASE_UNITS
from jixiao.quantity import NUMERAL, PLAIN, Unit
from jixiao.scoring.sentence.several.described import (
    compares_value,
    counts_none,
    is_described,
    plain,
    without_harmless,
)
from jixiao.scoring.words.context import RATES, Context
from jixiao.scoring.words.telling import opposite_in
from jixiao.scoring.words.wording import hides_rule


class Kind(Enum):
    """What a clause does."""

    EARNS = auto()
    ADDS = auto()
    TAKES = auto()
    NOTHING = auto()
    LEAVES = auto()
    SAYS = auto()


@dataclass(frozen=True, slots=True)
class Small:
    """A clause, read as a small rule: what it does, by which words, and what it counts."""

    clause: Clause
    kind: Kind
    words: str
    """The last stretch of its condition; empty for 否则 and for an award alone."""
    about: str = ""
    """What stands before it."""
    points: Fraction = Fraction(0)
    points_most: Fraction | None = None
    """The most that each case may take, where the assessor says how much: 每处扣0.2-0.5分."""
    counted: bool = False
    what: str = ""
    unit: Unit = PLAIN
    after: str = ""
    otherwise: bool = False
    cap: Fraction | None = None
    most: Fraction | None = None
    part_of_step: str = ""
    """How less than one of what is counted counts, where the sentence says it."""
    heads: bool = False
    """Whether it stands before a colon, and what follows takes from its points: 组织领导（2分）：未成立机构的扣1分."""
    from_number: Fraction | None = None
    """The number from which on it holds: 发现两次及以上."""
    lies: Interval | None = None
    """Where the measure that its words name must lie: 完好率低于90%的扣2分."""

    @property
    def all_words(self) -> str:
        """Everything that its condition says."""
        return "，".join(part for part in (self.about, self.words, self.what + self.after) if part)


_WAYS = {"over": "超", "under": "少", "off": "差"}
_LACKS = ("缺", "漏")
"""Verbs of what is not there, which earns nothing."""
_ANNOUNCES = re.compile("(?:按|根据)照?[^比率]{0,8}(?:程度|情况)(?:计分|得分|评分|赋分|打分)")
"""Words that only announce the points behind them."""
BASIC = "基本分"
"""Points that are there before anything is added to them or taken off."""
_SAMPLE = re.compile(r"(?:抽查|抽取|抽检|抽样|检查|查看|核查|查阅|随机抽)[^\d，,]{0,6}(\d+)\w")
_TAILS = re.compile("的+$")
_FINDS = re.compile(
    "(?:发现|出现|存在|发生|查实|查出|有|缺|缺少|少|漏|迟|提供|获得|取得|超|超过|每有)(?:有|了)?$"
)


def small_of(clause: Clause, context: Context) -> Small | None:
    """Read a clause as a small rule; None where it says more than one."""
    subject = tuple(one for one in clause.subject if not (isinstance(one, Remark) and one.plain))
    if not subject and isinstance(clause.award, Points) and clause.award.kind == "base":
        return Small(clause, Kind.EARNS, BASIC, points=clause.award.value)
    award = _award(clause, context)
    if award is None:
        return None
    kind, points = award
    if len(subject) == 1 and isinstance(subject[0], Else):
        return Small(clause, kind, "", points=points, otherwise=True)
    place = next((place for place, one in enumerate(subject) if _counts_one(one)), None)
    if place is not None and context.folded(subject[place].span).startswith("第"):
        return None  # 第1名得5分 is of the first, and not of each
    if kind == Kind.SAYS:
        compares = any(isinstance(one, Interval | Step) and not counts_none(one) for one in subject)
        return None if compares else Small(clause, kind, _text(subject, context))
    if place is not None and kind == Kind.LEAVES:
        return _left_by_case(clause, subject, place, context)
    if place is not None and kind != Kind.NOTHING:
        return _counted(Small(clause, kind, "", points=points), subject, place, context)
    return _worded(Small(clause, kind, "", points=points), subject, context)


def _left_by_case(clause: Clause, subject: tuple[Phrase, ...], place: int, context: Context) -> Small | None:
    """Read 每处扣0.2-0.5分: each case takes something between bounds, as the assessor says."""
    award = clause.award
    if not isinstance(award, AtDiscretion) or not award.low or award.high is None:
        return None
    small = Small(clause, Kind.TAKES, "", points=award.low, points_most=award.high)
    return _counted(small, subject, place, context)


def crossed_of(clause: Clause, context: Context) -> Small | None:
    """Read 完好率低于90%的扣2分, where that is another measure than the indicator's own; None for anything else."""
    if not isinstance(clause.award, Deduct):
        return None
    match clause.subject:
        case (Words(text=text), Interval(bare=False, name="") as lies):
            about, name = _split((clause.subject[0],), context)
        case _:
            return None
    said, named = plain_name(name), plain_name(context.name)
    own = said in named or named in said or context.is_any_value(name)
    ratio = all(end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in lies.ends)
    if own or lies.outside or lies.ring or not ratio or not name.endswith(RATES) or hides_rule(text):
        return None
    return Small(clause, Kind.TAKES, name, about, points=context.cost_of(clause.award), lies=lies)


def each_of(clause: Clause, context: Context) -> list[Small]:
    """Read 有签到册、有照片、有总结的各得1分 as a small rule for each; empty where a clause says nothing of the kind."""
    award = _award(clause, context)
    match clause.subject:
        case (Words(text=text), Each(what="各")) if award is not None and award[0] in (
            Kind.EARNS,
            Kind.TAKES,
        ):
            parts = [part for part in re.split("[、，,]|以及|和", _TAILS.sub("", text)) if part]
            if len(parts) < 2 or any(hides_rule(without_harmless(part)) for part in parts):
                return []
            return [Small(clause, award[0], part, points=award[1]) for part in parts]
        case _:
            return []


def _award(clause: Clause, context: Context) -> tuple[Kind, Fraction] | None:
    match clause.award:
        case None:
            return Kind.SAYS, Fraction(0)
        case Deduct() as award:
            return Kind.TAKES, context.cost_of(award)
        case Add() as award:
            return Kind.ADDS, award.value
        case AtDiscretion():
            return Kind.LEAVES, Fraction(0)
        case InProportion(words=words) if _ANNOUNCES.fullmatch(words):
            return Kind.SAYS, Fraction(0)
        case Points(kind="zero"):
            return Kind.NOTHING, Fraction(0)
        case Below(value=value):
            return Kind.NOTHING, -value
        case Vetoed(effect=effect) if effect.scope == "indicator":
            return Kind.NOTHING, Fraction(0)
        case Points() as award:
            points = context.points_of(award)
            assert points is not None
            return (Kind.EARNS, points) if points else (Kind.NOTHING, points)
        case _:
            return None


def _counts_one(phrase: Phrase) -> bool:
    match phrase:
        case Each(what=what):
            return what != "各"
        case Step(amount=amount):
            return amount.value == 1 and amount.unit.name in CASE_UNITS and amount.unit.name not in BULK_UNITS
        case Interval(bare=True, low=end) if end is not None:
            return end.amount.value == 1 and end.amount.unit.name in CASE_UNITS
        case _:
            return False


def _counted(small: Small, subject: tuple[Phrase, ...], place: int, context: Context) -> Small | None:
    """Read a clause that counts: what stands before, what is counted, and what of."""
    counting = subject[place]
    before, behind = subject[:place], subject[place + 1 :]
    if any(_counts_one(one) for one in behind) or not all(plain(one) for one in behind):
        return None
    what, unit = _counting(counting, context)
    before, lead, verb = _verb_before(before, counting, context)
    if not all(plain(one, numbers=True) for one in before) or compares_value(before):
        return None
    about, words = _split(before, context)
    if (lead or words).endswith(("第", "从第", "只有其中", "仅有其中", "只", "仅")) or _after_ordinal(behind):
        return None  # 第1起扣1分，从第2起: of the first, and of those behind it
    after = _text(behind, context)
    among = (lead or words).endswith("其中")
    if small.kind == Kind.EARNS and isinstance(counting, Interval) and (among or opposite_in(after)):
        return (
            None  # 其中一项未达到得6分, 有1批次不合格得3分: what is earned where it is one, and not for each
        )
    if lead:
        about, words = "，".join(part for part in (about, words) if part), lead
    if small.kind in (Kind.EARNS, Kind.ADDS) and (verb + what).startswith(_LACKS):
        return None
    if any(hides_rule(without_harmless(text)) for text in (about, words, after)):
        return None
    return replace(
        small,
        counted=True,
        about=about,
        words=words,
        what=verb + what,
        unit=unit,
        after=after,
        most=_sample(about or words),
    )


def _after_ordinal(behind: tuple[Phrase, ...]) -> bool:
    """Whether words behind a number say that it is where counting begins: 第2起开始."""
    first = behind[0] if behind else None
    return isinstance(first, Words) and first.text.startswith(("起", "开始", "以后", "之后", "后"))


_STEP = re.compile(rf"每?再?(?P<what>[^\d]*?)(?:\d|{NUMERAL})")


def _counting(phrase: Phrase, context: Context) -> tuple[str, Unit]:
    """Give the verb of what counts one, and what it counts in."""
    match phrase:
        case Each() as each:
            return each.what, each.unit
        case Step() as step:
            said = _STEP.match(context.folded(step.span))
            what = said["what"] if said is not None else ""
            return what or _WAYS[step.direction], step.amount.unit
        case Interval(low=end) if end is not None:
            return "", end.amount.unit
        case _:
            raise AssertionError(phrase)


def _verb_before(
    before: tuple[Phrase, ...], counting: Phrase, context: Context
) -> tuple[tuple[Phrase, ...], str, str]:
    """Take the verb of counting off the words right before a number: 手续 and 缺 of 手续缺1项.

    Gives what is left before, the words before the verb, and the verb.
    """
    last = before[-1] if before else None
    if not isinstance(last, Words) or _comma_between(last, counting, context):
        return before, "", ""
    found = _FINDS.search(last.text)
    if found and found[0] == last.text:
        return before[:-1], "", last.text
    if found and isinstance(counting, Interval):
        return before[:-1], last.text[: found.start()], found[0]
    return before, "", ""


def _worded(small: Small, subject: tuple[Phrase, ...], context: Context) -> Small | None:
    """Read a clause that counts nothing: words alone, or words with a number of cases from which on it holds."""
    threshold = None
    match subject:
        case (*_, Interval(low=low, high=None)) | (*_, Interval(low=low, high=None), Words()) if (
            low is not None
        ):
            if low.amount.unit.name in CASE_UNITS:
                if isinstance(subject[-1], Words) and low.amount.unit.name in ("人", "人次"):
                    return None  # 发生10人以上集体上访的: how large one case is, and no number of cases
                threshold = low.amount.value + (0 if low.included else 1)
                small = replace(small, unit=low.amount.unit)
        case _:
            pass
    if threshold is None and not is_described(subject, context):
        return None
    about, words = _split(subject, context)
    if hides_rule(without_harmless(about)) or hides_rule(without_harmless(words)):
        return None
    return replace(small, about=about, words=words, from_number=threshold)


def _split(phrases: tuple[Phrase, ...], context: Context) -> tuple[str, str]:
    """Give what stands before the last comma, and what stands behind it."""
    text = _text(phrases, context)
    about, _, words = text.rpartition("，")
    return about, words


def _text(phrases: tuple[Phrase, ...], context: Context) -> str:
    """Give phrases as they stand in the sentence, folded, without 的 before a comma or at the end."""
    if not phrases:
        return ""
    if all(isinstance(one, Words) for one in phrases):
        return "，".join(
            _TAILS.sub("", part)
            for one in phrases
            if isinstance(one, Words)
            for part in re.split("[，,：:]", one.text)
            if part
        )
    cited = fold_words(context.cite(phrases[0].span.to(phrases[-1].span)))
    return "，".join(_TAILS.sub("", part) for part in re.split("[，,：:]", cited) if part)


def _comma_between(one: Phrase, other: Phrase, context: Context) -> bool:
    return any(sign in context.sentence[one.span.end : other.span.start] for sign in "，,、：:；;")


def _sample(words: str) -> Fraction | None:
    """Give how many are looked at: 随机抽查8份."""
    found = _SAMPLE.search(words)
    return Fraction(found[1]) if found else None
