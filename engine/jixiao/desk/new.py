"""A table or a case to start from."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from jixiao.analysis.needs import needs_of
from jixiao.desk import messages
from jixiao.desk.arguments import check_code, read_name, read_year
from jixiao.desk.rules import Rules, find_table, open_rules, rules_folder
from jixiao.files import Library
from jixiao.files.schema.place import rules_around, schema_path
from jixiao.model.diagnostic import BadQuestion
from jixiao.model.ruleset import Ruleset
from jixiao.model.skeleton import TO_FILL, CaseHeading, NewCase, TableHeading
from jixiao.scoring.program.program import compile_ruleset


def new_table(
    *,
    title: str | None = None,
    code: str | None = None,
    region: str | None = None,
    subject: str | None = None,
    year: int | None = None,
    place: Path | None = None,
    rules: Rules = None,
) -> TableHeading:
    """Give the heading of a new table; `place` is where its file will stand, if that is known.

    Raises Refused where the rules it goes into can't be read, or a name, code or year can't be.
    """
    if code is not None:
        check_code(code, "table")
    return TableHeading(
        title=read_name(title or "某市部门整体支出绩效评价指标表"),
        code=code or "new-table",
        region=read_name(region or "某省某市"),
        subject=read_name(subject or "部门整体支出"),
        year=read_year(year or datetime.now().astimezone().year),
        schema=_schema(place, "ruleset", rules),
        items=frozenset(_library(place, rules).items.items),
    )


def new_case(
    table: str | Path | None = None,
    *,
    title: str | None = None,
    code: str | None = None,
    unit: str | None = None,
    year: int | None = None,
    place: Path | None = None,
    rules: Rules = None,
) -> NewCase:
    """Give a new case for a table, the only one there is where none is named.

    `place` is where its file will stand, if that is known. Raises Refused where the table can't
    be found or can't run, or a name, code or year can't be.
    """
    if code is not None:
        check_code(code, "case")
    library = _library(place, rules)
    ruleset = _ruleset(library, table)
    year = read_year(year or max(ruleset.scope.years))
    unit = read_name(unit or TO_FILL)
    heading = CaseHeading(
        title=read_name(title or f"{unit} {year} 年度{ruleset.scope.subject}"),
        code=code or f"{ruleset.id}-{year}-case",
        unit=unit,
        year=year,
        schema=_schema(place, "case", rules),
    )
    is_known = ruleset.reference in [entry.reference for entry in library.tables]
    return NewCase(heading, needs_of(compile_ruleset(ruleset)), "" if is_known else str(library.root))


def _ruleset(library: Library, table: str | Path | None) -> Ruleset:
    if table is not None:
        return find_table(table, library)
    if len(library.tables) != 1:
        known = "、".join(entry.reference for entry in library.tables) or "（无）"
        raise BadQuestion(messages.WHICH_TABLE.format(known=known))
    return library.ruleset(library.tables[0].reference)


def _library(place: Path | None, rules: Rules) -> Library:
    """Open the rules that are named, else those of the project the file goes into."""
    around = rules_around(place) if rules is None and place is not None else None
    return open_rules(around if around is not None else rules)


def _schema(place: Path | None, schema: str, rules: Rules) -> str | None:
    return None if place is None else schema_path(place, schema, rules_folder(rules))
