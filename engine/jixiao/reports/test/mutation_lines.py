"""Changes of rules that nothing noticed, with what to paste so that the next time something does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from rich.text import Text

from jixiao.model.mutation import CaseHint, ExampleHint, Mutation, Survivor
from jixiao.model.word import word
from jixiao.model.wording import quoted
from jixiao.reports.page.wrap import wrap

INDENT = 4
SOURCE = "算例"
"""What a pasted figure gives as its source."""


def mutation_lines(mutation: Mutation, width: int) -> Iterator[Text]:
    """Give the survivors by indicator, each with what would notice it, and a line for all."""
    for _, group in groupby(mutation.survivors, key=lambda one: (one.table, one.indicator)):
        yield from _indicator(list(group), width)
        yield Text()
    yield from _told(mutation_text(mutation), width, 0, "bold")


def mutation_text(mutation: Mutation) -> str:
    """Say what became of all changes."""
    return (
        f"改动 {mutation.tried} 处：发现 {mutation.killed}，没有发现 {len(mutation.survivors)}"
        f"（另有 {mutation.refused} 处改了表就不能用，{mutation.same} 处改了意思不变）"
    )


def _indicator(survivors: Sequence[Survivor], width: int) -> Iterator[Text]:
    first = survivors[0]
    yield from _told(
        f"{first.table} 指标{quoted(first.indicator)}：{len(survivors)} 处改动没有发现", width, 0, "bold"
    )
    for one in survivors:
        yield from _told(f"{one.place} {one.source.word} {_change(one)}", width, 2)
        yield from _told(one.text, width, INDENT, "dim")
        if isinstance(one.hint, ExampleHint):
            shown = f"例 {one.hint.at} 能发现：应得 {'至'.join(one.hint.points)}，改后 {one.hint.instead}"
            yield from _told(shown, width, INDENT)
        elif one.hint is not None:
            yield from _told(f"下面的案例能发现：{one.hint.key} 改后 {one.hint.instead}", width, INDENT)
            yield from (Text(" " * INDENT + line) for line in case_lines(one.indicator, one.hint))
    examples = dict.fromkeys(
        (one.hint.at, one.hint.points) for one in survivors if isinstance(one.hint, ExampleHint)
    )
    if examples:
        yield from _told("在指标表的这项指标下面加上（已经有“例”的，加在里面）：", width, 2)
        yield Text(" " * INDENT + "例:")
        yield from (Text(" " * INDENT + "  " + example_line(at, points)) for at, points in examples)


def _change(one: Survivor) -> str:
    return f"“{one.old}”改为“{one.new}”" if one.old else f"加上“{one.new}”"


def example_line(at: str, points: Sequence[str]) -> str:
    """Write an example as it stands in a table."""
    return f"{word(at)}: {points[0] if len(points) == 1 else f'[{points[0]}, {points[-1]}]'}"


def case_lines(indicator: str, hint: CaseHint) -> Iterator[str]:
    """Write figures and what must come out of them as they stand in a case."""
    yield "数据:"
    for name, number, unit in hint.figures:
        written = f", 单位: {word(unit)}" if unit else ""
        yield f"  {word(name)}: {{值: {number}{written}, 出处: {SOURCE}}}"
    yield "预期:"
    yield "  指标:"
    yield f"    {word(indicator)}: {{{hint.key}: {hint.expected}}}"


def _told(text: str, width: int, indent: int, style: str = "") -> Iterator[Text]:
    return (Text(" " * indent + line, style) for line in wrap(text, width - indent))


def mutation_object(mutation: Mutation) -> dict[str, Any]:
    """Give the mutation as part of the JSON document of `test`."""
    return {
        "killed": mutation.killed,
        "survived": len(mutation.survivors),
        "refused": mutation.refused,
        "same": mutation.same,
        "survivors": [_survivor(one) for one in mutation.survivors],
    }


def _survivor(one: Survivor) -> dict[str, Any]:
    hint: Iterable[str] = ()
    if isinstance(one.hint, ExampleHint):
        hint = ["例:", f"  {example_line(one.hint.at, one.hint.points)}"]
    elif one.hint is not None:
        hint = case_lines(one.indicator, one.hint)
    return {
        "table": one.table,
        "indicator": one.indicator,
        "source": one.source,
        "file": one.place.file,
        "line": one.place.line,
        "old": one.old,
        "new": one.new,
        "text": one.text,
        "notices": "example" if isinstance(one.hint, ExampleHint) else "case",
        "paste": "\n".join(hint),
    }
