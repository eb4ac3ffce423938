"""Dataclasses whose `__init__` is written when the first of its kind is made.

`dataclasses` writes six methods of every frozen class as text and runs it: 0.4 ms for each at every start, of some 200
classes of which a command makes half. Here all but `__init__` are closures, and `__init__` fills slots without asking
`__setattr__`. What they do is the same, but that `repr` looks for no circles; a test lays both side by side. Type
checkers take them for those of the standard library, whose `replace`, `fields` and `asdict` work with them.
"""

from __future__ import annotations

from operator import attrgetter, ge, gt, le, lt

TYPE_CHECKING = False  # as type checkers read it; typing itself would take longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import dataclass, field, fields, replace
    from typing import Any

    Method = Callable[..., Any]

__all__ = ["dataclass", "field", "fields", "replace"]

_MISSING: Any = object()
_ORDER = {"__lt__": lt, "__le__": le, "__gt__": gt, "__ge__": ge}


class _Field:
    """What a class says of one field."""

    def __init__(
        self,
        *,
        default: Any = _MISSING,
        default_factory: Any = _MISSING,
        init: bool = True,
        repr: bool = True,  # noqa: A002 — as `dataclasses.field` has it
        compare: bool = True,
        kw_only: bool = False,
    ) -> None:
        self.name = self.type = ""
        self.default, self.factory = default, default_factory
        self.init, self.repr, self.compare, self.kw_only = init, repr, compare, kw_only

    @property
    def is_given(self) -> bool:
        """Whether it has a value where none is passed."""
        return self.default is not _MISSING or self.factory is not _MISSING


def _dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True, order: bool = False) -> Method:
    """Make a class a dataclass, as `dataclasses.dataclass` does with the same words."""

    def made(cls: type) -> type:
        inherited = {
            one.name: one for base in cls.__mro__[:0:-1] for one in base.__dict__.get("_fields_", ())
        }
        own = _own_fields(cls)
        every = tuple({**inherited, **own}.values())
        methods: dict[str, Any] = {
            "_fields_": every,
            "_said_": {"frozen": frozen, "eq": eq, "order": order},
            "__dataclass_fields__": _Standard("__dataclass_fields__"),
            "__dataclass_params__": _Standard("__dataclass_params__"),
            "__match_args__": tuple(one.name for one in every if one.init and not one.kw_only),
            "__repr__": _repr(tuple(one.name for one in every if one.repr)),
            **(_comparing(every, frozen=frozen, order=order) if eq else {}),
            **(_FREEZING if frozen else {}),
            **(_carrying(every) if frozen and slots else {}),
        }
        said = {name: one for name, one in cls.__dict__.items() if name not in own}
        if said.get("__hash__", _MISSING) is None:
            del said["__hash__"]  # Python's own, where a class says __eq__
        anew = (
            _anew(cls, {**methods, **said}, own, inherited)
            if slots
            else _amended(cls, {**methods, **said}, own)
        )
        if "__init__" not in said:
            anew.__init__ = _first_init(anew, every)  # type: ignore[misc]
        return anew

    return made


def _own_fields(cls: type) -> dict[str, _Field]:
    """Give the fields that a class itself names, by name."""
    own = {}
    for name, kind in cls.__dict__.get("__annotations__", {}).items():  # noqa: RUF063 — inspect takes long to load
        if not str(kind).removeprefix("typing.").startswith("ClassVar"):
            said = cls.__dict__.get(name, _MISSING)
            own[name] = one = said if isinstance(said, _Field) else _Field(default=said)
            one.name, one.type = name, kind
    return own


def _anew(
    cls: type, said: dict[str, Any], own: Mapping[str, _Field], inherited: Mapping[str, _Field]
) -> type:
    """Give the class made anew with slots; defaults are then only in its `__init__`."""
    for name in ("__dict__", "__weakref__"):
        said.pop(name, None)
    said["__slots__"] = tuple(name for name in own if name not in inherited)
    anew: type = type(cls)(cls.__name__, cls.__bases__, said)
    anew.__qualname__ = cls.__qualname__
    return anew


def _amended(cls: type, said: Mapping[str, Any], own: Mapping[str, _Field]) -> type:
    """Give the class itself with what is said, and its defaults."""
    for name, one in said.items():
        if cls.__dict__.get(name) is not one:
            setattr(cls, name, one)
    for name, one in own.items():
        if one.default is not _MISSING:
            setattr(cls, name, one.default)
        elif name in cls.__dict__:
            delattr(cls, name)
    return cls


def _first_init(cls: Any, every: tuple[_Field, ...]) -> Method:
    """Give an `__init__` that puts the written one in its place."""

    def init(self: Any, /, *args: Any, **named: Any) -> None:
        cls.__init__ = _written_init(cls, every)
        cls.__init__(self, *args, **named)

    return init


def _written_init(cls: Any, every: tuple[_Field, ...]) -> Method:
    """Write and run the text of an `__init__`, whose names all come from `around`."""
    around: dict[str, Any] = {"MISSING": _MISSING, "put": object.__setattr__}
    heads, lines = ["self"], []
    for one in sorted(every, key=lambda one: one.kw_only):
        if one.kw_only and "*" not in heads:
            heads.append("*")
        if one.init:
            heads.append(f"{one.name}=default_{one.name}" if one.is_given else one.name)
        if one.init or one.is_given:
            lines.append(_filling(cls, one, around))
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n  ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(heads)}):\n  {body}", around)  # noqa: S102 — of the names of fields alone
    init: Method = around["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {one.name: one.type for one in every if one.init} | {"return": "None"}
    init.__module__ = cls.__module__
    return init


def _filling(cls: Any, one: _Field, around: dict[str, Any]) -> str:
    """Write how one field is filled, and put what that needs around."""
    name, value = one.name, one.name if one.init else f"default_{one.name}"
    around[f"default_{name}"] = one.default
    if one.factory is not _MISSING:
        around[f"make_{name}"] = one.factory
        value = f"{value} if {value} is not MISSING else make_{name}()"
    if not cls._said_["frozen"]:
        return f"self.{name} = {value}"
    slot: Any = getattr(cls, name, None)
    if hasattr(slot, "__set__"):
        around[f"put_{name}"] = slot.__set__
        return f"put_{name}(self, {value})"
    return f"put(self, {name!r}, {value})"


def _repr(names: tuple[str, ...]) -> Method:
    def written(self: Any) -> str:
        return (
            f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"
        )

    return written


def _values_of(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Give a function to the tuple of what has these names in an object."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _comparing(every: tuple[_Field, ...], *, frozen: bool, order: bool) -> dict[str, Any]:
    """Give the methods that compare two of a class by their fields, in order."""
    values = _values_of(tuple(one.name for one in every if one.compare))

    def compare_by(compares: Callable[[Any, Any], bool]) -> Method:
        def compare(self: Any, other: Any) -> Any:
            return (
                compares(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented
            )

        return compare

    def equals(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    ordering = {name: compare_by(compares) for name, compares in _ORDER.items()} if order else {}
    return {"__eq__": equals, "__hash__": hashed if frozen else None, **ordering}


def _refuse_set(_self: Any, name: str, _value: Any) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(_self: Any, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


_FREEZING = {"__setattr__": _refuse_set, "__delattr__": _refuse_delete}


def _carrying(every: tuple[_Field, ...]) -> dict[str, Any]:
    """Give the methods by which an object with frozen slots is copied and pickled."""
    values = _values_of(names := tuple(one.name for one in every))

    def state(self: Any) -> list[Any]:
        return list(values(self))

    def restore(self: Any, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {"__getstate__": state, "__setstate__": restore}


class _Standard:
    """What the standard library's functions ask of a dataclass, made when they do."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: Any) -> Any:
        from dataclasses import field as standard_field, make_dataclass

        made = [
            (
                one.name,
                one.type,
                standard_field(
                    **({} if one.default is _MISSING else {"default": one.default}),
                    **({} if one.factory is _MISSING else {"default_factory": one.factory}),
                    init=one.init,
                    repr=one.repr,
                    compare=one.compare,
                    kw_only=one.kw_only,
                ),
            )
            for one in owner._fields_
        ]
        asked = getattr(make_dataclass(owner.__name__, made, **owner._said_), self._name)
        if "_fields_" in owner.__dict__:  # a class made from it without this decorator asks again
            setattr(owner, self._name, asked)
        return asked


def _fields(made: Any) -> tuple[_Field, ...]:
    """Give the fields of a dataclass, or of one of its kind."""
    return made._fields_  # type: ignore[no-any-return]


def _replace(made: Any, /, **changes: Any) -> Any:
    """Give the same but for what is named."""
    for one in made._fields_:
        if one.init and one.name not in changes:
            changes[one.name] = getattr(made, one.name)
    return made.__class__(**changes)


if not TYPE_CHECKING:
    dataclass, field, fields, replace = _dataclass, _Field, _fields, _replace
