"""The command `jixiao`: picks a command, and lets no traceback reach a user.

Exit status: 0 done; 1 done, and there is what the command was told to fail on; 2 bad
input or usage; 130 interrupted and 141 output closed, as shells have it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from jixiao import __version__
from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, UsageError
from jixiao.cli.help import VERSION, command_help, overview
from jixiao.cli.parse import HELP, parse
from jixiao.cli.streams import (
    OutputFailed,
    abandon_output,
    prepare_environment,
    prepare_streams,
    say,
    show,
    show_document,
)
from jixiao.model.diagnostic import BadQuestion
from jixiao.model.mishap import explain_failure
from jixiao.model.suggestion import suggestion

ASKING = (
    "check", "standard", "show", "lint", "test", "diff", "read", "form", "import", "batch", "sql", "simulate", "new",
    "template", "items", "schema",
)  # fmt: skip
"""Commands that are a module of this room each, where they stand in capitals."""
MODULES = {"import": "import_table"}
"""Names of modules that are no names of commands: Python has the word for itself."""
NAMES = (*ASKING, "help", "completion")
"""Every command, in the order of the help."""


def find_command(name: str) -> Command | None:
    """Give the command of a name, loading no other; None where there is none."""
    if name in ASKING:
        command: Command = getattr(import_module(f"jixiao.cli.{MODULES.get(name, name)}"), name.upper())
        return command
    if name == "help":
        from jixiao.cli.help_command import help_command

        return help_command(every_command, (*ASKING, "completion"))
    if name == "completion":
        from jixiao.cli.completion import completion_command

        return completion_command(every_command)
    return None


def every_command() -> tuple[Command, ...]:
    """Give every command, in the order of the help; all are loaded."""
    return tuple(command for name in NAMES if (command := find_command(name)) is not None)


INTERRUPTED = 130
PIPE_CLOSED = 141
"""As shells have it; nothing is said: whoever reads with `head` has what it wanted."""


def main(argv: list[str] | None = None) -> int:
    """Run the command line and give the exit status; `argv` is without the program."""
    words = sys.argv[1:] if argv is None else argv
    prepare_streams()
    prepare_environment()
    try:
        return _guarded(words)
    except KeyboardInterrupt:
        say(messages.INTERRUPTED)
        return INTERRUPTED
    except BrokenPipeError:
        abandon_output()
        return PIPE_CLOSED
    except OutputFailed as problem:
        abandon_output()
        say(messages.STDOUT_FAILED.format(why=problem))
        return BAD_INPUT


def _guarded(words: Sequence[str]) -> int:
    """Run, and turn what was misused or went wrong inside into a message."""
    command = None
    try:
        command = find_command(words[0]) if words else None
        return _overall(words) if command is None else _called(command, words[1:])
    except (UsageError, BadQuestion) as problem:
        called = f"jixiao {command.name}" if command else "jixiao"
        say(f"{called}：{problem}。{messages.SEE_HELP.format(command=called)}")
        message = str(problem)
    except (BrokenPipeError, OutputFailed):
        raise
    except Exception as problem:  # noqa: BLE001 the one place: a user never sees a traceback
        explain_failure(problem)
        message = (
            messages.INTERNAL.format(kind=type(problem).__name__) if _is_somewhere() else messages.NOWHERE
        )
        say(message)
    if command and (document := command.refusal(message, _format_asked(words))):
        show_document(document)
    return BAD_INPUT


def _is_somewhere() -> bool:
    """Whether the folder that the command was called in is still there."""
    try:
        return Path.cwd().is_dir()
    except OSError:
        return False


def _called(command: Command, words: Sequence[str]) -> int:
    read = parse(command, words)
    if not read.help:
        return command.run(read)
    show(command_help(command))
    return DONE


def _overall(words: Sequence[str]) -> int:
    """Answer `jixiao --help` and `jixiao --version`; raises UsageError for the rest."""
    if not words:
        raise UsageError(messages.NO_COMMAND.format(hint=suggestion("", NAMES)))
    word, options = words[0], (*HELP.names, *VERSION.names)
    if word in HELP.names:
        show(overview(every_command()))
    elif word in VERSION.names:
        show(f"jixiao {__version__}")
    elif word.startswith("-"):
        raise UsageError(messages.UNKNOWN_OPTION.format(word=word, hint=suggestion(word, options)))
    else:
        raise UsageError(messages.UNKNOWN_COMMAND.format(word=word, hint=suggestion(word, NAMES)))
    return DONE


def _format_asked(words: Sequence[str]) -> str:
    """Give the format that a command line asks for, whatever else is wrong with it."""
    joined = [word.partition("=")[2] for word in words if word.startswith("--format=")]
    return next((word for option, word in pairwise(words) if option == "--format"), "".join(joined[:1]))
