"""A table and its variants over the rows of an input."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any

from jixiao.bulk.batch.figures import item_columns
from jixiao.bulk.batch.row_case import RowCases
from jixiao.bulk.columns import Range
from jixiao.bulk.making import LOOSEST, MOST_POINTS, largest_with, ranges_of
from jixiao.bulk.near import loose_name
from jixiao.bulk.simulate.blocks import Blocks, grains_of, loose_of
from jixiao.bulk.simulate.ended import moves_of, standing_of
from jixiao.bulk.simulate.exact import MAX_EXACT, Allowance
from jixiao.bulk.simulate.lowering import Lowering
from jixiao.bulk.simulate.merged import Merged
from jixiao.bulk.simulate.ready import ReadyVariant, rulers_of
from jixiao.bulk.simulate.run import Job, run
from jixiao.bulk.simulate.tally import Tally
from jixiao.dataclass import dataclass
from jixiao.files.rows.chunk import Chunk
from jixiao.files.rows.head import What
from jixiao.files.rows.heads import Heads
from jixiao.files.rows.source.stream import Stream
from jixiao.model.ruleset import Ruleset
from jixiao.model.simulation import Simulation, Standing, Variant

MOST_CHOICES = 100
"""More groups of which one indicator counts (任选) than any table has."""

Watch = Callable[[int, float], None]
"""Told after each chunk how many rows there were so far, and which part of all they are; 0 where nobody knows."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """What is simulated: a table and its variants made ready, and the input."""

    variants: Sequence[ReadyVariant]
    stream: Stream
    heads: Heads
    cases: RowCases


@dataclass(frozen=True, slots=True)
class Share:
    """What came of some of an input's chunks: a tally for the table and each variant that can be.

    `bad`: rows that have no cells to speak of.
    """

    tallies: list[Tally]
    bad: int


def simulate_share(
    asked: Simulated, number: int = 0, count: int = 1, *, workers: int = 1, watch: Watch | None = None
) -> Share:
    """Run the rows of every `count`-th chunk of an input through all variants, from that of `number` on."""
    chunks = asked.stream.chunks
    first = next(chunks, None)
    job, blocks = _job(asked, first)
    every = chain([] if first is None else [first], chunks)
    own = _watched(every, number, count, asked.stream, watch)
    tallies = run(job, blocks.blocks(own), workers, Allowance(MAX_EXACT // count))
    return Share(tallies, blocks.bad)


def simulation_of(
    ruleset: Ruleset, variants: Sequence[ReadyVariant], shares: Sequence[Share], step: Fraction
) -> Simulation:
    """Draw together what came of all chunks. `step`: points of one step of the distributions."""
    first, *others = shares
    for other in others:
        for tally, more in zip(first.tallies, other.tallies, strict=True):
            tally.merge(more)
    return _simulation(ruleset, variants, first.tallies, step, sum(one.bad for one in shares))


def _job(asked: Simulated, first: Chunk | None) -> tuple[Job, Blocks]:
    heads = asked.heads
    items = item_columns(heads.of(What.ITEM, What.VALUE), asked.stream.types, first)
    lowering = Lowering(
        grains_of(items),
        frozenset(one.name for one in heads.of(What.RATING)),
        bool(heads.of(What.CHOSEN)),
        loose_of(items, heads),
    )
    programs = [one.program for one in asked.variants if one.program is not None]
    for program in programs:
        lowering.add(program)
    merged = lowering.merged()
    job = Job(merged, lowering.versions, programs, rulers_of(programs))
    asks = lowering.asked()
    grains = {name: grain for name, grain in grains_of(items).items() if name in asks}
    blocks = Blocks(programs[0], programs, heads, items, asked.cases, grains, largest_of(merged, grains))
    return job, blocks


def largest_of(merged: Merged, grains: Iterable[str]) -> int:
    """Give how large a number in a column may be, so that nothing on the way ever grows beyond 64 bits."""
    units = max(one.unit for one in merged.totals)
    points = Range(-MOST_POINTS * units, MOST_POINTS * units)
    brought = [one for one in merged.rules if one.outside]
    outside = {name for one in brought for name in (one.low.above, one.high.above, one.engine)}
    outside |= {f"选用.{place}" for place in range(MOST_CHOICES)}
    steps = [
        *(step for rule in merged.rules for step in rule.steps),
        *merged.shared,
        *(step for one in merged.totals for step in one.steps),
    ]

    def widest(most: int) -> int:
        columns = {**dict.fromkeys(outside, points), **dict.fromkeys(grains, Range(-most, most))}
        columns |= dict.fromkeys(map(loose_name, grains), LOOSEST)
        return ranges_of(steps, columns).widest

    return largest_with(widest)


def _watched(
    chunks: Iterable[Chunk], number: int, count: int, stream: Stream, watch: Watch | None
) -> Iterator[Chunk]:
    """Yield the chunks of one share, telling how far all of them are."""
    rows = 0
    for place, chunk in enumerate(chunks):
        if place % count == number:
            yield chunk
        rows += chunk.count
        if watch is not None:
            watch(rows, stream.done(rows))


def _simulation(
    ruleset: Ruleset,
    ready: Sequence[ReadyVariant],
    tallies: Sequence[Tally],
    step: Fraction,
    broken: int,
) -> Simulation:
    programs = [one.program for one in ready if one.program is not None]
    standings: list[Standing | None] = [
        standing_of(tally, program, step) if tally.rows else None
        for tally, program in zip(tallies, programs, strict=True)
    ]
    places: dict[int, int] = {}
    for number, one in enumerate(ready):
        if one.program is not None:
            places[number] = len(places)
    variants = tuple(
        _variant(number, one, tallies, standings, places.get(number))
        for number, one in enumerate(ready)
        if number
    )
    base = tallies[0]
    return Simulation(ruleset, base.rows + base.left_out, step, standings[0], variants, base.bad + broken)


def _variant(
    number: int, one: ReadyVariant, tallies: Sequence[Tally], standings: Sequence[Any], place: int | None
) -> Variant:
    if place is None:
        return Variant(number, one.changes, one.full, refused=one.refused)
    moves = moves_of(tallies[place]) if tallies[place].rows else None
    return Variant(number, one.changes, one.full, standings[place], moves)
