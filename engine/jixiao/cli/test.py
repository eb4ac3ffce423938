"""`jixiao test`: whether cases and tables give what is written that they must."""

from __future__ import annotations

import argparse
import io
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, FOUND, Command, Option, UsageError
from jixiao.cli.formats import OUTPUT, format_option
from jixiao.cli.outputs import output_file
from jixiao.cli.problems import reason
from jixiao.cli.progress import with_progress
from jixiao.cli.streams import say, show_document, standard_output
from jixiao.cli.to_file import to_file
from jixiao.dataclass import replace
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.trial import TrialRun

if TYPE_CHECKING:
    from jixiao.desk.test import Tried
    from jixiao.desk.update import Update

FORMATS = ("text", "json")
MOST, MAX_DIGITS = 100, 3
"""The highest percentage, and its digits."""


def _read_percent(word: str) -> Fraction:
    digits = word.strip().removesuffix("%")
    if digits.isascii() and digits.isdecimal() and len(digits) <= MAX_DIGITS and int(digits) <= MOST:
        return Fraction(int(digits))
    raise UsageError(messages.NOT_PERCENT.format(word=word, most=MOST))


def _run(read: argparse.Namespace) -> int:
    from jixiao.desk.test import try_named

    watch = partial(with_progress, doing=messages.TESTING)
    keeps = read.coverage or read.min is not None or read.mutate is not None
    tried = try_named([Path(word) for word in read.words], read.rules, watch, keeps=keeps)
    run, written = _looked_closer(read, tried), True
    if read.update:
        run, written = _update(run, quiet=read.format != "text" and read.output is None)
    for diagnostic in run.errors:
        say(str(diagnostic))
    delivered = _deliver(run, read.format, read.output)
    delivered = (read.junit is None or _junit(run, read.junit)) and delivered
    if run.errors or not delivered or not written:
        return BAD_INPUT
    return FOUND if run.failed or _falls_short(run, read.min) else DONE


def _falls_short(run: TrialRun, least: Fraction | None) -> bool:
    """Whether less of the sentences was reached than was asked for; says so."""
    if least is None or run.coverage is None or run.coverage.share * 100 >= least:
        return False
    say(messages.TOO_LITTLE_COVERED.format(least=f"{least}%", share=f"{int(run.coverage.share * 100)}%"))
    return True


def _looked_closer(read: argparse.Namespace, tried: Tried) -> TrialRun:
    """Measure coverage and change rules, as far as that was asked for."""
    from jixiao.desk.test import with_coverage, with_mutation

    if read.coverage or read.min is not None:
        tried = with_coverage(tried)
    if read.mutate is not None:
        tried = with_mutation(tried, read.mutate, partial(with_progress, doing=messages.MUTATING))
    return tried.run


def _update(run: TrialRun, *, quiet: bool) -> tuple[TrialRun, bool]:
    """Show what changes in the files, then change it; give the run as it is afterwards."""
    from jixiao.desk.update import plan_updates
    from jixiao.reports.test.terminal import change_line

    updates, trials = plan_updates(run.trials)
    lines = [change_line(revision) for update in updates for revision in update.revisions]
    if not quiet:
        with standard_output() as stream:
            stream.writelines(f"{line}\n" for line in lines)
    done = [_write(update) for update in updates]
    if all(done):
        return replace(run, trials=trials), True
    return run, False


def _write(update: Update) -> bool:
    from jixiao.reports.page.output import write_bytes_whole

    try:
        write_bytes_whole(update.path, update.data)
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=update.path, why=reason(problem)))
        return False
    return True


def _deliver(run: TrialRun, form: str, output: Path | None) -> bool:
    """Write the report to where it is wanted; false where that can't be done."""
    if output is not None:
        return to_file(output, _text_of(run, form))
    if form == "json":
        show_document(_text_of(run, form))
        return True
    from jixiao.cli.console import terminal_console
    from jixiao.reports.test.terminal import render_trials

    with standard_output() as stream:
        render_trials(run, terminal_console(stream))
    return True


def _text_of(run: TrialRun, form: str) -> str:
    if form == "json":
        from jixiao.reports.test.json import render_trial_json

        return render_trial_json(run)
    from jixiao.cli.console import page_console
    from jixiao.reports.test.terminal import render_trials

    page = io.StringIO()
    render_trials(run, page_console(page))
    return page.getvalue()


def _junit(run: TrialRun, path: Path) -> bool:
    from jixiao.reports.test.junit import render_junit

    return to_file(path, render_junit(run))


def _refusal(message: str, form: str) -> str:
    """Give the JSON document for a command line that could not be carried out."""
    if form != "json":
        return ""
    return _text_of(TrialRun((), errors=(Diagnostic(Place(""), message),)), form)


TEST = Command(
    name="test",
    summary="核对案例的预期和指标表里的例",
    words="[案例|文件夹…]",
    needs_words=False,
    options=(
        Option(("--update",), "把不符的预期和例改成算出的数（先列出改动；注释、顺序和其余文字不动）"),
        Option(("--coverage",), "另列出评分标准的哪些条款、核查和疑点规则被案例和例用到过，哪些从来没有"),
        Option(("--min",), "条款至少要用到百分之几，不足时退出状态为 1，如 90", "百分比", _read_percent),
        Option(
            ("--mutate",),
            "把指标表的数、符号逐一改动，列出改了也没有预期和例发现的，并给出能发现它的例",
            "指标表",
            optional=True,
        ),
        format_option(FORMATS),
        OUTPUT,
        Option(("--junit",), "另写一份 JUnit XML，供其他程序读取", "文件", output_file),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=_refusal,
    notes=(
        "不写参数时核对 ./cases 里的案例和规则文件夹里的全部指标表；\n"
        "写明案例时，核对这些案例和它们所用的指标表。写法见 docs/test-rules.md。\n\n"
        "退出状态：\n"
        "  0  全部相符\n"
        "  1  有不符的，或没有达到 --min\n"
        "  2  输入或用法有误（其余照常核对）\n\n"
        "例：\n"
        "  jixiao test\n"
        "  jixiao test cases/某办-2025.yaml --update\n"
        "  jixiao test --coverage --min 90\n"
        "  jixiao test --mutate huaihua-department@2022\n"
        "  jixiao test --junit 结果.xml"
    ),
)
