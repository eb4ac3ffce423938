"""`jixiao read` of forms: each case that was filled in becomes a case file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, FOUND, UsageError
from jixiao.cli.file_names import MAX_NAME, FileNames, harmless
from jixiao.cli.streams import say, standard_output
from jixiao.cli.to_file import new_file

if TYPE_CHECKING:
    from jixiao.desk.form import FilledCase

CASE_SUFFIXES = (".yaml", ".yml")


def read_into_cases(read: argparse.Namespace, forms: Sequence[Path]) -> int:
    """Write the cases of forms: one into a file or on the screen, several into a folder."""
    for option, value in (("--text", read.text), ("--compare", read.compare), ("--table", read.table)):
        if value:
            raise UsageError(messages.FORM_NOT_SO.format(option=option))
    if read.format == "json":
        raise UsageError(messages.FORM_IS_YAML)
    output: Path | None = read.output
    is_folder = output is not None and (output.is_dir() or output.suffix.lower() not in CASE_SUFFIXES)
    place = output / "case.yaml" if output is not None and is_folder else output
    cases, failed = _taken(forms, place, read.rules)
    if not cases:
        return BAD_INPUT
    if output is not None and is_folder:
        return _into_folder(output, cases, failed)
    if len(cases) > 1:
        raise UsageError(messages.SEVERAL_IN_ONE.format(count=len(cases)))
    if output is None:
        with standard_output() as stream:
            stream.write(cases[0].text)
        return BAD_INPUT if failed else DONE
    return BAD_INPUT if not new_file(output, cases[0].text) or failed else DONE


def _taken(
    forms: Sequence[Path], place: Path | None, rules: Path | None
) -> tuple[tuple[FilledCase, ...], int]:
    """Give the cases of forms and the number of mistakes, having told of both."""
    from jixiao.desk.form import read_forms

    run = read_forms(forms, place=place, rules=rules)
    for error in run.errors:
        say(str(error))
    for case in run.cases:
        for warning in case.warnings:
            say(messages.WARNING.format(warning=warning))
    return run.cases, len(run.errors)


def _into_folder(folder: Path, cases: Sequence[FilledCase], failed: int) -> int:
    """Write each case into a file of its own, named by the unit."""
    names = FileNames()
    written = 0
    for case in cases:
        written += new_file(folder / f"{names.free(stem_of(case.case.unit, case.case.year))}.yaml", case.text)
    failed += len(cases) - written
    say(messages.FORMS_READ.format(folder=folder, cases=written, failed=failed))
    return BAD_INPUT if not written else FOUND if failed else DONE


def stem_of(unit: str, year: int) -> str:
    """Give what the file of a unit's case is called."""
    return harmless(f"{unit}-{year}")[:MAX_NAME].strip(". ") or "case"
