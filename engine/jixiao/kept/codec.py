"""Frozen values as plain JSON, and back: values of a closed list of classes, nothing else.

A composite is a list: its tag, then its parts. What stands several times is written once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

from jixiao.dataclass import fields

_TUPLE, _FRACTION, _MAPPING, _SET, _PATH, _AGAIN = range(6)
_FIRST_CLASS = 6
"""Tags from here on are classes."""
Node = Any
"""A value as tuples in tuples: a scalar, or a tag and nodes."""
_TRUE, _FALSE = object(), object()
"""Truth in nodes, which is told from 1 and 0 there."""


class Codec:
    """Writes and reads values made of these classes: dataclasses, named tuples, enumerations, and what tells by `__reduce__`."""

    def __init__(self, classes: Sequence[type]) -> None:
        self._tags = {cls: tag for tag, cls in enumerate(classes, _FIRST_CLASS)}
        self._makers = tuple(map(_maker, classes))

    def encode(self, value: object) -> dict[str, Any]:
        """Give a value as plain data; raises TypeError for what is of another class."""
        node = self._node(value)
        counts = Counter(_composites(node))
        places: dict[Node, int] = {}
        again: list[Any] = []
        for one, count in counts.items():
            if count > 1 and one[0] != _MAPPING:  # a mapping is made anew for each who holds it
                again.append(_plain(one, places))
                places[one] = len(places)
        return {"again": again, "value": _plain(node, places)}

    def decode(self, plain: Mapping[str, Any]) -> Any:
        """Give the value that was encoded; raises some error where it is none."""
        makers = self._makers
        again: list[Any] = []

        def made(node: list[Any]) -> Any:
            parts = [made(one) if one.__class__ is list else one for one in node[1:]]
            tag = node[0]
            if tag >= _FIRST_CLASS:
                return makers[tag - _FIRST_CLASS](*parts)
            if tag == _TUPLE:
                return tuple(parts)
            if tag == _AGAIN:
                return again[parts[0]]
            if tag == _FRACTION:
                return Fraction(*parts)
            if tag == _PATH:
                return Path(parts[0])
            return frozenset(parts) if tag == _SET else dict(zip(parts[::2], parts[1::2], strict=True))

        for one in plain["again"]:
            again.append(made(one))  # noqa: PERF401 — each may speak of those before it
        value = plain["value"]
        return made(value) if isinstance(value, list) else value

    def _node(self, value: object) -> Node:
        if value is None or value.__class__ in (str, int):
            return value
        if value.__class__ is bool:
            return _TRUE if value else _FALSE
        tag = self._tags.get(value.__class__)
        return self._of_builtin(value) if tag is None else (tag, *map(self._node, _parts(value)))

    def _of_builtin(self, value: object) -> Node:
        match value:
            case Fraction():
                return (_FRACTION, value.numerator, value.denominator)
            case tuple() if value.__class__ is tuple:
                return (_TUPLE, *map(self._node, value))
            case Path():
                return (_PATH, str(value))
            case frozenset():
                return (_SET, *sorted(map(self._node, value), key=repr))
            case Mapping():
                return (_MAPPING, *(self._node(part) for pair in value.items() for part in pair))
            case _:
                raise TypeError(f"{value.__class__.__qualname__} is not kept")


def _parts(value: Any) -> Iterable[object]:
    """Give what an object is made of anew: as it says itself, or its fields."""
    cls = value.__class__
    if isinstance(value, Enum):
        return (value.value,)
    if "__reduce__" in cls.__dict__:
        return value.__reduce__()[1]  # type: ignore[no-any-return]
    return (getattr(value, name) for name in _names(cls))


def _names(cls: type[Any]) -> tuple[str, ...]:
    if issubclass(cls, tuple):
        return tuple(cls._fields)  # type: ignore[attr-defined]  # a named tuple
    return tuple(one.name for one in fields(cls) if one.init)


def _maker(cls: type[Any]) -> Callable[..., Any]:
    """Give what makes an object of its parts, in the order of `_names`."""
    if issubclass(cls, str | Enum | tuple) or not any(one.kw_only for one in fields(cls)):
        return cls
    names = _names(cls)
    return lambda *parts: cls(**dict(zip(names, parts, strict=True)))


def _composites(node: Node) -> Iterable[Node]:
    """Yield every composite in a node, the innermost first, as often as it stands there."""
    if isinstance(node, tuple):
        for part in node[1:]:
            yield from _composites(part)
        yield node


def _plain(node: Node, places: Mapping[Node, int]) -> Any:
    """Write a node as lists, what has a place by its place."""
    if not isinstance(node, tuple):
        return {_TRUE: True, _FALSE: False}.get(node, node)
    if node in places:
        return [_AGAIN, places[node]]
    return [node[0], *(_plain(part, places) for part in node[1:])]
