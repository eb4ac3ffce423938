"""Which rules a question is about: a folder, one that is open already, or the usual one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jixiao.files import Library, find_rules, open_library
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.ruleset import Ruleset

Rules = str | Path | Library | None
"""A folder of rules, or one that is open; None for ./rules, else the rules that came with Jixiao."""


def open_rules(rules: Rules = None) -> Library:
    """Open a folder of rules: its items, and its tables by code or by what they apply to.

    Raises Refused where there is no such folder, or its items.yaml is not in order.
    """
    return rules if isinstance(rules, Library) else open_library(find_rules(rules_folder(rules)))


def rules_folder(rules: Rules) -> Path | None:
    """Give the folder that is named; None for the usual one."""
    if rules is None:
        return None
    return rules.root if isinstance(rules, Library) else Path(rules)


def find_table(table: str | Path, library: Library) -> Ruleset:
    """Give the table of that code, code@version or path; raises Refused where there is none."""
    return library.at(table) if isinstance(table, Path) else library.ruleset(table)


def refuse_unanswered(errors: Sequence[Diagnostic], *, answered: bool) -> None:
    """Raise Refused where there is nothing but errors; beside an answer they are part of it."""
    if errors and not answered:
        raise Refused(*errors)
