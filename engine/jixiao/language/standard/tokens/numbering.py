"""Numbers that count clauses (1. 2. 3.), told from decimals where a digit follows the point.

1.预算执行率≥98%，得10分；2.95%≤预算执行率<98%，得8分；3.低于95%的不得分。
"""

from __future__ import annotations

import re

_STARTING = re.compile(
    r"(?:^|(?<=[;。,:\n)分]))(\d{1,2})\.(?!\d+分(?![以及或]|\(不?含))(?=(\d?))(?=((?:1[0-2]|[1-9])月)?)"
)
"""The number, the digit that follows the point, and a month that does: no decimal is of 月."""


def marks_before_digits(text: str) -> dict[int, int]:
    """Give where each mark that a digit follows begins and ends.

    Marks that are followed by something else, or by a month (3.12月底前), prove the numbering: 2.95% is then the second
    clause, of 95 %. Without such proof 2.95% is a number.
    """
    found = _counting(text)
    return {match.start(): match.end() for match in found if match[2]} if _proven(found) else {}


def doubtful_mark(text: str) -> re.Match[str] | None:
    """Give the last of 1.95%…；2.90%…, which may be numbers of clauses or decimals; None where it is told."""
    found = _counting(text)
    return found[-1] if len(found) > 1 and not _proven(found) else None


def _counting(text: str) -> list[re.Match[str]]:
    """Give what stands like 1. 2. 3. where clauses begin; nothing where it does not count on."""
    found = list(_STARTING.finditer(text))
    counts = [int(match[1]) for match in found] == list(range(1, len(found) + 1))
    return found if counts else []


def _proven(found: list[re.Match[str]]) -> bool:
    return any(not match[2] or match[3] for match in found)
