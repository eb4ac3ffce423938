"""`jixiao sql`: a table as a query, to be run in a warehouse of one's own."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.outputs import output_file
from jixiao.cli.streams import say, show_document
from jixiao.cli.to_file import to_file
from jixiao.model.diagnostic import Refused

DIALECTS = ("duckdb", "spark", "postgres")
_BETWEEN = re.compile(r"\s*[,，、;；]\s*")


def _run(read: argparse.Namespace) -> int:
    table, *more = read.words
    if more:
        raise UsageError(messages.MORE_THAN_ONE.format(word=more[0]))
    from jixiao.desk.sql import sql

    try:
        query = sql(
            table,
            read.dialect,
            columns=read.columns or (),
            relation=read.__dict__["from"],
            kept=read.keep or (),
            rules=read.rules,
        )
    except Refused as refused:
        for diagnostic in refused.diagnostics:
            say(str(diagnostic))
        return BAD_INPUT
    if read.output is not None:
        return DONE if to_file(read.output, query) else BAD_INPUT
    show_document(query)
    return DONE


def _dialect(word: str) -> str:
    if word in DIALECTS:
        return word
    raise UsageError(messages.NOT_AMONG.format(option="--dialect", word=word, known="、".join(DIALECTS)))


def _names(word: str) -> tuple[str, ...]:
    return tuple(one for one in _BETWEEN.split(word.strip()) if one)


SQL = Command(
    name="sql",
    summary="把一张指标表写成 SQL，在自己的数据库里核算",
    words="指标表",
    options=(
        Option(
            ("--dialect",),
            "哪一种数据库：duckdb（默认）、spark 或 postgres",
            "方言",
            _dialect,
            "duckdb",
            choices=DIALECTS,
        ),
        Option(("--from",), "从哪里读：表名、视图名，或括号里的查询；默认 units", "表名", str, "units"),
        Option(
            ("--columns",),
            "读哪些列，逗号隔开：年初预算（万元）:6,行政效能.等级；默认指标表要的全部数据项",
            "列",
            _names,
        ),
        Option(("--keep",), "结果里保留哪些列，逗号隔开；默认全部保留", "列", _names),
        Option(("-o", "--output"), "写进这个文件", "文件", output_file),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=lambda _message, _form: "",  # what this command gives is a query, or is for people
    notes=(
        "写出的是一条查询，一个单位一行进，一个单位一行出，得分与 check 一分不差。\n"
        "列名就是数据项的名称，金额默认是元（两位小数）；别的单位写在括号里，\n"
        "小数位数写在冒号后面。\n"
        "查询开头的注释写着要哪些列、哪些指标 SQL 算不了。\n\n"
        "退出状态：0 完成；2 输入或用法有误\n\n"
        "例：\n"
        "  jixiao sql huaihua-department@2022 --dialect postgres --from 财政.决算\n"
        "  jixiao sql huaihua-department@2022 --columns '年初预算（万元）:6'\n"
        "  jixiao sql huaihua-department@2022 --keep 单位编码 | duckdb 全省.duckdb"
    ),
)
