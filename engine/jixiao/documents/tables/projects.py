"""The rows of a table of projects: which project each is of."""

from __future__ import annotations

import re

from jixiao.documents.tables.grid import Row
from jixiao.documents.tables.labels import TOTAL, plain_label
from jixiao.documents.tables.naming import Seen

_ALL = re.compile("(?:各项目|项目)?(?:平均(?:分|得分|值|数)?|均值|加权平均|总平均)")
"""A row that is of all projects together, beside one that adds them up."""
_WIDE = str.maketrans("()", "（）")
MAX_NAME = 40
"""Longest name of a project; a longer one is a sentence."""


def project_of(row: Row, seen: Seen, label: str) -> str | None:
    """Give the project that a row is of; None in a row of all of them, and in a table of anything else.

    `label` names a row whose columns were lost.
    """
    if seen.projects_at is None:
        return None
    own = next((one.words for one in row.words if one.cell.column == seen.projects_at), label)
    return project_named(own)


def project_named(words: str) -> str | None:
    """Give the name of a project as it is told, without its number; None where words are of all projects, or none."""
    name = plain_label(words).strip("#*:,、;-—")
    if not 2 <= len(name) <= MAX_NAME or TOTAL.fullmatch(name) or _ALL.fullmatch(name):
        return None
    return name.translate(_WIDE)
