"""What a table asks of a case, from its formulas, standards and conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.analysis.portraits.choices import choices_of
from jixiao.analysis.portraits.clauses import clause_of
from jixiao.analysis.portraits.inputs import needed_inputs
from jixiao.language.formula import names
from jixiao.model.needs import ClaimedIndicator, NeededBlock, NeededFact, NeededFigure, NeededRating, Needs
from jixiao.model.ruleset import WHOLE, Item
from jixiao.quantity import name_in_files
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.measure import shown_unit, unit_of

_EFFECTS = {"full": "得满分", "leave-out": "不计入总分，其余指标折算"}


def needs_of(program: Program) -> Needs:
    """Give everything that a case may bring for a table that is ready to run."""
    blocks = [rule for rule in program.rules if rule.indicator.is_block]
    rules = _scored(program)
    return Needs(
        ruleset=program.ruleset,
        figures=needed_figures(program),
        claims=tuple(
            ClaimedIndicator(rule.indicator.name, rule.indicator.points, not _by_value(rule))
            for rule in rules
        ),
        ratings=tuple(_rating(rule) for rule in rules if _is_rated(rule)),
        facts=(*(fact for rule in rules for fact in _facts(rule)), *_whole_facts(program)),
        blocks=tuple(
            NeededBlock(rule.indicator.name, rule.indicator.points, rule.indicator.qualitative is not None)
            for rule in blocks
        ),
        choices=program.ruleset.choices,
    )


def needed_figures(program: Program) -> tuple[NeededFigure, ...]:
    """Give the figures alone that a case may bring; what can be rated is not looked at, which takes its time."""
    rules = _scored(program)
    return (*_items(rules, program), *_stated(rules))


def _scored(program: Program) -> list[Rule]:
    return [rule for rule in program.rules if not rule.indicator.is_block]


def _by_value(rule: Rule) -> bool:
    """Whether figures score an indicator, or part of it."""
    return rule.formula is not None or rule.meaning.takes_value


def _is_rated(rule: Rule) -> bool:
    """Whether a rating scores an indicator, or part of it."""
    return rule.meaning.takes == Takes.SEVERAL or not _by_value(rule)


def _items(rules: Iterable[Rule], program: Program) -> Iterator[NeededFigure]:
    used: dict[str, dict[str, None]] = {}
    for rule in rules:
        trees = [rule.formula] if rule.formula is not None else []
        for tree in (*trees, *(condition for _, condition in rule.conditions)):
            for name in names(tree):
                used.setdefault(name, {})[rule.indicator.name] = None
    for veto in program.settlement.vetoes:
        for name in veto.wanted:
            used.setdefault(name, {})[f"否决（{veto.fact}）"] = None
    for ceiling in program.settlement.ceilings:
        for name in ceiling.wanted:
            used.setdefault(name, {})[f"上限（{ceiling.of}）"] = None
    for name, indicators in used.items():
        item: Item = program.ruleset.items[name]
        yield NeededFigure(name, item.unit.name, item.meaning, tuple(indicators))


def _stated(rules: Iterable[Rule]) -> Iterator[NeededFigure]:
    """Yield the indicators without a formula, whose value a report states itself."""
    for rule in rules:
        if rule.formula is None and rule.meaning.takes_value:
            name = rule.indicator.name
            yield NeededFigure(
                name, name_in_files(shown_unit(rule.standard, name)), "报告给出的数值", (name,)
            )


def _whole_facts(program: Program) -> Iterator[NeededFact]:
    """Yield the facts of the table's own vetoes that no condition decides."""
    for veto in program.settlement.vetoes:
        if not veto.indicator and veto.condition is None:
            yield NeededFact(WHOLE, veto.fact, str(veto.effect))


def _rating(rule: Rule) -> NeededRating:
    standard = rule.standard
    takes = rule.meaning.takes
    counted, clause = "", ""
    if takes == Takes.COUNT:
        counted, clause = unit_of(standard).name, clause_of(rule.meaning, 0)
    inputs = tuple(needed_inputs(rule.meaning))
    choices = () if inputs else choices_of(rule.meaning)
    return NeededRating(rule.indicator.name, rule.indicator.points, takes, counted, choices, inputs, clause)


def _facts(rule: Rule) -> Iterator[NeededFact]:
    """Yield the facts of a sentence that 免评 does not decide."""
    decided = {fact for fact, _ in rule.conditions}
    for exemption in rule.standard.exemptions:
        if exemption.fact not in decided:
            yield NeededFact(rule.indicator.name, exemption.fact, _EFFECTS[exemption.effect])
    for veto in rule.standard.vetoes:
        yield NeededFact(rule.indicator.name, veto.fact, veto.effect_text)
