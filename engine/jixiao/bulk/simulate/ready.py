"""Variants made ready to run as any other table, each distinct indicator once; what can't be is told why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm

from jixiao.bulk.simulate.asked import Asked
from jixiao.bulk.simulate.tally import Ruler
from jixiao.bulk.simulate.vary import varied
from jixiao.dataclass import dataclass, field
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.ruleset import Indicator, Item, Readings, Ruleset
from jixiao.model.simulation import Change
from jixiao.scoring.program.indicator import Understand, compile_indicator
from jixiao.scoring.program.program import Program, prepare
from jixiao.scoring.program.rule import Rule

HUNDREDTHS = 100
MAX_COUNTED = 2**25
"""Most numbers in which scores are counted, over all variants: 256 MB."""


@dataclass(frozen=True, slots=True)
class ReadyVariant:
    """A variant: what it changes, and the table ready to run; or why no such table can be."""

    changes: tuple[Change, ...]
    full: Fraction
    program: Program | None
    refused: tuple[Diagnostic, ...] = ()


def ready_variants(ruleset: Ruleset, asked: Sequence[Asked]) -> tuple[ReadyVariant, ...]:
    """Make the table as it is and every variant ready, in order; raises Refused where the table itself can't run."""
    indicators = _Indicators()
    base = prepare(ruleset, compiled=indicators.compiled).program()
    found = [ReadyVariant((), ruleset.full, base)]
    for turns in asked:
        changes = tuple(Change(one.knob.path, one.knob.now, one.shown) for one in turns)
        try:
            changed = varied(ruleset, turns)
            program = prepare(changed, compiled=indicators.compiled).program()
        except Refused as refused:
            found.append(ReadyVariant(changes, ruleset.full, None, refused.diagnostics))
            continue
        found.append(ReadyVariant(changes, changed.full, program))
    return tuple(found)


@dataclass(slots=True)
class _Indicators:
    """Indicators made ready, each distinct one once; those that are refused too."""

    found: dict[object, Rule | Refused] = field(default_factory=dict)

    def compiled(
        self, row: Indicator, items: Mapping[str, Item], readings: Readings, understand: Understand | None
    ) -> Rule:
        key = (
            row.name,
            row.points,
            row.standard.text,
            None if row.formula is None else row.formula.text,
            None if row.target is None else row.target.text,
            tuple(sorted({**readings, **row.readings}.items())),
            row.ground,
        )
        found = self.found.get(key)
        if found is None:
            try:
                found = compile_indicator(row, items, readings, understand)
            except Refused as refused:
                found = refused
            self.found[key] = found
        if isinstance(found, Refused):
            raise Refused(*found.diagnostics)
        return found


def rulers_of(programs: Sequence[Program]) -> tuple[Ruler, ...]:
    """Give by what the scores of each table are counted: in hundredths of a point, coarser where that is too much."""
    tables = [one.ruleset for one in programs]
    needed = [lcm(*(lowest.denominator for _, lowest in one.grades)) for one in tables]
    room = MAX_COUNTED // max(len(tables), 1)
    return tuple(
        Ruler(one.most, _parts(one.most, least, room), one.grades)
        for one, least in zip(tables, needed, strict=True)
    )


def _parts(most: Fraction, least: int, room: int) -> int:
    """Give into how many parts a point is divided: hundredths, or as few as grades need."""
    fine = lcm(least, HUNDREDTHS)
    return fine if 2 * most * fine <= room else least
