"""Many rows at once: every row of a table of units scored by a scoring table, or one of them explained."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.dataclass import dataclass, replace
from jixiao.desk import messages
from jixiao.desk.batch_output import BatchRun, output_of
from jixiao.desk.processors import can_fork, usable_processors
from jixiao.desk.rules import Rules, find_table, open_rules
from jixiao.model.diagnostic import BadQuestion, Diagnostic, Place, Refused
from jixiao.model.messages import filled
from jixiao.model.review import Checked
from jixiao.scoring.program.program import Program, compile_ruleset

if TYPE_CHECKING:
    from jixiao.bulk.batch.checking import RowChecks
    from jixiao.bulk.batch.exact import Done, Job, Share
    from jixiao.bulk.batch.parts import Parts
    from jixiao.bulk.batch.row_case import RowCases
    from jixiao.bulk.batch.run import Output, Watch
    from jixiao.bulk.batch.tally import Tally
    from jixiao.files import Library
    from jixiao.files.rows.chunk import Chunk
    from jixiao.files.rows.heads import Heads
    from jixiao.files.rows.source.stream import Stream
    from jixiao.model.check_count import CountedCheck

SPARK = "spark"
ENGINES = ("local", "duckdb", SPARK, "exact")
"""By what rows are scored: the table's program as machine code, by DuckDB or on Spark, or every one by the engine that
`check` uses."""


def batch(  # noqa: PLR0913 what is scored, by what, into what, and how
    table: str | Path,
    input: str | Path,  # noqa: A002 as the command calls it
    output: str | Path,
    *,
    named: Path | None = None,
    engine: str = "local",
    resume: bool = False,
    checks: bool = False,
    rules: Rules = None,
    processes: int | None = None,
    master: str = "",
    told: Callable[[Diagnostic], None] | None = None,
    watch: Watch | None = None,
) -> BatchRun:
    """Score every row of an input by a table, into a file: Parquet, CSV, Excel or a DuckDB table.

    `named`: a file that says what columns are (`--map`). `resume`: go on where a run of the same was ended. `told`:
    told what is to be known before the first row is scored. `watch`: told after each chunk. `checks`: whether the checks
    of figures are run too, and their codes written beside each row that misses some. `engine` may be "spark": in the
    session that is there, or at `master`; the input is then whatever Spark reads, the output may be a folder.

    Raises Refused where nothing was scored: the table, the input or its heads are not in order; OSError where the output
    can't be written. Rows that can't be read are set aside, in a file beside the output.
    """
    if engine == SPARK:
        from jixiao.desk.batch_spark import batch_on_spark

        for option, asked in (("--resume", resume), ("--checks", checks)):
            if asked:
                raise BadQuestion(filled(messages.NOT_ON_SPARK, option=option))
        return batch_on_spark(table, str(input), str(output), named, master, rules, told)
    from jixiao.files.rows.source.opened import is_database

    target = output_of(output)
    if target.path.is_dir():
        raise BadQuestion(filled(messages.OUTPUT_IS_FOLDER, path=str(target.path)))
    if target.path.exists() and not target.path.is_file():
        raise BadQuestion(filled(messages.OUTPUT_NOT_FILE, path=str(target.path)))
    _refuse_over_input(target, str(input))
    if resume and is_database(str(input)):
        raise BadQuestion(messages.RESUME_DATABASE)
    if engine not in ENGINES:
        raise BadQuestion(filled(messages.UNKNOWN_ENGINE, name=engine, known="、".join(ENGINES)))
    with _open(table, input, named, rules) as opened:
        for one in opened.heads.warnings:
            if told is not None:
                told(one)
        return _run(
            opened,
            target,
            engine,
            resume=resume,
            checks=checks,
            processes=processes,
            watch=watch or _unwatched,
        )


def _unwatched(_tally: Tally, _part: float) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Opened:
    """An input that is open, for a table that is ready to run."""

    library: Library
    program: Program
    stream: Stream
    heads: Heads
    cases: RowCases
    named: Mapping[str, str]

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.__exit__()


def _open(table: str | Path, input_: str | Path, named: Path | None, rules: Rules) -> Opened:
    from jixiao.bulk.batch.asked import asked_of
    from jixiao.bulk.batch.row_case import RowCases
    from jixiao.files.rows.heads import read_heads
    from jixiao.files.rows.named import read_named
    from jixiao.files.rows.source.opened import open_rows

    library = open_rules(rules)
    program = compile_ruleset(find_table(table, library))
    stream = open_rows(str(input_))
    try:
        said = {} if named is None else read_named(named, stream.heads)
        heads = read_heads(stream.heads, asked_of(program), stream.name, said)
    except Refused:
        stream.__exit__()
        raise
    cases = RowCases(program.ruleset, heads, stream.name, stream.sheet)
    return Opened(library, program, stream, heads, cases, said)


def _run(
    opened: Opened,
    target: Output,
    engine: str,
    *,
    resume: bool,
    checks: bool,
    processes: int | None,
    watch: Watch,
) -> BatchRun:
    from jixiao.bulk.batch.kept import kept_names
    from jixiao.bulk.batch.parts import Parts
    from jixiao.bulk.batch.ready import left_to_engine, scoring_for
    from jixiao.bulk.batch.run import score_all, write_out
    from jixiao.bulk.batch.scored import result_names, result_type

    stream = opened.stream
    first = next(stream.chunks, None)
    results = result_names(opened.program.ruleset, opened.heads, checks=checks)
    checking = _checking(opened, first) if checks else None
    kept = kept_names(opened.heads, results, stream.name)
    names = [*kept, *results]
    types = [*(stream.types[one] for one in kept.values()), *[result_type()] * len(results)]
    parts = Parts(target.parts, _about(opened, engine, names))
    with parts.held():
        if not (resume and parts.is_same_run()):
            if resume and parts.are_there():
                raise Refused(Diagnostic(Place(str(parts.folder)), messages.OTHER_RUN))
            parts.begin()
        scoring = scoring_for(opened.program, opened.cases, stream, first, engine, kept, _sharing(processes))
        scoring.checks = checking
        count, tally = score_all(stream, first, scoring, parts, watch)
        if target.most is not None and tally.scored > target.most:
            text = filled(messages.SHEET_FULL, most=target.most)
            raise Refused(Diagnostic(Place(str(target.path)), text))
        checked = None if checking is None else _checked(checking, parts, count)
        unread = sum(map(parts.unread, range(1, count + 1)))
        write_out(target, parts, count, names, types)
    bad = target.bad if tally.bad else None
    return BatchRun(target.path, bad, tally, opened.heads.warnings, left_to_engine(scoring), checked, unread)


def _checking(opened: Opened, first: Chunk | None) -> RowChecks:
    """Make the checks of the rules, and of the table's items, ready for the columns of an input."""
    from jixiao.audit.checks.kept import ready_checks
    from jixiao.bulk.batch.checking import row_checks

    ruleset = opened.program.ruleset
    checks = ready_checks(ruleset, opened.library.checks())
    return row_checks(checks, ruleset, opened.stream, first, opened.named)


def _checked(checking: RowChecks, parts: Parts, count: int) -> tuple[CountedCheck, ...]:
    """Give how the checks came out over all finished chunks, those that most rows miss first."""
    from jixiao.model.check_count import CheckCount, CountedCheck

    found: dict[str, CheckCount] = {}
    for number in range(1, count + 1):
        for name, one in parts.checked(number).items():
            found[name] = found.get(name, CheckCount()) + one
    told = [
        CountedCheck(
            one.check.id, one.check.name, one.check.relation.text, found.get(one.check.id, CheckCount())
        )
        for one in checking.program.checks
    ]
    return tuple(sorted(told, key=lambda one: -one.count.fails))


def _sharing(processes: int | None) -> Share | None:
    """Give what scores many rows in several processes; None where they are to be scored in this one."""
    count = (usable_processors() if processes is None else processes) if can_fork() else 1

    def share(jobs: Sequence[Job], do: Callable[[Job], Done], lost: Callable[[Job], Done]) -> Iterator[Done]:
        from jixiao.desk.workers import Workers

        with Workers(jobs, do, lost, count) as workers:
            yield from workers.results()

    return share if count > 1 else None


def _about(opened: Opened, engine: str, names: list[str]) -> dict[str, object]:
    """Say what the finished chunks of a run are made of, so that only the same run goes on with them."""
    from jixiao import __version__
    from jixiao.bulk.batch.parts import file_digest
    from jixiao.files.rows.source.opened import is_database, split_table
    from jixiao.files.rows.source.stream import ROWS

    file, table = split_table(opened.stream.name)
    source = file if is_database(file) else file_digest(Path(file))
    return {
        "format": 1,
        "version": __version__,
        "input": [source, table, list(opened.stream.heads), [str(one) for one in opened.stream.types]],
        "table": [opened.program.ruleset.reference, opened.program.ruleset.digest],
        "map": dict(opened.named),
        "columns": names,
        "engine": engine,
        "checks": opened.library.checks_digest(),
        "rows": ROWS,
    }


def _refuse_over_input(target: Output, input_: str) -> None:
    from jixiao.files.rows.source.opened import is_database, split_table

    file, _ = split_table(input_)
    if (
        not is_database(input_)
        and target.path.exists()
        and Path(file).exists()
        and target.path.samefile(file)
    ):
        raise BadQuestion(filled(messages.OUTPUT_IS_INPUT, path=str(target.path)))


def explain_row(
    table: str | Path,
    input: str | Path,  # noqa: A002 as the command calls it
    row: int,
    *,
    named: Path | None = None,
    rules: Rules = None,
) -> Checked:
    """Give what `check` finds of one row as a case, counted from 1 below the heads; no other row is scored.

    Raises Refused where there is no such row, or it can't be read.
    """
    from jixiao.bulk.batch.find import find_row
    from jixiao.desk.check import open_bench, review_case

    with _open(table, input, named, rules) as opened:
        texts, line = find_row(opened.stream, row)
    case, text = opened.cases.with_text(texts, row, line)
    today = datetime.now().astimezone().date()
    bench = replace(open_bench(opened.library, today, plain=True), tells_checks=False)
    reviewed = review_case(case, opened.program.ruleset, bench)
    return Checked(reviewed.reviews, reviewed.mean, warnings=case.warnings, source=text.encode())
