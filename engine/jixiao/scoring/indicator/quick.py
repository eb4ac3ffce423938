"""The short way to a result, for tables that run many times: where each figure is stated just once.

What a value reaches is worked out on whole numbers, or has been met before; everything else that is to be known of
a result is drawn from that where somebody reads it. Where anything is out of the common (a figure is missing or
stated twice, a breakdown, a rating beside a formula, a division by zero) the long way of `indicator` goes on. Both
give the same in every field and word, which is a law of the tests; what a sentence means is said in its scale alone.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Protocol

from jixiao.language.formula.inline import Inline, can_be_inlined
from jixiao.model.case import Project, Rating, Statement
from jixiao.model.evaluation import Alternative, Deduction, Drawn, Figure, Missing, Result, Status
from jixiao.model.part import Part
from jixiao.model.told import Told, Words
from jixiao.quantity import percent_of
from jixiao.scoring.indicator.evidence import Evidence, weigh
from jixiao.scoring.indicator.explain import (
    ROUNDING_CLAUSE,
    LossTold,
    WayTold,
    sources,
    value_text,
    working_template,
)
from jixiao.scoring.indicator.indicator import evaluate_indicator, from_ratings, takes_figures
from jixiao.scoring.indicator.result import draw_together, rounded_way, with_claim
from jixiao.scoring.indicator.ways import Way, figure_ways, stated_ways
from jixiao.scoring.program.program import Rule
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.tell import depends_on_value
from jixiao.scoring.scale.whole import Whole, points_of, whole_stretches

MAX_KEPT = 1_024
"""Most steps of one stretch, and most judgements of one rule, whose outcome is kept."""
Stated = tuple[Statement, ...]
"""The one statement of each item that a rule wants, in the rule's order."""
Located = tuple["Place", int, int, Stated]
"""Where a value lies, the value as a whole number over another, and what it was calculated from."""


@dataclass(slots=True)
class Reached:
    """What a value reaches, without the figures that led there: kept for all values that reach the same.

    `way` and the words are there where there is just one way, of which the same is told for all the values.
    """

    status: Status
    low: Fraction
    high: Fraction
    left_out: bool = False
    is_plain: bool = True
    """Whether there is just one way to it."""
    has_value: bool = True
    losses: tuple[tuple[Fraction, str], ...] = ()
    """Points and clause of each."""
    way: Way | None = None
    words: str = ""
    """What is told of the way, without its figures."""
    loss_words: tuple[str, ...] = ()
    """What is told of each loss, without the figures."""

    @classmethod
    def of(cls, rule: Rule, result: Result, ways: Sequence[Way], *, fixed: bool) -> Reached:
        """Keep what was reached the long way; `fixed`: for a single value."""
        reached = cls(result.status, result.low, result.high, result.left_out, len(ways) == 1)
        way = rounded_way(ways[0], rule)
        reached.has_value = way.value is not None
        reached.losses = tuple((loss.points, loss.clause) for loss in way.outcome.losses)
        if reached.is_plain and (fixed or not depends_on_value(way.outcome)):
            told = WayTold(rule, way)
            reached.way, reached.words = way, told.bare
            reached.loss_words = tuple(LossTold(told, loss).bare for loss in way.outcome.losses)
        return reached


class Place(Protocol):
    """Where a value lies on the scales of a rule."""

    reached: Reached | None
    """What every value here reaches, once that is known; None where it depends on the value."""

    def reach(self, above: int, below: int, stated: Stated) -> Reached | None:
        """Give what a value reaches, None where only the long way tells."""
        ...


@dataclass(slots=True)
class Level:
    """All values here reach the same."""

    quick: Quick
    fixed: bool
    """Whether there is just one value, or none (an exemption)."""
    reached: Reached | None = None

    def reach(self, above: int, below: int, stated: Stated) -> Reached | None:
        self.reached = self.quick.reach(stated, fixed=self.fixed)
        return self.reached


@dataclass(slots=True)
class Slope:
    """What is reached changes with the value; on whole steps, or between them, it may have been met before."""

    quick: Quick
    whole: Whole
    reached: Reached | None = None
    kept: dict[tuple[int, bool], Reached] = field(default_factory=dict)

    def __post_init__(self) -> None:
        grid = self.whole.grid
        self._counting = None if grid is None else grid.counting()
        self._points = [points_of(earned) for earned in self.whole.ways]

    _counting: Callable[[int, int], tuple[int, int]] | None = field(init=False)
    _points: list[Callable[[int, int], tuple[int, int]]] = field(init=False)

    def reach(self, above: int, below: int, stated: Stated) -> Reached | None:
        if self._counting is not None:
            count, over = self._counting(above, below)
            if self.whole.is_stepped or not over:
                return self._kept((count, bool(over)), stated)
        return self._calculated(above, below)

    def _kept(self, step: tuple[int, bool], stated: Stated) -> Reached:
        reached = self.kept.get(step)
        if reached is None:
            reached = self.quick.reach(stated, fixed=not step[1])
            if len(self.kept) < MAX_KEPT:
                self.kept[step] = reached
        return reached

    def _calculated(self, above: int, below: int) -> Reached | None:
        """Calculate the points of every way; None where they would have to be rounded, or are a range."""
        if self.quick.rounds or any(earned.least is not None for earned in self.whole.ways):
            return None
        points = [calculate(above, below) for calculate in self._points]
        number, per = points[0]
        if any(number * of != other * per for other, of in points[1:]):
            scores = [Fraction(*one) for one in points]
            return Reached("open", min(scores), max(scores), is_plain=False)
        score, full = Fraction(number, per), self.quick.full
        clause = self.whole.stretch.what[0].said.loss_clause
        return Reached("scored", score, score, losses=((full - score, clause),) if score != full else ())


@dataclass(slots=True)
class Scored:
    """The basis of a result that came the short way."""

    quick: Quick
    reached: Reached
    above: int
    below: int
    stated: Stated
    _drawn: Drawn | None = None

    @property
    def explanation(self) -> Words:
        if self.reached.way is None:
            return self.drawn.explanation
        return f"{self.around(self.reached.words)}。"

    @property
    def deductions(self) -> tuple[Deduction, ...]:
        if not self.reached.is_plain:
            return self.drawn.deductions
        if not self.reached.losses:
            return ()
        items = self.quick.wanted if self.reached.has_value else ()
        return tuple(
            [
                Deduction(points, clause, Reason(self, place), items, clause != ROUNDING_CLAUSE)
                for place, (points, clause) in enumerate(self.reached.losses)
            ]
        )

    @property
    def value(self) -> Fraction | None:
        return self.drawn.value

    @property
    def value_text(self) -> str:
        return self.drawn.value_text

    @property
    def missing(self) -> tuple[Missing, ...]:
        return self.drawn.missing

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.drawn.figures

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        return self.drawn.alternatives

    @property
    def conflicts(self) -> tuple[str, ...]:
        return self.drawn.conflicts

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.drawn.parts

    @property
    def values(self) -> tuple[Fraction, ...]:
        return self.drawn.values

    @property
    def drawn(self) -> Drawn:
        """All of it, drawn together once."""
        if self._drawn is None:
            self._drawn = self.quick.draw(self)
        return self._drawn

    def around(self, words: str) -> str:
        """Set the working before what is told, and the places behind."""
        if not self.reached.has_value:
            return words
        texts = [statement.quantity.text for statement in self.stated]
        working = self.quick.working.format(*texts, self.quick.shown(self.above, self.below))
        return f"{working}，{words}{sources(self.stated)}" if words else f"{working}{sources(self.stated)}"

    def reason(self, place: int) -> str:
        """Tell one of the losses."""
        if self.reached.way is None:
            return str(self.drawn.deductions[place].reason)
        words, (_, clause) = self.reached.loss_words[place], self.reached.losses[place]
        return words if clause == ROUNDING_CLAUSE else self.around(words)


@dataclass(frozen=True, slots=True)
class Reason(Told):
    """One loss of a result that came the short way, as a sentence."""

    basis: Scored
    place: int

    def __str__(self) -> str:
        return self.basis.reason(self.place)


@dataclass(slots=True)
class Quick:
    """A rule over figures made ready for the short way."""

    rule: Rule
    wanted: tuple[str, ...]
    """The items that it asks for."""
    working: str
    """The working, with a hole for each of the items and one for the value."""
    locate: Callable[[Mapping[str, Stated]], Located | None] = field(init=False)

    @property
    def rounds(self) -> bool:
        """Whether scores are rounded."""
        return Reading.DECIMALS in self.rule.readings

    @property
    def full(self) -> Fraction:
        """Full marks, from which losses lead to the score."""
        return self.rule.meaning.terms[0].full

    def shown(self, above: int, below: int) -> str:
        """Write a value for people."""
        if self.rule.dimension.is_ratio:
            return percent_of(above, below)
        return value_text(Fraction(above, below), self.rule.dimension)

    def result(self, statements: Mapping[str, Stated]) -> Result | None:
        """Give the result where each item is stated just once and nothing else is out of the common."""
        try:
            located = self.locate(statements)
        except (KeyError, ValueError):
            return None
        if located is None:
            return None
        place, above, below, stated = located
        reached = place.reached or place.reach(above, below, stated)
        if reached is None:
            return None
        basis = Scored(self, reached, above, below, stated)
        return Result(self.rule.indicator, reached.status, reached.low, reached.high, basis, reached.left_out)

    def reach(self, stated: Stated, *, fixed: bool) -> Reached:
        """Go the long way once; `fixed`: for just one value."""
        ways, result = self._drawn(stated)
        return Reached.of(self.rule, result, ways, fixed=fixed)

    def draw(self, basis: Scored) -> Drawn:
        """Draw all of a basis together."""
        if basis.reached.way is None:
            return Drawn.of(self._drawn(basis.stated)[1].basis)
        value = Fraction(basis.above, basis.below) if basis.reached.has_value else None
        return Drawn(
            basis.explanation,
            value,
            "" if value is None else value_text(value, self.rule.dimension),
            basis.deductions,
            figures=tuple(
                one for evidence in self._evidence(basis.stated).values() for one in evidence.figures
            ),
            parts=basis.reached.way.outcome.parts,
            values=() if value is None else (value,),
        )

    def _evidence(self, stated: Stated) -> dict[str, Evidence]:
        return {name: weigh(name, (one,)) for name, one in zip(self.wanted, stated, strict=True)}

    def _drawn(self, stated: Stated) -> tuple[list[Way], Result]:
        rule, evidence = self.rule, self._evidence(stated)
        if rule.value is None:
            ways = list(stated_ways(rule, evidence[rule.indicator.name]))
        else:
            ways = list(figure_ways(rule, rule.value, evidence))
        return ways, draw_together(rule, ways, evidence, (), judged=False)


class QuickRule:
    """The short way of one rule: made ready once it has run the long way, for tables that run many times."""

    __slots__ = ("_judged", "_name", "_quick", "_rule")

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._name = rule.indicator.name
        self._quick = quick_of(rule)
        self._judged: dict[tuple[object, ...], Result] | None = None if takes_figures(rule) else {}

    @classmethod
    def of(cls, rule: Rule) -> QuickRule | None:
        """Give it; None for a block, and where the rule runs for the first time."""
        quick: QuickRule | None = rule.kept.get(cls)
        if quick is None and not rule.indicator.is_block:
            if rule.kept.setdefault(int, 0):
                quick = rule.kept[cls] = cls(rule)
            rule.kept[int] += 1
        return quick

    def evaluate(self, project: Project, summed: Container[str]) -> Result:
        """Evaluate a project, of whose items `summed` have a breakdown; raises Refused like the long way."""
        ratings = project.ratings.get(self._name)
        if self._judged is not None:
            return self._by_rating(project, ratings)
        quick = self._quick
        if quick is not None and not ratings and not any(name in summed for name in quick.wanted):
            result = quick.result(project.statements)
            if result is not None:
                return with_claim(result, project.claim.indicators.get(self._name))
        return evaluate_indicator(self._rule, project)

    def _by_rating(self, project: Project, ratings: tuple[Rating, ...] | None) -> Result:
        """Give what was kept of the same judgement, the same for every project."""
        assert self._judged is not None
        if ratings is None or len(ratings) != 1:
            return evaluate_indicator(self._rule, project)
        (rating,) = ratings
        result = self._judged.get(rating.judgement)
        if result is None:
            result = from_ratings(self._rule, ratings)
            if len(self._judged) < MAX_KEPT:
                self._judged[rating.judgement] = result
        return with_claim(result, project.claim.indicators.get(self._name))


def quick_of(rule: Rule) -> Quick | None:
    """Make a rule ready for the short way; None where it must go the long way."""
    name, own = rule.indicator.name, [way.own for way in rule.meaning.ways]
    trees = [tree for tree in (rule.formula, *(tree for _, tree in rule.conditions)) if tree is not None]
    if rule.indicator.is_block or not takes_figures(rule) or not can_be_inlined(*trees):
        return None
    if any(term.choice is not None or not term.scale for term in own) or len(rule.meaning.terms) > 1:
        return None
    whole = whole_stretches([term.scale for term in own])
    if whole is None or (rule.value is not None and name in rule.wanted):
        return None
    quick = Quick(rule, (name,) if rule.value is None else rule.wanted, working_template(rule))
    quick.locate = _locating(quick, whole)
    return quick


def _locating(quick: Quick, stretches: Sequence[Whole]) -> Callable[[Mapping[str, Stated]], Located | None]:
    """Make the function that calculates the value and finds it on the scale: Python, made of numbers alone."""
    names = {f"name{place}": name for place, name in enumerate(quick.wanted)}
    exempt = {f"exempt{place}": Level(quick, fixed=True) for place, _ in enumerate(quick.rule.exempting)}
    places = {f"place{place}": _place(quick, whole) for place, whole in enumerate(stretches)}
    known: dict[str, Any] = {**names, **exempt, **places, "dimension": quick.rule.dimension}
    lines = [f"    {line}" for line in _lines(quick, stretches)]
    exec(compile("\n".join(["def locate(statements):", *lines]), "<quick>", "exec"), known)  # noqa: S102
    located: Callable[[Mapping[str, Stated]], Located | None] = known["locate"]
    return located


def _place(quick: Quick, whole: Whole) -> Place:
    if whole.grid is None and whole.is_stepped:
        return Level(quick, fixed=whole.stretch.is_point)
    return Slope(quick, whole)


def _lines(quick: Quick, stretches: Sequence[Whole]) -> Iterator[str]:
    rule, items = quick.rule, range(len(quick.wanted))
    for item in items:
        yield f"(s{item},) = statements[name{item}]"
        yield f"a{item}, b{item} = s{item}.quantity.ratio"
    stated = f"({''.join(f's{item}, ' for item in items)})"
    inline = Inline({name: (f"a{item}", f"b{item}") for item, name in enumerate(quick.wanted)})
    if rule.formula is None:
        above, below = "a0", "b0"
        yield "if s0.quantity.unit.dimension != dimension: return None"
    else:
        for place, (_, condition) in enumerate(rule.conditions):
            held = inline.holds(condition)
            inline.lines.append(f"if {held}: return exempt{place}, 0, 1, {stated}")
        above, below = inline.value(rule.formula)
    yield from inline.lines
    if rule.meaning.terms[0].whole:
        yield f"if {above} < 0 or {above} % {below}: return None"
    yield from _search(stretches, above, below, f"{above}, {below}, {stated}")


def _search(stretches: Sequence[Whole], above: str, below: str, found: str) -> Iterator[str]:
    """Yield the lines that find the stretch of a value, which end all below it and return."""
    for place, whole in enumerate(stretches):
        high = whole.stretch.high
        if high is None:
            yield f"return place{place}, {found}"
            return
        end, per = high.as_integer_ratio()
        sign = "<=" if whole.stretch.high_included else "<"
        yield f"if {above} * {per} {sign} {end} * {below}: return place{place}, {found}"
