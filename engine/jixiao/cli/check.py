"""`jixiao check`: evaluate cases, explain every point, find what does not hold."""

from __future__ import annotations

import argparse
import difflib
import io
from pathlib import Path

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, FOUND, Command, Option, UsageError
from jixiao.cli.formats import format_reader
from jixiao.cli.progress import with_progress
from jixiao.cli.streams import say, show_document, standard_output
from jixiao.cli.to_file import same_file, to_file
from jixiao.dataclass import dataclass, replace
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.finding import LEVEL_NAMES, Level
from jixiao.model.review import Run
from jixiao.reports.page.printable import printable

FORMATS = ("text", "json")
LEVELS = tuple(LEVEL_NAMES.values())


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    paths: tuple[Path, ...]
    format: str
    output: Path | None
    fail_on: Level | None
    rules: Path | None
    checks: bool
    """Whether every check is listed, also those that hold or can't be decided."""


def _read_level(word: str) -> Level:
    """Give the level of that name, Chinese or English."""
    for level, name in LEVEL_NAMES.items():
        if printable(word) in (level, name):
            return level
    known = "、".join(f"{name}（{level}）" for level, name in LEVEL_NAMES.items())
    raise UsageError(messages.NOT_AMONG.format(option="--fail-on", word=word, known=known))


def _run(read: argparse.Namespace) -> int:
    if read.explain is not None:
        return _explain(read.explain, tuple(read.words))
    if not read.words:
        raise UsageError(messages.MISSING_WORDS.format(words=CHECK.words))
    from jixiao.desk.check import check_cases, find_inputs

    paths = tuple(Path(word) for word in read.words)
    request = Request(paths, read.format, read.output, read.fail_on, read.rules, read.checks)
    files, errors = find_inputs(request.paths)
    if request.output is not None and any(same_file(request.output, file) for file in files):
        raise UsageError(messages.OUTPUT_IS_INPUT.format(path=request.output))
    run = check_cases(files, request.rules, watch=with_progress) if files else Run(())
    run = replace(run, errors=(*errors, *run.errors))
    if not request.checks:
        run = replace(run, reviews=tuple(replace(review, checks=None) for review in run.reviews))
    for diagnostic in run.errors:
        say(str(diagnostic))
    if not _deliver(request, run) or run.errors:
        return BAD_INPUT
    return FOUND if _fails(run, request.fail_on) else DONE


def _explain(code: str, words: tuple[str, ...]) -> int:
    """Print what a code means and how to settle it."""
    from jixiao.cli.console import terminal_console
    from jixiao.desk.codes import all_codes, find_code
    from jixiao.reports.check.code import render_code

    found = find_code(code)
    if words:
        raise UsageError(messages.EXPLAIN_ALONE.format(word=words[0]))
    if found is None:
        near = difflib.get_close_matches(code, all_codes(), n=1)
        known = messages.NEAR.format(name=near[0]) if near else ""
        codes = messages.KNOWN.format(known="、".join(all_codes()))
        raise UsageError(messages.UNKNOWN_CODE.format(code=printable(code), hint=known or codes))
    with standard_output() as stream:
        render_code(found.code, found.title, found.meaning, found.settle, terminal_console(stream))
    return DONE


def _fails(run: Run, fail_on: Level | None) -> bool:
    """Whether there is a finding at or above the level asked for."""
    if fail_on is None:
        return False
    levels = list(LEVEL_NAMES)
    grave = levels[: levels.index(fail_on) + 1]
    return any(
        finding.level in grave and finding.is_pending for review in run.reviews for finding in review.findings
    )


def _deliver(request: Request, run: Run) -> bool:
    """Write the report to where it is wanted; false where that can't be done."""
    if request.output is not None:
        return to_file(request.output, _text_of(run, request.format))
    if request.format == "json":
        show_document(_text_of(run, "json"))
    elif run.reviews:
        # rich takes longer to load than a JSON document takes to write.
        from jixiao.cli.console import terminal_console
        from jixiao.reports.check.terminal import render_terminal

        with standard_output() as stream:
            render_terminal(run, terminal_console(stream))
    return True


def _text_of(run: Run, form: str) -> str:
    if form == "json":
        from jixiao.reports.check.json import render_json

        return render_json(run)
    from jixiao.cli.console import page_console
    from jixiao.reports.check.terminal import render_terminal

    page = io.StringIO()
    render_terminal(run, page_console(page))
    return page.getvalue()


def _refusal(message: str, form: str) -> str:
    """Give the JSON document for a command line that could not be carried out."""
    if form != "json":
        return ""
    from jixiao.reports.check.json import render_json

    return render_json(Run((), (), (Diagnostic(Place(""), message),)))


CHECK = Command(
    name="check",
    summary="核算案例，说明每一分的得失，列出疑点",
    words="案例|文件夹…",
    options=(
        Option(
            ("--format",),
            "输出格式：text（默认）或 json",
            "格式",
            format_reader(FORMATS),
            "text",
            choices=FORMATS,
        ),
        Option(("-o", "--output"), "把结果写入文件", "文件", Path),
        Option(
            ("--fail-on",),
            "有这一级及以上的疑点时，退出状态为 1：严重、一般、提示",
            "级别",
            _read_level,
            choices=LEVELS,
        ),
        Option(("--checks",), "列出每一条核查（勾稽关系），包括相符的和无从判断的"),
        Option(("--explain",), "说明一个疑点代码是什么意思、怎样解决", "代码"),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=_refusal,
    needs_words=False,
    notes=(
        "退出状态：\n"
        "  0  完成\n"
        "  1  完成，且有 --fail-on 所指的疑点\n"
        "  2  输入或用法有误（其余案例照常核算）\n\n"
        "例：\n"
        "  jixiao check cases --fail-on 严重\n"
        "  jixiao check 案例.yaml --format json -o 结果.json\n"
        "  jixiao check --explain statement-conflict"
    ),
)
