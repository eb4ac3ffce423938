"""Where the rules are that a command works with."""

from __future__ import annotations

from pathlib import Path

from jixiao.files import messages
from jixiao.model.diagnostic import Diagnostic, Place, Refused

ITEMS_FILE = "items.yaml"
"""The file that makes a folder a folder of rules."""


def find_rules(explicit: Path | None) -> Path:
    """Give the folder of rules: the one named, else ./rules, else those that came with Jixiao.

    Raises Refused where the named folder has no items.yaml, or where no rules are found.
    """
    if explicit is not None:
        if not (explicit / ITEMS_FILE).is_file():
            message = messages.NO_RULES if explicit.is_dir() else messages.MISSING_FOLDER
            raise Refused(Diagnostic(Place(str(explicit)), message))
        return explicit
    here = Path("rules")
    return here if (here / ITEMS_FILE).is_file() else built_in_rules()


def built_in_rules() -> Path:
    """Give the rules that came with Jixiao: in the installed package, or beside a checkout's engine/.

    The schemas are always taken from here, since they belong to the code that reads the files.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "rules", package.parents[1] / "rules"):
        if (folder / "schema").is_dir():
            return folder
    raise Refused(Diagnostic(Place(str(package)), messages.NO_BUILT_IN))
