"""The findings of one evaluation, gravest first, with what they rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from jixiao.model.evaluation import Result
from jixiao.model.finding import LEVEL_NAMES, Finding, Level
from jixiao.model.review import Review
from jixiao.reports.wrap import wrap

STYLES: dict[Level, str] = {"high": "bold red", "medium": "bold yellow", "low": "cyan"}
INDENT = 6
"""Cells that a level's word and the gap behind it take."""

ABOVE = "见上表"
"""Stands for a reason that the table above already gives in full."""

MIN_REPEATED = 20
"""Shorter reasons are repeated: it is quicker to read them than to look up."""


def finding_list(review: Review, width: int) -> Iterator[Text]:
    """Give the findings line by line; one line says so where there is none."""
    if not review.findings:
        yield Text("疑点：无")
        return
    yield Text(_count(review.findings), "bold")
    said = _said(review.evaluation.results)
    for finding in review.findings:
        yield from _finding(finding, said, width - INDENT)


def _count(findings: Sequence[Finding]) -> str:
    levels = Counter(finding.level for finding in findings)
    parts = "，".join(f"{name} {levels[level]}" for level, name in LEVEL_NAMES.items() if levels[level])
    return f"疑点 {len(findings)} 项：{parts}"


def _finding(finding: Finding, said: Sequence[str], width: int) -> Iterator[Text]:
    margin = " " * INDENT
    first, *others = wrap(finding.title, width)
    level = Text(f"{LEVEL_NAMES[finding.level]}  ", STYLES[finding.level])
    yield level.append(first, "bold")
    for line in others:
        yield Text(margin + line, "bold")
    for line in wrap(finding.message, width):
        yield Text(margin + line)
    for fact in finding.because:
        for index, line in enumerate(wrap(_brief(fact, said), width - 2)):
            yield Text(f"{margin}{'- ' if index == 0 else '  '}{line}")


def _said(results: Sequence[Result]) -> list[str]:
    """Give the reasons that the table has printed, longest first."""
    texts: set[str] = set()
    for result in results:
        if result.low < result.indicator.points:
            losses = [deduction.reason for deduction in result.deductions]
            texts |= {result.explanation, result.explanation.rstrip("。"), "；".join(losses), *losses}
    return sorted((text for text in texts if len(text) >= MIN_REPEATED), key=len, reverse=True)


def _brief(fact: str, said: Sequence[str]) -> str:
    for text in said:
        fact = fact.replace(text, ABOVE)
    return fact
