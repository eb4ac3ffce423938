"""A lint run as whoever writes a table reads it: the words in question, and what to do.

Errors and warnings stand with their line; of infos, those of one kind in one file share a
line, so that they do not bury the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from rich.console import Console
from rich.text import Text

from jixiao.model.lint import LINT_LEVEL_NAMES, Flaw, LintLevel, LintRun
from jixiao.reports.page.excerpt import INDENT, excerpt_lines
from jixiao.reports.page.printable import printable
from jixiao.reports.page.width import reading_width
from jixiao.reports.page.wrap import wrap

STYLES: Mapping[LintLevel, str] = MappingProxyType(
    {"error": "bold red", "warning": "bold yellow", "info": "cyan"}
)
MAX_SINGLE = 2
"""More infos of one kind in one file are told on one line together."""
MAX_LINES = 12
"""Most line numbers on it; JSON has them all."""


def render_lint(run: LintRun, console: Console) -> None:
    """Print a run, file by file. Colour repeats what words say."""
    width = reading_width(console.width)
    for line in _lines(run, width):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(run: LintRun, width: int) -> Iterator[Text]:
    infos = run.at("info")
    for flaw in run.flaws:
        if flaw.rule.level != "info" and not flaw.waived:
            yield from _flaw(flaw, width)
    for _, group in groupby(sorted(infos, key=_kind), key=_kind):
        yield from _infos(list(group), width)
    if infos:
        yield Text()
    yield Text(_summary(run), "bold" if run.at("error") else "")


def _kind(flaw: Flaw) -> tuple[str, str]:
    return flaw.spot.place.file, flaw.rule.code


def _flaw(flaw: Flaw, width: int) -> Iterator[Text]:
    """Give place and title, the line with carets, the message, and where to read on."""
    yield from _headed(f"{flaw.spot.place}", flaw, width)
    yield from _excerpt(flaw, width)
    for line in wrap(flaw.message, width - INDENT):
        yield Text(" " * INDENT + line)
    owner = f"指标：{flaw.indicator}  " if flaw.indicator else ""
    for line in wrap(f"{owner}详见 {flaw.rule.page}", width - INDENT):
        yield Text(" " * INDENT + line, "dim")
    yield Text()


def _headed(start: str, flaw: Flaw, width: int) -> Iterator[Text]:
    level = LINT_LEVEL_NAMES[flaw.rule.level]
    first, *others = wrap(f"{start} {level} {flaw.rule.code} {flaw.rule.title}", width)
    text = Text(first)
    text.highlight_words([f" {level} "], STYLES[flaw.rule.level])
    yield text
    yield from (Text(line) for line in others)


def _excerpt(flaw: Flaw, width: int) -> Iterator[Text]:
    place = flaw.spot.place
    excerpt = excerpt_lines(flaw.spot.line, place.line, place.column, flaw.spot.length, width)
    if excerpt is not None:
        line, before, carets = excerpt
        yield Text(line)
        yield Text(before).append(carets, STYLES[flaw.rule.level])


def _infos(flaws: Sequence[Flaw], width: int) -> Iterator[Text]:
    """Give infos of one kind in one file: each on its own where they are few, or each says something else."""
    if len(flaws) <= MAX_SINGLE or flaws[0].rule.each:
        for flaw in flaws:
            yield from _headed(f"{flaw.spot.place}", flaw, width)
            yield from (Text(" " * INDENT + line) for line in wrap(flaw.message, width - INDENT))
        return
    yield from _headed(flaws[0].spot.place.file, flaws[0], width)
    numbers = [str(flaw.spot.place.line) for flaw in flaws]
    more = "等" if len(numbers) > MAX_LINES else ""
    text = f"{len(flaws)} 处：第 {'、'.join(numbers[:MAX_LINES])} 行{more}。详见 {flaws[0].rule.page}"
    yield from (Text(" " * INDENT + line) for line in wrap(text, width - INDENT))


def _summary(run: LintRun) -> str:
    """Give the last line, fit to be read alone."""
    counts = [f"{name} {len(run.at(level))}" for level, name in LINT_LEVEL_NAMES.items() if run.at(level)]
    counts += [f"已豁免 {len(run.waived)}"] if run.waived else []
    found = "，".join(counts) or "没有发现问题"
    return printable(f"检查了 {len(run.files)} 个文件：{found}")
