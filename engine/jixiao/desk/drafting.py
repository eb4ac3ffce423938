"""Papers of one unit → its draft, which any table that fits it can be run on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from jixiao.analysis.needs import needed_figures
from jixiao.dataclass import dataclass, replace
from jixiao.desk.fit import Fit, fit_table
from jixiao.desk.mending import loaded
from jixiao.documents.draft.draft import draft_of
from jixiao.documents.draft.text import draft_text
from jixiao.documents.paper import Paper
from jixiao.documents.read import read_report
from jixiao.files import Library
from jixiao.language.span import NOWHERE
from jixiao.model.case import Case
from jixiao.model.case_code import code_of_file
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.draft import Draft, DraftHeading, LackingFigure, RateDispute, ReadCase, Source
from jixiao.model.reading import Oddity, OddityKind, Reading
from jixiao.model.ruleset import TO_FILL, Ruleset, Scope
from jixiao.model.wording import quoted
from jixiao.scoring.program.kept import ready_program

_LABELS = (("决算", "决算公开"), ("三公", "三公公开"), ("自评表", "自评表"), ("预算公开", "预算公开"))
NO_LOCAL_TABLE = "没有适用的指标表：本地没有指标表，先用 jixiao new table 建一张；已经有的，用 --table 指定，或者在案例里写“指标表”"
OWN_REPORT = "自评报告"
NO_TABLE_TITLE = "没有适用的，只核查报告自己的数"
NO_YEAR = "报告里没有读到年度：用 --table 指定一张指标表，就按它的年度核算；或者先用 jixiao read 写成案例，写上“年度”再核算"
YEAR_OF_TABLE = "报告里没有读到年度，按指标表的 {year} 年度读，请核对"
DISPUTED = "{name}的比率前后不一：先写{first}（{where}），又写{second}"
NO_TABLE = "没有适用的指标表。可能用得上的有：{known}；用 --table 指定一个，或者在案例里写“指标表”"


@dataclass(frozen=True, slots=True)
class Read:
    """A report that was read."""

    path: Path
    reading: Reading
    paper: Paper


def draft_case(
    reports: Sequence[Read], library: Library, table: Ruleset | None = None, schema: Sequence[str] = ()
) -> ReadCase:
    """Give the draft of one unit's case, with its text, and as a case where a table fits it."""
    year = _year_of(reports)
    if year is None and table is not None and len(table.scope.years) == 1:
        [year] = table.scope.years
        reports = [_in_year(one, year, library) for one in reports]
    fit = fit_table([one.reading for one in reports], year, library)
    ruleset, errors = _table(fit, table, library)
    heading = _heading(reports, year, fit, ruleset)
    names = () if ruleset is None else tuple(one.name for one in ruleset.indicators)
    draft = draft_of(_sources(reports), heading, library.items.items, names)
    if ruleset is None or year is None:
        why = errors or (_told(reports[0], NO_YEAR) if year is None else _no_table(reports[0], fit),)
        return ReadCase(draft, draft_text(draft, schema), errors=why, ruleset=ruleset)
    draft, case, problems = loaded(draft, str(reports[0].path), ruleset)
    errors = tuple(_told(reports[0], one.message) for one in problems)
    lacking = () if case is None else _lacking(case, ruleset, library)
    if case is not None:
        case = _of_reports(case, draft, reports)
    needed = () if case is None else tuple(one.name for one in _needed(ruleset, library))
    return ReadCase(draft, draft_text(draft, schema, lacking), lacking, errors, case, ruleset, needed)


def _year_of(reports: Sequence[Read]) -> int | None:
    years = (one.reading.head.year for one in reports)
    return next((year for year in years if year is not None), None)


def _in_year(report: Read, year: int, library: Library) -> Read:
    """Read a report that prints no year again, as one of that year: what it says of 上年 is then of the year before."""
    reading = read_report(report.paper, library.items.items, year=year)
    remarks = (*report.reading.remarks, YEAR_OF_TABLE.format(year=year))
    return replace(report, reading=replace(reading, remarks=remarks))


def _table(
    fit: Fit, table: Ruleset | None, library: Library
) -> tuple[Ruleset | None, tuple[Diagnostic, ...]]:
    if table is not None or fit.table is None:
        return table, ()
    try:
        return library.ruleset(fit.table.reference), ()
    except Refused as refused:
        return None, refused.diagnostics


def _heading(reports: Sequence[Read], year: int | None, fit: Fit, ruleset: Ruleset | None) -> DraftHeading:
    unit = next((one.reading.head.unit for one in reports if one.reading.head.unit), "") or ""
    said_year = "" if year is None else f" {year} 年度"
    table = "" if ruleset is None else ruleset.reference
    return DraftHeading(
        title=f"{unit or reports[0].path.stem}{said_year}{fit.subject}",
        code=code_of_file(reports[0].path.stem, "" if ruleset is None else ruleset.id, year, unit),
        unit=unit,
        region=fit.region,
        year=year,
        subject=fit.subject,
        table=table,
        candidates=() if table else tuple(f"{one.reference}  # {one.title}" for one in fit.candidates),
    )


def _sources(reports: Sequence[Read]) -> tuple[Source, ...]:
    """Name each report by its kind; of several of one kind the later ones by number."""
    seen: Counter[str] = Counter()
    found: list[Source] = []
    for one in reports:
        kind = f"{one.reading.head.kind or ''}"
        label = next((name for word, name in _LABELS if word in kind or word in one.path.stem), OWN_REPORT)
        seen[label] += 1
        number = f"{seen[label]}" if seen[label] > 1 else ""
        found.append(Source(f"{label}{number}", one.path.name, one.reading))
    return tuple(found)


def _lacking(case: Case, ruleset: Ruleset, library: Library) -> tuple[LackingFigure, ...]:
    """Give what the table asks for and the reports do not state, in the table's order."""
    needed = _needed(ruleset, library)
    return tuple(
        replace(one, project=project.name or "")
        for project in case.evaluated
        for one in needed
        if one.name not in {*project.statements, *(each.item for each in project.doubtful)}
    )


def _needed(ruleset: Ruleset, library: Library) -> tuple[LackingFigure, ...]:
    """Give what the table asks for, stated or not, in its order."""
    try:
        needed = needed_figures(ready_program(ruleset, library.keeper))
    except Refused:
        return ()
    return tuple(LackingFigure(one.name, one.unit) for one in needed)


def _no_table(report: Read, fit: Fit) -> Diagnostic:
    known = "、".join(one.reference for one in fit.candidates)
    return _told(report, NO_TABLE.format(known=known) if known else NO_LOCAL_TABLE)


def _told(report: Read, message: str) -> Diagnostic:
    return Diagnostic(Place(str(report.path)), message)


def case_without_table(
    reports: Sequence[Read], drafted: ReadCase, library: Library
) -> tuple[Case, Ruleset] | None:
    """Give a draft as a case of a table of nothing, by which the report's own figures can be checked; None without a year."""
    heading = drafted.draft.heading
    if heading.year is None:
        return None
    scope = Scope(heading.region or TO_FILL, heading.subject, (heading.year,))
    place = Place(str(reports[0].path))
    table = Ruleset(
        NO_TABLE_TITLE, "no-table", str(heading.year), scope, Fraction(0), (), (), library.items.items,
        f"sha256:no-table-{heading.year}-{scope.region}-{scope.subject}", place,
    )  # fmt: skip
    draft = replace(drafted.draft, heading=replace(heading, table=table.reference))
    draft, case, _ = loaded(draft, str(reports[0].path), table)
    return None if case is None else (_of_reports(case, draft, reports), table)


def _of_reports(case: Case, draft: Draft, reports: Sequence[Read]) -> Case:
    """Give a case with what is known of the reports that it was read from."""
    files = tuple(one.path.name for one in reports)
    said = tuple((one.file, text) for one in draft.sources for text in one.reading.remarks)
    odd = tuple((one.label, odd) for one in draft.sources for odd in one.reading.oddities)
    disputed = tuple(("", _disputed(one)) for one in draft.disputes)
    return replace(case, draft_of=files, remarks=said, oddities=(*odd, *disputed), warnings=())


def _disputed(one: RateDispute) -> Oddity:
    """Give two rates of one indicator as what is odd of the reports: only one of them is in the case."""
    (first, where), (second, place) = one.first, one.second
    text = DISPUTED.format(name=quoted(one.indicator), first=first, where=where, second=second)
    return Oddity(OddityKind.CLAIM, text, NOWHERE, second, place, name=one.indicator)


__all__ = ["Draft", "Read", "case_without_table", "draft_case"]
