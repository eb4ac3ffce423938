"""Many rows at once, where they outgrow one machine: the same as `batch`, run by Spark."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.desk import messages
from jixiao.desk.batch_output import BatchRun, output_of
from jixiao.desk.rules import Rules, find_table, open_rules
from jixiao.model.diagnostic import BadQuestion, Diagnostic, Place, Refused
from jixiao.model.messages import filled
from jixiao.scoring.program.program import compile_ruleset

if TYPE_CHECKING:
    from jixiao.bulk.spark.run import Done
    from jixiao.bulk.spark.scored import Scored

_SHORTENED = re.compile(r"^([a-z][a-z0-9+.-]+):/(?!/)")
"""A place like hdfs://node/path, after it was taken for a path of this machine."""


def batch_on_spark(
    table: str | Path,
    input_: str,
    output: str,
    named: Path | None,
    master: str,
    rules: Rules,
    told: Callable[[Diagnostic], None] | None,
) -> BatchRun:
    """Score every row that Spark reads by a table, into a file or a folder; raises Refused as `batch` does."""
    from jixiao.bulk.rule import JUDGED
    from jixiao.bulk.spark.read import read_rows
    from jixiao.bulk.spark.run import is_folder
    from jixiao.bulk.spark.scored import scored
    from jixiao.bulk.spark.session import NoSpark, NotDone, ending, session_for
    from jixiao.files.rows.named import read_named

    output = _SHORTENED.sub(r"\1://", output)
    if is_folder(output) and Path(output.removeprefix("file://")).exists():
        raise BadQuestion(filled(messages.FOLDER_THERE, path=output))
    program = compile_ruleset(find_table(table, open_rules(rules)))
    try:
        with session_for(master) as session, ending():
            rows = read_rows(session, _place(input_))
            said = {} if named is None else read_named(named, rows.columns)
            found = scored(program, rows, input_, said)
            for one in found.heads.warnings:
                if told is not None:
                    told(one)
            done = _written(found, output)
    except NoSpark as error:
        raise BadQuestion(filled(messages.NO_SPARK, why=str(error))) from None
    except NotDone as error:
        raise Refused(Diagnostic(Place(output), filled(messages.SPARK_FAILED, why=str(error)))) from None
    left = () if found.lowered is None else found.lowered.made.not_lowered
    return BatchRun(
        output,
        done.bad or None,
        done.tally,
        found.heads.warnings,
        tuple(one for one in left if one.why != JUDGED),
    )


def _written(found: Scored, output: str) -> Done:
    from jixiao.bulk.spark.run import is_folder, write_file, write_folder

    return write_folder(found, output) if is_folder(output) else write_file(found, output_of(output))


def _place(source: str) -> str:
    """Give where Spark finds an input: a file of this machine by its full name."""
    path = Path(source)
    return path.absolute().as_uri() if path.exists() else source
