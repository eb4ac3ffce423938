"""`jixiao new`: a table or a case to start from, with remarks on every key."""

from __future__ import annotations

import argparse
from pathlib import Path

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.streams import say, show
from jixiao.cli.to_file import is_file, new_file
from jixiao.desk.arguments import check_code, read_name, read_year
from jixiao.model.diagnostic import BadQuestion, Refused

TABLE, CASE = "table", "case"
_TABLE_ONLY, _CASE_ONLY = ("region", "subject", "from"), ("unit",)
FRAMEWORKS = ("common/department", "common/project", "common/project-2013")
"""Common frameworks that came with Jixiao, for whoever completes words; a test holds them to be those in rules/common."""


def _read_name(word: str) -> str:
    try:
        return read_name(word)
    except BadQuestion:
        raise UsageError(messages.NOT_A_NAME) from None


def _run(read: argparse.Namespace) -> int:
    kind, *rest = read.words
    if kind not in (TABLE, CASE) or len(rest) > (kind == CASE):
        raise UsageError(messages.NEW_WHAT)
    for name in _CASE_ONLY if kind == TABLE else _TABLE_ONLY:
        if getattr(read, name) is not None:
            raise UsageError(messages.NOT_FOR_NEW.format(option=f"--{name}", kind=kind))
    if read.code is not None:
        check_code(read.code, kind)
    if read.output is not None and is_file(read.output):
        say(messages.NOT_OVERWRITTEN.format(path=read.output))
        return BAD_INPUT
    try:
        text = _table(read) if kind == TABLE else _case(read, rest[0] if rest else None)
    except BadQuestion:
        raise
    except Refused as refused:
        for diagnostic in refused.diagnostics:
            say(str(diagnostic))
        return BAD_INPUT
    return _deliver(read.output, text)


def _table(read: argparse.Namespace) -> str:
    from jixiao.desk.new import new_table
    from jixiao.reports.skeletons.table import render_new_table

    heading = new_table(
        title=read.title,
        code=read.code,
        region=read.region,
        subject=read.subject,
        year=read.year,
        place=read.output,
        from_=getattr(read, "from"),
        rules=read.rules,
    )
    return render_new_table(heading)


def _case(read: argparse.Namespace, reference: str | None) -> str:
    from jixiao.desk.codes_in_use import codes_beside
    from jixiao.desk.new import new_case
    from jixiao.reports.skeletons.case import render_new_case

    case = new_case(
        reference,
        title=read.title,
        code=read.code,
        unit=read.unit,
        year=read.year,
        place=read.output,
        rules=read.rules,
    )
    if case.outside:
        file = case.needs.ruleset.place.file
        say(messages.TABLE_ELSEWHERE.format(path=file, rules=case.outside))
    if read.code is not None and read.output is not None and read.code in codes_beside(read.output):
        say(messages.CODE_IN_USE.format(code=read.code))
    return render_new_case(case)


def _deliver(output: Path | None, text: str) -> int:
    """Write the skeleton to where it is wanted, with the folders on the way there.

    A file that is there is never written over.
    """
    if output is None:
        show(text.rstrip("\n"))
        return DONE
    return DONE if new_file(output, text) else BAD_INPUT


NEW = Command(
    name="new",
    summary="新建一张指标表或一个案例，每个键都有说明",
    words="table|case [指标表]",
    choices=(TABLE, CASE),
    options=(
        Option(
            ("-o", "--output"),
            "写入文件，缺的文件夹一并建好；已有的文件不会被覆盖。不写则显示在屏幕上",
            "文件",
            Path,
        ),
        Option(("--title",), "名称", "名称", _read_name),
        Option(("--code",), "英文代码", "代码"),
        Option(("--year",), "年度", "年度", read_year),
        Option(
            ("--from",),
            "从哪个共性框架开始（new table），如 common/department；名称、归类、公式和要点照框架，分值和评分标准待填",
            "框架",
            choices=FRAMEWORKS,
        ),
        Option(("--region",), "适用的地区（new table）", "地区", _read_name),
        Option(("--subject",), "评价的对象（new table）", "对象", _read_name),
        Option(("--unit",), "被评价的单位（new case）", "单位", _read_name),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=lambda _message, _form: "",  # what this command gives is for people
    notes=(
        "国家的共性框架有 common/department（部门整体支出）、common/project（项目支出）\n"
        "和 common/project-2013（项目支出，2013年的）；用 jixiao show 看内容。\n\n"
        "退出状态：0 完成；2 没有写成\n\n"
        "例：\n"
        "  jixiao new table -o rules/某市/department-2025.yaml --year 2025\n"
        "  jixiao new table --from common/project -o rules/某市/project-2025.yaml\n"
        "  jixiao new case huaihua-department@2022 -o cases/某办-2022.yaml"
    ),
)
