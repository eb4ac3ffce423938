"""`jixiao simulate`: many variants of a table over the rows of an input, in one pass."""

from __future__ import annotations

import argparse
import io
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, FOUND, Command, Option, UsageError
from jixiao.cli.formats import OUTPUT, format_option
from jixiao.cli.row_progress import RowProgress
from jixiao.cli.streams import say, show_document, standard_output
from jixiao.cli.to_file import to_file
from jixiao.model.diagnostic import BadQuestion, Diagnostic, Place, Refused

if TYPE_CHECKING:
    from jixiao.model.simulation import Simulation

FORMATS = ("text", "json", "html")
STEPS = ("1", "5")


def _run(read: argparse.Namespace) -> int:
    try:
        return _list(read) if read.list else _simulate(read)
    except BadQuestion:
        raise
    except Refused as refused:
        for diagnostic in refused.diagnostics:
            say(str(diagnostic))
        if read.format == "json":
            from jixiao.reports.simulate.json import render_simulate_json

            show_document(render_simulate_json(None, refused.diagnostics))
        return BAD_INPUT


def _simulate(read: argparse.Namespace) -> int:
    if len(read.words) != 2:
        more = read.words[2] if len(read.words) > 2 else ""
        raise UsageError(messages.TABLE_AND_INPUT.format(more=f"，多出来的是“{more}”" if more else ""))
    from jixiao.desk.simulate import simulate

    table, rows = read.words
    progress = RowProgress()
    try:
        found = simulate(
            table,
            rows,
            read.vary or (),
            read.variants,
            named=read.map,
            step=read.step,
            rules=read.rules,
            processes=read.processes or None,
            watch=progress.tell,
        )
    finally:
        progress.end()
    for warning in found.warnings:
        say(messages.WARNING.format(warning=warning))
    if not _deliver(found, read.format, read.output):
        return BAD_INPUT
    return FOUND if found.refused or found.bad else DONE


def _deliver(found: Simulation, form: str, output: Path | None) -> bool:
    if output is not None:
        return to_file(output, _text_of(found, form))
    if form != "text":
        show_document(_text_of(found, form))
        return True
    from jixiao.cli.console import terminal_console
    from jixiao.reports.simulate.terminal import render_simulation

    with standard_output() as stream:
        render_simulation(found, terminal_console(stream))
    return True


def _text_of(found: Simulation, form: str) -> str:
    if form == "json":
        from jixiao.reports.simulate.json import render_simulate_json

        return render_simulate_json(found)
    if form == "html":
        from jixiao.reports.simulate.page import render_simulation_page

        return render_simulation_page(found)
    from jixiao.cli.console import page_console
    from jixiao.reports.simulate.terminal import render_simulation

    page = io.StringIO()
    render_simulation(found, page_console(page))
    return page.getvalue()


def _list(read: argparse.Namespace) -> int:
    """Tell what of a table can be varied."""
    if len(read.words) != 1:
        raise UsageError(messages.TABLE_TO_LIST)
    from jixiao.desk.simulate import places

    _, found = places(read.words[0], read.rules)
    if read.format == "json":
        from jixiao.reports.simulate.json import render_simulate_json

        show_document(render_simulate_json(None, places=found))
        return DONE
    from jixiao.cli.console import line_console
    from jixiao.reports.simulate.terminal import render_places

    with standard_output() as stream:
        render_places(found, line_console(stream))
    return DONE


def _step(word: str) -> Fraction:
    if word in STEPS:
        return Fraction(word)
    raise UsageError(messages.NOT_AMONG.format(option="--step", word=word, known="、".join(STEPS)))


def _processes(word: str) -> int:
    from jixiao.cli.check import read_processes

    return read_processes(word)


def _refusal(message: str, form: str) -> str:
    if form != "json":
        return ""
    from jixiao.reports.simulate.json import render_simulate_json

    return render_simulate_json(None, (Diagnostic(Place(""), message),))


SIMULATE = Command(
    name="simulate",
    summary="试一试：指标表的许多方案，对同一批单位一次算完，看得分、等级怎样变",
    words="指标表 输入",
    options=(
        Option(
            ("--vary",),
            "变哪里，取哪些值：预算控制率.条款2.分值=3..5；可以写多次，组合成网格",
            "路径=值",
            repeats=True,
        ),
        Option(("--variants",), "方案清单：.csv（第一行是路径）或 .yaml，一行一个方案", "文件", Path),
        Option(("--list",), "只列出这个指标表可以变的地方和现在的值"),
        Option(("--step",), "分布按几分一档：1 或 5（默认）", "分", _step, Fraction(5), choices=STEPS),
        Option(("--map",), "列名对不上的，用这个文件指明：列名: 数据项（单位）", "文件", Path),
        Option(("--processes",), "同时用几个处理器；默认 0，由程序决定", "个数", _processes, 0),
        format_option(FORMATS),
        OUTPUT,
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=_refusal,
    notes=(
        "路径：指标名称.分值、指标名称.条款N.分值、指标名称.条款N.门槛、\n"
        "      指标名称.门槛10%、指标名称.口径.不足一步、口径.得分小数位、等级.优、\n"
        "      满分、上限.归类 ……\n"
        "值：  3..5（步长 1）、3..5/0.5、3,4,5，或口径的取值。\n"
        "输入和 jixiao batch 的一样。只变分值时，满分随各指标分值之和变。\n\n"
        "退出状态：\n"
        "  0  完成\n"
        "  1  完成，有不成立的方案，或有读不了的行\n"
        "  2  输入或用法有误\n\n"
        "例：\n"
        "  jixiao simulate huaihua-department@2022 --list\n"
        "  jixiao simulate huaihua-department@2022 全省.csv \\\n"
        "         --vary 预算控制率.条款2.分值=3..5\n"
        "  jixiao simulate huaihua-department@2022 全省.parquet --vary 等级.优=88..92 \\\n"
        "         --vary 预算控制率.门槛10%=8..12 -o 方案.html"
    ),
)
"""The command."""
