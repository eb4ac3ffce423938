"""Help in Chinese, aligned for Chinese width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jixiao.cli import messages
from jixiao.cli.command import Command, Option
from jixiao.cli.parse import HELP
from jixiao.model.width import cells_of

WIDTH = 80
"""Columns that help fits into."""
GAP = 2
VERSION = Option(("--version",), "显示版本")


def overview(commands: Sequence[Command]) -> str:
    """Give the help of `jixiao` itself."""
    return "\n".join((
        "绩效评价指标表：把评分标准变成可以运行、可以复核的规则。",
        "",
        f"{messages.USAGE}jixiao 命令 [选项]",
        "",
        messages.COMMANDS,
        *_aligned((command.name, command.summary) for command in commands),
        "",
        messages.OPTIONS,
        *_aligned(_option(option) for option in (HELP, VERSION)),
        "",
        messages.EPILOGUE,
    ))  # fmt: skip


def command_help(command: Command) -> str:
    """Give the help of one command."""
    return "\n".join((
        f"{command.summary}。",
        "",
        f"{messages.USAGE}jixiao {command.name} {command.words} [选项]",
        "",
        messages.OPTIONS,
        *_aligned(_option(option) for option in (*command.options, HELP)),
        *(["", command.notes] if command.notes else []),
    ))  # fmt: skip


def _option(option: Option) -> tuple[str, str]:
    names = ", ".join(option.names)
    value = f"[{option.metavar}]" if option.optional else option.metavar
    return f"{names} {value}".rstrip(), option.help


def _aligned(pairs: Iterable[tuple[str, str]]) -> list[str]:
    known = list(pairs)
    column = max(cells_of(name) for name, _ in known) + 2 * GAP
    return [line for name, text in known for line in _beside(name, text, column)]


def _beside(name: str, text: str, column: int) -> list[str]:
    """Give a name and its text from the column on, in as many lines as that takes."""
    front = f"{' ' * GAP}{name}".ljust(column - cells_of(name) + len(name))
    if column + cells_of(text) <= WIDTH:
        return [front + text]
    from jixiao.reports.page.wrap import wrap  # which loads rich

    first, *others = wrap(text, WIDTH - column)
    return [front + first, *(" " * column + line for line in others)]
