"""What a table that is ready to run asks of the columns of an input."""

from __future__ import annotations

from jixiao.analysis.needs import needed_figures
from jixiao.files.rows.asked import Asked
from jixiao.quantity import Unit
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.sentence.measure import shown_unit


def asked_of(program: Program) -> Asked:
    """Give what a table can take from a row."""
    known = program.ruleset.items
    items = {one.name: known[one.name].unit for one in needed_figures(program) if one.name in known}
    values = {
        rule.indicator.name: _unit_of(rule)
        for rule in program.rules
        if not rule.indicator.is_block and (rule.formula is not None or rule.meaning.takes_value)
    }
    return Asked(program.ruleset, items, values)


def _unit_of(rule: Rule) -> Unit:
    """Give the unit in which the sentence speaks of an indicator's value."""
    unit = shown_unit(rule.standard, rule.indicator.name)
    return unit if unit.dimension == rule.dimension else Unit("", rule.dimension)
