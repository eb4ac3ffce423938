"""Where the results of many rows go, and what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.dataclass import dataclass
from jixiao.desk import messages
from jixiao.model.diagnostic import BadQuestion, Diagnostic
from jixiao.model.messages import filled

if TYPE_CHECKING:
    from jixiao.bulk.batch.run import Output
    from jixiao.bulk.batch.tally import Tally
    from jixiao.bulk.program import NotLowered
    from jixiao.files.rows.writer.written import Write
    from jixiao.model.check_count import CountedCheck

TABLE_OF = "::"
OWN_TABLE = "batch"
"""The table of a DuckDB file, where none is named."""


@dataclass(frozen=True, slots=True)
class BatchRun:
    """What became of the rows of an input.

    `left`: what of the table stays with the engine, and why. `checked`: how checks of figures came out, those that most
    rows miss first; None where none were run. `unread`: cells that only checks ask for and that can't be read.
    """

    output: Path | str
    bad: Path | str | None
    tally: Tally
    warnings: tuple[Diagnostic, ...]
    left: tuple[NotLowered, ...]
    checked: tuple[CountedCheck, ...] | None = None
    unread: int = 0


def output_of(output: str | Path) -> Output:
    """Give where results go, by the end of the file's name; raises BadQuestion for one that says nothing."""
    from jixiao.bulk.batch.run import Output
    from jixiao.files.rows.writer import written

    file, _, table = str(output).partition(TABLE_OF)
    path = Path(file)
    path = path.resolve() if path.is_symlink() else path  # a link stays one
    suffix = path.suffix.lower()
    plain: dict[str, Write] = {
        ".csv": written.write_csv, ".parquet": written.write_parquet, ".xlsx": written.write_workbook,
    }  # fmt: skip
    if suffix in plain and table:
        raise BadQuestion(filled(messages.TABLE_OF_FILE, path=str(output), table=table))
    if suffix in plain:
        most = written.MOST_SHEET_ROWS if suffix == ".xlsx" else None
        return Output(path, plain[suffix], most=most)
    if suffix in (".duckdb", ".db", ".ddb"):
        return Output(path, written.write_database(table or OWN_TABLE), keeps=True)
    raise BadQuestion(filled(messages.UNKNOWN_OUTPUT, path=file))
