"""`jixiao lint`: mistakes in tables, items, checks and finding rules, before any case meets them; and in cases."""

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
from jixiao.model.lint import LINT_LEVEL_NAMES, LintLevel, LintRun
from jixiao.model.suggestion import suggestion
from jixiao.reports.page.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FORMATS = ("text", "json", "sarif", "github")


def _read_level(word: str) -> LintLevel:
    """Give the level of that name, Chinese or English."""
    for level, name in LINT_LEVEL_NAMES.items():
        if word in (level, name):
            return level
    known = "、".join(f"{name}（{level}）" for level, name in LINT_LEVEL_NAMES.items())
    raise UsageError(messages.NOT_AMONG.format(option="--fail-on", word=printable(word), known=known))


def _run(read: argparse.Namespace) -> int:
    if read.explain is not None:
        return _explain(read.explain, read.words)
    from jixiao.desk.lint import lint_files

    run = lint_files([Path(word) for word in read.words], read.rules, _watch)
    for diagnostic in run.errors:
        say(str(diagnostic))
    if not _deliver(run, read.format, read.output) or run.errors:
        return BAD_INPUT
    return FOUND if run.fails(read.fail_on) else DONE


def _explain(code: str, words: Sequence[str]) -> int:
    """Print the page about a code."""
    from jixiao.cli.console import terminal_console
    from jixiao.desk.lint import explain_lint, lint_codes
    from jixiao.reports.lint.page import render_page

    if words:
        raise UsageError(messages.EXPLAIN_ALONE.format(word=printable(words[0])))
    try:
        page = explain_lint(code)
    except Refused as refused:
        for diagnostic in refused.diagnostics:
            say(str(diagnostic))
        return BAD_INPUT
    if page is None:
        hint = suggestion(code, lint_codes())
        raise UsageError(messages.UNKNOWN_LINT.format(code=printable(code), hint=hint))
    with standard_output() as stream:
        render_page(page, terminal_console(stream))
    return DONE


def _watch(files: Sequence[Path]) -> Iterator[Path]:
    return with_progress(files, messages.LINTING)


def _deliver(run: LintRun, form: str, output: Path | None) -> bool:
    """Write the report to where it is wanted; false where that can't be done."""
    if output is not None:
        return to_file(output, _text_of(run, form))
    if form != "text":
        show_document(_text_of(run, form))
    elif run.files:
        from jixiao.cli.console import line_console
        from jixiao.reports.lint.terminal import render_lint

        with standard_output() as stream:
            render_lint(run, line_console(stream))
    return True


def _text_of(run: LintRun, form: str) -> str:
    if form == "json":
        from jixiao.reports.lint.json import render_lint_json

        return render_lint_json(run)
    if form == "sarif":
        from jixiao.reports.lint.annotations import render_sarif

        return render_sarif(run)
    if form == "github":
        from jixiao.reports.lint.annotations import render_github

        return render_github(run)
    from jixiao.cli.console import page_console
    from jixiao.reports.lint.terminal import render_lint

    page = io.StringIO()
    render_lint(run, page_console(page))
    return page.getvalue()


def _refusal(message: str, form: str) -> str:
    """Give the document for a command line that could not be carried out."""
    if form not in ("json", "sarif", "github"):
        return ""
    return _text_of(LintRun((), (), (), (Diagnostic(Place(""), message),)), form)


LINT = Command(
    name="lint",
    summary="检查指标表、数据项、核查、疑点规则和案例，指出写错、写漏和会引起争议的地方",
    words="[指标表|items.yaml|案例|文件夹…]",
    needs_words=False,
    options=(
        format_option(FORMATS),
        OUTPUT,
        Option(
            ("--fail-on",),
            "有这一级及以上的问题时，退出状态为 1：错误（默认）、警告、提示",
            "级别",
            _read_level,
            "error",
            choices=tuple(LINT_LEVEL_NAMES.values()),
        ),
        Option(("--explain",), "说明一种检查：查什么、为什么、怎样改", "代码"),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=_refusal,
    notes=(
        "不写参数时检查整个规则文件夹；要检查案例，写案例的文件或文件夹，可以和规则\n一起写。"
        "github 格式供 GitHub Actions 使用：每个问题标在它所在的行上。\n\n"
        "退出状态：\n"
        "  0  没有 --fail-on 所指的问题（默认：没有错误）\n"
        "  1  有这样的问题\n"
        "  2  输入或用法有误\n\n"
        "例：\n"
        "  jixiao lint\n"
        "  jixiao lint rules/某市/department-2025.yaml\n"
        "  jixiao lint rules cases\n"
        "  jixiao lint --format sarif -o 检查结果.sarif\n"
        "  jixiao lint --explain band-gap"
    ),
)
