"""What can be told of where a token may stand without its pattern, so that few are ever tried, or compiled.

With which characters it can begin, and of which characters some must stand in the sentence. Found once from the patterns
and kept beside them (`make tables`); where what is kept is of other patterns, all are tried everywhere, which gives the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from jixiao.dataclass import dataclass, replace

_KEPT = Path(__file__).with_name("shapes.json")
MOST = 1000
"""Most characters of one range that are listed; a pattern with a longer one may begin with anything."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The characters that a pattern can begin with, and those that it needs."""

    characters: str = ""
    digits: bool = False
    """Whether it can begin with any digit (\\d)."""
    anything: bool = False
    needs: tuple[str, ...] = ()
    """Of each of these, one character must stand in the text."""

    def begins(self, character: str) -> bool:
        """Whether a pattern of this shape may match where this character stands."""
        return self.anything or character in self.characters or (self.digits and character.isdecimal())

    def fits(self, characters: frozenset[str]) -> bool:
        """Whether it may match anywhere in a text of these characters."""
        return not any(characters.isdisjoint(one) for one in self.needs)

    def __or__(self, other: Shape) -> Shape:
        """Give the beginnings of both; what is needed is another question."""
        characters = "".join(sorted({*self.characters, *other.characters}))
        return Shape(characters, self.digits or other.digits, self.anything or other.anything)


_NOTHING, _ANYTHING = Shape(), Shape(anything=True)


def kept_shapes(patterns: Sequence[str]) -> tuple[Shape, ...]:
    """Give the shape of each pattern as it is kept; any shape, where others are kept."""
    try:
        kept = json.loads(_KEPT.read_text(encoding="utf-8"))
    except OSError:
        kept = {}
    if kept.get("of") != _digest(patterns):
        return (_ANYTHING,) * len(patterns)
    return tuple(
        Shape(characters, digits, anything, tuple(needs))
        for characters, digits, anything, needs in kept["shapes"]
    )


def write_shapes(patterns: Sequence[str]) -> None:
    """Find the shape of each pattern and keep them."""
    found = [[one.characters, one.digits, one.anything, one.needs] for one in map(shape_of, patterns)]
    text = json.dumps({"of": _digest(patterns), "shapes": found}, ensure_ascii=False, separators=(",", ":"))
    _KEPT.write_text(text.replace("],[", "],\n[") + "\n", encoding="utf-8")


def _digest(patterns: Iterable[str]) -> str:
    return hashlib.sha256("\n\n".join(patterns).encode()).hexdigest()


def shape_of(pattern: str) -> Shape:
    """Find what a pattern (re.VERBOSE) can begin with, and what it needs; anything, where that can't be told."""
    import re
    from importlib import import_module

    tree = import_module("re._parser").parse(pattern, re.VERBOSE)
    found, may_be_empty = _first(tree)
    needs = tuple(sorted(set(_needs(tree)), key=lambda one: (len(one), one)))
    return replace(_ANYTHING if may_be_empty else found, needs=needs)


def _first(steps: Iterable[Any]) -> tuple[Shape, bool]:
    """Give what steps one after another can begin with, and whether they may match nothing."""
    found = _NOTHING
    for operation, argument in steps:
        begins, may_be_empty = _of_step(str(operation), argument)
        found |= begins
        if not may_be_empty:
            return found, False
    return found, True


def _of_step(operation: str, argument: Any) -> tuple[Shape, bool]:
    match operation:
        case "LITERAL":
            return Shape(chr(argument)), False
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


def _of_set(members: Iterable[Any]) -> Shape:
    found = _NOTHING
    for operation, argument in members:
        match str(operation):
            case "LITERAL":
                found |= Shape(chr(argument))
            case "RANGE" if argument[1] - argument[0] < MOST:
                found |= Shape("".join(map(chr, range(argument[0], argument[1] + 1))))
            case "CATEGORY" if str(argument) == "CATEGORY_DIGIT":
                found |= Shape(digits=True)
            case _:
                return _ANYTHING
    return found


def _needs(steps: Iterable[Any]) -> list[str]:
    """Give sets of characters of which steps one after another need one each."""
    return [one for operation, argument in steps for one in _needs_of_step(str(operation), argument)]


def _needs_of_step(operation: str, argument: Any) -> list[str]:
    match operation:
        case "LITERAL" | "IN":
            found, _ = _of_step(operation, argument)
            return [] if found.digits or found.anything else [found.characters]
        case "SUBPATTERN" | "ASSERT":
            return _needs(argument[-1])
        case "ATOMIC_GROUP":
            return _needs(argument)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _needs(argument[2]) if argument[0] else []
        case "BRANCH":
            ways = [_needs(way) for way in argument[1]]
            rarest = [min(way, key=len) for way in ways if way]
            return ["".join(sorted(set("".join(rarest))))] if len(rarest) == len(ways) else []
        case _:
            return []
