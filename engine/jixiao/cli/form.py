"""`jixiao form`: a workbook to collect cases in, for a table."""

from __future__ import annotations

import argparse
from pathlib import Path

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.streams import say
from jixiao.cli.to_file import is_file, new_file
from jixiao.model.diagnostic import BadQuestion, Refused

SUFFIX = ".xlsx"


def _run(read: argparse.Namespace) -> int:
    output, case = _output(read), getattr(read, "from")
    if read.many and case is not None:
        raise UsageError(messages.MANY_OR_FROM)
    if is_file(output):
        say(messages.NOT_OVERWRITTEN.format(path=output))
        return BAD_INPUT
    from jixiao.desk.form import form
    from jixiao.reports.office.form.write import form_bytes

    try:
        made = form(read.words[0], many=read.many, case=case, rules=read.rules)
    except BadQuestion:
        raise
    except Refused as refused:
        for diagnostic in refused.diagnostics:
            say(str(diagnostic))
        return BAD_INPUT
    for warning in made.warnings:
        say(messages.WARNING.format(warning=warning))
    try:
        data = form_bytes(made.form)
    except ModuleNotFoundError as missing:
        say(messages.OFFICE_MISSING.format(name=missing.name))
        return BAD_INPUT
    return DONE if new_file(output, data) else BAD_INPUT


def _output(read: argparse.Namespace) -> Path:
    """Give the file that the form goes into; raises UsageError where none is named, or one of another kind."""
    output: Path | None = read.output
    if len(read.words) != 1:
        raise UsageError(messages.ONE_TABLE.format(word=read.words[1]))
    if output is None:
        raise UsageError(messages.FORM_NEEDS_FILE)
    if output.suffix.lower() != SUFFIX:
        raise UsageError(messages.FORM_IS_WORKBOOK.format(path=output))
    return output


FORM = Command(
    name="form",
    summary="做一张采集表（xlsx），发给单位填；填好后 check 和 read 读回来",
    words="指标表",
    options=(
        Option(("-o", "--output"), "写入这个 .xlsx 文件；已有的文件不会被覆盖", "文件", Path),
        Option(("--many",), "一个单位一行，一张表收几个单位的数"),
        Option(("--from",), "把这个案例里已有的内容填进去", "案例", Path),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=lambda _message, _form: "",  # what this command gives is for people
    notes=(
        "表里只填浅黄色的格；锁定的格没有密码。用 Excel、WPS 或 LibreOffice 填都一样。\n\n"
        "退出状态：0 完成；2 没有写成\n\n"
        "例：\n"
        "  jixiao form huaihua-department@2022 -o 采集表.xlsx\n"
        "  jixiao form huaihua-department@2022 --many -o 各单位.xlsx\n"
        "  jixiao check 采集表.xlsx\n"
        "  jixiao read 采集表.xlsx -o cases/某办-2022.yaml"
    ),
)
