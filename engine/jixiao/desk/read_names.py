"""Names in the case file of a draft that the program itself read: nobody wrote them wrong, so they are only counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from jixiao.documents.draft.text import INTRO
from jixiao.files import messages as files
from jixiao.model.diagnostic import Diagnostic

READ_NAMES = "有 {count} 个名称是程序从报告读出的，items.yaml 里没有，照报告保留，不用于评分"
_UNKNOWN = files.UNKNOWN_FIGURE.partition("{")[0]
_MORE = re.compile(re.escape(files.MORE_FIGURES).replace(re.escape("{count}"), r"(\d+)"))


def fold_read_names(file: Path, warnings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Tell in one line the unknown names of a draft that have the report's words beside them; a person's stay."""
    if not any(one.message.startswith(_UNKNOWN) for one in warnings):
        return tuple(warnings)
    lines = file.read_text("utf-8-sig", errors="replace").splitlines()
    if not any(INTRO[0] in line for line in lines[:5]):
        return tuple(warnings)
    read = [one for one in warnings if one.message.startswith(_UNKNOWN) and _is_quoted(lines, one.place.line)]
    more = [(one, match) for one in warnings if (match := _MORE.fullmatch(one.message))]
    if not read:
        return tuple(warnings)
    count = len(read) + sum(int(match[1]) for _, match in more)
    left = [one for one in warnings if one not in read and one not in [each for each, _ in more]]
    return (*left, Diagnostic(read[0].place, READ_NAMES.format(count=count)))


def _is_quoted(lines: Sequence[str], number: int) -> bool:
    """Whether a line, or the first statement below it, has the words of the report behind it."""
    own = lines[number - 1 : number + 1]
    return any(
        "  # " in line and "出处" in line for line in (own if own and own[0].endswith(":") else own[:1])
    )
