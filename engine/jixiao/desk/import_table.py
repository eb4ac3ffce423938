"""A table that others wrote, in Word or Excel or on a page, as a rule file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import TypedDict, Unpack

from jixiao.dataclass import dataclass
from jixiao.desk import messages
from jixiao.desk.arguments import check_code, read_name, read_year
from jixiao.desk.codes_in_use import free_code
from jixiao.desk.import_head import Told, told_by
from jixiao.desk.import_indicator import imported_indicator
from jixiao.desk.rules import Rules, open_rules, rules_folder
from jixiao.documents.issued.read import read_issued
from jixiao.documents.issued.tables import points_total
from jixiao.files import Library
from jixiao.files.folder.forms import is_form
from jixiao.files.schema.place import rules_around, schema_path
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.framework import Framework
from jixiao.model.imported import Import, ImportedIndicator, ImportedTable, Point
from jixiao.model.issued import IssuedIndicator, IssuedTable
from jixiao.model.ruleset import Scope
from jixiao.quantity import points_text

UNKNOWN_REGION = "某省某市"
UNKNOWN_SUBJECT = "部门整体支出"
NEW_CODE = "new-table"
_GRADES = re.compile(r"分[^。；;，,]{0,9}[“\"]?优|优[秀”\"]?[^。；;，,]{0,9}分")
"""A note that says how many points are 优."""
MAX_INDICATORS = 2_000
"""Most indicators of a file; the longest tables have 200. Stops lists of names from taking minutes."""
DEFAULT_FULL = Fraction(100)


class ImportWords(TypedDict, total=False):
    """What may be said of an imported table that its file does not say."""

    title: str | None
    code: str | None
    region: str | None
    subject: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class _Desk:
    """What tables are held against, and what was said of them."""

    library: Library
    frameworks: tuple[Framework, ...]
    schema: str | None
    words: ImportWords


def import_table(
    file: str | Path, *, place: Path | None = None, rules: Rules = None, **words: Unpack[ImportWords]
) -> Import:
    """Read the tables of a file (docx, xlsx, html, text, pdf) as rule files; `place` is where the first one will stand.

    What is not understood is written as it stands, and told. Raises Refused where the file can't be read,
    or no scoring table is in it.
    """
    _check(words)
    path = Path(file)
    if is_form(path):
        raise Refused(Diagnostic(Place(str(path)), messages.IS_A_FORM))
    issued = read_issued(path)
    if not issued.tables:
        raise Refused(Diagnostic(Place(str(path)), messages.NO_ISSUED_TABLE))
    count = sum(len(table.indicators) for table in issued.tables)
    if count > MAX_INDICATORS:
        raise Refused(
            Diagnostic(
                Place(str(path)), messages.TOO_MANY_INDICATORS.format(count=count, limit=MAX_INDICATORS)
            )
        )
    around = rules_around(place) if rules is None and place is not None else None
    library = open_rules(around if around is not None else rules)
    schema = None if place is None else schema_path(place, "ruleset", rules_folder(rules))
    desk = _Desk(library, _frameworks(library), schema, words)
    code = free_code(words.get("code") or NEW_CODE, place)
    tables = tuple(
        _table(
            table,
            path,
            path.stem if len(issued.tables) == 1 else f"{path.stem}（{'、'.join(table.where)}）",
            code if not number else f"{code}-{number + 1}",
            desk,
        )
        for number, table in enumerate(issued.tables)
    )
    return Import(str(path), tables, issued.fates, issued.remarks)


def _check(words: ImportWords) -> None:
    code, year = words.get("code"), words.get("year")
    if code is not None:
        check_code(code, "table")
    if year is not None:
        read_year(year)
    for name in (words.get("title"), words.get("region"), words.get("subject")):
        if name is not None:
            read_name(name)


def _frameworks(library: Library) -> tuple[Framework, ...]:
    """Give the common frameworks; a folder whose frameworks are not in order does without."""
    try:
        return library.frameworks()
    except Refused:
        return ()


def _table(table: IssuedTable, path: Path, name: str, code: str, desk: _Desk) -> ImportedTable:
    title = desk.words.get("title") or (table.title.text if table.title is not None else name)
    told = told_by(title, *table.above, path.stem)
    region = desk.words.get("region") or told.region or UNKNOWN_REGION
    subject = desk.words.get("subject") or told.subject or UNKNOWN_SUBJECT
    year = desk.words.get("year") or told.year or datetime.now().astimezone().year
    scope = Scope(region, subject, (year,))
    indicators = _indicators(table.indicators, desk, scope)
    full = points_total(table.indicators) or table.full or DEFAULT_FULL
    names = {id(one.issued): one.name for one in indicators}
    return ImportedTable(
        where=table.where,
        title=title,
        code=code,
        region=region,
        subject=subject,
        year=year,
        full=full,
        indicators=indicators,
        schema=desk.schema,
        divides=any("/" in one.formula or "÷" in one.formula for one in indicators),
        basis=path.name,
        choices=tuple(_choices(table.indicators, names)),
        notes=table.notes,
        points=tuple(_head_points(table, path, code, told, desk.words, full)),
    )


def _indicators(every: Sequence[IssuedIndicator], desk: _Desk, scope: Scope) -> tuple[ImportedIndicator, ...]:
    codes: set[str] = set()
    often = Counter(one.name.text for one in every)
    names: set[str] = set()
    found: list[ImportedIndicator] = []
    for number, one in enumerate(every, start=1):
        name = _own_name(one, often, names)
        made = imported_indicator(one, name, number, codes, desk.library.items.items, desk.frameworks, scope)
        codes.add(made.code)
        names.add(name)
        found.append(made)
    return tuple(found)


def _own_name(one: IssuedIndicator, often: Counter[str], taken: set[str]) -> str:
    """Tell an indicator from others of its name by its 归类, else by a number."""
    name = one.name.text
    if often[name] > 1 and one.path:
        name = f"{name}（{one.path[-1]}）"
    number, plain = 2, name
    while name in taken:
        name = f"{plain}（{number}）"
        number += 1
    return name


def _choices(every: Sequence[IssuedIndicator], names: dict[int, str]) -> Iterator[tuple[str, ...]]:
    for number in sorted({one.choice for one in every if one.choice}):
        yield tuple(names[id(one)] for one in every if one.choice == number)


def _head_points(
    table: IssuedTable, path: Path, code: str, told: Told, words: ImportWords, full: Fraction
) -> Iterator[Point]:
    """Yield what of the head the table does not say."""
    place = table.indicators[0].place if table.title is None else table.title.place
    if table.title is None and not words.get("title"):
        yield Point("指标表", messages.IMPORTED_TITLE.format(name=path.name), place)
    if not words.get("code"):
        yield Point("代码", messages.IMPORTED_CODE.format(code=code), place)
    if not words.get("year"):
        text = messages.IMPORTED_YEAR if told.year else messages.IMPORTED_NO_YEAR
        yield Point("版本", text, place)
    for key, said, word in (
        ("地区", told.region, words.get("region")),
        ("对象", told.subject, words.get("subject")),
    ):
        if not word:
            text = messages.IMPORTED_SCOPE if said else messages.IMPORTED_NO_SCOPE
            yield Point("适用", text.format(key=key), place)
    stated = table.stated_full
    if stated is not None and table.full is not None and table.full != full:
        yield Point(
            "满分",
            messages.IMPORTED_TOTAL.format(stated=points_text(table.full), full=points_text(full)),
            stated.place,
            is_problem=True,
        )
    else:
        yield Point("满分", messages.IMPORTED_FULL, place)
    noted = next((one for one in table.notes if _GRADES.search(one.text)), None)
    if noted is None:
        yield Point("等级", messages.IMPORTED_GRADES, place)
    else:
        yield Point("等级", messages.IMPORTED_GRADES_NOTED, noted.place)
