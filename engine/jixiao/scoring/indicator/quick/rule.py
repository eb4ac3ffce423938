"""A rule made ready for the short way, once it has run the long way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.formula.inline import can_be_inlined
from jixiao.model.case import Rating
from jixiao.model.evaluation import Drawn, Result
from jixiao.model.ruleset import Indicator
from jixiao.model.told import Kept, lines_of
from jixiao.quantity import Dimension, percent_of, value_text
from jixiao.scoring.indicator.evidence import Papers
from jixiao.scoring.indicator.explain import working_parts
from jixiao.scoring.indicator.indicator import evaluate_indicator, from_ratings, takes_figures
from jixiao.scoring.indicator.quick.places import MAX_KEPT, Level, place_of
from jixiao.scoring.indicator.quick.reached import Reached, Worded
from jixiao.scoring.indicator.quick.scored import Scored
from jixiao.scoring.indicator.quick.source import Locate, Located, Stated, Tell, locating, telling
from jixiao.scoring.indicator.result import draw_together, rounded_way, with_claim
from jixiao.scoring.indicator.ways import Way, figure_ways, scored_ways, stated_ways
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.said import Value, own
from jixiao.scoring.scale.term import calculated, earned_at
from jixiao.scoring.scale.whole import bends, whole_stretches


@dataclass(slots=True)
class ByFigures:
    """A rule that is scored by figures."""

    rule: Rule
    wanted: tuple[str, ...]
    """The items that it asks for."""
    indicator: Indicator = field(init=False)
    locate: Locate = field(init=False)
    """Finds the value; made at the first use, as are the next two."""
    _tell: Tell = field(init=False)
    _shown: Callable[[int, int], str] = field(init=False)

    def __post_init__(self) -> None:
        self.indicator = self.rule.indicator
        self.locate = self._made_ready

    def _made_ready(self, stated: Mapping[str, Stated]) -> Located | None:
        rule, dimension = self.rule, self.rule.dimension
        full, rounds = rule.meaning.terms[0].full, Reading.DECIMALS in rule.readings
        row = whole_stretches([way.own.scale for way in rule.meaning.ways])
        places = [(whole, place_of(whole, full, self.reach, rounds=rounds)) for whole in row]
        exempting = [Level(self.reach, is_one_value=True) for _ in rule.conditions]
        self._shown = percent_of if dimension.is_ratio else partial(_value_of, dimension)
        self._tell = telling(self.wanted, working_parts(rule, self.wanted))
        self.locate = locating(rule, self.wanted, places, exempting)
        return self.locate(stated)

    def evaluate(self, papers: Papers) -> Result:
        """Evaluate a project by what its papers say; raises Refused."""
        name = self.indicator.name
        if name in papers.ratings:
            return evaluate_indicator(self.rule, papers.project)
        try:
            located = self.locate(papers.alone)
        except (KeyError, ValueError):
            located = self._agreed(papers)
        if located is None:
            return evaluate_indicator(self.rule, papers.project)
        place, above, below, stated = located
        reached = place.reached or place.reach(above, below, papers)
        if reached is None:
            return evaluate_indicator(self.rule, papers.project)
        basis = Scored(self, reached, above, below, stated, papers)
        result = Result(self.indicator, reached.status, reached.low, reached.high, basis, reached.left_out)
        return with_claim(result, papers.claims.get(name)) if papers.claims else result

    def _agreed(self, papers: Papers) -> Located | None:
        """Find the value by figures on which the papers agree."""
        agreed = {item: (figure,) for item in self.wanted if (figure := papers.agreed(item)) is not None}
        return self.locate(agreed) if len(agreed) == len(self.wanted) else None

    def reach(self, papers: Papers, is_one_value: bool) -> Reached:
        """Go the long way, to keep what is reached."""
        ways, result = self._long_way(papers)
        way = rounded_way(ways[0], self.rule) if len(ways) == 1 else None
        return Reached.of(self.rule, result, way, is_one_value=is_one_value)

    def tell(self, above: int, below: int, stated: Stated, words: str) -> str:
        return self._tell(stated, self._shown(above, below), f"，{words}" if words else "")

    def worded(self, basis: Scored) -> Worded:
        earned, value, exact = basis.reached.earned, Fraction(basis.above, basis.below), basis.reached.high
        if earned is None:
            return Worded.of(self.rule, self._way(value))
        if exact in (earned.floor, earned.cap):
            exact = calculated(earned, value)
        outcome = earned_at(earned, value, exact, self.rule.meaning.terms[0].full)
        return Worded.of(self.rule, Way("", outcome, value))

    def _way(self, value: Fraction) -> Way:
        (way,) = scored_ways(self.rule, own(Value(value)))
        return rounded_way(way, self.rule)

    def draw(self, basis: Scored) -> Drawn:
        if not basis.reached.is_plain:
            return Drawn.of(self._long_way(basis.papers)[1].basis)
        value = Fraction(basis.above, basis.below) if basis.reached.has_value else None
        evidence = [basis.papers.of(item) for item in self.wanted]
        return Drawn(
            basis.explanation,
            value,
            "" if value is None else value_text(value, self.rule.dimension),
            basis.deductions,
            figures=tuple(figure for one in evidence for figure in one.figures),
            parts=basis.reached.parts
            if value is None or basis.reached.worded
            else self._way(value).outcome.parts,
            values=() if value is None else (value,),
            valued=value is not None,
        )

    def _long_way(self, papers: Papers) -> tuple[list[Way], Result]:
        rule, evidence = self.rule, {item: papers.of(item) for item in self.wanted}
        if rule.value is None:
            ways = list(stated_ways(rule, evidence[rule.indicator.name]))
        else:
            ways = list(figure_ways(rule, rule.value, evidence))
        return ways, draw_together(rule, ways, evidence, (), judged=False)


@dataclass(slots=True)
class ByRating:
    """A rule that is scored by what somebody judges: the same judgement comes out the same for every project."""

    rule: Rule
    kept: dict[tuple[object, ...], Result] = field(default_factory=dict)

    def evaluate(self, papers: Papers) -> Result:
        """Evaluate a project; raises Refused."""
        name = self.rule.indicator.name
        ratings = papers.ratings.get(name, ())
        if len(ratings) != 1:
            return evaluate_indicator(self.rule, papers.project)
        result = self.kept.get(ratings[0].judgement) or self._judged(ratings[0])
        return with_claim(result, papers.claims.get(name)) if papers.claims else result

    def _judged(self, rating: Rating) -> Result:
        result = _in_words(from_ratings(self.rule, (rating,)))
        if len(self.kept) < MAX_KEPT:
            self.kept[rating.judgement] = result
        return result


QuickRule = ByFigures | ByRating


def quick_rule(rule: Rule) -> QuickRule | None:
    """Give the short way of a rule, None where there is none: what is to be known of it is made at its first use."""
    if rule.indicator.is_block:
        return None
    return by_figures(rule) if takes_figures(rule) else ByRating(rule)


def by_figures(rule: Rule) -> ByFigures | None:
    """Give the short way of a rule over figures: one scale, formulas that can be inlined, items, of other names."""
    trees = [tree for tree in (rule.formula, *(tree for _, tree in rule.conditions)) if tree is not None]
    if rule.standard.bounds.spills or rule.exceeding is not None:
        return None
    terms = [term for way in rule.meaning.ways for term in way.terms]
    is_scale = len(terms) == len(rule.meaning.ways) and all(
        term.scale and term.choice is None for term in terms
    )
    if not is_scale or any(bends(term.scale) for term in terms) or not can_be_inlined(*trees):
        return None
    if rule.value is None:
        return ByFigures(rule, (rule.indicator.name,))
    if not rule.wanted or rule.indicator.name in rule.wanted:
        return None
    return ByFigures(rule, rule.wanted)


def _value_of(dimension: Dimension, above: int, below: int) -> str:
    return value_text(Fraction(above, below), dimension)


def _in_words(result: Result) -> Result:
    """Give a result that is kept, with its words: they are the same each time."""
    basis = Drawn.of(result.basis)
    cuts = tuple(replace(cut, reason=str(cut.reason)) for cut in basis.deductions)
    told = Kept(str(basis.explanation), lines_of(basis.explanation))
    return replace(result, basis=replace(basis, explanation=told, deductions=cuts))
