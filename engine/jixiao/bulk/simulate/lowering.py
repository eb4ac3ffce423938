"""Many variants of a table → one program of whole numbers, in which each distinct rule stands once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jixiao.bulk.formula import Grains
from jixiao.bulk.making import Making, Outside, unit_of
from jixiao.bulk.near import Loose
from jixiao.bulk.program import Amount, ScoredRule, Step
from jixiao.bulk.row import RowRule
from jixiao.bulk.simulate.merged import Merged, RuleColumns, Total, merged
from jixiao.bulk.simulate.renamed import renamed
from jixiao.bulk.table import asked_of, lowered_rule, scored_rule
from jixiao.bulk.totalled import totalled
from jixiao.bulk.whole import FALSE, NOTHING, UNIT, Truth, choose, some
from jixiao.dataclass import dataclass, field, replace
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an indicator: the rule, and its columns.

    `patchable`: whether a row's score by the engine may stand in their place, since nothing else hangs on it.
    """

    rule: Rule
    columns: RuleColumns
    scored: ScoredRule
    patchable: bool


@dataclass(slots=True)
class Lowering:
    """Programs lowered one after the other; rules that are the same object are lowered once.

    `grains`, `rated`, `chosen` and `loose` are as for `lower_table`.
    """

    grains: Grains
    rated: Collection[str] = ()
    chosen: bool = False
    loose: Loose = field(default_factory=dict)
    versions: list[Version] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    lowered: dict[int, RowRule | Outside] = field(default_factory=dict)
    places: dict[tuple[int, int], int] = field(default_factory=dict)
    """Of a rule and the unit of its points, the place of its version."""
    asks: set[str] = field(default_factory=set)
    kept: list[Rule] = field(default_factory=list)
    """The rules themselves, so that no other takes the place of one in memory."""

    def add(self, program: Program) -> None:
        """Add a variant."""
        asks = asked_of(program)
        self.asks |= asks
        grains = {name: grain for name, grain in self.grains.items() if name in asks}
        lowered = [self._lowered(rule, grains) for rule in program.rules]
        unit = unit_of(program, lowered)
        places = tuple(self._place(rule, one, unit) for rule, one in zip(program.rules, lowered, strict=True))
        making = Making(grains, unit)
        scored = [self.versions[place].scored for place in places]
        choices = program.settlement.choices if self.chosen else ()
        columns = tuple(f"选用.{place}" for place, _ in enumerate(choices))
        low, high, grades = totalled(program, lowered, scored, columns, making)
        engine = [one for place in places if (one := self.versions[place].columns.engine)]
        for number, truth in enumerate(making.engine):
            name = f"engine{number}"
            if truth != FALSE:
                engine.append(making.step(name, choose(truth, UNIT, NOTHING)))
        has_grade_vetoes = any(one.effect.scope == "grade" for one in program.settlement.vetoes)
        self.totals.append(
            Total(
                unit,
                places,
                tuple(making.steps),
                low,
                high,
                tuple(engine),
                grades if has_grade_vetoes or program.settlement.choices else "",
            )
        )

    def asked(self) -> frozenset[str]:
        """Give what the variants so far ask rows for."""
        return frozenset(self.asks)

    def merged(self) -> Merged:
        """Give all variants so far as one program."""
        return merged([one.columns for one in self.versions], self.totals)

    def _lowered(self, rule: Rule, grains: Grains) -> RowRule | Outside:
        found = self.lowered.get(id(rule))
        if found is None:
            self.kept.append(rule)
            loose = {name: halves for name, halves in self.loose.items() if name in grains}
            found = self.lowered[id(rule)] = lowered_rule(rule, grains, loose, self.rated)
        return found

    def _place(self, rule: Rule, lowered: RowRule | Outside, unit: int) -> int:
        key = id(rule), unit
        if key not in self.places:
            self.places[key] = len(self.versions)
            self.versions.append(self._version(rule, lowered, unit))
        return self.places[key]

    def _version(self, rule: Rule, lowered: RowRule | Outside, unit: int) -> Version:
        making = Making(self.grains, unit)
        scored = scored_rule(rule, lowered, making)
        number = len(self.versions)
        brought = (scored.low.above, scored.high.above, scored.why) if scored.from_outside else ()
        names = {name: f"{name}#{number}" for name in (*(step.name for step in making.steps), *brought)}

        def amount(of: Amount) -> Amount:
            return Amount(names[of.above], names[of.below] if of.below else "")

        steps = [Step(names[one.name], renamed(one.whole, names)) for one in making.steps]
        engine = f"{rule.indicator.id}.engine#{number}"
        if not scored.from_outside:
            engine = _engine(making.engine, steps, names, engine)
        steps = [one for one in steps if one.name != names[scored.why]]
        columns = RuleColumns(
            unit, tuple(steps), amount(scored.low), amount(scored.high), engine, scored.from_outside
        )
        renamed_rule = replace(scored, low=columns.low, high=columns.high, why=names[scored.why])
        patchable = isinstance(lowered, RowRule) and not lowered.may_leave
        return Version(rule, columns, renamed_rule, patchable)


def _engine(truths: Iterable[Truth], steps: list[Step], names: dict[str, str], name: str) -> str:

    truth = some(*(renamed(one, names) for one in truths))
    if truth == FALSE:
        return ""
    steps.append(Step(name, choose(truth, UNIT, NOTHING)))
    return name
