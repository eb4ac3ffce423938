"""`jixiao show`: a table as issued, and as the machine understands it."""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.formats import OUTPUT, format_option
from jixiao.cli.streams import say, show_document, standard_output
from jixiao.cli.to_file import paper_to_file, to_file
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.framework import is_framework

if TYPE_CHECKING:
    from rich.console import Console

    from jixiao.model.portrait import TablePortrait

FORMATS = ("text", "html", "xlsx", "docx")
OFFICE = ("xlsx", "docx")
"""Formats of which a file holds the whole table, to be edited there and taken back."""


def _run(read: argparse.Namespace) -> int:
    reference, wanted, *more = (*read.words, "") if len(read.words) == 1 else read.words
    if more:
        raise UsageError(messages.MORE_THAN_ONE.format(word=more[0]))
    if read.format in OFFICE:
        return _show_office(reference, wanted, read)
    if is_framework(reference):
        return _show_framework(reference, wanted, read)
    try:
        from jixiao.desk.show import show

        table = show(reference, wanted, rules=read.rules)
    except Refused as refused:
        _complain(refused.diagnostics)
        return BAD_INPUT
    problems = (*table.problems, *(one for part in table.indicators for one in part.problems))
    _complain(problems)
    delivered = _deliver(table, read.format, read.output)
    return DONE if delivered and not problems else BAD_INPUT


def _show_office(reference: str, wanted: str, read: argparse.Namespace) -> int:
    """Write a table as bureaus issue it; the file can be taken back with `import`."""
    if wanted or is_framework(reference):
        raise UsageError(messages.WHOLE_TABLE.format(suffix=read.format))
    if read.output is None:
        raise UsageError(messages.FILE_NEEDED.format(suffix=read.format))
    from jixiao.desk.office_table import office_table

    try:
        table = office_table(reference, rules=read.rules)
    except Refused as refused:
        _complain(refused.diagnostics)
        return BAD_INPUT
    try:
        if read.format == "xlsx":
            from jixiao.reports.office.issued.workbook import issued_workbook as made
        else:
            from jixiao.reports.office.issued.word import issued_document as made
        data = made(table)
    except ModuleNotFoundError as error:
        say(messages.NO_OFFICE.format(name=error.name))
        return BAD_INPUT
    return DONE if paper_to_file(read.output, data) else BAD_INPUT


def _complain(problems: tuple[Diagnostic, ...]) -> None:
    for problem in problems:
        say(str(problem))


def _show_framework(reference: str, wanted: str, read: argparse.Namespace) -> int:
    from jixiao.desk.framework import framework

    try:
        found = framework(reference, wanted, rules=read.rules)
    except Refused as refused:
        _complain(refused.diagnostics)
        return BAD_INPUT
    if read.format == "html":
        from jixiao.reports.show.framework_page import render_framework_page

        return DONE if _deliver_page(render_framework_page(found), read.output) else BAD_INPUT
    from jixiao.reports.show.framework import render_framework

    return DONE if _deliver_text(lambda console: render_framework(found, console), read.output) else BAD_INPUT


def _deliver(table: TablePortrait, form: str, output: Path | None) -> bool:
    """Write the table to where it is wanted; false where that can't be done."""
    if form == "html":
        from jixiao.reports.show.page import render_table_page

        return _deliver_page(render_table_page(table), output)
    from jixiao.reports.show.terminal import render_table

    return _deliver_text(lambda console: render_table(table, console), output)


def _deliver_page(page: str, output: Path | None) -> bool:
    if output is not None:
        return to_file(output, page)
    show_document(page)
    return True


def _deliver_text(render: Callable[[Console], None], output: Path | None) -> bool:
    from jixiao.cli.console import page_console, terminal_console

    if output is not None:
        text = io.StringIO()
        render(page_console(text))
        return to_file(output, text.getvalue())
    with standard_output() as stream:
        render(terminal_console(stream))
    return True


SHOW = Command(
    name="show",
    summary="看一张指标表：每句评分标准怎样理解，得分随数值怎样变",
    words="指标表 [指标]",
    options=(
        format_option(FORMATS),
        OUTPUT,
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=lambda _message, _form: "",  # what this command gives is for people
    notes=(
        "指标表写代码、代码@版本或文件；指标写名称、代码，或名称里的几个字。\n"
        "国家的共性框架写 common/department 这样，列出各项指标的公式和要点。\n"
        "html 是一个网页文件，不连网也能看，可以打印。\n"
        "xlsx、docx 是照正式文件排好的整张表（A4 横向），可以在 Excel、WPS、Word 里改；\n"
        "已有的文件不会被覆盖。\n"
        "改完用 jixiao import 文件 --into 规则文件 收回来，备注、口径和例都不会丢。\n\n"
        "退出状态：0 完成；2 表有错（能显示的照样显示）\n\n"
        "例：\n"
        "  jixiao show huaihua-department@2022 在职人员控制率\n"
        "  jixiao show common/department\n"
        "  jixiao show rules/某市/department-2025.yaml --format html -o 指标表.html\n"
        "  jixiao show huaihua-department@2022 -o 指标表.xlsx"
    ),
)
