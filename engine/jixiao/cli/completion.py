"""`jixiao completion`: a script that lets a shell complete commands and options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from jixiao.cli import messages
from jixiao.cli.command import DONE, Command, UsageError
from jixiao.cli.streams import show
from jixiao.model.suggestion import suggestion

SHELLS = ("bash", "zsh", "fish")


def completion_command(commands: Callable[[], Sequence[Command]]) -> Command:
    """Give the command; `commands` gives every command there is, this one too."""

    def run(read: argparse.Namespace) -> int:
        shell, *more = read.words or ("",)
        if not shell or more:
            raise UsageError(messages.WHICH_SHELL.format(known="、".join(SHELLS)))
        if shell not in SHELLS:
            raise UsageError(messages.UNKNOWN_SHELL.format(word=shell, hint=suggestion(shell, SHELLS)))
        from jixiao.cli.shells import SCRIPTS

        show(SCRIPTS[shell](commands()).rstrip("\n"))
        return DONE

    return Command(
        name="completion",
        summary="给出命令行补全的脚本：按 Tab 补全命令、选项和选项的值",
        words="|".join(SHELLS),
        needs_words=False,
        options=(),
        run=run,
        refusal=lambda _message, _form: "",  # what this command gives is for a shell
        notes=(
            "装上以后开一个新的窗口：\n"
            "  bash  在 ~/.bashrc 里写 source <(jixiao completion bash)\n"
            "  zsh   在 ~/.zshrc 里 compinit 的后面写 source <(jixiao completion zsh)\n"
            "  fish  jixiao completion fish > ~/.config/fish/completions/jixiao.fish\n\n"
            "退出状态：0 完成；2 用法有误"
        ),
        choices=SHELLS,
    )
