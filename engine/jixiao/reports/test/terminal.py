"""A run of `test` as people read it: what does not hold, and the lines of the ledger behind it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from jixiao.model.trial import Revision, Trial, TrialKind, TrialRun
from jixiao.reports.page.printable import printable
from jixiao.reports.page.width import MAX_WIDTH, MIN_WIDTH
from jixiao.reports.page.wrap import wrap
from jixiao.reports.test.coverage_lines import coverage_lines
from jixiao.reports.test.mutation_lines import mutation_lines

INDENT = 4


def render_trials(run: TrialRun, console: Console) -> None:
    """Print a run. Colour repeats what words say."""
    width = width_of(console)
    for line in _lines(run, width):
        console.print(line, soft_wrap=True, highlight=False)


def width_of(console: Console) -> int:
    """Give the cells of a line."""
    return max(MIN_WIDTH, min(console.width, MAX_WIDTH))


def _lines(run: TrialRun, width: int) -> Iterator[Text]:
    for trial in run.failed:
        yield from _failure(trial, width)
        yield Text()
    if run.mutation is not None:
        yield from mutation_lines(run.mutation, width)
    if run.coverage is not None:
        yield from coverage_lines(run.coverage, width)
    if run.silent:
        yield from _told(f"没有写“预期”的案例：{'、'.join(run.silent)}", width, 0, "dim")
    yield from _told(_summary(run), width, 0, "bold red" if run.failed else "bold")


def _failure(trial: Trial, width: int) -> Iterator[Text]:
    first, *others = wrap(f"{trial.place} 不符 {trial.what}", width)
    text = Text(first)
    text.highlight_words([" 不符 "], "bold red")
    yield text
    yield from (Text(line) for line in others)
    yield from _told(f"应为 {trial.expected}，实为 {trial.got}", width, INDENT, "bold")
    for line in trial.ledger:
        yield from _told(line, width, INDENT)
    if trial.stuck:
        yield from _told(trial.stuck, width, INDENT)
    owner = "案例" if trial.kind is TrialKind.EXPECTATION else "指标表"
    project = f"，项目：{trial.project}" if trial.project else ""
    yield from _told(f"{owner}：{trial.owner}{project}", width, INDENT, "dim")


def _told(text: str, width: int, indent: int, style: str = "") -> Iterator[Text]:
    return (Text(" " * indent + line, style) for line in wrap(text, width - indent))


def _summary(run: TrialRun) -> str:
    """Give the last line, fit to be read alone."""
    expectations, examples = (len(run.of(kind)) for kind in TrialKind)
    counts = f"{run.cases} 个案例的 {expectations} 条预期、{run.tables} 张表的 {examples} 条例"
    passed = len(run.trials) - len(run.failed)
    found = f"{passed} 条相符，{len(run.failed)} 条不符" if run.failed else "全部相符"
    return f"核对了 {counts}：{found if run.trials else '没有可核对的'}"


def change_line(revision: Revision) -> str:
    """Say what --update changes, and where."""
    place = revision.written.place
    return printable(f"{place.file}:{place.line} {revision.written.text} → {revision.new}")
