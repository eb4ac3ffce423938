"""Frozen values as plain JSON, and back: values of a closed list of classes, nothing else.

A composite is a list: its tag, then its parts. What stands several times is written once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from jixiao.dataclass import fields

_TUPLE, _FRACTION, _MAPPING, _SET, _PATH, _AGAIN = range(6)
_FIRST_CLASS = 6
"""Tags from here on are classes."""
_TRUE, _FALSE = object(), object()
"""Truth while it is written: to Python it is 1 and 0."""
Part = Any
"""While it is written, a scalar, or the number of a composite in a tuple of its own."""


class Codec:
    """Writes and reads values made of these classes: dataclasses, named tuples, enumerations, and what tells by `__reduce__`."""

    def __init__(self, classes: Sequence[type]) -> None:
        self._tags = {cls: tag for tag, cls in enumerate(classes, _FIRST_CLASS)}
        self._makers = tuple(map(_maker, classes))

    def encode(self, value: object) -> dict[str, Any]:
        """Give a value as plain data; raises TypeError for what is of another class."""
        return _Writing(self._tags).document(value)

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


class _Writing:
    """Numbers every composite of a value, its parts before it; equal ones have one number."""

    def __init__(self, tags: Mapping[type, int]) -> None:
        self._tags = tags
        self._numbers: dict[tuple[Part, ...], int] = {}
        self._composites: list[tuple[Part, ...]] = []
        self._counts: list[int] = []

    def document(self, value: object) -> dict[str, Any]:
        """Give a value as plain data, what stands several times apart."""
        top = self._part(value)
        places: dict[int, int] = {}
        again = []
        for number, count in enumerate(self._counts):
            if count > 1:
                again.append(self._plain((number,), places))
                places[number] = len(places)
        return {"again": again, "value": self._plain(top, places)}

    def _part(self, value: object) -> Part:
        if value is None or value.__class__ in (str, int):
            return value
        if value.__class__ is bool:
            return _TRUE if value else _FALSE
        tag = self._tags.get(value.__class__)
        if tag is not None:
            return self._numbered((tag, *map(self._part, _parts(value))))
        return self._of_builtin(value)

    def _of_builtin(self, value: object) -> Part:
        match value:
            case Fraction():
                return self._numbered((_FRACTION, value.numerator, value.denominator))
            case tuple() if value.__class__ is tuple:
                return self._numbered((_TUPLE, *map(self._part, value)))
            case Path():
                return self._numbered((_PATH, str(value)))
            case frozenset():
                return self._numbered((_SET, *map(self._part, sorted(value, key=repr))))
            case Mapping():  # never shared: each who holds one has it anew
                self._composites.append(
                    (_MAPPING, *(self._part(part) for pair in value.items() for part in pair))
                )
                self._counts.append(1)
                return (len(self._counts) - 1,)
            case _:
                raise TypeError(f"{value.__class__.__qualname__} is not kept")

    def _numbered(self, composite: tuple[Part, ...]) -> Part:
        number = self._numbers.setdefault(composite, len(self._counts))
        if number == len(self._counts):
            self._composites.append(composite)
            self._counts.append(0)
        self._counts[number] += 1
        return (number,)

    def _plain(self, part: Part, places: Mapping[int, int]) -> Any:
        """Write a part as lists, what has a place by its place."""
        if not isinstance(part, tuple):
            return {_TRUE: True, _FALSE: False}.get(part, part)
        (number,) = part
        if number in places:
            return [_AGAIN, places[number]]
        tag, *parts = self._composites[number]
        return [tag, *(self._plain(one, places) for one in parts)]


def _parts(value: Any) -> Iterable[object]:
    """Give what an object is made of anew: as it says itself, or its fields."""
    cls = value.__class__
    if isinstance(value, Enum):
        return (value.value,)
    if "__reduce__" in cls.__dict__:
        return value.__reduce__()[1]  # type: ignore[no-any-return]
    return (getattr(value, name) for name in _names(cls))


@cache
def _names(cls: Any) -> tuple[str, ...]:
    if issubclass(cls, tuple):
        return tuple(getattr(cls, "_fields", ()))  # a named tuple
    return tuple(one.name for one in fields(cls) if one.init)


def _maker(cls: Any) -> Callable[..., Any]:
    """Give what makes an object of its parts, in the order of `_names`."""
    if issubclass(cls, str | Enum | tuple) or not any(one.kw_only for one in fields(cls)):
        plain: Callable[..., Any] = cls
        return plain
    names = _names(cls)
    return lambda *parts: cls(**dict(zip(names, parts, strict=True)))
