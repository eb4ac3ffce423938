"""A rule made ready for the short way, once it has run the long way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial

from jixiao.language.formula.inline import can_be_inlined
from jixiao.model.case import Rating
from jixiao.model.evaluation import Drawn, Result
from jixiao.quantity import Dimension, percent_of
from jixiao.scoring.indicator.evidence import Papers
from jixiao.scoring.indicator.explain import value_text, working_parts
from jixiao.scoring.indicator.indicator import evaluate_indicator, from_ratings, takes_figures
from jixiao.scoring.indicator.quick.places import MAX_KEPT, Level, place_of
from jixiao.scoring.indicator.quick.reached import Reached, Worded
from jixiao.scoring.indicator.quick.scored import Scored
from jixiao.scoring.indicator.quick.source import Locate, Located, Stated, Tell, locating, telling
from jixiao.scoring.indicator.result import draw_together, rounded_way, with_claim
from jixiao.scoring.indicator.ways import Way, figure_ways, scored_ways, stated_ways
from jixiao.scoring.program.program import Rule
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.said import Value, own
from jixiao.scoring.scale.whole import Whole, whole_stretches


@dataclass(slots=True)
class ByFigures:
    """A rule that is scored by figures."""

    rule: Rule
    wanted: tuple[str, ...]
    """The items that it asks for."""
    locate: Locate = field(init=False)
    _tell: Tell = field(init=False)
    _shown: Callable[[int, int], str] = field(init=False)

    def __post_init__(self) -> None:
        dimension = self.rule.dimension
        self._shown = percent_of if dimension.is_ratio else partial(_value_of, dimension)
        self._tell = telling(self.wanted, working_parts(self.rule, self.wanted))

    def evaluate(self, papers: Papers) -> Result:
        """Evaluate a project by what its papers say; raises Refused."""
        rule, project = self.rule, papers.project
        name = rule.indicator.name
        located = None if name in project.ratings else self._located(papers)
        if located is None:
            return evaluate_indicator(rule, project)
        place, above, below, stated = located
        reached = place.reached or place.reach(above, below, papers)
        if reached is None:
            return evaluate_indicator(rule, project)
        basis = Scored(self, reached, above, below, stated, papers)
        result = Result(rule.indicator, reached.status, reached.low, reached.high, basis, reached.left_out)
        claims = project.claim.indicators
        return with_claim(result, claims.get(name)) if claims else result

    def _located(self, papers: Papers) -> Located | None:
        """Find the value by statements that stand alone, else by figures on which the papers agree."""
        try:
            if papers.summed.isdisjoint(self.wanted):
                return self.locate(papers.project.statements)
        except (KeyError, ValueError):
            pass
        agreed = {item: (figure,) for item in self.wanted if (figure := papers.agreed(item)) is not None}
        return self.locate(agreed) if len(agreed) == len(self.wanted) else None

    def reach(self, papers: Papers, is_one_value: bool) -> Reached:
        """Go the long way, to keep what is reached."""
        ways, result = self._long_way(papers)
        way = rounded_way(ways[0], self.rule) if len(ways) == 1 else None
        return Reached.of(self.rule, result, way, is_one_value=is_one_value)

    def tell(self, above: int, below: int, stated: Stated, words: str) -> str:
        return self._tell(stated, self._shown(above, below), f"，{words}" if words else "")

    def worded(self, above: int, below: int) -> Worded:
        (way,) = scored_ways(self.rule, own(Value(Fraction(above, below))))
        return Worded.of(self.rule, rounded_way(way, self.rule))

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
            parts=basis.worded.parts,
            values=() if value is None else (value,),
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
        project, name = papers.project, self.rule.indicator.name
        ratings = project.ratings.get(name, ())
        if len(ratings) != 1:
            return evaluate_indicator(self.rule, project)
        result = self.kept.get(ratings[0].judgement) or self._judged(ratings[0])
        claims = project.claim.indicators
        return with_claim(result, claims.get(name)) if claims else result

    def _judged(self, rating: Rating) -> Result:
        result = _in_words(from_ratings(self.rule, (rating,)))
        if len(self.kept) < MAX_KEPT:
            self.kept[rating.judgement] = result
        return result


@dataclass(slots=True)
class ByLongWay:
    """A rule for which there is no short way."""

    rule: Rule

    def evaluate(self, papers: Papers) -> Result:
        """Evaluate a project; raises Refused."""
        return evaluate_indicator(self.rule, papers.project)


QuickRule = ByFigures | ByRating | ByLongWay


def quick_rule(rule: Rule) -> QuickRule:
    """Make a rule that is no block ready for the short way; kept with the rule."""
    kept: QuickRule | None = rule.kept.get(ByFigures)
    if kept is None:
        kept = rule.kept[ByFigures] = by_figures(rule) or (
            ByLongWay(rule) if takes_figures(rule) else ByRating(rule)
        )
    return kept


def by_figures(rule: Rule) -> ByFigures | None:
    """Make a rule over figures ready; None where there is no short way, or it takes no figures."""
    term = rule.meaning.terms[0]
    trees = [tree for tree in (rule.formula, *(tree for _, tree in rule.conditions)) if tree is not None]
    row = _row(rule)
    if row is None or not takes_figures(rule) or not can_be_inlined(*trees):
        return None
    if rule.value is not None and rule.indicator.name in rule.wanted:
        return None
    quick = ByFigures(rule, (rule.indicator.name,) if rule.value is None else rule.wanted)
    rounds = Reading.DECIMALS in rule.readings
    places = [(whole, place_of(whole, term.full, quick.reach, rounds=rounds)) for whole in row]
    exempting = [Level(quick.reach, is_one_value=True) for _ in rule.conditions]
    quick.locate = locating(rule, quick.wanted, places, exempting)
    return quick


def _row(rule: Rule) -> tuple[Whole, ...] | None:
    """Give the stretches of all ways to read the sentence; None where it is not a scale alone, or it bends."""
    if any(
        len(way.terms) > 1 or way.own.choice is not None or not way.own.scale for way in rule.meaning.ways
    ):
        return None
    return whole_stretches([way.own.scale for way in rule.meaning.ways])


def _value_of(dimension: Dimension, above: int, below: int) -> str:
    return value_text(Fraction(above, below), dimension)


def _in_words(result: Result) -> Result:
    """Give a result that is kept, with its words: they are the same each time."""
    basis = Drawn.of(result.basis)
    cuts = tuple(replace(cut, reason=str(cut.reason)) for cut in basis.deductions)
    return replace(result, basis=replace(basis, explanation=str(basis.explanation), deductions=cuts))
