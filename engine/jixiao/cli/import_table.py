"""`jixiao import`: a table that others wrote, in Word or Excel or on a page, as a rule file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.formats import format_option
from jixiao.cli.streams import say, show, show_document, standard_output
from jixiao.cli.to_file import is_file, new_file
from jixiao.desk.arguments import check_code, read_name, read_year
from jixiao.model.diagnostic import BadQuestion, Diagnostic, Place, Refused

if TYPE_CHECKING:
    from jixiao.model.imported import Import

FORMATS = ("text", "json")


def _read_name(word: str) -> str:
    try:
        return read_name(word)
    except BadQuestion:
        raise UsageError(messages.NOT_A_NAME) from None


def _run(read: argparse.Namespace) -> int:
    file, *more = read.words
    if more:
        raise UsageError(messages.MORE_THAN_ONE_FILE.format(word=more[0]))
    if read.code is not None:
        check_code(read.code, "table")
    done = _own(file, read)
    return _new(file, read) if done is None else done


def _own(file: str, read: argparse.Namespace) -> int | None:
    """Take back a table that we wrote, or edit a rule file by any table; None where a new rule file is wanted."""
    from jixiao.cli.import_into import run_back, run_into

    if read.into is not None:
        return run_into(file, read)
    if read.yes:
        raise UsageError(messages.YES_WITHOUT_INTO)
    return run_back(file, read)


def _new(file: str, read: argparse.Namespace) -> int:
    """Read a table that others wrote as a new rule file."""
    from jixiao.desk.import_table import import_table

    try:
        found = import_table(
            Path(file),
            place=read.output,
            rules=read.rules,
            title=read.title,
            code=read.code,
            region=read.region,
            subject=read.subject,
            year=read.year,
        )
    except Refused as refused:
        return _refuse(refused.diagnostics, read.format)
    for remark in found.remarks:
        say(str(remark))
    paths = _paths(read.output, len(found.tables))
    taken = next((one for one in paths if is_file(one)), None)
    if taken is not None:
        message = messages.NOT_OVERWRITTEN.format(path=taken)
        return _refuse((Diagnostic(Place(""), message),), read.format)
    if not _write(found, paths):
        return BAD_INPUT
    _tell(found, paths, read.format)
    return DONE


def _refuse(diagnostics: tuple[Diagnostic, ...], form: str) -> int:
    for diagnostic in diagnostics:
        say(str(diagnostic))
    if form == "json":
        show_document(_document(diagnostics))
    return BAD_INPUT


def _paths(output: Path | None, count: int) -> list[Path]:
    """Give a file for each table: the one that is named, then the same numbered on (-2, -3 …)."""
    if output is None:
        return []
    others = (output.with_name(f"{output.stem}-{number}{output.suffix}") for number in range(2, count + 1))
    return [output, *others]


def _write(found: Import, paths: Sequence[Path]) -> bool:
    """Write the tables to their files, none of which may be there; false where that can't be done."""
    from jixiao.reports.skeletons.imported_table import render_imported_table

    pairs = zip(paths, found.tables, strict=bool(paths))
    return all(new_file(path, render_imported_table(table), "") for path, table in pairs)


def _tell(found: Import, paths: Sequence[Path], form: str) -> None:
    if form == "json":
        from jixiao.reports.imported.json import render_import_json

        show_document(render_import_json(found, paths))
        return
    from jixiao.cli.console import terminal_console
    from jixiao.reports.imported.terminal import render_import

    if not paths:
        from jixiao.reports.skeletons.imported_table import render_imported_table

        show("\n".join(render_imported_table(table) for table in found.tables).rstrip("\n"))
        say(messages.IMPORT_SHOWN.format(count=len(found.tables)))
        return
    with standard_output() as stream:
        render_import(found, paths, terminal_console(stream))


def _document(errors: tuple[Diagnostic, ...]) -> str:
    from jixiao.reports.imported.json import render_import_json

    return render_import_json(None, errors=errors)


def _refusal(message: str, form: str) -> str:
    return _document((Diagnostic(Place(""), message),)) if form == "json" else ""


IMPORT = Command(
    name="import",
    summary="把单位自己的指标表（Word、Excel、网页）读成规则文件",
    words="文件",
    options=(
        Option(
            ("-o", "--output"),
            "写入规则文件，缺的文件夹一并建好；已有的文件不会被覆盖。不写则显示在屏幕上",
            "文件",
            Path,
        ),
        Option(
            ("--into",),
            "不新写文件，只把在 Excel、Word 里改过的地方改进这个规则文件；先列出改了什么、含义怎样变，问过才写",
            "规则文件",
            Path,
        ),
        Option(("--yes",), "和 --into 同写：不问，直接写入"),
        format_option(FORMATS),
        Option(("--title",), "指标表的名称，代替表里读出的", "名称", _read_name),
        Option(("--code",), "英文代码", "代码"),
        Option(("--year",), "年度", "年度", read_year),
        Option(("--region",), "适用的地区", "地区", _read_name),
        Option(("--subject",), "评价的对象", "对象", _read_name),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=_refusal,
    notes=(
        "读 docx、xlsx、html、pdf 和文本里的指标表，按表头认各列；\n"
        "评分标准照原话写进文件，不改一个字。\n"
        "表里没有说的（代码、年度、等级等）先补上，注着“待核对”；\n"
        "看不懂的照原样留着，列出在哪一格、为什么。\n"
        "写入文件后列出每个单元格的去向：取作什么，或为什么没有用到。\n"
        "一个文件里有几张表的，第二张起写入 …-2.yaml、…-3.yaml。\n\n"
        "用 jixiao show -o 导出的文件带着原文：用 -o 收回来和原来一字不差；\n"
        "改过的，以单元格为准，列出改了什么。--into 只改动过的那几行，\n"
        "备注、顺序、口径、例都不动；Word 里的修订按接受后的算。\n"
        "不在终端里、又没有写 --yes 的，只列出来，不写。\n\n"
        "退出状态：\n"
        "  0  完成（有待核对的也是）\n"
        "  1  --into 有改动而没有写入\n"
        "  2  没有写成\n\n"
        "例：\n"
        "  jixiao import 指标表.xlsx -o rules/某市/department-2025.yaml\n"
        "  jixiao import 指标表.docx --code a-county -o rules/某县/department.yaml\n"
        "  jixiao import 指标表.html --format json\n"
        "  jixiao import 改过的指标表.xlsx --into rules/某市/department-2025.yaml"
    ),
)
