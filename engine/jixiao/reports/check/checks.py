"""Every check with its result, for whoever asks for the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from jixiao.model.check import CheckReport, CheckResult
from jixiao.reports.page.wrap import wrap

_STYLES = {
    CheckResult.FAILS: "bold red",
    CheckResult.ROUNDING: "bold yellow",
    CheckResult.DISPUTED: "yellow",
}
_INDENT = 6


def check_list(checks: Sequence[CheckReport], width: int) -> Iterator[Text]:
    """Give the checks line by line, what is wrong first, what can't be decided last."""
    counts = Counter(check.result for check in checks)
    told = "，".join(f"{result.word} {counts[result]}" for result in CheckResult if counts[result])
    yield Text(f"核查 {len(checks)} 条" + (f"：{told}" if told else ""), "bold")
    for result in CheckResult:
        for check in checks:
            if check.result is result:
                yield from _check(check, width - _INDENT)


def _check(check: CheckReport, width: int) -> Iterator[Text]:
    first, *others = wrap(check.name, width)
    yield Text(f"{check.result.word}  ", _STYLES.get(check.result, "")).append(first)
    for line in (*others, *wrap(check.text, width)):
        yield Text(" " * _INDENT + line)
