"""`jixiao read` of pages that `check` wrote: each case comes back as its file was."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, UsageError
from jixiao.cli.file_names import FileNames
from jixiao.cli.read_forms import CASE_SUFFIXES
from jixiao.cli.streams import show_document
from jixiao.cli.to_file import new_file

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
    names = FileNames()
    done = [_written(output / f"{names.free(case.name)}.yaml", case.data) for case in cases]
    return DONE if all(done) else BAD_INPUT


def _written(path: Path, data: bytes) -> bool:
    return new_file(path, data, messages.CASE_CAME_BACK)
