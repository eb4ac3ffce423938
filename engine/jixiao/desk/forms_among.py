"""Which of the files and folders that a command names are forms; asked before anything that reads them is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jixiao.files.existence import is_folder
from jixiao.files.folder.forms import forms_in, is_form


def find_forms(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Give the forms among files and in folders, and the paths that are none and have none in them."""
    forms: dict[Path, None] = {}
    rest: list[Path] = []
    for path in paths:
        inside = forms_in(path) if is_folder(path) else [path] if is_form(path) else []
        forms.update(dict.fromkeys(inside))
        rest += [] if inside else [path]
    return [*forms], rest
