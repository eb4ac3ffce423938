"""Every rule of some tables changed in every small way, and what notices it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from jixiao.analysis.mutation.figures import find_figures
from jixiao.analysis.mutation.mutants import Mutant, is_same, mutants_of
from jixiao.analysis.mutation.notice import Watched, case_notices, examples_notice, watch_all
from jixiao.analysis.mutation.witness import find_example, hint_at
from jixiao.audit.bench import Bench, Reviewed
from jixiao.dataclass import dataclass, field
from jixiao.model.mutation import CaseHint, ExampleHint, Mutation, Source, Survivor
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule

Watch = Callable[[Sequence[tuple[Program, int]]], Iterable[tuple[Program, int]]]
"""Goes through the rules of tables one by one, perhaps showing how far it is."""


@dataclass(slots=True)
class _Count:
    """What became of the changes so far."""

    killed: int = 0
    refused: int = 0
    same: int = 0
    survivors: list[Survivor] = field(default_factory=list)


def mutate(
    bench: Bench, programs: Sequence[Program], reviewed: Sequence[Reviewed], watch: Watch = iter
) -> Mutation:
    """Change every rule of these tables, and give what neither cases nor examples notice."""
    count = _Count()
    watched = {id(program): watch_all(reviewed, program) for program in programs}
    for program, place in watch([(one, place) for one in programs for place in range(len(one.rules))]):
        _mutate_rule(program, place, watched[id(program)], bench, count)
    return Mutation(count.killed, count.refused, count.same, tuple(count.survivors))


def _mutate_rule(
    program: Program, place: int, watched: Sequence[Watched], bench: Bench, count: _Count
) -> None:
    rule, hints = program.rules[place], list[ExampleHint]()
    for mutant in mutants_of(rule, program.ruleset):
        if mutant.rule is None:
            count.refused += 1
        elif is_same(rule, mutant.rule):
            count.same += 1
        elif examples_notice(rule, mutant.rule) or any(
            case_notices(one, place, mutant.rule, bench) for one in watched
        ):
            count.killed += 1
        else:
            hint = _hint(rule, mutant, mutant.rule, program, hints)
            if hint is None:
                count.same += 1
            else:
                count.survivors.append(_survivor(program, rule, mutant, hint))


def _hint(
    rule: Rule, mutant: Mutant, changed: Rule, program: Program, known: list[ExampleHint]
) -> ExampleHint | CaseHint | None:
    """Give what would notice a change, where an example given before does that one; None where nothing can."""
    if mutant.source in (Source.FORMULA, Source.EXEMPTION):
        return find_figures(rule, changed, program.ruleset.items)
    for before in known:
        again = hint_at(before.at, rule, changed)
        if again is not None and again.points == before.points:
            return again
    found = find_example(rule, changed)
    if found is not None:
        known.append(found)
    return found


def _survivor(program: Program, rule: Rule, mutant: Mutant, hint: ExampleHint | CaseHint) -> Survivor:
    old, new = mutant.edit.words(mutant.written.text)
    place = mutant.written.place
    if "\n" not in mutant.written.text:
        place = place._replace(column=place.column + mutant.edit.changes[0].start)
    return Survivor(
        program.ruleset.reference,
        rule.indicator.name,
        mutant.source,
        place,
        old,
        new,
        mutant.text,
        hint,
    )
