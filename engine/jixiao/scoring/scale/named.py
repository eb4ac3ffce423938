"""Which inputs are meant where they are not named, and by which words each can be named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from jixiao.curve.line import Line
from jixiao.dataclass import dataclass
from jixiao.language.formula import plain_name
from jixiao.quantity import points_text
from jixiao.quantity.alike import alike, meant
from jixiao.scoring.scale.said import (
    OWN,
    Answer,
    At,
    Count,
    Inputs,
    Level,
    Met,
    RatingError,
    Several,
    Taken,
    Takes,
    Unknown,
    Value,
)
from jixiao.scoring.scale.term import Term

Terms = Sequence[Term]


def every_way(terms: Terms, inputs: Inputs) -> tuple[Inputs, ...]:
    """Give the inputs by name, once for each way in which what is said without a name may be meant.

    Raises RatingError, with the names that there are, where it can mean none of them.
    """
    named = {term.name for term in terms}
    for name in inputs:
        if name != OWN and name not in named:
            raise no_such(name, (term.name for term in terms if not term.is_given), names_told(terms))
    if OWN not in inputs or (OWN in named and isinstance(inputs[OWN], (_its_own(terms), Unknown))):
        return (inputs,)
    given = {name: at for name, at in inputs.items() if name != OWN}
    own = inputs[OWN]
    ways: tuple[Inputs, ...] = (given,)
    for at in own.said if isinstance(own, Several) else (own,):
        ways = tuple(_besides(way, more) for way in ways for more in _meant(terms, at, way))
    return ways


def _besides(said: Inputs, more: Inputs) -> Inputs:
    """Give what is said and what is said besides; raises RatingError where both speak of one thing.

    The better of two grades is given instead of the one before; of an item that is not met both may say so.
    """
    for name, at in more.items():
        before = said.get(name)
        if before is None or isinstance(at, Level) or before == at == Answer(holds=False):
            continue
        raise RatingError(f"“{name}”说了两次" + ("" if before == at else "，说得不一样"))
    return {**said, **more}


def _its_own(terms: Terms) -> type[At]:
    """Give what the term without a name is scored at."""
    takes = next(term.takes for term in terms if term.name == OWN)
    return Met if takes == Takes.MET else Value


def names_told(terms: Terms) -> str:
    """Say by which names inputs can be named."""
    return "可写的有：" + "、".join(
        dict.fromkeys(term.name for term in terms if term.name and not term.is_given)
    )


def term_called(terms: Terms, words: str) -> tuple[Term, bool]:
    """Find the term that words name, and whether they say that it holds.

    Exact words first, else part of the words of one only; raises RatingError where there is none, or are several.
    """
    for fits in ways_to_fit(words):
        found = {one.key: one for one in called_by(terms, fits)}
        if len(found) == 1:
            (one,) = found.values()
            refuse_given(words, one, terms)
            return one.term, one.holds
        if found:
            raise told_several(words, (one.term.name for one in found.values()))
    raise no_such(words, (term.name for term in terms if not term.is_given), names_told(terms))


def refuse_given(words: str, called: Called, terms: Terms) -> None:
    """Raise RatingError at points that are there anyway (基本设施（4分）：缺1项扣1分): asked is what takes from them."""
    if not called.term.is_given or not any(called.term.called) or not called.holds:
        return  # nothing is called by its words; 没有扣分的情况 is what the full marks are for
    under = [one for one in terms if one.section == called.term.section and not one.is_given]
    asked = "、".join(f"“{one.name}”{'（写数）' if one.takes == Takes.COUNT else ''}" for one in under)
    raise RatingError(f"“{words}”的分先计上，不用写" + (f"；请写从中扣分的{asked}" if asked else ""))


def no_such(words: str, names: Iterable[str], known: str) -> RatingError:
    """Say that words name nothing, what they may mean, and what there is."""
    near = meant(alike(words, (name for name in names if name), 1))
    return RatingError(
        f"评分标准里没有“{words}”，{near}；{known}" if near else f"评分标准里没有“{words}”，{known}"
    )


Fits = Callable[[str], bool]
"""Whether what something is called fits the words that are said."""


def ways_to_fit(words: str) -> tuple[Fits, Fits]:
    """Give how words name something: exactly, or else as part of what it is called."""
    wanted = plain_name(words)
    return (
        lambda called: plain_name(called) == wanted,
        lambda called: holds_in(wanted, plain_name(called)),
    )


def holds_in(words: str, called: str) -> bool:
    """Whether words stand in what something is called, and are not denied there: 合格 is no 不合格."""
    if not words:
        return False
    before, found, _ = called.partition(words)
    return bool(found) and not before.endswith(_DENYING)


_DENYING = ("不", "未", "没", "无", "非", "没有", "未能", "不够", "不能")


def told_several(words: str, names: Iterable[str]) -> RatingError:
    """Say that words name several things."""
    several = "、".join(f"“{name}”" for name in names)
    return RatingError(f"“{words}”不止说一处：{several}，请写全")


@dataclass(frozen=True, slots=True)
class Called:
    """A term that words name, and whether they say that it holds; `level`: they name one of its levels."""

    term: Term
    holds: bool = True
    level: bool = False

    @property
    def key(self) -> tuple[str, bool]:
        """What tells it from others."""
        return self.term.name, self.holds


def called_by(terms: Terms, fits: Fits) -> Iterator[Called]:
    """Yield the terms whose name, words, denial or levels fit."""
    for term in terms:
        several = term.takes in (Takes.COUNT, Takes.VALUE)
        called = term.called if several else term.called[:1]
        if term.takes == Takes.LEVEL and any(fits(option.words) for option in term.options):
            yield Called(term, level=True)
        elif fits(term.name) or any(map(fits, called)):
            yield Called(term)
        if not several and any(map(fits, term.called[1:])):
            yield Called(term, holds=False)


def _meant(terms: Terms, at: At, so_far: Inputs) -> Iterator[Inputs]:
    match at:
        case Met():
            yield _met(terms, at)
        case Count():
            yield from _counted(terms, at, so_far)
        case Answer():
            yield {_only(terms, Takes.ANSWER, "是或否").name: at}
        case Level():
            yield _said(terms, at, so_far)
        case Taken():
            yield {_only(terms, Takes.DEDUCTION, "扣几分").name: at}
        case Value():
            yield {_only(terms, Takes.VALUE, "数值").name: at}
        case Several():
            raise AssertionError("nested")


def value_called(words: str, term: Term) -> Fraction | None:
    """Give a value that lies where a clause says, by the clause's words before its points: 延迟1个月以内.

    None where no clause says so, or where not all such values earn the same.
    """
    wanted = plain_name(words)
    lying = [one for one in term.scale if wanted and _is_condition(wanted, plain_name(one.what.said.clause))]
    flat = all(isinstance(one.what.earns, Line) and not one.what.earns.slope for one in lying)
    return lying[0].sample if flat and len({one.what.essence for one in lying}) == 1 else None


def _is_condition(words: str, clause: str) -> bool:
    """Whether words are what a clause says right before its points."""
    before, found, rest = clause.partition(words)
    return bool(found) and not before.endswith(_DENYING) and (not rest or rest.startswith(_POINTS))


_POINTS = ("的", "得", "扣", "不得分", "不计分", "计", "记", "为0分", "，", ",", "满分")
"""How the points of a clause begin."""


def _of(terms: Terms, takes: Takes) -> list[Term]:
    return [term for term in terms if term.takes == takes]


def _only(terms: Terms, takes: Takes, what: str) -> Term:
    found = [term for term in _of(terms, takes) if term.kind != "base"]
    if not found:
        raise RatingError(f"评分标准没有要写{what}的地方，{names_told(terms)}")
    if len(found) > 1:
        raise RatingError(f"不知道{what}说的是哪一处，{names_told(terms)}")
    return found[0]


def higher(term: Term, before: At | None, now: Level) -> Level:
    """Give the better of two grades of one thing; raises RatingError where the sentence does not say that it counts."""
    if not isinstance(before, Level):
        return now
    if not term.highest:
        raise RatingError(f"“{before.name}”和“{now.name}”是同一件事的两个档次，只能写一个")
    points = {one.name: term.outcome(one).high for one in (before, now)}
    return max((before, now), key=lambda one: points[one.name])


def _said(terms: Terms, at: Level, so_far: Inputs) -> Inputs:
    """Read words: they name what holds, or what is denied."""
    term, holds = term_called(terms, at.name)
    if term.takes == Takes.LEVEL:
        return {term.name: higher(term, so_far.get(term.name), at)}
    if term.takes == Takes.COUNT and term.full <= 0:
        return {term.name: Count(Fraction(1))}
    if term.takes == Takes.VALUE and (value := value_called(at.name, term)) is not None:
        return {term.name: Value(value)}
    if term.takes not in (Takes.ANSWER, Takes.DEDUCTION):
        raise RatingError(f"“{at.name}”要写数，如 {term.name}=3")
    return {term.name: Answer(holds)}


def _met(terms: Terms, at: Met) -> Inputs:
    """Read numbers of items, levels, awards and faults; an item that is not among them is not met."""
    placed = {place: term for term in terms for place in term.places}
    unknown = sorted(place for place in at.items if place not in placed)
    if unknown:
        raise RatingError(f"评分标准里可以写序号的只有{len(placed)}处，没有第{unknown[0]}处")
    said: dict[str, At] = {
        term.name: Answer(term.places[0] in at.items)
        for term in terms
        if term.places and term.takes == Takes.ANSWER and (term.kind == "item" or term.places[0] in at.items)
    }
    for place in sorted(at.items):
        term = placed[place]
        if term.takes != Takes.LEVEL:
            continue
        level = Level(term.options[place - term.places[0]].words)
        said[term.name] = higher(term, said.get(term.name), level)
    return said


def needs_list(terms: Terms) -> bool:
    """Whether a list without words is of the items that are met: some item earns, and nothing counted takes from it."""
    return any(term.kind == "item" and term.unsaid == Answer(holds=False) for term in terms)


def _counted(terms: Terms, at: Count, so_far: Inputs) -> Iterator[Inputs]:
    """Give a bare number to what it can count, once for each rule with another rate; else it is a place or a deduction."""
    counted = counted_by(terms, at, so_far)
    as_place = not counted or (needs_list(terms) and not so_far and not _counts_in(counted, at.unit))
    if as_place and any(term.places for term in terms):
        yield _met(terms, _place(at))
        return
    if not counted:
        yield {_only(terms, Takes.DEDUCTION, f"“{points_text(at.count)}”").name: Taken(at.count)}
        return
    yield from ({term.name: at} for term in counted)


def counted_by(terms: Terms, at: Count, so_far: Inputs) -> list[Term]:
    """Give what a bare number may count, of what nothing is said yet; none where nothing is counted."""
    counted = [term for term in _of(terms, Takes.COUNT) if term.name not in so_far]
    counted = _in_unit(counted, at.unit) or counted
    based = any(term.kind == "item" and term.unsaid == Answer(holds=True) for term in terms)
    earning = [] if based else [term for term in counted if term.full > 0]
    return earning or counted


def _counts_in(counted: Sequence[Term], unit: str) -> bool:
    """Whether the word behind a number is the unit of something that is counted: 3篇 is no place."""
    return any(term.unit is not None and term.unit.name == unit for term in counted if unit)


def _in_unit(terms: Terms, unit: str) -> list[Term]:
    """Give the terms that count in a unit, or whose name holds its word; none where no unit is said."""
    if not unit:
        return []
    exact = [term for term in terms if term.unit is not None and term.unit.name == unit]
    return exact or [term for term in terms if unit.lstrip("个") in term.name]


def _place(at: Count) -> Met:
    if at.count.denominator != 1 or at.count < 0:
        raise RatingError(f"“{points_text(at.count)}”不是序号")
    return Met(frozenset({int(at.count)} if at.count else ()))
