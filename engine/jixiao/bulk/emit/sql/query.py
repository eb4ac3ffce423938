"""A table's program as one query over a relation: what a row comes to, or its result as it is written out.

The query is a row of layers, each a `SELECT` over the one before: what is read, whole numbers, steps by depth, result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from jixiao.bulk.counted import counted
from jixiao.bulk.emit.sql.dialect import MAX_NAME, Sql
from jixiao.bulk.emit.sql.result import RESTS, Results, result_columns
from jixiao.bulk.emit.sql.source import ROW, UNFIT, Layer, Relation, source_layers
from jixiao.bulk.emit.sql.steps import layers
from jixiao.bulk.program import Step, TableProgram
from jixiao.dataclass import replace

START = 12
"""So many characters of a long name are kept."""
ENGINE = "engine"
"""The column that tells which rows rest with the engine."""


def written_query(program: TableProgram, relation: Relation, sql: Sql) -> str:
    """Give the query whose result has the columns that are kept, those of `jixiao.batch/1`, and ENGINE."""
    made, cells = _worked_out(program.steps, relation, program.largest, sql)
    results = Results(program, sql, cells, [sql.quoted(UNFIT), f"{cells[program.engine]} <> 0"])
    columns = result_columns(results)
    for number, layer in enumerate(results.layers, 1):
        made.append(Layer(f"结果{number}", sql.quoted(made[-1].name), layer))
    unfit = "\n    OR ".join(dict.fromkeys(results.unfit))
    made.append(Layer("核算", sql.quoted(made[-1].name), [(RESTS, f"({unfit})")]))
    columns.append((ENGINE, sql.quoted(RESTS)))
    return _text(made, [*_handed_on(relation, sql), *map(_as(sql), columns)], sql)


def counted_query(program: TableProgram, relation: Relation, sql: Sql) -> str:
    """Give the query whose result is what the program's columns come to: those that are kept, `counted`, and ENGINE."""
    made, cells = _worked_out(program.steps, relation, program.largest, sql)
    columns = [(name, cells[column]) for name, column in counted(program)]
    columns.append((ENGINE, f"({sql.quoted(UNFIT)} OR {cells[program.engine]} <> 0)"))
    return _text(made, [*_handed_on(relation, sql), *map(_as(sql), columns)], sql)


def steps_query(steps: Sequence[Step], relation: Relation, largest: int, sql: Sql) -> str:
    """Give the query of what steps come to, a column each by their names; NULL where a row rests with the engine."""
    made, cells = _worked_out(steps, relation, largest, sql)
    fits = f"NOT {sql.quoted(UNFIT)}"
    columns = [(one.name, f"CASE WHEN {fits} THEN {cells[one.name]} END") for one in steps]
    return _text(made, [*_handed_on(relation, sql), *map(_as(sql), columns)], sql)


def _worked_out(
    steps: Sequence[Step], relation: Relation, largest: int, sql: Sql
) -> tuple[list[Layer], dict[str, str]]:
    """Give the layers that work steps out, and how each column is asked for behind them."""
    deep = layers(steps)
    short = _shortened([*relation.columns, *(step.name for layer in deep for step in layer)])
    cells = {name: sql.quoted(one) for name, one in short.items()}
    named = replace(relation, columns={short[name]: one for name, one in relation.columns.items()})
    made = list(source_layers(named, largest, sql))
    for number, layer in enumerate(deep, 1):
        columns = [(short[step.name], sql.number(step.whole, cells)) for step in layer]
        made.append(Layer(f"第{number}步", sql.quoted(made[-1].name), columns))
    return made, cells


def _shortened(names: Iterable[str]) -> dict[str, str]:
    """Give each name one that every database takes whole, and tells apart from the others."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for number, name in enumerate(names):
        short = name
        if len(name.encode()) > MAX_NAME or name.lower() in taken:
            short = f"{name[:START]}#{number}"
        taken.add(short.lower())
        found[name] = short
    return found


def _handed_on(relation: Relation, sql: Sql) -> Iterator[str]:
    """Yield the columns of the relation that are kept."""
    if relation.kept is None:
        yield sql.all_of(sql.quoted(ROW))
    for place, name in enumerate(relation.kept or ()):
        yield f"{sql.quoted(f'{ROW}{place}')} AS {sql.quoted(name)}"


def _as(sql: Sql) -> Callable[[tuple[str, str]], str]:
    return lambda column: f"{column[1]} AS {sql.quoted(column[0])}"


def _text(made: Sequence[Layer], columns: Iterable[str], sql: Sql) -> str:
    parts = [f"{sql.quoted(one.name)} AS (\n{_select(one, sql)}\n)" for one in made]
    last = ",\n  ".join(columns)
    return f"WITH {', '.join(parts)}\nSELECT\n  {last}\nFROM {sql.quoted(made[-1].name)}\n"


def _select(layer: Layer, sql: Sql) -> str:
    columns = [*(["*"] if layer.brings_all else []), *map(_as(sql), layer.columns)]
    fence = f"\n  {sql.fence}" if sql.fence else ""
    between = ",\n    "
    return f"  SELECT\n    {between.join(columns)}\n  FROM {layer.reads}{fence}"
