"""`jixiao import` of a table that we wrote: as the file it was made of, or as edits of a rule file, shown before they are made."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, FOUND, UsageError
from jixiao.cli.problems import reason
from jixiao.cli.streams import say, show_document, standard_output
from jixiao.cli.to_file import bytes_to_file, new_file
from jixiao.model.diagnostic import Diagnostic, Refused

if TYPE_CHECKING:
    from jixiao.model.difference import Comparison
    from jixiao.model.takeover import Takeover

SAID = ("output", "title", "code", "year", "region", "subject")
"""Options that say what a new file has: an edit of one that is there has them from there."""
YES = frozenset({"y", "yes", "是", "好", "对"})


def run_into(file: str, read: argparse.Namespace) -> int:
    """Show what was edited in a file, and make the edits in the rule file where that is wanted."""
    _refuse_said(read, SAID, messages.NOT_WITH_INTO)
    from jixiao.desk.take_over import meaning_of, take_into

    try:
        taken = take_into(file, read.into)
        _remark(taken)
        if taken.after == taken.before:
            if read.format == "json":
                show_document(_json(None))
            say(messages.NOTHING_EDITED.format(file=file, path=read.into))
            return DONE
        meaning = meaning_of(taken, read.into, read.rules)
    except Refused as refused:
        return _refuse(refused, read)
    _show(taken, meaning, str(read.into), read.format)
    if not (read.yes or _agreed(read)):
        say(messages.NOT_TAKEN_OVER.format(path=read.into))
        return FOUND
    return _write(taken, read.into)


def _refuse_said(read: argparse.Namespace, names: Sequence[str], message: str) -> None:
    """Refuse options that say what the file says."""
    for name in names:
        if getattr(read, name) is not None:
            raise UsageError(message.format(option="-o" if name == "output" else f"--{name}"))


def run_back(file: str, read: argparse.Namespace) -> int | None:
    """Write the file that an Excel or Word file of ours was made of; None where it is not one of ours."""
    from jixiao.desk.take_over import meaning_of, take_back

    try:
        taken = take_back(file)
        if taken is None:
            return None
        _refuse_said(read, SAID[1:], messages.NOT_FOR_OWN)
        _remark(taken)
        if read.output is None:
            show_document(taken.text.rstrip("\n"))
            if taken.edits:
                say(messages.SHOWN_EDITED.format(count=len(taken.edits)))
            return DONE
        if taken.edits:
            _show(taken, meaning_of(taken, read.output, read.rules), str(read.output), read.format)
    except Refused as refused:
        return _refuse(refused, read)
    return _write_new(taken, read.output)


def _write_new(taken: Takeover, path: Path) -> int:
    """Write a file that is not there yet, with the folders on the way there."""
    told = messages.CAME_BACK_EDITED if taken.edits else messages.CAME_BACK
    return DONE if new_file(path, taken.after, told) else BAD_INPUT


def _remark(taken: Takeover) -> None:
    for one in taken.remarks:
        say(str(one))


def _refuse(refused: Refused, read: argparse.Namespace) -> int:
    for one in refused.diagnostics:
        say(str(one))
    if read.into is not None:
        say(messages.NOTHING_TAKEN_OVER)
    if read.format == "json":
        show_document(_json(None, refused.diagnostics) if read.into else _not_read(refused.diagnostics))
    return BAD_INPUT


def _show(taken: Takeover, meaning: Comparison, file: str, form: str) -> None:
    """Show the edits, and what they mean."""
    for one in meaning.errors:
        say(str(one))
    if form == "json":
        show_document(_json(meaning))
        return
    from jixiao.cli.console import terminal_console
    from jixiao.reports.diff.terminal import render_comparison
    from jixiao.reports.takeover.terminal import render_takeover

    with standard_output() as stream:
        console = terminal_console(stream)
        render_takeover(taken, file, console)
        if meaning.tables:
            render_comparison(meaning, console)


def _json(meaning: Comparison | None, errors: tuple[Diagnostic, ...] = ()) -> str:
    from jixiao.model.difference import Comparison
    from jixiao.reports.diff.json import render_diff_json

    return render_diff_json(meaning or Comparison((), (), errors))


def _not_read(errors: tuple[Diagnostic, ...]) -> str:
    from jixiao.reports.imported.json import render_import_json

    return render_import_json(None, errors=errors)


def _agreed(read: argparse.Namespace) -> bool:
    """Ask whoever sits at the terminal; nobody does where there is none."""
    if read.format == "json" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    sys.stderr.write(messages.ASK.format(path=read.into))
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in YES


def _write(taken: Takeover, path: Path) -> int:
    """Write the rule file, unless somebody changed it since it was read."""
    try:
        is_as_it_was = path.read_bytes() == taken.before
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=path, why=reason(problem)))
        return BAD_INPUT
    if not is_as_it_was:
        say(messages.CHANGED_MEANWHILE.format(path=path))
        return BAD_INPUT
    if not bytes_to_file(path, (taken.after,)):
        return BAD_INPUT
    say(messages.TAKEN_OVER.format(path=path))
    return DONE
