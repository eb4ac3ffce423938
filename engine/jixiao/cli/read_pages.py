"""`jixiao read` of pages that `check` wrote: each case comes back as its file was."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, UsageError
from jixiao.cli.problems import reason
from jixiao.cli.read_forms import CASE_SUFFIXES
from jixiao.cli.streams import say, show_document

if TYPE_CHECKING:
    from jixiao.desk.returned import ReturnedCase


def read_back(read: argparse.Namespace, cases: tuple[ReturnedCase, ...]) -> int:
    """Write the cases of pages: one into a file or on the screen, several into a folder."""
    output: Path | None = read.output
    is_folder = output is not None and (output.is_dir() or output.suffix.lower() not in CASE_SUFFIXES)
    if output is None or not is_folder:
        if len(cases) > 1:
            raise UsageError(messages.SEVERAL_IN_ONE.format(count=len(cases)))
        if output is None:
            show_document(cases[0].data.decode("utf-8", "replace").rstrip("\n"))
            return DONE
        return DONE if _written(output, cases[0].data) else BAD_INPUT
    seen: Counter[str] = Counter()
    is_done = True
    for case in cases:
        seen[case.name] += 1
        name = case.name if seen[case.name] == 1 else f"{case.name}-{seen[case.name]}"
        is_done = _written(output / f"{name}.yaml", case.data) and is_done
    return DONE if is_done else BAD_INPUT


def _written(path: Path, data: bytes) -> bool:
    from jixiao.reports.page.output import write_new

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_written = write_new(path, data)
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=path, why=reason(problem)))
        return False
    say((messages.CASE_CAME_BACK if is_written else messages.NOT_OVERWRITTEN).format(path=path))
    return is_written
