"""Where the rules are that a command works with."""

from __future__ import annotations

import os
import re
from pathlib import Path

from jixiao.files import messages
from jixiao.files.existence import is_closed, is_file, is_folder, start_of, yaml_files
from jixiao.model.diagnostic import Diagnostic, Place, Refused

ITEMS_FILE = "items.yaml"
"""The file that makes a folder a folder of rules."""

_TABLE_KEY = re.compile(r"^\ufeff?(?:版本|适用|满分)[ \t]*:", re.MULTILINE)
"""Keys at the left margin that of our files only tables have."""
_CODECS = ("utf-8", "gb18030")
_PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of the package; in a checkout engine/jixiao."""


def find_rules(explicit: Path | None) -> Path:
    """Give the folder of rules: the one named, else ./rules, else those that came with Jixiao.

    A folder with tables and no items.yaml is one too: a first table needs no items of its own.
    Raises Refused where the named folder has neither, where no rules are found, and where either
    folder may not be looked into.
    """
    if explicit is not None:
        there = is_folder(explicit)
        if not there or not _holds_rules(explicit):
            message = messages.NO_RULES if there else messages.MISSING_FOLDER
            raise Refused(Diagnostic(Place(str(explicit)), message))
        return explicit
    here = Path("rules")
    return here if _holds_rules(here) else built_in_rules()


def items_file(root: Path) -> Path:
    """Give the items of a folder of rules: its own, else those that came with Jixiao."""
    own = root / ITEMS_FILE
    return own if os.path.lexists(own) else built_in_rules() / ITEMS_FILE


def _holds_rules(folder: Path) -> bool:
    if os.path.lexists(folder / ITEMS_FILE):  # also where it is none that can be read: its reader tells
        return True
    if is_closed(folder):
        raise Refused(Diagnostic(Place(str(folder)), messages.CLOSED_FOLDER))
    return any(_is_table(file) for file in yaml_files(folder, below=True))


def _is_table(file: Path) -> bool:
    start = start_of(file) or b""
    return any(_TABLE_KEY.search(start.decode(codec, "ignore")) for codec in _CODECS)


def built_in_rules() -> Path:
    """Give the rules that came with Jixiao: in the installed package, or beside a checkout's engine/.

    The schemas are always taken from here, since they belong to the code that reads the files.
    """
    for folder in (_PACKAGE / "rules", _PACKAGE.parents[1] / "rules"):
        if is_folder(folder / "schema"):
            return folder
    raise Refused(Diagnostic(Place(str(_PACKAGE)), messages.NO_BUILT_IN))


def lint_page(code: str) -> str:
    """Give the page about a code of a lint, in Markdown: from the installed package, or a checkout's docs/.

    Raises Refused where the page did not come with Jixiao.
    """
    for folder in (_PACKAGE / "lints", _PACKAGE.parents[1] / "docs/lints"):
        page = folder / f"{code}.md"
        if is_file(page):
            return page.read_text("utf-8")
    raise Refused(Diagnostic(Place(f"{code}.md"), messages.NO_PAGE))
