"""With which characters each token can begin, so that most patterns need never be tried, nor compiled.

Found once from the patterns and kept beside them (`make tables`); where they are of other patterns, every
pattern is tried everywhere, which gives the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from jixiao.dataclass import dataclass

_KEPT = Path(__file__).with_name("beginnings.json")
MOST = 1000
"""Most characters of one range that are listed; a pattern with a longer one may begin with anything."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The characters that a pattern can begin with."""

    characters: str = ""
    digits: bool = False
    """Whether it can begin with any digit (\\d)."""
    anything: bool = False

    def allows(self, character: str) -> bool:
        """Whether a pattern with this beginning may match here."""
        return self.anything or character in self.characters or (self.digits and character.isdecimal())

    def __or__(self, other: Beginning) -> Beginning:
        characters = "".join(sorted({*self.characters, *other.characters}))
        return Beginning(characters, self.digits or other.digits, self.anything or other.anything)


_NOTHING, _ANYTHING = Beginning(), Beginning(anything=True)


def kept_beginnings(patterns: Sequence[str]) -> tuple[Beginning, ...]:
    """Give the beginning of each pattern as it is kept; anything, where others are kept."""
    try:
        kept = json.loads(_KEPT.read_text(encoding="utf-8"))
    except OSError:
        kept = {}
    if kept.get("of") != _digest(patterns):
        return (_ANYTHING,) * len(patterns)
    return tuple(Beginning(*one) for one in kept["beginnings"])


def write_beginnings(patterns: Sequence[str]) -> None:
    """Find the beginning of each pattern and keep them."""
    found = [[one.characters, one.digits, one.anything] for one in map(beginning_of, patterns)]
    text = json.dumps({"of": _digest(patterns), "beginnings": found}, ensure_ascii=False, indent=0)
    _KEPT.write_text(text + "\n", encoding="utf-8")


def _digest(patterns: Iterable[str]) -> str:
    return hashlib.sha256("\n\n".join(patterns).encode()).hexdigest()


def beginning_of(pattern: str) -> Beginning:
    """Find what a pattern (re.VERBOSE) can begin with; anything, where that can't be told."""
    import re
    from importlib import import_module

    tree = import_module("re._parser").parse(pattern, re.VERBOSE)
    found, may_be_empty = _first(tree)
    return _ANYTHING if may_be_empty else found


def _first(steps: Iterable[Any]) -> tuple[Beginning, bool]:
    """Give what steps one after another can begin with, and whether they may match nothing."""
    found = _NOTHING
    for operation, argument in steps:
        begins, may_be_empty = _of_step(str(operation), argument)
        found |= begins
        if not may_be_empty:
            return found, False
    return found, True


def _of_step(operation: str, argument: Any) -> tuple[Beginning, bool]:
    match operation:
        case "LITERAL":
            return Beginning(chr(argument)), False
        case "IN":
            return _of_set(argument), False
        case "SUBPATTERN":
            return _first(argument[-1])
        case "ATOMIC_GROUP":
            return _first(argument)
        case "BRANCH":
            ways = [_first(way) for way in argument[1]]
            found = _NOTHING
            for begins, _ in ways:
                found |= begins
            return found, any(may_be_empty for _, may_be_empty in ways)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, repeated = argument
            begins, may_be_empty = _first(repeated)
            return begins, may_be_empty or least == 0
        case "ASSERT" | "ASSERT_NOT" | "AT":
            return _NOTHING, True
        case _:
            return _ANYTHING, False


def _of_set(members: Iterable[Any]) -> Beginning:
    found = _NOTHING
    for operation, argument in members:
        match str(operation):
            case "LITERAL":
                found |= Beginning(chr(argument))
            case "RANGE" if argument[1] - argument[0] < MOST:
                found |= Beginning("".join(map(chr, range(argument[0], argument[1] + 1))))
            case "CATEGORY" if str(argument) == "CATEGORY_DIGIT":
                found |= Beginning(digits=True)
            case _:
                return _ANYTHING
    return found
