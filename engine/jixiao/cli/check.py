"""`jixiao check`: evaluate cases, explain every point, find what does not hold."""

from __future__ import annotations

import argparse
import io
import itertools
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, FOUND, Command, Option, UsageError
from jixiao.cli.formats import OUTPUT, format_option
from jixiao.cli.papers import Papers, deliver, papers_asked, read_kind
from jixiao.cli.progress import with_progress
from jixiao.cli.streams import say, standard_output, stream_document
from jixiao.cli.to_file import stream_to_file
from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.finding import Level
from jixiao.model.mishap import explain_failure
from jixiao.model.review import Run
from jixiao.model.suggestion import suggestion
from jixiao.reports.check.content.kind import Kind
from jixiao.reports.page.printable import printable

if TYPE_CHECKING:
    from jixiao.reports.check.choice import Choice
    from jixiao.reports.check.content.form import ContentForm
    from jixiao.reports.check.piece import Form, Piece, Tally

FORMATS = ("text", "json", "html", "docx", "xlsx", "sarif", "github")
LEVELS = Level.words()

MAX_PROCESSES = 256
"""Most processes at once. Stops a slip of the hand from filling the machine."""


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
    full: bool
    """Whether all there is to tell is told, rather than a screen a case."""
    brief: bool
    """Whether each case is one line."""
    level: Level
    codes: frozenset[str]
    """Which findings are shown: as grave as that or graver, of one of these codes; none for all."""
    table: str | None
    """The table for reports that do not say which fits them."""
    processes: int | None
    """How many work on it; None leaves it to the machine and the number of files."""
    papers: Papers | None = None
    """What is written up for Word or Excel, where that is asked for."""


def _level_reader(option: str) -> Callable[[str], Level]:
    """Give what reads a level behind an option, Chinese or English."""
    return lambda word: _read_level(option, word)


def _read_level(option: str, word: str) -> Level:
    level = Level.named(printable(word))
    if level is not None:
        return level
    known = "、".join(f"{one.word}（{one}）" for one in Level)
    raise UsageError(messages.NOT_AMONG.format(option=option, word=printable(word), known=known))


def _run(read: argparse.Namespace) -> int:
    if read.explain is not None:
        return _explain(read.explain, tuple(read.words))
    if not read.words:
        raise UsageError(messages.MISSING_WORDS.format(words=CHECK.words))
    from jixiao.desk.check import find_inputs

    paths = tuple(Path(word) for word in read.words)
    if read.full and read.brief:
        raise UsageError(messages.FULL_OR_BRIEF)
    request = Request(
        paths,
        read.format,
        read.output,
        read.fail_on,
        read.rules,
        read.checks,
        read.full,
        read.brief,
        read.level,
        _known(read.code or (), read.rules),
        read.table,
        read.processes or None,
        _papers(read),
    )
    files, errors = find_inputs(request.paths, reports=True)
    tally = _delivered(request, files, errors)
    if tally is None or tally.errors:
        return BAD_INPUT
    return FOUND if _fails(tally, request.fail_on) else DONE


def _papers(read: argparse.Namespace) -> Papers | None:
    """Give what papers are asked for; raises UsageError for what does not go together."""
    asked = papers_asked(read.document, read.format, read.output, read.template)
    for option in ("full", "brief", "checks"):
        if asked is not None and getattr(read, option):
            raise UsageError(messages.NOT_FOR_PAPERS.format(option=f"--{option}"))
    return asked


def _known(codes: Sequence[str], rules: Path | None) -> frozenset[str]:
    """Give codes that findings may have; raises UsageError for any other."""
    from jixiao.desk.codes import all_codes, codes_with_rules

    known = all_codes()
    if any(code not in known for code in codes):
        known = codes_with_rules(rules)
    for code in codes:
        if code not in known:
            hint = suggestion(code, known)
            raise UsageError(messages.UNKNOWN_CODE.format(code=printable(code), hint=hint))
    return frozenset(codes)


def _explain(code: str, words: tuple[str, ...]) -> int:
    """Print what a code means and how to settle it."""
    from jixiao.cli.console import terminal_console
    from jixiao.desk.codes import all_codes, find_code
    from jixiao.reports.check.code import render_code

    found = find_code(code)
    if words:
        raise UsageError(messages.EXPLAIN_ALONE.format(word=words[0]))
    if found is None:
        raise UsageError(
            messages.UNKNOWN_CODE.format(code=printable(code), hint=suggestion(code, all_codes()))
        )
    with standard_output() as stream:
        render_code(found.code, found.title, found.meaning, found.settle, terminal_console(stream))
    return DONE


def _fails(tally: Tally, fail_on: Level | None) -> bool:
    """Whether there is a finding at or above the level asked for."""
    levels = list(Level)
    return fail_on is not None and any(tally.levels[one] for one in levels[: levels.index(fail_on) + 1])


def _delivered(request: Request, files: Sequence[Path], errors: Sequence[Diagnostic]) -> Tally | None:
    """Check the files and write the report to where it is wanted; None where that can't be done.

    Every error is said as soon as it is known.
    """
    from jixiao.reports.check.piece import Piece, Tally, assembled

    tally = Tally()
    refused = [Piece(errors=(error,)) for error in errors]
    if request.papers is not None:
        return _papers_delivered(request, request.papers, files, refused, tally)
    form = _form(request, is_empty=not files)
    pieces = _said(
        itertools.chain(refused, _pieces(request, files, form)), tally, is_text=request.format == "text"
    )
    texts = assembled(form, pieces, tally)
    if request.output is not None:
        return _warned(tally) if stream_to_file(request.output, texts) else None
    if request.format != "text":
        stream_document(texts)
        return _warned(tally)
    with standard_output() as stream:
        stream.writelines(text for text in texts if tally.cases)
    return tally


def _papers_delivered(
    request: Request, papers: Papers, files: Sequence[Path], refused: Sequence[Piece], tally: Tally
) -> Tally | None:
    """Check the files and write them up for Word or Excel; None where that can't be done."""
    from jixiao.desk.codes import described_codes
    from jixiao.reports.check.choice import Choice

    form = papers.content_form(len(files), Choice(request.level, request.codes))
    pieces = _said(itertools.chain(refused, _pieces(request, files, form)), tally, is_text=True)
    titles = {one.code: one.title for one in described_codes()}
    return _warned(tally) if deliver(papers, pieces, tally, titles) else None


def _warned(tally: Tally) -> Tally:
    """Tell of codes that two cases share where the report is not read here."""
    from jixiao.reports.check.piece import same_codes

    for text in same_codes(tally):
        say(text)
    return tally


def _form(request: Request, *, is_empty: bool) -> Form:
    """Give the form of the report. rich takes long to load, and is not needed for a report of nothing."""
    from jixiao.reports.check.choice import Choice

    choice = Choice(request.level, request.codes)
    if request.format != "text":
        return _form_for_files(request.format, choice)
    if is_empty and request.output is None:
        return _form_for_files("json", choice)
    from jixiao.cli.console import line_console, page_console
    from jixiao.reports.check.brief import BriefForm
    from jixiao.reports.check.terminal import TextForm

    console = line_console(sys.stdout) if request.output is None else page_console(io.StringIO())
    return (
        BriefForm(console, choice) if request.brief else TextForm(console, full=request.full, choice=choice)
    )


def _form_for_files(form: str, choice: Choice) -> Form:
    """Give the form of a report that a program or a browser reads."""
    if form == "json":
        from jixiao.reports.check.json import JsonForm

        return JsonForm(choice)
    if form == "html":
        from jixiao.reports.check.html.form import HtmlForm

        return HtmlForm(choice)
    from jixiao.desk.codes import described_codes
    from jixiao.reports.check.annotations import GithubForm, SarifForm
    from jixiao.reports.page.annotation import Kind

    kinds = [Kind(one.code, one.title, f"{one.meaning}{one.settle}") for one in described_codes()]
    return SarifForm(kinds, choice) if form == "sarif" else GithubForm(choice)


def _pieces(request: Request, files: Sequence[Path], form: Form | ContentForm) -> Iterator[Piece]:
    """Check the files, and show how far it is where nothing else shows it."""
    from jixiao.desk.check import check_each, watched

    if not files:
        return iter(())
    pieces = check_each(
        files,
        request.rules,
        form.piece,
        table=request.table,
        tells_checks=request.checks,
        shows_originals=request.format == "html",
        processes=request.processes,
        failed=explain_failure,
    )
    is_shown = request.output is None and sys.stdout.isatty()
    return watched(pieces, files, iter if is_shown else with_progress)


def _said(pieces: Iterable[Piece], tally: Tally, *, is_text: bool) -> Iterator[Piece]:
    """Say what is wrong with each case, for people with the line that it is about."""
    for piece in pieces:
        for error in piece.errors:
            if error not in tally.errors:
                say(str(error))
                _show_line(error, is_text=is_text)
        for warning in piece.warnings:
            say(messages.WARNING.format(warning=warning))
            _show_line(warning, is_text=is_text)
        yield piece


def _show_line(diagnostic: Diagnostic, *, is_text: bool) -> None:
    """Show the line of a file that a message is about, where people read it."""
    if not is_text or not diagnostic.place.line or diagnostic.place.sheet:
        return
    from jixiao.desk.excerpt import line_at
    from jixiao.reports.page.excerpt import excerpt_lines

    place = diagnostic.place
    width = shutil.get_terminal_size().columns
    excerpt = excerpt_lines(line_at(place), place.line, place.column, 1, width)
    if excerpt is not None:
        line, before, carets = excerpt
        say(line)
        say(before + carets)


def _refusal(message: str, form: str) -> str:
    """Give the document for a command line that could not be carried out."""
    if form not in FORMATS or form in ("text", "html", "docx", "xlsx"):  # for people, who read the message
        return ""
    from jixiao.reports.check.choice import ALL
    from jixiao.reports.check.piece import report_of

    run = Run((), (), (Diagnostic(Place(""), message),))
    return "".join(report_of(_form_for_files(form, ALL), run))


def read_processes(word: str) -> int:
    """Give a number of processes; 0 leaves it to the program."""
    if (
        word.isascii()
        and word.isdigit()
        and len(word) <= len(str(MAX_PROCESSES))
        and int(word) <= MAX_PROCESSES
    ):
        return int(word)
    raise UsageError(messages.NOT_PROCESSES.format(word=printable(word), most=MAX_PROCESSES))


CHECK = Command(
    name="check",
    summary="核算案例、采集表或报告，说明每一分的得失，列出疑点",
    words="案例|采集表|报告|文件夹…",
    options=(
        format_option(FORMATS),
        OUTPUT,
        Option(
            ("--fail-on",),
            "有这一级及以上的疑点时，退出状态为 1：严重、一般、提示",
            "级别",
            _level_reader("--fail-on"),
            choices=LEVELS,
        ),
        Option(("--full",), "全列：每一项的理由，每条疑点的依据；不写则一个案例一屏"),
        Option(("--brief",), "一个案例一行，带单位名称"),
        Option(
            ("--level",),
            "只列这一级及以上的疑点：严重、一般、提示",
            "级别",
            _level_reader("--level"),
            Level.LOW,
            choices=LEVELS,
        ),
        Option(("--code",), "只列这个代码的疑点；可以写几次", "代码", repeats=True),
        Option(
            ("--document",),
            "写成哪一种文书：opinion 复核意见、feedback 反馈意见、self-report 自评报告（docx）、"
            "scores 得分表（xlsx）、summary 汇总（xlsx、docx）",
            "文书",
            read_kind,
            choices=tuple(map(str, Kind)),
        ),
        Option(("--template",), "文书用这个 Word 模板，见 jixiao template", "文件", Path),
        Option(("--table",), "报告没有写明地区、对象或年度时，用哪个指标表核算", "指标表"),
        Option(("--checks",), "列出每一条核查（勾稽关系），包括相符的和无从判断的"),
        Option(
            ("--processes",),
            "同时用几个进程；默认 0，由程序决定",
            "个数",
            read_processes,
            0,
        ),
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
        "报告（docx、pdf、html、txt、xlsx）当场读成草稿再核算，未经人核对；\n"
        "写成案例用 jixiao read。"
        "没有适用的指标表的，只核查报告自己的数，不算有误。\n"
        "填好的采集表（jixiao form）直接核算。\n"
        "文件夹里有案例或采集表的，只核算它们。\n\n"
        "-o 文件.docx：一个案例写复核意见，几个案例写汇总；.xlsx 写得分表或汇总。\n"
        "-o 文件夹（和 --document 一起）：一个案例写一个文件。\n\n"
        "例：\n"
        "  jixiao check 自评报告.docx\n"
        "  jixiao check 采集表.xlsx\n"
        "  jixiao check cases --brief --fail-on 严重\n"
        "  jixiao check 案例.yaml --full --level 一般\n"
        "  jixiao check 案例.yaml --format json -o 结果.json\n"
        "  jixiao check 案例.yaml -o 核算.html\n"
        "  jixiao check 案例.yaml -o 意见.docx\n"
        "  jixiao check cases -o 汇总.xlsx\n"
        "  jixiao check cases --document opinion -o 意见\n"
        "  jixiao check --explain statement-conflict"
    ),
)
