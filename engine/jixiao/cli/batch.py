"""`jixiao batch`: a table of units scored row by row, or one row of it explained."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, FOUND, Command, Option, UsageError
from jixiao.cli.formats import format_reader
from jixiao.cli.outputs import output_file
from jixiao.cli.problems import reason
from jixiao.cli.row_progress import RowProgress
from jixiao.cli.streams import say, standard_output, stream_document
from jixiao.model.diagnostic import BadQuestion, Diagnostic, Refused

if TYPE_CHECKING:
    from jixiao.desk.batch_output import BatchRun
    from jixiao.model.check_count import CountedCheck

FORMATS = ("text", "json")
EVERY_ROW = "exact"
"""The engine that scores each row by itself, for no reason of its own."""
MOST_LEFT = 5
"""Most things named that stay with the engine."""


def _run(read: argparse.Namespace) -> int:
    if len(read.words) != 2:
        more = read.words[2] if len(read.words) > 2 else ""
        raise UsageError(messages.TABLE_AND_INPUT.format(more=f"，多出来的是“{more}”" if more else ""))
    try:
        return _explain(read) if read.explain is not None else _score(read)
    except BadQuestion:
        raise
    except Refused as refused:
        for diagnostic in refused.diagnostics:
            say(str(diagnostic))
        return BAD_INPUT


def _score(read: argparse.Namespace) -> int:
    if read.output is None:
        raise UsageError(messages.BATCH_NEEDS_FILE)
    from jixiao.desk.batch import batch

    table, rows = read.words
    progress = RowProgress()
    try:
        found = batch(
            table,
            rows,
            read.output,
            named=read.map,
            engine=read.engine,
            resume=read.resume,
            checks=read.checks,
            rules=read.rules,
            processes=read.processes or None,
            master=read.master,
            told=_warn,
            watch=lambda tally, part: progress.tell(tally.rows, part),
        )
    except KeyboardInterrupt:
        say(messages.BATCH_ENDED.format(parts=f"{str(read.output).partition('::')[0]}.parts"))
        raise
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=read.output, why=reason(problem)))
        return BAD_INPUT
    finally:
        progress.end()
    _tell(found, progress.seconds(), tells_why=read.engine != EVERY_ROW)
    return FOUND if found.tally.bad else DONE


def _warn(warning: Diagnostic) -> None:
    say(messages.WARNING.format(warning=warning))


def _tell(found: BatchRun, seconds: float, *, tells_why: bool) -> None:
    """Say what became of the rows."""
    tally = found.tally
    told = [messages.BATCH_ROWS.format(rows=tally.rows, program=tally.program, engine=tally.engine)]
    if tally.engine and tells_why:
        whys = {"cells": tally.by_cells, "program": tally.by_program, "claims": tally.by_claims}
        told[0] += messages.BATCH_WHY.format(**whys)
    if tally.bad:
        told.append(messages.BATCH_BAD.format(bad=tally.bad, path=found.bad))
    if tally.blank:
        told.append(messages.BATCH_BLANK.format(blank=tally.blank))
    if tally.floats:
        told.append(messages.BATCH_FLOATS.format(floats=tally.floats))
    told.append(messages.BATCH_RATE.format(rate=round(tally.rows / seconds)))
    for one in found.left[:MOST_LEFT]:
        say(messages.BATCH_LEFT.format(of=one.of, why=one.why))
    if len(found.left) > MOST_LEFT:
        say(messages.BATCH_MORE_LEFT.format(count=len(found.left)))
    say(f"{found.output}：{'；'.join(told)}")
    if found.checked is not None:
        _tell_checks(found.checked)
        if found.unread:
            say(messages.BATCH_UNREAD.format(count=found.unread))


def _tell_checks(checked: Sequence[CountedCheck]) -> None:
    """Say which checks how many rows miss, and which rows first."""
    from jixiao.cli.console import line_console
    from jixiao.reports.checked.terminal import render_checked

    with standard_output() as stream:
        render_checked(checked, line_console(stream))


def _explain(read: argparse.Namespace) -> int:
    if read.output is not None:
        raise UsageError(messages.EXPLAIN_ROW_ALONE)
    from jixiao.cli.console import line_console
    from jixiao.desk.batch import explain_row
    from jixiao.reports.check.choice import ALL
    from jixiao.reports.check.piece import Form, Tally, assembled

    table, rows = read.words
    checked = explain_row(table, rows, read.explain, named=read.map, rules=read.rules)
    for warning in checked.warnings:
        _warn(warning)
    form: Form
    if read.format == "json":
        from jixiao.reports.check.json import JsonForm

        form = JsonForm(ALL)
    else:
        from jixiao.reports.check.terminal import TextForm

        form = TextForm(line_console(sys.stdout), full=False, choice=ALL)
    texts = assembled(form, [form.piece(checked)], Tally())
    if read.format == "json":
        stream_document(texts)
    else:
        with standard_output() as stream:
            stream.writelines(texts)
    return DONE


def _row(word: str) -> int:
    if word.isascii() and word.isdigit() and 0 < len(word) < 13 and int(word):
        return int(word)
    raise UsageError(messages.NOT_A_ROW.format(word=word))


def _engine(word: str) -> str:
    from jixiao.desk.batch import ENGINES

    if word in ENGINES:
        return word
    raise UsageError(messages.NOT_AMONG.format(option="--engine", word=word, known="、".join(ENGINES)))


def _processes(word: str) -> int:
    from jixiao.cli.check import read_processes

    return read_processes(word)


BATCH = Command(
    name="batch",
    summary="一个单位一行的表，逐行核算：CSV、Parquet、Excel、数据库",
    words="指标表 输入",
    options=(
        Option(
            ("-o", "--output"),
            "结果写进这个文件，由后缀定格式：.parquet、.csv、.xlsx、.duckdb（或 库.duckdb::表名）",
            "文件",
            output_file,
        ),
        Option(("--map",), "列名对不上的，用这个文件指明：列名: 数据项（单位）", "文件", Path),
        Option(
            ("--engine",),
            "用什么算：local 本机（默认），duckdb，spark 集群，exact 每一行都照 check 算",
            "引擎",
            _engine,
            "local",
        ),
        Option(
            ("--master",),
            "--engine spark 在哪里算：local[4]、spark://…、yarn、k8s://…、sc://…；默认 spark-submit 所在处，否则本机",
            "地址",
            str,
            "",
        ),
        Option(("--checks",), "再核查各行的数：对不上的核查写进 checks 列，最后说每条有多少行"),
        Option(("--explain",), "只说明这一行（表头以下第几行）的得分，和 check 说的一样", "行", _row),
        Option(("--resume",), "上次中断的，接着算"),
        Option(("--processes",), "逐行核算时同时用几个进程；默认 0，由程序决定", "个数", _processes, 0),
        Option(
            ("--format",), "--explain 的格式：text（默认）或 json", "格式", format_reader(FORMATS), "text"
        ),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=lambda _message, _form: "",  # what this command gives is a table, or is for people
    notes=(
        "输入：.csv（UTF-8、GB18030、UTF-16）、.parquet、.arrow、.xlsx、\n"
        "库.duckdb::表名、postgresql://…::模式.表名。第一行是列名：数据项（单位）、\n"
        "指标名称.档次、自评.指标名称 …… 见 docs/batch.md\n"
        "读不了的行写进 结果文件.bad.csv，其余照算。\n\n"
        "退出状态：\n"
        "  0  完成\n"
        "  1  完成，有读不了的行\n"
        "  2  输入或用法有误，没有写出结果\n\n"
        "例：\n"
        "  jixiao batch huaihua-department@2022 全省.csv -o 得分.parquet\n"
        "  jixiao batch huaihua-department@2022 全省.csv --explain 1024\n"
        "  jixiao batch huaihua-department@2022 全省.xlsx --map 列名.yaml -o 得分.xlsx"
    ),
)
