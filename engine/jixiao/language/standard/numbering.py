"""Numbers that count clauses (1. 2. 3.), told from decimals where a digit follows the point.

1.预算执行率≥98%，得10分；2.95%≤预算执行率<98%，得8分；3.低于95%的不得分。
"""

from __future__ import annotations

import re

_STARTING = re.compile(r"(?:^|(?<=[;。,:\n)分]))(\d{1,2})\.(?=(\d?))")


def marks_before_digits(text: str) -> dict[int, int]:
    """Give where each mark that a digit follows begins and ends.

    Marks that are followed by something else prove the numbering: 2.95% is then the second
    clause, of 95 %. Without such proof 2.95% is a number.
    """
    found = [
        (match.start(), match.end(), int(match[1]), bool(match[2])) for match in _STARTING.finditer(text)
    ]
    counted = [one for one in found if not one[3]]
    if not counted or [number for _, _, number, _ in found] != list(range(1, len(found) + 1)):
        return {}
    return {start: end for start, end, _, digit in found if digit}
