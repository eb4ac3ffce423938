"""Reports among the cases that are to be checked: read, drafted and reviewed in one go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jixiao.audit.bench import Bench
from jixiao.dataclass import dataclass, replace
from jixiao.desk.drafting import Read, draft_case
from jixiao.desk.originals import originals_of
from jixiao.desk.read import by_unit, read_all
from jixiao.files import Library
from jixiao.files.folder.reports import is_report
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.review import Checked
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.evaluate import run_program


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of one unit, which are one case."""

    reads: tuple[Read, ...]
    table: Ruleset | None = None

    def __str__(self) -> str:
        return str(self.reads[0].path)


def with_reports(
    files: Sequence[Path], library: Library, table: str | None
) -> tuple[list[Path | Reports], tuple[Diagnostic, ...]]:
    """Give the cases as they are, and in place of reports those of each unit; with what is wrong with any.

    Raises Refused where there is no such table.
    """
    ruleset = None if table is None else library.ruleset(table)
    reports = [path for path in files if is_report(path)]
    reads, errors = read_all(reports, library)
    cases: list[Path | Reports] = [path for path in files if path not in set(reports)]
    return [*cases, *(Reports(tuple(group), ruleset) for group in by_unit(reads))], tuple(errors)


def check_reports(
    reports: Reports, library: Library, bench: Bench, *, shows_originals: bool = False
) -> Checked:
    """Review the draft of a unit's reports; raises Refused where no table fits it."""
    drafted = draft_case(reports.reads, library, reports.table)
    if drafted.case is None or drafted.ruleset is None:
        raise Refused(*drafted.errors)
    program, _ = bench.prepare(drafted.ruleset)
    reviewed = bench.review(drafted.case, program, run_program(drafted.case, program))
    checked = Checked(reviewed.reviews, reviewed.mean)
    if not shows_originals:
        return checked
    labels = [source.label for source in drafted.draft.sources]
    shown = dict(zip(labels, reports.reads, strict=True))
    return replace(checked, evidence=originals_of(shown, drafted.case))
