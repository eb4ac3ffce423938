"""`jixiao show`: a table as issued, and as the machine understands it."""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.formats import format_reader
from jixiao.cli.streams import say, show_document, standard_output
from jixiao.cli.to_file import same_file, to_file
from jixiao.model.diagnostic import Diagnostic, Refused

if TYPE_CHECKING:
    from jixiao.model.portrait import TablePortrait

FORMATS = ("text", "html")


def _run(read: argparse.Namespace) -> int:
    reference, wanted, *more = (*read.words, "") if len(read.words) == 1 else read.words
    if more:
        raise UsageError(messages.MORE_THAN_ONE.format(word=more[0]))
    try:
        from jixiao.desk.show import show

        table = show(reference, wanted, rules=read.rules)
    except Refused as refused:
        _complain(refused.diagnostics)
        return BAD_INPUT
    if read.output is not None and same_file(read.output, Path(table.ruleset.place.file)):
        raise UsageError(messages.OUTPUT_IS_INPUT.format(path=read.output))
    problems = (*table.problems, *(one for part in table.indicators for one in part.problems))
    _complain(problems)
    delivered = _deliver(table, read.format, read.output)
    return DONE if delivered and not problems else BAD_INPUT


def _complain(problems: tuple[Diagnostic, ...]) -> None:
    for problem in problems:
        say(str(problem))


def _deliver(table: TablePortrait, form: str, output: Path | None) -> bool:
    """Write the page to where it is wanted; false where that can't be done."""
    if form == "html":
        from jixiao.reports.show.page import render_table_page

        page = render_table_page(table)
        if output is not None:
            return to_file(output, page)
        show_document(page)
        return True
    from jixiao.cli.console import page_console, terminal_console
    from jixiao.reports.show.terminal import render_table

    if output is not None:
        text = io.StringIO()
        render_table(table, page_console(text))
        return to_file(output, text.getvalue())
    with standard_output() as stream:
        render_table(table, terminal_console(stream))
    return True


SHOW = Command(
    name="show",
    summary="看一张指标表：每句评分标准怎样理解，得分随数值怎样变",
    words="指标表 [指标]",
    options=(
        Option(
            ("--format",),
            "输出格式：text（默认）或 html",
            "格式",
            format_reader(FORMATS),
            "text",
            choices=FORMATS,
        ),
        Option(("-o", "--output"), "把结果写入文件", "文件", Path),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=lambda _message, _form: "",  # what this command gives is for people
    notes=(
        "指标表写代码、代码@版本或文件；指标写名称、代码，或名称里的几个字。\n"
        "html 是一个网页文件，不连网也能看，可以打印。\n\n"
        "退出状态：0 完成；2 表有错（能显示的照样显示）\n\n"
        "例：\n"
        "  jixiao show huaihua-department@2022 在职人员控制率\n"
        "  jixiao show rules/某市/department-2025.yaml --format html -o 指标表.html"
    ),
)
