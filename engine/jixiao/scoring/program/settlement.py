"""How the scores of the indicators become a total: choices, limits, and vetoes beyond one indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Literal, TypeVar

from jixiao.dataclass import dataclass, replace
from jixiao.language.formula import Expression, names
from jixiao.language.standard import OWN_BLOCKS, Consequence, read_consequence
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.ruleset import Choice, Indicator, Limit, Ruleset, TableVeto
from jixiao.model.wording import quoted
from jixiao.quantity import decimal_text
from jixiao.scoring.program.blocks import TOTAL, Blocks, Path, name_of
from jixiao.scoring.program.ceilings import Ceiling, Scored, ceiling_of
from jixiao.scoring.program.table_text import read_condition
from jixiao.scoring.sentence.beside import FactGuard
from jixiao.scoring.sentence.standard import Standard

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Bound:
    """Most points that a block, or the total, may earn or lose."""

    path: Path
    kind: Literal["earned", "lost"]
    points: Fraction
    clause: str = ""
    """What says so, where it is a sentence (上限 by a value)."""
    because: str = ""
    """The value by which it does."""

    @property
    def words(self) -> str:
        """Say it without the name of the block."""
        verb = "得" if self.kind == "earned" else "扣"
        return f"最多{verb}{decimal_text(self.points)}分"

    def __str__(self) -> str:
        return self.clause or f"{name_of(self.path)}{self.words}"


@dataclass(frozen=True, slots=True)
class WideVeto:
    """A fact that decides a block, the total or the grade.

    `path`: the block, where it decides one. `wanted`: the items of its condition.
    """

    fact: str
    effect: Consequence
    clause: str
    indicator: str = ""
    path: Path = ()
    condition: Expression | None = None
    wanted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a table says of its total. Bounds of inner blocks come before those around them."""

    choices: tuple[Choice, ...] = ()
    bounds: tuple[Bound, ...] = ()
    vetoes: tuple[WideVeto, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    """Bounds that hang on a value."""
    extras: bool = False
    """Whether there are indicators on top of 满分, or taken off it."""
    below: bool = False
    """Whether an indicator may come to less than nothing, or lose more than its points."""

    @property
    def is_plain(self) -> bool:
        """Whether the total is just the sum of the scores."""
        bounded = self.bounds or self.ceilings
        return not (self.choices or bounded or self.vetoes or self.extras or self.below)


def settle_rules(ruleset: Ruleset, scored: Scored, *, complete: bool = True) -> Settlement:
    """Make ready what a table says of its total; raises Refused with everything wrong in it.

    `complete`: whether all indicators are there, so that those can be found that a sentence names.
    """
    blocks = Blocks.of(ruleset)
    problems: list[Diagnostic] = []
    bounds = _each(ruleset.limits, lambda one: _bound(one, blocks), problems)
    vetoes = _each(ruleset.vetoes, lambda one: _of_table(one, ruleset, blocks), problems)
    said = [(one, veto) for one, meaning, _ in scored for veto in meaning.standard.vetoes if veto.beyond]
    vetoes += _each(said, lambda both: _of_sentence(*both, ruleset, blocks), problems)
    limits = ruleset.value_limits if complete else ()
    ceilings = _each(limits, lambda one: ceiling_of(one, ruleset, scored), problems)
    if problems:
        raise Refused(*problems)
    return Settlement(
        ruleset.choices,
        tuple(sorted(bounds, key=lambda one: (-len(one.path), one.kind == "lost"))),
        tuple(vetoes),
        tuple(ceilings),
        extras=any(indicator.extra for indicator in ruleset.indicators),
        below=any(meaning.goes_below for _, meaning, _ in scored),
    )


def _each(ones: Iterable[T], read: Callable[[T], R], problems: list[Diagnostic]) -> list[R]:
    """Read each, gathering what is wrong with any."""
    found = []
    for one in ones:
        try:
            found.append(read(one))
        except Refused as refused:
            problems.extend(refused.diagnostics)
    return found


def _bound(limit: Limit, blocks: Blocks) -> Bound:
    if limit.block == TOTAL and limit.kind == "lost":
        raise Refused(Diagnostic(limit.place, "“扣分上限”写的是归类，总分没有扣分上限，请删去"))
    path = () if limit.block == TOTAL else blocks.find(limit.block, limit.place)
    return Bound(path, limit.kind, limit.points)


def _of_table(veto: TableVeto, ruleset: Ruleset, blocks: Blocks) -> WideVeto:
    """Read a veto of the table's own list (否决)."""
    place = veto.effect.place
    effect = read_consequence(veto.effect.text)
    if effect is None or effect.scope == "indicator":
        raise Refused(Diagnostic(place, f"看不懂后果{quoted(veto.effect.text)}，{_EFFECTS}"))
    if effect.block in OWN_BLOCKS:
        raise Refused(Diagnostic(place, "这里要写明是哪一个归类，如 资产管理不得分"))
    clause = f"{veto.fact}的，{veto.effect.text}"
    known = _located(WideVeto(veto.fact, effect, clause), ruleset, blocks, place)
    if veto.condition is None:
        return known
    condition = read_condition(
        veto.condition, {name: item.unit.dimension for name, item in ruleset.items.items()}
    )
    return replace(known, condition=condition, wanted=names(condition))


_EFFECTS = "可写：总分为0分、总分不超过60分、等级定为差、等级不超过中、资产管理（归类的名称）不得分"


def _of_sentence(indicator: Indicator, said: FactGuard, ruleset: Ruleset, blocks: Blocks) -> WideVeto:
    """Find what a veto in the sentence of an indicator decides."""
    place = indicator.standard.place
    if indicator.is_block:
        raise Refused(Diagnostic(place, _IN_BLOCK.format(effect=said.effect)))
    veto = WideVeto(said.fact, said.effect, said.clause, indicator.name)
    return _located(veto, ruleset, blocks, place, indicator.category)


def _located(
    veto: WideVeto, ruleset: Ruleset, blocks: Blocks, place: Place, category: Path | None = None
) -> WideVeto:
    """Give the veto with its block found and its grade in the words of the table."""
    effect = veto.effect
    if effect.scope == "grade":
        return replace(veto, effect=replace(effect, grade=_grade(effect.grade, ruleset, place)))
    if effect.scope != "block":
        return veto
    if effect.block in OWN_BLOCKS:
        return replace(veto, path=_own_block(effect, category or (), place))
    return replace(veto, path=blocks.find(effect.block, place))


def _own_block(effect: Consequence, category: Path, place: Place) -> Path:
    """Give the block around an indicator that “该一级指标” or “本部分” means."""
    depth = {"一级指标": 1, "二级指标": 2}.get(effect.block)
    if depth is not None and len(category) >= depth:
        return category[:depth]
    if depth is None and len(category) == 1:
        return category
    known = "、".join(category) or "没有写归类"
    raise Refused(
        Diagnostic(
            place, f"说不准“{effect}”指哪一部分（归类：{known}），请写该一级指标或该二级指标，并补上“归类”"
        )
    )


def _grade(name: str, ruleset: Ruleset, place: Place) -> str:
    """Give the grade of that name; 优秀 may stand for 优 where only one fits."""
    known = [grade for grade, _ in ruleset.grades]
    if name in known:
        return name
    fitting = [one for one in known if name.startswith(one) or one.startswith(name)]
    if len(fitting) == 1:
        return fitting[0]
    raise Refused(Diagnostic(place, f"等级里没有{quoted(name)}，可用：{'、'.join(known)}"))


_IN_BLOCK = "自设指标的评分标准里不能写“{effect}”，请写在指标表的“否决”里"


def refuse_wide(indicator: Indicator, standard: Standard) -> None:
    """Refuse a sentence of a unit's own indicator that decides more than itself."""
    veto = next((one for one in standard.vetoes if one.beyond), None)
    if veto is not None:
        raise Refused(Diagnostic(indicator.standard.place, _IN_BLOCK.format(effect=veto.effect)))
