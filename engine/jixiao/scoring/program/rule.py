"""One indicator made ready to run."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass, field, fields
from jixiao.language.formula import Expression, names
from jixiao.language.formula.calculate import Calculation, compile_condition, compile_value
from jixiao.language.formula.quotient import Decision
from jixiao.model.evaluation import Beyond
from jixiao.model.ruleset import Indicator, Readings
from jixiao.quantity import Dimension
from jixiao.scoring.program.excess import Exceeding
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.standard import Standard


@dataclass(frozen=True, slots=True)
class Rule:
    """One indicator made ready to run.

    `conditions` hold, for each fact that the sentence exempts and 免评 decides, the
    condition; facts without one wait for a rating.
    """

    indicator: Indicator
    meaning: Meaning
    readings: Readings
    formula: Expression | None = None
    dimension: Dimension = Dimension()
    conditions: tuple[tuple[str, Expression], ...] = ()
    qualitative: Meaning | None = None
    exceeding: Exceeding | None = None
    """What the table takes where the target is exceeded by far (超额)."""
    operands: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The items of the formula."""
    wanted: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The items of the formula and of the conditions, each once."""
    value: Calculation | None = field(init=False, compare=False, repr=False)
    """The formula, made ready."""
    exempting: tuple[tuple[str, Decision], ...] = field(init=False, compare=False, repr=False)
    """The conditions, made ready."""

    @property
    def standard(self) -> Standard:
        """The sentence, as it is understood."""
        return self.meaning.standard

    def bounds(self) -> tuple[Fraction, Fraction]:
        """Give the lowest and the highest score over all that may be found; without end, as far as it can matter."""
        low, high = self.meaning.bounds()
        return -self.indicator.ground if low is None else low, high

    def spilled(self) -> Beyond | None:
        """Give what may be taken off the total besides the score, as far as it can matter."""
        spilled = self.meaning.spilled()
        if spilled is None:
            return None
        clause, most = spilled
        return Beyond(clause, self.indicator.ground if most is None else most, Fraction(0))

    def scores_as(self, rule: Rule) -> bool:
        """Whether two rules give every project the same result, in every word of it."""
        mine, theirs = self.indicator, rule.indicator
        return (
            (mine.name, mine.points, mine.category, mine.extra, mine.ground)
            == (theirs.name, theirs.points, theirs.category, theirs.extra, theirs.ground)
            and not (mine.is_block or theirs.is_block)
            and (self.meaning, self.readings, self.dimension) == (rule.meaning, rule.readings, rule.dimension)
            and (self.formula, self.conditions, self.exceeding)
            == (rule.formula, rule.conditions, rule.exceeding)
        )

    def __post_init__(self) -> None:
        operands = names(self.formula) if self.formula is not None else ()
        asked = (name for _, tree in self.conditions for name in names(tree))
        object.__setattr__(self, "operands", operands)
        object.__setattr__(self, "wanted", tuple(dict.fromkeys((*operands, *asked))))
        object.__setattr__(self, "value", compile_value(self.formula) if self.formula is not None else None)
        exempting = tuple((fact, compile_condition(tree)) for fact, tree in self.conditions)
        object.__setattr__(self, "exempting", exempting)

    def __reduce__(self) -> tuple[type[Rule], tuple[object, ...]]:
        """What is made ready are functions, which another process makes for itself."""
        return Rule, tuple(getattr(self, one.name) for one in fields(self) if one.init)
