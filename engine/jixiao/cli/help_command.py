"""`jixiao help`: the commands, or the help of one of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from jixiao.cli import messages
from jixiao.cli.command import DONE, Command, UsageError
from jixiao.cli.help import command_help, overview
from jixiao.cli.streams import show
from jixiao.model.suggestion import suggestion


def help_command(commands: Callable[[], Sequence[Command]], names: tuple[str, ...]) -> Command:
    """Give the command; `commands` gives every command there is, this one too."""

    def run(read: argparse.Namespace) -> int:
        word, *more = read.words or ("",)
        if more:
            raise UsageError(messages.ONE_COMMAND.format(word=more[0]))
        asked = next((command for command in commands() if command.name == word), None)
        if asked is None and word:
            known = [command.name for command in commands()]
            raise UsageError(messages.UNKNOWN_COMMAND.format(word=word, hint=suggestion(word, known)))
        show(overview(commands()) if asked is None else command_help(asked))
        return DONE

    return Command(
        name="help",
        summary="看有哪些命令，或一个命令的说明",
        words="[命令]",
        needs_words=False,
        options=(),
        run=run,
        refusal=lambda _message, _form: "",  # what this command gives is for people
        notes="jixiao help check 和 jixiao check --help 相同。\n\n退出状态：0 完成；2 没有这个命令",
        choices=names,
    )
