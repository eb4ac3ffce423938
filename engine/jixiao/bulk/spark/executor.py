"""On an executor: batches of rows → their results as texts; the engine looks at what SQL could not say.

A row of which nothing can be made comes out too, with the reason in BAD; TOLD of the first row of a batch holds its
counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa

from jixiao.bulk.batch.asked import asked_of
from jixiao.bulk.batch.engines import engine_for
from jixiao.bulk.batch.exact import Exact, Scorers
from jixiao.bulk.batch.figures import item_columns
from jixiao.bulk.batch.frames import Frames
from jixiao.bulk.batch.made import made_for
from jixiao.bulk.batch.row_case import RowCases
from jixiao.bulk.batch.scored import Results, Scoring, claim_columns
from jixiao.bulk.counted import counted, scores_of
from jixiao.bulk.emit.sql.query import ENGINE
from jixiao.bulk.frame import Frame, Scores
from jixiao.bulk.program import TableProgram
from jixiao.bulk.spark.plan import Plan
from jixiao.dataclass import dataclass, replace
from jixiao.files.rows.chunk import BadRow, Chunk
from jixiao.files.rows.head import What
from jixiao.files.rows.heads import read_heads
from jixiao.files.rows.source.stream import plain
from jixiao.scoring.program.program import compile_ruleset

BAD, TOLD = "jixiao_bad", "jixiao_told"
LOCAL = "local"


def score_batches(plan: Plan, batches: Iterable[Any]) -> Iterator[Any]:
    """Score the batches of one part of the rows; gives batches with what is kept, the results, BAD and TOLD."""
    remaining = iter(batches)
    first = next(remaining, None)
    if first is None:
        return
    scorer = _scorer(plan, first)
    for batch in chain([first], remaining):
        if batch.num_rows:
            yield from scorer.score(batch)


@dataclass(slots=True)
class _Counted:
    """Gives what SQL has worked out for the rows at hand, beside what only a frame tells."""

    made: TableProgram
    scores: Scores | None = None

    def __call__(self, frame: Frame) -> Scores:
        assert self.scores is not None
        return replace(self.scores, engine=self.scores.engine | frame.engine)


@dataclass(slots=True)
class _Scorer:
    plan: Plan
    scoring: Scoring
    counted: _Counted | None

    def score(self, batch: Any) -> Iterator[Any]:
        columns = batch.columns
        chunk = _chunk(columns[: len(self.plan.heads)], batch.num_rows)
        if self.counted is not None:
            names = [*(name for name, _ in counted(self.counted.made)), ENGINE]
            found = dict(zip(names, map(_numbers, columns[len(self.plan.heads) :]), strict=True))
            self.counted.scores = scores_of(self.counted.made, found, found[ENGINE].astype(bool))
        results = self.scoring.results(chunk)
        told = json.dumps(results.tally.counts())
        bad = list(_bad(results.bad))
        if results.count:
            yield self._good(results, told)
        if bad:
            yield self._refused(chunk, bad, told if not results.count else "")

    def _good(self, results: Results, told: str) -> Any:
        found = {name: plain(column) for name, column in results.columns.items()}
        found |= {BAD: pa.nulls(results.count, pa.string()), TOLD: _first(told, results.count)}
        return pa.RecordBatch.from_pydict(found)

    def _refused(self, chunk: Chunk, bad: Sequence[tuple[int, str]], told: str) -> Any:
        places = pa.array([at for at, _ in bad], pa.int64())
        found = {name: chunk.columns[at].take(places) for name, at in self.plan.kept}
        found |= {name: pa.nulls(len(bad), pa.string()) for name in self.plan.results}
        found |= {BAD: pa.array([reason for _, reason in bad]), TOLD: _first(told, len(bad))}
        return pa.RecordBatch.from_pydict(found)


def _scorer(plan: Plan, first: Any) -> _Scorer:
    program = compile_ruleset(plan.ruleset)
    heads = read_heads(plan.heads, asked_of(program), plan.file, dict(plan.named))
    cases = RowCases(program.ruleset, heads, plan.file)
    types = [one.type for one in first.columns[: len(plan.heads)]]
    counted: _Counted | None = None
    if plan.made is None:
        chunk = _chunk(first.columns[: len(plan.heads)], first.num_rows)
        items = item_columns(heads.of(What.ITEM, What.VALUE), types, chunk)
        table = made_for(program, items, heads)
    else:
        items, table = [], plan.made
        counted = _Counted(table)
    scoring = Scoring(
        Frames(table, program, heads, items, cases),
        counted or engine_for(LOCAL, table, None),
        Scorers(Exact(program, cases), None),
        [(name, heads.columns[at]) for name, at in plan.kept],
        claim_columns(program, heads, types),
    )
    return _Scorer(plan, scoring, counted)


def _chunk(columns: Sequence[Any], count: int) -> Chunk:
    numbers = np.arange(count)
    return Chunk(tuple(columns), numbers, numbers)


def _numbers(column: Any) -> Any:
    return column.to_numpy(zero_copy_only=False)


def _bad(rows: Sequence[BadRow]) -> Iterator[tuple[int, str]]:
    """Yield the place of each row that nothing can be made of, and all that is wrong in it."""
    reasons: dict[int, list[list[str]]] = {}
    for one in rows:
        reasons.setdefault(one.row, []).append([one.head, one.cell, one.reason])
    for place, told in reasons.items():
        yield place, json.dumps(told, ensure_ascii=False)


def _first(text: str, count: int) -> Any:
    return pa.array([text or None, *[None] * (count - 1)], pa.string())
