"""Rules of a table changed on purpose, each made ready to run, or refused, or the same in meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from itertools import pairwise

from jixiao.analysis.mutation.edits import Change, Edit, formula_edits, sentence_edits
from jixiao.dataclass import dataclass, replace
from jixiao.model.diagnostic import Refused
from jixiao.model.mutation import Source
from jixiao.model.ruleset import Indicator, Item, Readings, Ruleset, Text
from jixiao.scoring.program.indicator import compile_indicator
from jixiao.scoring.program.rule import Rule

MAX_EDITS = 400
"""Most changes tried of one text. Keeps a sentence of a thousand numbers from taking hours."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: to which text, which words, and the rule then. None where it can't run."""

    source: Source
    written: Text
    edit: Edit
    rule: Rule | None

    @property
    def text(self) -> str:
        """The text as changed."""
        return self.edit.apply(self.written.text)


def mutants_of(rule: Rule, ruleset: Ruleset) -> Iterator[Mutant]:
    """Yield every mutant of a rule, those that are refused too; each text once."""
    return (make() for make in unmade_mutants_of(rule, ruleset))


def unmade_mutants_of(rule: Rule, ruleset: Ruleset) -> Iterator[Callable[[], Mutant]]:
    """Yield what makes each mutant: making one is to understand the rule anew."""
    indicator, compiler = rule.indicator, _Compiler(ruleset.items, ruleset.readings)
    for source, written, put in _texts(indicator):
        is_sentence = source in (Source.STANDARD, Source.QUALITATIVE)
        edits = sentence_edits(written.text) if is_sentence else formula_edits(written.text, ruleset.items)
        listed = list(edits)[:MAX_EDITS]
        seen = {written.text}
        for edit in listed:
            text = edit.apply(written.text)
            if text not in seen:
                seen.add(text)
                others = listed if is_sentence else []
                yield partial(compiler.mutant, source, written, edit, put, others)


Put = Callable[[Text], Indicator]
"""Gives the indicator with another text in the place of one."""


def _texts(indicator: Indicator) -> Iterator[tuple[Source, Text, Put]]:
    yield Source.STANDARD, indicator.standard, lambda text: replace(indicator, standard=text)
    if indicator.qualitative is not None:
        yield Source.QUALITATIVE, indicator.qualitative, lambda text: replace(indicator, qualitative=text)
    if indicator.formula is not None:
        yield Source.FORMULA, indicator.formula, lambda text: replace(indicator, formula=text)
    for number, fact in enumerate(indicator.exemptions):
        yield Source.EXEMPTION, fact.condition, _condition_put(indicator, number)


def _condition_put(indicator: Indicator, number: int) -> Put:
    def put(text: Text) -> Indicator:
        facts = list(indicator.exemptions)
        facts[number] = replace(facts[number], condition=text)
        return replace(indicator, exemptions=tuple(facts))

    return put


@dataclass(frozen=True, slots=True)
class _Compiler:
    items: Mapping[str, Item]
    readings: Readings

    def mutant(self, source: Source, written: Text, edit: Edit, put: Put, others: list[Edit]) -> Mutant:
        """Make one change ready to run; where points must fit, 分值 or other points make up for it."""
        rule = self._compiled(put, written, edit)
        if rule is None and edit.gain:
            rule = self._compiled(put, written, edit, edit.gain)
        if rule is None and edit.gain:
            for other in others:
                if other.gain == -edit.gain and _apart(edit, other):
                    both = Edit((*edit.changes, *other.changes))
                    rule = self._compiled(put, written, both)
                    if rule is not None:
                        return Mutant(source, written, both, rule)
        return Mutant(source, written, edit, rule)

    def _compiled(self, put: Put, written: Text, edit: Edit, gain: Fraction = Fraction(0)) -> Rule | None:
        indicator = put(Text(edit.apply(written.text), written.place))
        indicator = replace(indicator, points=indicator.points + gain)
        try:
            return compile_indicator(indicator, self.items, self.readings) if indicator.points > 0 else None
        except Refused:
            return None


def _apart(one: Edit, other: Edit) -> bool:
    """Whether two edits change different words."""
    spans: list[Change] = [*one.changes, *other.changes]
    spans.sort(key=lambda change: change.start)
    return all(left.end <= right.start for left, right in pairwise(spans))


def is_same(one: Rule, other: Rule) -> bool:
    """Whether two rules provably mean the same: equal trees, or equal meanings under all readings."""
    around = (one.formula, one.conditions, one.indicator.points) == (
        other.formula,
        other.conditions,
        other.indicator.points,
    )
    return around and one.meaning.is_same(other.meaning) and _same_qualitative(one, other)


def _same_qualitative(one: Rule, other: Rule) -> bool:
    if one.qualitative is None or other.qualitative is None:
        return one.qualitative is other.qualitative
    return one.qualitative.is_same(other.qualitative)
