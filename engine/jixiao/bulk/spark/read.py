"""Where rows come from: files that Spark reads wherever it runs, or a table of its catalogue."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from jixiao.model.diagnostic import Diagnostic, Place, Refused

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "gb18030": "GB18030", "utf-16": "UTF-16"}
DELIMITERS = {".csv": ",", ".tsv": "\t"}
LARGE = 32 * 2**20
PARTS = 64
"""Parts that a large text is dealt out in."""
TABLE = "table:"
"""What stands before the name of a table of the catalogue."""
NOT_READ = "Spark 读不了：{why}"


def read_rows(session: SparkSession, source: str, encoding: str = "utf-8") -> DataFrame:
    """Give the rows of a Parquet or CSV file or folder, or of a table; raises Refused where Spark can't read it.

    Texts stay texts: what they say is for the reader of numbers to tell.
    """
    from pyspark.errors import PySparkException

    suffix = PurePosixPath(source.rstrip("/")).suffix.lower()
    try:
        if source.startswith(TABLE):
            return session.table(source.removeprefix(TABLE))
        if suffix in DELIMITERS:
            reader = session.read.options(
                header=True, inferSchema=False, multiLine=True, escape='"', quote='"', mode="PERMISSIVE",
                sep=DELIMITERS[suffix], encoding=ENCODINGS.get(encoding, encoding),
            )  # fmt: skip
            rows = reader.csv(source)
            return rows.repartition(PARTS) if _is_large(source) else rows
        return session.read.parquet(source)
    except PySparkException as problem:
        why = str(problem).strip().splitlines()[0]
        raise Refused(Diagnostic(Place(source), NOT_READ.format(why=why))) from None


def _is_large(source: str) -> bool:
    """Whether a text is worth more than one core: Spark reads one with quoted line breaks by one alone."""
    path = Path(source.removeprefix("file://"))
    return not path.is_file() or path.stat().st_size > LARGE
