"""Reports among the cases that are to be checked: read, drafted and reviewed in one go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jixiao.audit.bench import Bench
from jixiao.dataclass import dataclass, replace
from jixiao.desk.drafting import Read, case_without_table, draft_case
from jixiao.desk.originals import originals_of
from jixiao.desk.read import by_unit, read_all
from jixiao.files import Library
from jixiao.files.folder.reports import is_report
from jixiao.model.case import Case
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.draft import ReadCase
from jixiao.model.review import Checked
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.evaluate import run_program

ONLY_FIGURES = "这次只做了不用指标表的核查，没有评分"
_OF_A_TABLE = ("claim", "grade", "mean", "deduction", "exemption", "wrong-table", "case-review", "rule-")
"""How the codes begin of what is said of scores."""


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
    if drafted.ruleset is None and drafted.case is None:
        return _without_table(reports, drafted, library, bench, shows_originals=shows_originals)
    if drafted.case is None or drafted.ruleset is None:
        raise Refused(*drafted.errors)
    program, _ = bench.prepare(drafted.ruleset)
    reviewed = bench.review(drafted.case, program, run_program(drafted.case, program))
    checked = Checked(reviewed.reviews, reviewed.mean)
    return _with_originals(checked, reports, drafted, drafted.case) if shows_originals else checked


def _without_table(
    reports: Reports, drafted: ReadCase, library: Library, bench: Bench, *, shows_originals: bool
) -> Checked:
    """Check what needs no table, and warn that there is none; raises Refused where the draft is no case even so."""
    found = case_without_table(reports.reads, drafted, library)
    if found is None:
        raise Refused(*drafted.errors)
    case, table = found
    program, _ = bench.prepare(table)
    reviewed = bench.review(case, program, run_program(case, program))
    reviews = tuple(
        replace(one, findings=tuple(each for each in one.findings if not each.code.startswith(_OF_A_TABLE)))
        for one in reviewed.reviews
    )
    warnings = tuple(replace(one, message=f"{one.message}。{ONLY_FIGURES}") for one in drafted.errors)
    checked = Checked(reviews, warnings=warnings)
    return _with_originals(checked, reports, drafted, case) if shows_originals else checked


def _with_originals(checked: Checked, reports: Reports, drafted: ReadCase, case: Case) -> Checked:
    labels = [source.label for source in drafted.draft.sources]
    shown = dict(zip(labels, reports.reads, strict=True))
    return replace(checked, evidence=originals_of(shown, case), source=drafted.text.encode())
