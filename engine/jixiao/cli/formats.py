"""--format: the one of a command's formats that is asked for, in so many words or by the name of the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from jixiao.cli import messages
from jixiao.cli.command import Option, UsageError
from jixiao.cli.outputs import output_file

FORMAT = "--format"
OUTPUT = Option(
    ("-o", "--output"), "把结果写入文件；没有写 --format 的，由文件名的后缀定格式", "文件", output_file
)
"""The file that a command writes to; its name may choose the format."""
SUFFIXES = frozenset({"html", "json", "sarif", "docx", "xlsx", "pdf", "csv"})
"""Ends of file names that promise a format; any other name may hold text."""


def format_option(formats: tuple[str, ...]) -> Option:
    """Give the option that chooses among a command's formats; the first is what is given where nothing is said."""
    first, *between, last = formats
    listed = f"{first}（默认）{''.join(f'、{one}' for one in between)}{' ' * bool(between)}或 {last}"
    return Option((FORMAT,), f"输出格式：{listed}", "格式", format_reader(formats), choices=formats)


def format_reader(formats: Sequence[str]) -> Callable[[str], str]:
    """Give what reads the word behind --format; it raises UsageError for any other word."""

    def read(word: str) -> str:
        if word in formats:
            return word
        raise UsageError(messages.NOT_AMONG.format(option=FORMAT, word=word, known="、".join(formats)))

    return read


def format_of_file(output: Path | None, formats: Sequence[str]) -> str:
    """Give the format that a file's name asks for, where --format is silent; the first for a name that asks for none.

    Raises UsageError for a name that promises a format which the command has not.
    """
    suffix = "" if output is None else output.suffix.lower().removeprefix(".")
    if suffix in formats:
        return suffix
    if suffix in SUFFIXES:
        raise UsageError(
            messages.NOT_THIS_SUFFIX.format(path=output, suffix=suffix, known="、".join(formats))
        )
    return formats[0]
