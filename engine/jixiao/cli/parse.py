"""Words on the command line, read with argparse; what is wrong is said in Chinese.

argparse reads options only and leaves the rest over. So words and options may mix in any
order, and none of its own English messages can reach a user.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence

from jixiao.cli import messages
from jixiao.cli.command import Command, Option, UsageError
from jixiao.cli.formats import FORMAT, format_of_file
from jixiao.cli.outputs import refuse_outputs
from jixiao.model.suggestion import suggestion

HELP = Option(("-h", "--help"), "显示本说明")
"""Every command has it."""
_NEGATIVE = re.compile(r"-[\d.]")
"""How a negative number begins; no option does."""


def parse(command: Command, words: Sequence[str]) -> argparse.Namespace:
    """Give the options by name, and the other words as `words`; raises UsageError."""
    parser = argparse.ArgumentParser(
        prog=command.name, add_help=False, allow_abbrev=False, exit_on_error=False
    )
    for option in (*command.options, HELP):
        option.add_to(parser)
    words = _values_joined(command, words)
    end = words.index("--") if "--" in words else len(words)
    try:
        read, rest = parser.parse_known_args(words[:end])
    except argparse.ArgumentError as problem:
        raise UsageError(_explain(command, problem)) from None
    _refuse_no_value(command, read)
    if read.help:
        return read
    unknown = next((word for word in rest if _is_option(word)), None)
    if unknown is not None:
        raise UsageError(_unknown(command, unknown))
    _choose_format(command, read)
    read.words = [*rest, *words[end + 1 :]]
    if not read.words and command.needs_words:
        raise UsageError(messages.MISSING_WORDS.format(words=command.words))
    if "" in read.words:
        raise UsageError(messages.EMPTY_WORD.format(words=command.words))
    refuse_outputs(command, read)
    return read


def _choose_format(command: Command, read: argparse.Namespace) -> None:
    """Let the name of the file choose the format where nothing else does; raises UsageError."""
    for option in command.options:
        if option.names == (FORMAT,) and read.format is None:
            read.format = format_of_file(getattr(read, "output", None), option.choices)


def _refuse_no_value(command: Command, read: argparse.Namespace) -> None:
    """Refuse --at=--, of which argparse makes an empty list; raises UsageError."""
    for option in command.options:
        value = getattr(read, option.key)
        if value == [] or (option.repeats and [] in (value or ())):
            raise UsageError(messages.MISSING_VALUE.format(option="/".join(option.names)))


def _values_joined(command: Command, words: Sequence[str]) -> list[str]:
    """Join an option and a negative number behind it: argparse takes -12% for an option."""
    names = {name for option in command.options if option.metavar for name in option.names}
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in names and "--" not in joined and _NEGATIVE.match(word):
            joined[-1] = f"{joined[-1]}={word}" if joined[-1].startswith("--") else joined[-1] + word
        else:
            joined.append(word)
    return joined


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-" and not _NEGATIVE.match(word)


def _explain(command: Command, problem: argparse.ArgumentError) -> str:
    """Say what is wrong with an option; only two things can be, since we read values."""
    name = problem.argument_name or ""
    option = next(one for one in (*command.options, HELP) if "/".join(one.names) == name)
    message = messages.MISSING_VALUE if option.metavar else messages.NO_VALUE
    return message.format(option=name)


def _unknown(command: Command, word: str) -> str:
    name, _, _ = word.partition("=")
    known = [one for option in (*command.options, HELP) for one in option.names]
    return messages.UNKNOWN_OPTION.format(word=name, hint=suggestion(name, known))
