"""Many rows for a table, most of them on a bound or one unit beside it; the same ones each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from jixiao.bulk.frame import Frame, Scores
from jixiao.bulk.program import TableProgram
from jixiao.bulk.reason import code_text
from jixiao.bulk.warehouse.asked import AskedColumn
from jixiao.model.impossible import why_impossible
from jixiao.quantity import Quantity, decimal_text
from shared.bulk.rows import Cells, fraction_at

SHARES = [0, 50, 60, 70, 80, 85, 90, 95, 99, 100, 100, 101, 105, 110, 115, 120, 130, 150, 200]
"""Hundredths of a base: figures of a row stand to each other as on a step."""
FIGURES = 18
"""Digits that a DECIMAL column of these rows has before the point."""


class Many:
    """Rows as whole numbers in the grains of their columns; -1 in `known` where a row has none."""

    def __init__(self, columns: Sequence[AskedColumn], count: int, seed: int = 14, most: int = 10**9) -> None:
        random = np.random.default_rng(seed)
        self.columns = tuple(columns)
        self.count = count
        small, large = random.integers(1, 200, count), random.integers(1, most, count)
        self.numbers: dict[str, Any] = {}
        self.known: dict[str, Any] = {}
        for column in columns:
            base = (small if column.decimals == 0 or column.unit.dimension.is_ratio else large) * 100
            if column.unit.dimension.is_ratio:
                base = np.full(count, int(1 / column.grain))
            elif column.decimals == 0:
                base = base // 100
            beside = (
                [-1, 0, 0, 0, 1] if not column.loose else [-1, 1, *[0] * 60]
            )  # near a bound: for the engine
            number = base * random.choice(SHARES, count) // 100 + random.choice(beside, count)
            kind = random.random(count)
            number[kind < 0.03] = 0
            number[(kind >= 0.03) & (kind < 0.04)] *= -1
            number[(kind >= 0.04) & (kind < 0.043)] = 10**14 + 7
            number[(kind >= 0.043) & (kind < 0.045)] = 10**16 + 1
            self.numbers[column.name] = number
            self.known[column.name] = random.random(count) > 0.04

    def cells(self, at: int) -> Cells:
        """A row as a case states it."""
        return {
            one.name: Quantity(Fraction(int(self.numbers[one.name][at]), 10**one.decimals), one.unit, one.decimals)
            if self.known[one.name][at]
            else None
            for one in self.columns
        }  # fmt: skip

    def frame(self, table: TableProgram) -> Frame:
        """The rows as a frame, as whoever reads them has to make it."""
        columns, known = {}, {}
        engine = np.zeros(self.count, bool)
        for one in self.columns:
            if one.name not in table.grains:
                continue
            there = self.known[one.name] & self._possible(one)
            number = np.where(there, self.numbers[one.name], 0)
            large = np.abs(number) > table.largest
            columns[one.name], known[one.name] = np.where(large, 0, number), there
            engine |= large
        return Frame(self.count, columns, known, engine)

    def _possible(self, one: AskedColumn) -> Any:
        distinct, places = np.unique(self.numbers[one.name], return_inverse=True)
        per = 10**one.decimals
        return np.array(
            [why_impossible(one.name, Quantity(Fraction(int(count), per), one.unit)) is None for count in distinct]
        )[places]  # fmt: skip

    def rows(self) -> list[dict[str, Any]]:
        """The rows as a relation holds them."""
        scaled = {
            one.name: [
                Decimal(int(number)).scaleb(-one.decimals) if there else None
                for number, there in zip(self.numbers[one.name], self.known[one.name], strict=True)
            ]
            for one in self.columns
        }
        return [
            {"place": at} | {one.column: scaled[one.name][at] for one in self.columns}
            for at in range(self.count)
        ]

    def types(self) -> dict[str, str]:
        """The types of their columns."""
        return {"place": "BIGINT"} | {one.column: decimal_type(one) for one in self.columns}

    def to_parquet(self, path: Path, *, heads: bool = False) -> None:
        """Write them to a file. `heads`: under heads with units, as `batch` reads them."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        rows = self.rows()
        arrays = {"place": pa.array(range(self.count), pa.int64())}
        for one in self.columns:
            kind = pa.decimal128(FIGURES + one.decimals, one.decimals)
            name = f"{one.name}（{one.unit.name}）" if heads else one.column
            arrays[name] = pa.array([row[one.column] for row in rows], kind)
        pq.write_table(pa.table(arrays), path, row_group_size=self.count // 4 or 1)


def decimal_type(one: AskedColumn) -> str:
    return f"DECIMAL({FIGURES + one.decimals}, {one.decimals})"


def written(program: TableProgram, scores: Scores) -> list[dict[str, object]]:
    """Scores as they are written out: each column's text; nothing where a row rests with the engine."""
    names = [name for name, _ in program.ruleset.grades]
    found: list[dict[str, object]] = []
    for at, engine in enumerate(scores.engine):
        if engine:
            found.append({"engine": True})
            continue
        grades = int(scores.grades[at])
        row: dict[str, object] = {
            "engine": False,
            "score_low": decimal_text(fraction_at(scores.total_low, at)),
            "score_high": decimal_text(fraction_at(scores.total_high, at)),
            "grade": "、".join(name for place, name in enumerate(names) if grades >> place & 1),
        }
        for place, rule in enumerate(program.rules):
            row[f"{rule.code}_low"] = decimal_text(fraction_at(scores.low[place], at))
            row[f"{rule.code}_high"] = decimal_text(fraction_at(scores.high[place], at))
            row[f"{rule.code}_why"] = code_text(int(scores.why[place][at]))
        found.append(row)
    return found


def told(row: Mapping[str, Any], like: Mapping[str, object]) -> dict[str, object]:
    """A row that a query gave, in the same terms."""
    return {
        name: decimal_text(Fraction(row[name])) if isinstance(row[name], Decimal) else row[name]
        for name in like
    }
