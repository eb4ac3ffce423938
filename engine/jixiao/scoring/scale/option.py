"""What an assessor may choose: one of some options (Pick), or every item that is met (Items)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field
from jixiao.language.formula import plain_name
from jixiao.model.evaluation import Beyond
from jixiao.model.part import Part
from jixiao.quantity import points_text
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.outcome import Loss, Outcome, earned
from jixiao.scoring.scale.said import Answer, At, Given, Level, Met, RatingError, Taken


@dataclass(frozen=True, slots=True)
class Option:
    """A level, an answer, an item or a deduction, and what it earns, from low to high."""

    words: str
    """What it is called in the sentence; empty where it has no words of its own."""
    low: Fraction
    high: Fraction
    clause: str = field(default="", compare=False)
    part: Part | None = field(default=None, compare=False)
    said: Message = field(default=Message.LEVEL, compare=False)
    silent: Message | None = field(default=None, compare=False)
    """What is said where the sentence does not say what it earns."""
    excluded: tuple[Fraction, ...] = ()
    """Ends of the range that are another option's."""
    costs: bool = False
    """Whether what is chosen is taken off the full marks."""
    bounded: bool = True
    """Whether the sentence says how much it may be."""
    label: str = ""
    """How it is listed, where that is not by its words."""
    decides: bool = False
    """Whether it is the score whatever else there is."""
    spilled: Fraction = ZERO
    """What it takes off the total besides."""

    @property
    def listed(self) -> str:
        """How it is listed."""
        return self.label or self.words

    def allows(self, points: Fraction) -> bool:
        """Whether an assessor may give, or take, so many points by it."""
        return self.low <= points <= self.high and points not in self.excluded

    def earn(self, full: Fraction, reason: Filled) -> Outcome:
        """Give the outcome of choosing it and saying no more."""
        low, high = (full - self.high, full - self.low) if self.costs else (self.low, self.high)
        if self.silent is not None:
            least = Filled(Message.TAKEN_AT_LEAST, reason.fillings) if self.costs else reason
            losses = (Loss(full - high, self.clause, least),) if high != full else ()
            return Outcome(low, high, losses, Filled(self.silent, reason.fillings))
        best = earned(full, high, self.clause, reason, self.part)
        beyond = Beyond(self.clause, self.spilled, self.spilled) if self.spilled else None
        return Outcome(low, high, best.losses, best.note, best.parts, self.decides, beyond)


@dataclass(frozen=True, slots=True)
class Pick:
    """One of the options counts; the assessor says how much where it is a range."""

    options: tuple[Option, ...]
    answers: bool = False
    """Whether they are yes and no, of which the second may have no words."""

    def outcome(self, at: At, full: Fraction) -> Outcome:
        """Score what was chosen; raises RatingError where it is none of the options."""
        return _CHOOSING[type(at)](self, at, full)

    def extremes(self, full: Fraction) -> tuple[Fraction, Fraction]:
        """Give the lowest and the highest points."""
        ends = [
            full - end if option.costs else end
            for option in self.options
            for end in (option.low, option.high)
        ]
        return min(ends), max(ends)


def _answered(pick: Pick, at: At, full: Fraction) -> Outcome:
    """Score yes or no: the first option or the second."""
    assert isinstance(at, Answer)
    option = pick.options[at.holds if pick.options[1].costs else not at.holds]
    said, denied = pick.options
    words = denied.words if denied.costs else said.words
    return option.earn(full, Filled(option.said, {"clause": option.clause, "words": words}))


def _levelled(pick: Pick, at: At, full: Fraction) -> Outcome:
    assert isinstance(at, Level)
    if pick.answers:
        return _answered(pick, Answer(_means_yes(pick, at.name)), full)
    option = _called(pick.options, at.name)
    said = {"said": at.name, "clause": option.clause}
    if at.score is None:
        message = option.said if option.low == option.high else Message.LEVEL_OPEN
        return option.earn(full, Filled(message, said))
    if not option.allows(at.score):
        raise RatingError(f"评定得分{points_text(at.score)}分不在“{option.clause}”允许的范围内")
    scored = Filled(Message.LEVEL_SCORED, {**said, "score": at.score})
    return earned(full, at.score, option.clause, scored, option.part)


def _called(options: Sequence[Option], name: str) -> Option:
    """Find the level that a name means: exact words first, else a part of one only."""
    wanted = plain_name(name)
    exact = [option for option in options if plain_name(option.words) == wanted]
    fitting = exact or [option for option in options if _holds_in(wanted, plain_name(option.words))]
    plain = [option for option in fitting if not _graded(plain_name(option.words), wanted)]
    if len(fitting) == 1 or len(plain) == 1:
        return plain[0] if len(plain) == 1 else fitting[0]
    names = "、".join(option.words for option in options)
    problem = "不止对应一个档次" if fitting else "不是评分标准里的档次"
    raise RatingError(f"评定等级“{name}”{problem}，可用：{names}")


def _holds_in(words: str, called: str) -> bool:
    """Whether words stand in what a level is called, and are not denied there: 合格 is no 不合格."""
    if not words:
        return False
    before, found, _ = called.partition(words)
    return bool(found) and not before.endswith(("不", "未", "没", "无", "非", "没有"))


_GRADES = ("不", "未", "没", "无", "非", "欠", "较", "比较", "基本", "很", "非常", "十分", "特别", "一般")


def _graded(words: str, wanted: str) -> bool:
    """Whether words say more or less than what is wanted, or the opposite: 较合理, 不合理 for 合理."""
    return words[: words.find(wanted)].endswith(_GRADES)


def _means_yes(pick: Pick, name: str) -> bool:
    """Tell which of two answers a name means: exact words first, else a part of one only."""
    said, denied = (option.words for option in pick.options)
    wanted, yes, no = plain_name(name), plain_name(said), plain_name(denied)
    for fits in (lambda words: wanted == words, lambda words: _holds_in(wanted, words)):
        if fits(yes) != fits(no):
            return fits(yes)
    if wanted and any(no == f"{negation}{wanted}" for negation in ("未", "没有", "没", "不")):
        return True  # 完成 beside 未完成
    names = "、".join(words for words in (said, denied or "否则") if words)
    raise RatingError(f"评定“{name}”不是评分标准里的情形，可用：是、否、{names}")


def _taken(pick: Pick, at: At, full: Fraction) -> Outcome:
    """Score a deduction that the assessor set: the first option is that there is none."""
    assert isinstance(at, Taken)
    none, some = pick.options
    if at.points < 0:
        raise RatingError("扣分不能小于零")
    if not at.points:
        return none.earn(full, Filled(none.said))
    if some.bounded and not some.allows(at.points):
        raise RatingError(f"扣{points_text(at.points)}分不在“{some.clause}”允许的范围内")
    reason = Filled(some.said, {"taken": at.points, "clause": some.clause, "words": some.words})
    return earned(full, full - at.points, some.clause, reason, some.part)


def _given(pick: Pick, at: At, full: Fraction) -> Outcome:
    """Score the points that an assessor gave."""
    assert isinstance(at, Given)
    (option,) = pick.options
    if not option.allows(at.points):
        low, high = points_text(option.low), points_text(option.high)
        raise RatingError(f"得分{points_text(at.points)}分不在{low}至{high}分之间")
    reason = Filled(option.said, {"score": at.points, "clause": option.clause})
    return earned(full, at.points, option.clause, reason, option.part)


_CHOOSING: Mapping[type[At], Callable[[Pick, At, Fraction], Outcome]] = MappingProxyType(
    {Level: _levelled, Answer: _answered, Taken: _taken, Given: _given}
)
"""How each kind of judgement picks its option."""


@dataclass(frozen=True, slots=True)
class Rung:
    """What so many items of a list earn."""

    count: int
    points: Fraction
    clause: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Items:
    """Every option that is met counts, or with `rungs` how many of them are."""

    options: tuple[Option, ...]
    equal: bool = field(default=False, compare=False)
    """Whether the sentence gives no points of each, so that all share alike."""
    rungs: tuple[Rung, ...] = ()
    """What each number of them earns, from all down to none; empty where each earns points of its own."""

    def outcome(self, at: At, full: Fraction) -> Outcome:
        """Score the items met; raises RatingError for one that there is not."""
        assert isinstance(at, Met)
        size = len(self.options)
        unknown = sorted(place for place in at.items if not 1 <= place <= size)
        if unknown:
            raise RatingError(f"评分标准只有{size}项，没有第{unknown[0]}项")
        if self.rungs:
            return self._tallied(at, full)
        losses = tuple(_missed(place, option) for place, option in self._numbered() if place not in at.items)
        parts = tuple(item_part(option.clause, met=place in at.items) for place, option in self._numbered())
        score = full - sum((loss.points for loss in losses), ZERO)
        met = "、".join(str(place) for place in sorted(at.items)) or "无"
        message = Message.MET_IN_EQUAL_SHARES if self.equal else Message.MET
        return Outcome(score, score, losses, Filled(message, {"met": met, "size": size}), parts)

    def _tallied(self, at: Met, full: Fraction) -> Outcome:
        """Score how many items are met."""
        rung = next(one for one in self.rungs if one.count == len(at.items))
        met = "、".join(str(place) for place in sorted(at.items)) or "无"
        fillings = {"met": met, "size": len(self.options), "clause": rung.clause, "points": rung.points}
        return earned(full, rung.points, rung.clause, Filled(Message.TALLIED, fillings), rung_part(rung))

    def _numbered(self) -> tuple[tuple[int, Option], ...]:
        return tuple(enumerate(self.options, start=1))

    def extremes(self, full: Fraction) -> tuple[Fraction, Fraction]:
        """Give the points where nothing is met, and where all is."""
        if self.rungs:
            return self.rungs[-1].points, self.rungs[0].points
        return full - sum((option.high for option in self.options), ZERO), full


def _missed(place: int, option: Option) -> Loss:
    fillings = {"place": place, "clause": option.clause, "points": option.high}
    return Loss(option.high, option.clause, Filled(Message.NOT_MET, fillings))


def rung_part(rung: Rung) -> Part:
    """Give the part of what so many items earn."""
    return Part(rung.clause, f"达到{rung.count}项")


def item_part(clause: str, *, met: bool) -> Part:
    """Give the part of an item of a list."""
    return Part(clause, "达到" if met else "未达到")
