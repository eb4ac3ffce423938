"""What a command is made of. A command is one module here and one line in `app`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from jixiao.dataclass import dataclass

DONE, FOUND, BAD_INPUT = 0, 1, 2
"""Exit status: done; done, and found what it was told to fail on; bad input or usage."""


class UsageError(Exception):
    """The command line can't be understood; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option; one without a metavar is a flag.

    `read` turns its word into a value, and raises UsageError for a word it can't take.
    """

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    read: Callable[[str], object] = str
    default: object = None
    repeats: bool = False
    """Whether it may stand several times; its value then is the list of all."""
    optional: bool = False
    """Whether its value may be left out; it then is the empty text."""
    choices: tuple[str, ...] = ()
    """The words its value may be, where they can be listed; a shell completes them."""

    @property
    def key(self) -> str:
        """The name its value has among what was read."""
        return self.names[-1].lstrip("-").replace("-", "_")

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        """Make the option known to a parser."""
        if self.repeats:
            parser.add_argument(*self.names, type=self.read, action="append")
        elif self.optional:
            parser.add_argument(*self.names, nargs="?", const="", default=self.default)
        elif self.metavar:
            parser.add_argument(*self.names, type=self.read, default=self.default)
        else:
            parser.add_argument(*self.names, action="store_true")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: how it is called, what it says of itself, and what it does.

    `run` gives the exit status. `refusal` writes a message as the document that programs read,
    in the format asked for; nothing where that format is for people.
    """

    name: str
    summary: str
    words: str
    """What it takes besides options, as people read it."""
    options: tuple[Option, ...]
    run: Callable[[argparse.Namespace], int]
    refusal: Callable[[str, str], str]
    notes: str = ""
    """What stands under the options in its help."""
    needs_words: bool = True
    """Whether it can do nothing without words."""
    choices: tuple[str, ...] = ()
    """What its first word may be, where that can be listed; a shell completes files elsewhere."""
