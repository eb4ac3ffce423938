"""Many variants of a table over the rows of an input: how scores and grades lie, and which rows move."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.dataclass import replace
from jixiao.desk import messages
from jixiao.desk.processors import can_fork, usable_processors
from jixiao.desk.rules import Rules, find_table, open_rules
from jixiao.desk.shares import in_shares
from jixiao.model.diagnostic import BadQuestion, Diagnostic
from jixiao.model.ruleset import Ruleset
from jixiao.model.simulation import Place, Simulation

if TYPE_CHECKING:
    from jixiao.bulk.simulate.asked import Asked
    from jixiao.bulk.simulate.ready import ReadyVariant
    from jixiao.files.rows.asked import Asked as AskedOfRows

Watch = Callable[[int, float], None]
"""Told after each chunk how many rows there were so far, and which part of all they are; 0 where nobody knows."""


def simulate(  # noqa: PLR0913 what is varied, over what, and how
    table: str | Path,
    input: str | Path,  # noqa: A002 as the command calls it
    vary: str | Iterable[str] = (),
    variants: str | Path | None = None,
    *,
    named: Path | None = None,
    step: int | Fraction = 5,
    rules: Rules = None,
    processes: int | None = None,
    watch: Watch | None = None,
) -> Simulation:
    """Score every row of an input by a table and by variants of it, in one pass.

    `vary`: places of the table and the values that each takes (预算控制率.条款2.分值=3..5), every combination a
    variant; `variants`: a file that lists them. `named`: a file that says what columns are (`--map`). `step`: points of
    one step of the distributions. `watch`: told after each chunk.

    Raises Refused where nothing is simulated: the table, the places or the input are not in order. A variant that no
    table can be is told in the answer.
    """
    from jixiao.bulk.batch.row_case import RowCases
    from jixiao.bulk.simulate.ready import ready_variants
    from jixiao.bulk.simulate.simulate import Share, Simulated, simulate_share, simulation_of
    from jixiao.files.rows.heads import read_heads
    from jixiao.files.rows.named import read_named
    from jixiao.files.rows.source.opened import open_rows

    ruleset = find_table(table, open_rules(rules))
    ready = ready_variants(ruleset, _asked(ruleset, vary, variants))
    count = _shares(str(input), processes)
    warnings: list[Diagnostic] = []

    def share(number: int) -> Share:
        with open_rows(str(input)) as stream:
            said = {} if named is None else read_named(named, stream.heads)
            heads = read_heads(stream.heads, _asked_of_rows(ready), stream.name, said)
            cases = RowCases(ruleset, heads, stream.name, stream.sheet)
            warnings[:] = heads.warnings
            asked = Simulated(ready, stream, heads, cases)
            return simulate_share(asked, number, count, watch=None if number else watch)

    found = simulation_of(ruleset, ready, in_shares(count, share), Fraction(step))
    return replace(found, warnings=tuple(warnings))


def _shares(input_: str, processes: int | None) -> int:
    """Give in how many processes rows are simulated: one where they are few, or come from a database, in any order."""
    from jixiao.files.rows.source.opened import is_database, split_table

    if not can_fork() or is_database(input_):
        return 1
    file = Path(split_table(input_)[0])
    is_large = file.is_file() and file.stat().st_size > SMALL
    return (processes or usable_processors()) if is_large else 1


SMALL = 1 << 20
"""Bytes of an input that one process reads as soon as several have begun."""


def places(table: str | Path, rules: Rules = None) -> tuple[Ruleset, tuple[Place, ...]]:
    """Give the places of a table that can be varied by a number, each with what stands there; raises Refused."""
    from jixiao.bulk.simulate.knobs import knobs_of

    ruleset = find_table(table, open_rules(rules))
    return ruleset, tuple(Place(one.path, one.now, one.beside) for one in knobs_of(ruleset))


def _asked(ruleset: Ruleset, vary: str | Iterable[str], variants: str | Path | None) -> tuple[Asked, ...]:
    from jixiao.bulk.simulate.asked import grid, listed_variants
    from jixiao.files.rows.variants import read_variants

    wanted = (vary,) if isinstance(vary, str) else tuple(vary)
    if variants is not None:
        if wanted:
            raise BadQuestion(messages.VARY_OR_LIST)
        return listed_variants(ruleset, read_variants(Path(variants)))
    if not wanted:
        raise BadQuestion(messages.NOTHING_VARIED)
    return grid(ruleset, wanted)


def _asked_of_rows(ready: Sequence[ReadyVariant]) -> AskedOfRows:
    """Give what the table and all its variants ask of rows."""
    from jixiao.bulk.batch.asked import asked_of

    found: dict[tuple[object, ...], AskedOfRows] = {}
    for one in ready:
        if one.program is not None:
            key = tuple(rule.formula for rule in one.program.rules)
            if key not in found:
                found[key] = asked_of(one.program)
    first, *others = found.values()
    for other in others:
        first = replace(first, items={**other.items, **first.items}, values={**other.values, **first.values})
    return first
