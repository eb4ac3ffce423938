"""Our dataclasses beside those of the standard library: the same classes, made by both, do the same."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from itertools import product
from typing import Any, ClassVar, Generic, TypeVar

import pytest

import jixiao.dataclass as ours

T = TypeVar("T")


def shapes(made: Any) -> dict[str, Any]:
    """Make one class of each shape that the engine uses, by one of the two."""

    class Plain:
        def told(self) -> str:
            return f"told {self!r}"

    @made.dataclass(frozen=True, slots=True)
    class Nothing:
        pass

    @made.dataclass(frozen=True, slots=True)
    class Single:
        only: int

    @made.dataclass(frozen=True, slots=True)
    class Pair(Plain):
        """It has a docstring."""

        first: int
        second: str = "b"
        kept: list[int] = made.field(default_factory=list)
        aside: int = made.field(default=7, compare=False)
        code: ClassVar[str] = "pair"

        @property
        def both(self) -> str:
            return f"{self.first}{self.second}"

    @made.dataclass(frozen=True, slots=True)
    class Triple(Pair):
        third: int = 3
        last: bool = made.field(default=False, kw_only=True)

    @made.dataclass(frozen=True, slots=True)
    class Ready:
        given: int
        double: int = made.field(init=False, compare=False, repr=False)
        ready: dict[str, int] = made.field(init=False, default_factory=dict)

        def __post_init__(self) -> None:
            object.__setattr__(self, "double", self.given * 2)

    @made.dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        low: int
        high: int = 5

    @made.dataclass(frozen=True, eq=False)
    class Same:
        name: str
        size: int = 3

    @made.dataclass(slots=True)
    class Mutable:
        name: str
        seen: set[int] = made.field(default_factory=set)

    @made.dataclass(frozen=True, slots=True)
    class Holding(Generic[T]):
        what: T

    @made.dataclass(frozen=True, slots=True)
    class Worded:
        word: str

        def __str__(self) -> str:
            return self.word

        def __repr__(self) -> str:
            return f"<{self.word}>"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Worded) and self.word.lower() == other.word.lower()

        def __hash__(self) -> int:
            return hash(self.word.lower())

    return {name: one for name, one in locals().items() if isinstance(one, type)}


OURS, THEIRS = shapes(ours), shapes(dataclasses)
CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Nothing", (), {}),
    ("Nothing", (1,), {}),
    ("Single", (1,), {}),
    ("Single", (), {}),
    ("Pair", (1,), {}),
    ("Pair", (1, "c"), {"aside": 8}),
    ("Pair", (1, "c", [2]), {}),
    ("Pair", (), {"second": "x"}),
    ("Pair", (1,), {"first": 1}),
    ("Pair", (1,), {"unknown": 1}),
    ("Triple", (1, "b", [], 7, 4), {"last": True}),
    ("Triple", (1, "b", [], 7, 4, True), {}),
    ("Ready", (4,), {}),
    ("Ready", (4,), {"double": 2}),
    ("Ordered", (1,), {}),
    ("Ordered", (1, 9), {}),
    ("Ordered", (2, 0), {}),
    ("Same", ("a",), {}),
    ("Mutable", ("a",), {}),
    ("Mutable", ("a", {1}), {}),
    ("Holding", ((1, 2),), {}),
    ("Worded", ("Abc",), {}),
    ("Worded", ("abc",), {}),
]
"""Which class, and what it is called with."""


def outcome(do: Callable[[], Any]) -> object:
    """Give what is done as text, or by what kind of error it is refused."""
    try:
        return repr(do())
    except Exception as error:  # noqa: BLE001 — which one it is is what is compared
        return type(error)


def both(call: tuple[str, tuple[Any, ...], dict[str, Any]]) -> tuple[Any, Any] | None:
    """Make one object by both; None where the call makes none."""
    name, words, named = call
    try:
        theirs = THEIRS[name](*words, **named)
    except TypeError:
        return None
    return OURS[name](*words, **named), theirs


MADE = [pair for call in CALLS if (pair := both(call)) is not None]
"""Objects made by ours and by theirs."""


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_it_is_made_of_the_same_words(call: tuple[str, tuple[Any, ...], dict[str, Any]]) -> None:
    name, words, named = call
    for again in range(2):  # the first call writes __init__
        assert outcome(lambda: OURS[name](*words, **named)) == outcome(
            lambda: THEIRS[name](*words, **named)
        ), again


@pytest.mark.parametrize(("mine", "theirs"), MADE, ids=repr)
def test_the_same_fields_are_shown_hashed_and_matched(
    mine: Any,
    theirs: Any,
) -> None:
    assert repr(mine) == repr(theirs)
    assert str(mine) == str(theirs)
    if type(theirs).__name__ != "Same":  # hashed by where it lies
        assert outcome(lambda: hash(mine)) == outcome(lambda: hash(theirs))
    assert type(mine).__match_args__ == type(theirs).__match_args__
    assert type(mine).__qualname__ == type(theirs).__qualname__
    assert type(mine).__module__ == type(theirs).__module__
    assert getattr(type(mine), "__slots__", None) == getattr(type(theirs), "__slots__", None)
    assert getattr(mine, "code", "") == getattr(theirs, "code", "")


def test_two_compare_as_theirs_do() -> None:
    for (mine, theirs), (other, their_other) in product(MADE, repeat=2):
        assert (mine == other) is (theirs == their_other)
        assert (mine == mine) is (theirs == theirs)  # noqa: PLR0124
        for compare in ("__lt__", "__le__", "__gt__", "__ge__"):
            told = outcome(lambda c=compare, m=mine, o=other: getattr(m, c)(o))
            assert told == outcome(lambda c=compare, m=theirs, o=their_other: getattr(m, c)(o))


@pytest.mark.parametrize(("mine", "theirs"), MADE, ids=repr)
def test_what_is_frozen_stays(mine: Any, theirs: Any) -> None:
    mine, theirs = copy.copy(mine), copy.copy(theirs)
    for name in (one.name for one in dataclasses.fields(theirs)):
        assert outcome(lambda n=name: setattr(mine, n, 1)) == outcome(lambda n=name: setattr(theirs, n, 1))
        assert outcome(lambda n=name: delattr(mine, n)) == outcome(lambda n=name: delattr(theirs, n))


@pytest.mark.parametrize(("mine", "theirs"), MADE, ids=repr)
@pytest.mark.parametrize("replace", [ours.replace, dataclasses.replace])
def test_replace_ours_or_theirs(mine: Any, theirs: Any, replace: Any) -> None:
    names = [one.name for one in dataclasses.fields(theirs) if one.init]
    assert repr(replace(mine)) == repr(dataclasses.replace(theirs))
    for name in names:
        assert repr(replace(mine, **{name: "z"})) == repr(dataclasses.replace(theirs, **{name: "z"}))
    assert isinstance(outcome(lambda: replace(mine, unknown=1)), type)


@pytest.mark.parametrize(("mine", "theirs"), MADE, ids=repr)
def test_the_standard_library_sees_the_same_fields(mine: Any, theirs: Any) -> None:

    def told(fields: Any) -> list[tuple[object, ...]]:
        return [(one.name, one.type, one.init, one.repr, one.compare, one.kw_only) for one in fields]

    assert told(dataclasses.fields(mine)) == told(dataclasses.fields(theirs))
    assert [one.name for one in ours.fields(mine)] == [one.name for one in dataclasses.fields(theirs)]
    assert dataclasses.asdict(mine) == dataclasses.asdict(theirs)


@ours.dataclass(frozen=True, slots=True)
class Carried:
    """Pickle finds classes by their name in a module."""

    first: int
    second: tuple[int, ...] = ()


def test_it_is_copied_and_pickled() -> None:
    one = Carried(1, (2, 3))
    for carried in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert carried == one
        assert carried is not one


def test_a_class_that_is_no_dataclass_inherits_all() -> None:
    class Named(Carried):
        pass

    assert Named(1) == Named(1)
    assert Named(1) != Carried(1)
    assert repr(ours.replace(Named(1), first=2)).endswith("Named(first=2, second=())")
