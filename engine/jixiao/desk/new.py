"""A table or a case to start from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TypedDict, Unpack

from jixiao.analysis.needs import needs_of
from jixiao.desk import messages
from jixiao.desk.arguments import check_code, read_name, read_year
from jixiao.desk.codes_in_use import free_code
from jixiao.desk.rules import Rules, find_table, open_rules, rules_folder
from jixiao.files import Library
from jixiao.files.schema.place import rules_around, schema_path
from jixiao.language.formula import names, parse_formula
from jixiao.model.case_code import unit_mark
from jixiao.model.diagnostic import BadQuestion
from jixiao.model.framework import Framework
from jixiao.model.ruleset import TO_FILL, Item, Ruleset
from jixiao.model.skeleton import CaseHeading, NewCase, TableHeading
from jixiao.scoring.program.program import compile_ruleset


class TableWords(TypedDict, total=False):
    """What may be said of a new table; what is not said is left to be filled in."""

    title: str | None
    code: str | None
    region: str | None
    subject: str | None
    year: int | None
    from_: str | None
    """The common framework whose indicators it begins with, as in common/department."""


def new_table(*, place: Path | None = None, rules: Rules = None, **words: Unpack[TableWords]) -> TableHeading:
    """Give the heading of a new table; `place` is where its file will stand, if that is known.

    Raises Refused where the rules it goes into can't be read, there is no such framework, or a
    name, code or year can't be.
    """
    code, reference = words.get("code"), words.get("from_")
    if code is not None:
        check_code(code, "table")
    library = _library(place, rules)
    framework = None if reference is None else library.framework(reference)
    subject = framework.subjects[0] if framework is not None else "部门整体支出"
    subject = read_name(words.get("subject") or subject)
    return TableHeading(
        title=read_name(words.get("title") or f"某市{subject}绩效评价指标表"),
        code=code or "new-table",
        region=read_name(words.get("region") or "某省某市"),
        subject=subject,
        year=read_year(words.get("year") or datetime.now().astimezone().year),
        schema=_schema(place, "ruleset", rules),
        items=frozenset(library.items.items),
        framework=framework,
        lacking={} if framework is None else dict(_lacking(framework, library)),
    )


def _lacking(framework: Framework, library: Library) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Yield the indicators of a framework whose formula speaks of items that the rules have not."""
    for indicator in framework.indicators:
        if indicator.formula is not None:
            spoken = names(parse_formula(indicator.formula.text, framework.items))
            lacking = tuple(framework.items[name] for name in spoken if name not in library.items.items)
            if lacking:
                yield indicator.id, lacking


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
        code=code or free_code(f"{ruleset.id}-{year}-{unit_mark(unit)}", place),
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
