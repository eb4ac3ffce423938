"""`jixiao diff`: what a change of a table means, and which cases it moves."""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, FOUND, Command, Option, UsageError
from jixiao.cli.formats import OUTPUT, format_option
from jixiao.cli.progress import with_progress
from jixiao.cli.streams import say, show_document, standard_output
from jixiao.cli.to_file import to_file
from jixiao.model.diagnostic import Diagnostic, Place, Refused

if TYPE_CHECKING:
    from jixiao.model.difference import Comparison

FORMATS = ("text", "json", "html")


def _read_count(word: str) -> int:
    if word.isascii() and word.isdecimal():
        return int(word)
    raise UsageError(messages.NOT_A_COUNT.format(option="--max-moved", word=word))


def _run(read: argparse.Namespace) -> int:
    if len(read.words) != 2:
        raise UsageError(messages.TWO_VERSIONS)
    gated = read.max_moved is not None or read.no_grade_change or read.strict
    if gated and not read.cases:
        raise UsageError(messages.GATE_WITHOUT_CASES)
    from jixiao.desk.diff import compare_versions

    try:
        found = compare_versions(
            read.words[0],
            read.words[1],
            read.cases or (),
            read.rules,
            watch=with_progress,
            draws=read.format == "html",
        )
    except Refused as refused:
        found = _failed(refused)
    for problem in found.errors:
        say(str(problem))
    delivered = _deliver(found, read.format, read.output)
    failures = _failures(found, read.max_moved, no_grade_change=read.no_grade_change)
    unsure = _unsure(found, grades=read.no_grade_change or read.strict) if gated else []
    told = messages.STRICT_FAILS if read.strict else messages.WARNING
    for line in (*failures, *(told.format(what=one, warning=one) for one in unsure)):
        say(line)
    if found.errors or not delivered:
        return BAD_INPUT
    return FOUND if failures or (read.strict and unsure) else DONE


def _failed(refused: Refused) -> Comparison:
    from jixiao.model.difference import Comparison

    return Comparison((), (), refused.diagnostics)


def _failures(found: Comparison, most: int | None, *, no_grade_change: bool) -> list[str]:
    """Give what keeps the change from passing the gate."""
    moved = [case for case in found.cases if case.moved]
    crossing = [case for case in found.cases if case.crosses_grade]
    failures = []
    if most is not None and len(moved) > most:
        failures.append(messages.TOO_MANY_MOVED.format(count=len(moved), most=most))
    if no_grade_change and crossing:
        names = "、".join(dict.fromkeys(case.label for case in crossing[:MAX_NAMED]))
        failures.append(messages.GRADES_CHANGED.format(count=len(crossing), names=names))
    return failures


def _unsure(found: Comparison, *, grades: bool) -> list[str]:
    """Give where the gate could not tell anything: no case was compared, or grades are open before and after."""
    unsure = []
    if not found.errors and (found.idle or not found.tables):
        tables = "、".join(one.new.reference for one in found.idle[:MAX_NAMED]) or messages.NO_PAIR
        unsure.append(messages.NOTHING_COMPARED.format(tables=tables))
    still = [case for case in found.cases if case.stays_open]
    if grades and still:
        names = "、".join(dict.fromkeys(case.label for case in still[:MAX_NAMED]))
        unsure.append(messages.GRADES_OPEN.format(count=len(still), names=names))
    return unsure


MAX_NAMED = 5
"""Most cases that a message names."""


def _deliver(found: Comparison, form: str, output: Path | None) -> bool:
    text = _text_of(found, form)
    if output is not None:
        return to_file(output, text)
    if form != "text":
        show_document(text)
    elif found.tables or found.notes:
        from jixiao.cli.console import terminal_console
        from jixiao.reports.diff.terminal import render_comparison

        with standard_output() as stream:
            render_comparison(found, terminal_console(stream))
    return True


def _text_of(found: Comparison, form: str) -> str:
    if form == "json":
        from jixiao.reports.diff.json import render_diff_json

        return render_diff_json(found)
    if form == "html":
        from jixiao.reports.diff.page import render_diff_page

        return render_diff_page(found)
    from jixiao.cli.console import page_console
    from jixiao.reports.diff.terminal import render_comparison

    page = io.StringIO()
    render_comparison(found, page_console(page))
    return page.getvalue()


def _refusal(message: str, form: str) -> str:
    from jixiao.model.difference import Comparison
    from jixiao.reports.diff.json import render_diff_json

    return render_diff_json(Comparison((), (), (Diagnostic(Place(""), message),))) if form == "json" else ""


DIFF = Command(
    name="diff",
    summary="比较指标表的两个版本：含义哪里变了，哪些案例的得分会变",
    words="旧版本 新版本",
    options=(
        Option(
            ("--cases",),
            "拿这个文件夹里的案例，看每个案例变前变后的得分；可以写多次",
            "文件夹",
            Path,
            repeats=True,
        ),
        Option(("--max-moved",), "得分变动的案例多于这个数时，退出状态为 1", "个数", _read_count),
        Option(("--no-grade-change",), "有案例的等级变了，退出状态为 1"),
        Option(
            ("--strict",),
            "变了的表没有案例可以比较，或有案例变前变后等级都没有定，退出状态为 1；不写只提醒",
        ),
        format_option(FORMATS),
        OUTPUT,
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=_refusal,
    notes=(
        "版本写指标表的代码、代码@版本、文件、文件夹，\n"
        "或 git 版本（HEAD~1，HEAD~1:rules/某市/表.yaml）。\n"
        "比较文件夹时，新版本与同一代码最近的旧版本比较。\n\n"
        "退出状态：\n"
        "  0  完成\n"
        "  1  完成，且没有通过 --max-moved、--no-grade-change 或 --strict\n"
        "  2  输入或用法有误\n\n"
        "例：\n"
        "  jixiao diff huaihua-department@2022 rules/huaihua/department-2023.yaml\n"
        "  jixiao diff HEAD rules --cases cases --no-grade-change --strict"
    ),
)
"""The command."""
