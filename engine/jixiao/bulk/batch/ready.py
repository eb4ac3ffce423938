"""All that it takes to score the chunks of one input, made ready by its heads and its first rows."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.bulk.batch.by_engine import nothing_lowered
from jixiao.bulk.batch.engines import EXACT, engine_for
from jixiao.bulk.batch.exact import Exact, Scorers, Share
from jixiao.bulk.batch.figures import item_columns
from jixiao.bulk.batch.frames import Frames
from jixiao.bulk.batch.made import made_for
from jixiao.bulk.batch.row_case import RowCases
from jixiao.bulk.batch.scored import Scoring, claim_columns
from jixiao.bulk.program import NotLowered
from jixiao.bulk.rule import JUDGED
from jixiao.files.rows.chunk import Chunk
from jixiao.files.rows.head import What
from jixiao.files.rows.source.stream import Stream
from jixiao.scoring.program.program import Program


def scoring_for(
    program: Program,
    cases: RowCases,
    stream: Stream,
    first: Chunk | None,
    engine: str,
    kept: Mapping[str, int],
    share: Share | None,
) -> Scoring:
    """Make the table's program for the columns of an input, and what runs it; `kept`: the columns written out again."""
    heads = cases.heads
    items = item_columns(heads.of(What.ITEM, What.VALUE), stream.types, first)
    table = nothing_lowered(program) if engine == EXACT else made_for(program, items, heads)
    return Scoring(
        Frames(table, program, heads, items, cases),
        engine_for(engine, table, stream.total),
        Scorers(Exact(program, cases), share),
        [(name, heads.columns[at]) for name, at in kept.items()],
        claim_columns(program, heads, stream.types),
    )


def left_to_engine(scoring: Scoring) -> tuple[NotLowered, ...]:
    """Give what of the table stays with the engine, but for what somebody judges."""
    return tuple(one for one in scoring.frames.table.not_lowered if one.why != JUDGED)
