"""Where a new file finds its schema: what its first line says to an editor."""

from __future__ import annotations

import os
from pathlib import Path

from jixiao.files.existence import is_file, is_folder
from jixiao.files.home import ITEMS_FILE

RULES = "rules"
"""The folder of rules in a project."""


def rules_around(path: Path) -> Path | None:
    """Give the folder of rules of the project that a file is in, or None outside of any.

    It is the nearest folder above with a schema/ in it, or in its rules/.
    """
    for folder in Path(os.path.realpath(path)).parents:
        for candidate in (folder, folder / RULES):
            if is_folder(candidate / "schema") and is_file(candidate / ITEMS_FILE):
                return candidate
    return None


def schema_path(path: Path, schema: str, rules: Path | None = None) -> str | None:
    """Give the way from a file to its schema, or None where there is none to be found.

    `rules`: the folder of rules to look in, else that of the project the file is in.
    """
    found = rules if rules is not None else rules_around(path)
    if found is None:
        return None
    target = found / "schema" / f"{schema}.schema.json"
    if not is_file(target):
        return None
    return Path(os.path.relpath(os.path.realpath(target), Path(os.path.realpath(path)).parent)).as_posix()
