"""`jixiao read`: reports as they are published → drafts of cases, with evidence."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, FOUND, Command, Option, UsageError
from jixiao.cli.file_names import FileNames
from jixiao.cli.formats import format_option
from jixiao.cli.outputs import same_file
from jixiao.cli.problems import reason
from jixiao.cli.streams import say, show_document, standard_output
from jixiao.model.diagnostic import BadQuestion, Diagnostic, Place, Refused

if TYPE_CHECKING:
    from jixiao.model.draft import ReadCase, ReadRun

FORMATS = ("yaml", "json")
CASE_SUFFIXES = (".yaml", ".yml")


def _run(read: argparse.Namespace) -> int:
    paths = tuple(Path(word) for word in read.words)
    output: Path | None = read.output
    if output is not None and any(same_file(output, path) for path in paths if not path.is_dir()):
        raise UsageError(messages.OUTPUT_IS_INPUT.format(path=output))
    if output is not None and read.format == "json" and output.suffix.lower() in CASE_SUFFIXES:
        raise UsageError(messages.JSON_INTO_CASE.format(path=output))
    try:
        from jixiao.desk.returned import returned

        if back := returned(paths):
            from jixiao.cli.read_pages import read_back

            return read_back(read, back)
        forms = _forms(paths)
        if forms:
            from jixiao.cli.read_forms import read_into_cases

            return read_into_cases(read, forms)
        if read.text:
            return _text(read, paths)
        if read.compare is not None:
            return _compare(read, paths)
        return _many(read, paths) if _is_folder(output, paths) else _one(read, paths)
    except BadQuestion:
        raise
    except Refused as refused:
        _told(refused.diagnostics)
        if read.format == "json" and output is None:
            show_document(_document(None, refused.diagnostics))
        return BAD_INPUT


def _forms(paths: tuple[Path, ...]) -> list[Path]:
    """Give the forms that are to be read; none where reports are. Raises UsageError for a mixture of both."""
    from jixiao.desk.forms_among import find_forms

    forms, rest = find_forms(paths)
    if forms and rest:
        raise UsageError(messages.FORM_AND_REPORT.format(path=rest[0]))
    return forms


def _is_folder(output: Path | None, paths: tuple[Path, ...]) -> bool:
    """Whether there will be a file for each case: into a folder, or of a folder."""
    if output is None:
        if any(path.is_dir() for path in paths):
            raise UsageError(messages.READ_NEEDS_FOLDER)
        return False
    if output.exists() and not output.is_dir():
        return False
    return output.is_dir() or output.suffix.lower() not in (*CASE_SUFFIXES, ".json")


def _one(read: argparse.Namespace, paths: tuple[Path, ...]) -> int:
    """Read all reports into one case."""
    from jixiao.desk.read import read as read_reports
    from jixiao.reports.read.summary import folded, summary_lines

    run = read_reports(*paths, table=read.table, together=True, place=read.output, rules=read.rules)
    _told(run.errors)
    if not run.cases:
        if read.format == "json" and read.output is None:
            show_document(_document(None, run.errors))
        return BAD_INPUT
    [case] = run.cases
    width = shutil.get_terminal_size().columns if sys.stderr.isatty() else None
    for line in folded(summary_lines(case), width):
        say(line)
    if read.output is None:
        _shown(_document(case, run.errors) if read.format == "json" else case.text, read.format)
        is_done = True
    else:
        is_done = _written(read.output, case, run, read.format)
    return BAD_INPUT if run.errors or not is_done else DONE


def _many(read: argparse.Namespace, paths: tuple[Path, ...]) -> int:
    """Read each unit's reports into a case of its own; a line each, and one that fails keeps no other from it."""
    from jixiao.desk.read import read as read_reports
    from jixiao.reports.read.summary import brief_line

    folder: Path = read.output
    run = read_reports(*paths, table=read.table, place=folder / "case.yaml", rules=read.rules)
    _told(run.errors)
    names = FileNames()
    failed = bool(run.errors)
    for case in run.cases:
        name = names.free(Path(case.draft.sources[0].file).stem)
        say(brief_line(case))
        failed = not _written(folder / f"{name}.{read.format}", case, run, read.format) or failed
    say(messages.READ_DONE.format(cases=len(run.cases), failed=len(run.errors), folder=folder))
    if not run.cases:
        return BAD_INPUT
    return FOUND if failed else DONE


def _written(path: Path, case: ReadCase, run: ReadRun, form: str) -> bool:
    """Write a case; what is in a case file that is there stays as it is."""
    from jixiao.cli.to_file import is_file
    from jixiao.reports.page.output import write_bytes_whole, write_new, write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if form == "json":
            write_whole(path, _document(case, run.errors))
            say(messages.WRITTEN.format(path=path))
            return True
        if not is_file(path) and write_new(path, case.text):
            say(messages.WRITTEN.format(path=path))
            return True
        from jixiao.desk.again import read_again

        again = read_again(path, case.draft)
        if again.data is not None:
            write_bytes_whole(path, again.data)
        say((messages.KEPT_WITH_NEW if again.new else messages.KEPT).format(path=path, count=again.new))
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=path, why=reason(problem)))
        return False
    except Refused as refused:
        _told(refused.diagnostics)
        say(messages.KEPT.format(path=path))
        return False
    return True


def _text(read: argparse.Namespace, paths: tuple[Path, ...]) -> int:
    if len(paths) != 1:
        raise UsageError(messages.ONE_REPORT)
    from jixiao.cli.to_file import to_file
    from jixiao.desk.read import canonical_text

    text = canonical_text(paths[0])
    if read.output is not None:
        return DONE if to_file(read.output, text) else BAD_INPUT
    show_document(text)
    return DONE


def _compare(read: argparse.Namespace, paths: tuple[Path, ...]) -> int:
    """Tell what other rules read otherwise; for people only."""
    if read.format == "json" or read.table is not None:
        raise UsageError(messages.COMPARED_FOR_PEOPLE)
    from jixiao.cli.to_file import to_file
    from jixiao.desk.reread import compare_reading
    from jixiao.reports.read.changes import change_lines

    found = compare_reading(paths, read.compare, read.rules)
    _told(found.errors)
    text = "".join(f"{line}\n" for line in change_lines(found))
    if read.output is not None:
        is_done = to_file(read.output, text)
    else:
        _shown(text, "text")
        is_done = True
    if not is_done or not found.reports:
        return BAD_INPUT
    return FOUND if found.errors else DONE


def _shown(text: str, form: str) -> None:
    if form == "json":
        show_document(text)
        return
    with standard_output() as stream:
        stream.write(text)


def _told(diagnostics: tuple[Diagnostic, ...]) -> None:
    for diagnostic in diagnostics:
        say(str(diagnostic))


def _document(case: ReadCase | None, errors: tuple[Diagnostic, ...]) -> str:
    from jixiao.reports.read.json import render_read_json

    return render_read_json(case, errors)


def _refusal(message: str, form: str) -> str:
    return _document(None, (Diagnostic(Place(""), message),)) if form == "json" else ""


READ = Command(
    name="read",
    summary="读报告，写成案例的草稿，每个数都有出处；填好的采集表存成案例",
    words="报告|采集表|文件夹…",
    options=(
        format_option(FORMATS),
        Option(
            ("-o", "--output"),
            "写入案例文件，或一个文件夹（每个单位一个案例）；已有的案例不改，新读到的附在末尾作备注",
            "去处",
            Path,
        ),
        Option(("--text",), "只显示读到的文字；位置（start、end）按它数"),
        Option(("--table",), "用哪个指标表；不写则按报告的地区、对象和年度找", "指标表"),
        Option(
            ("--compare",), "与另一个规则文件夹（或 HEAD）读到的比较：多读、少读和读得不同的数", "规则|HEAD"
        ),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=_refusal,
    notes=(
        "一次写几份报告，就是同一个单位的几个来源（决算公开、自评报告、自评表），\n"
        "写成一个案例。"
        "读不准的数带“存疑”，核对以前不进入评分。\n\n"
        "填好的采集表（jixiao form）存成案例，已有的案例不会被覆盖；\n"
        "文件夹里有采集表的只读采集表。\n\n"
        "退出状态：0 完成；1 文件夹里有读不了的，其余已写成；2 输入或用法有误\n\n"
        "例：\n"
        "  jixiao read 自评报告.docx -o cases/某办-2022.yaml\n"
        "  jixiao read 采集表.xlsx -o cases/某办-2022.yaml\n"
        "  jixiao read 报告 -o cases\n"
        "  jixiao read 自评报告.docx --format json"
    ),
)
