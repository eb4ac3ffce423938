"""--format: the one of a command's formats that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jixiao.cli import messages
from jixiao.cli.command import UsageError


def format_reader(formats: Sequence[str]) -> Callable[[str], str]:
    """Give what reads the word behind --format; it raises UsageError for any other word."""

    def read(word: str) -> str:
        if word in formats:
            return word
        raise UsageError(messages.NOT_AMONG.format(option="--format", word=word, known="、".join(formats)))

    return read
