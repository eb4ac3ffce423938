"""`jixiao new`: a table or a case to start from, with remarks on every key."""

from __future__ import annotations

import argparse
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.problems import reason
from jixiao.cli.streams import say, show
from jixiao.model.diagnostic import Refused

if TYPE_CHECKING:
    from jixiao.files import Library
    from jixiao.model.ruleset import Ruleset

TABLE, CASE = "table", "case"
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years that the schemas allow."""
_TABLE_ONLY, _CASE_ONLY = ("region", "subject"), ("unit",)
_CODES = {TABLE: re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"), CASE: re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")}
_CODE_WORDS = {TABLE: "小写英文字母、数字和连字符", CASE: "英文字母、数字、点、连字符和下划线"}


def _read_year(word: str) -> int:
    if word.isascii() and word.isdecimal() and FIRST_YEAR <= int(word[:5]) <= LAST_YEAR:
        return int(word)
    raise UsageError(messages.NOT_A_YEAR.format(word=word, first=FIRST_YEAR, last=LAST_YEAR))


def _read_text(word: str) -> str:
    if word.strip() and word.isprintable():
        return word.strip()
    raise UsageError(messages.NOT_A_NAME)


def _run(read: argparse.Namespace) -> int:
    kind, *rest = read.words
    if kind not in (TABLE, CASE) or len(rest) > (kind == CASE):
        raise UsageError(messages.NEW_WHAT)
    for name in _CASE_ONLY if kind == TABLE else _TABLE_ONLY:
        if getattr(read, name) is not None:
            raise UsageError(messages.NOT_FOR_NEW.format(option=f"--{name}", kind=kind))
    if read.code is not None and not _CODES[kind].fullmatch(read.code):
        raise UsageError(messages.NOT_A_CODE.format(code=read.code, wanted=_CODE_WORDS[kind]))
    from jixiao.files.existence import is_file

    if read.output is not None and is_file(read.output):
        say(messages.NOT_OVERWRITTEN.format(path=read.output))
        return BAD_INPUT
    try:
        text = _table(read) if kind == TABLE else _case(read, rest[0] if rest else None)
    except Refused as refused:
        for diagnostic in refused.diagnostics:
            say(str(diagnostic))
        return BAD_INPUT
    return _deliver(read.output, text)


def _table(read: argparse.Namespace) -> str:
    from jixiao.reports.skeletons.table import TableHeading, render_new_table

    year = read.year or datetime.now().astimezone().year
    heading = TableHeading(
        title=read.title or "某市部门整体支出绩效评价指标表",
        code=read.code or "new-table",
        region=read.region or "某省某市",
        subject=read.subject or "部门整体支出",
        year=year,
        schema=_schema(read, "ruleset"),
        items=frozenset(_library(read).items.items),
    )
    return render_new_table(heading)


def _case(read: argparse.Namespace, reference: str | None) -> str:
    from jixiao.analysis.needs import needs_of
    from jixiao.reports.skeletons.case import TO_FILL, CaseHeading, render_new_case
    from jixiao.scoring.program.program import compile_ruleset

    library = _library(read)
    ruleset = _ruleset(library, reference)
    if ruleset.reference not in [table.reference for table in library.tables]:
        say(messages.TABLE_ELSEWHERE.format(path=ruleset.place.file, rules=library.root))
    year = read.year or max(ruleset.scope.years)
    unit = read.unit or TO_FILL
    heading = CaseHeading(
        title=read.title or f"{unit} {year} 年度{ruleset.scope.subject}",
        code=read.code or f"{ruleset.id}-{year}-case",
        unit=unit,
        year=year,
        schema=_schema(read, "case"),
    )
    return render_new_case(heading, needs_of(compile_ruleset(ruleset)))


def _ruleset(library: Library, reference: str | None) -> Ruleset:
    """Give the table that is named; the only one there is where none is."""
    if reference is None:
        if len(library.tables) != 1:
            known = "、".join(table.reference for table in library.tables) or "（无）"
            raise UsageError(messages.WHICH_TABLE.format(known=known))
        reference = library.tables[0].reference
    return library.ruleset(reference)


def _library(read: argparse.Namespace) -> Library:
    """Open the rules that are named, else those of the project the file goes into."""
    from jixiao.files import find_rules, open_library
    from jixiao.files.schema.place import rules_around

    around = rules_around(read.output) if read.rules is None and read.output is not None else None
    return open_library(around or find_rules(read.rules))


def _schema(read: argparse.Namespace, schema: str) -> str | None:
    from jixiao.files.schema.place import schema_path

    return None if read.output is None else schema_path(read.output, schema, read.rules)


def _deliver(output: Path | None, text: str) -> int:
    """Write the skeleton to where it is wanted, with the folders on the way there.

    A file that is there is never written over.
    """
    if output is None:
        show(text.rstrip("\n"))
        return DONE
    from jixiao.reports.page.output import write_whole

    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_whole(output, text)
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=output, why=reason(problem)))
        return BAD_INPUT
    say(messages.WRITTEN.format(path=output))
    return DONE


NEW = Command(
    name="new",
    summary="新建一张指标表或一个案例，每个键都有说明",
    words="table|case [指标表]",
    options=(
        Option(
            ("-o", "--output"),
            "写入文件，缺的文件夹一并建好；已有的文件不会被覆盖。不写则显示在屏幕上",
            "文件",
            Path,
        ),
        Option(("--title",), "名称", "名称", _read_text),
        Option(("--code",), "英文代码", "代码"),
        Option(("--year",), "年度", "年度", _read_year),
        Option(("--region",), "适用的地区（new table）", "地区", _read_text),
        Option(("--subject",), "评价的对象（new table）", "对象", _read_text),
        Option(("--unit",), "被评价的单位（new case）", "单位", _read_text),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=lambda _message, _form: "",  # what this command gives is for people
    notes=(
        "退出状态：0 完成；2 没有写成\n\n"
        "例：\n"
        "  jixiao new table -o rules/某市/department-2025.yaml --year 2025\n"
        "  jixiao new case huaihua-department@2022 -o cases/某办-2022.yaml"
    ),
)
