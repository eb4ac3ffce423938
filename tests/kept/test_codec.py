"""Values as plain data: what is decoded is what was encoded, of the same classes."""

import json
from enum import Enum, StrEnum
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

from jixiao.dataclass import dataclass, field
from jixiao.kept.codec import Codec
from jixiao.language.span import Cited, Span


class Colour(Enum):
    RED = "red"
    TWO = 2


class Word(StrEnum):
    YES = "是"


class At(NamedTuple):
    file: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Leaf:
    what: object
    aside: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Named:
    what: object
    ready: str = field(init=False, compare=False)
    full: bool = field(default=False, kw_only=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ready", f"ready {self.what!r}")


CODEC = Codec((Colour, Word, At, Leaf, Named, Cited, Span))
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.fractions()
    | st.sampled_from([Colour.RED, Colour.TWO, Word.YES, 0, 1, True, False, "", "1", Path("a/b")])
)


def made_of(parts):
    """Give values that hold such parts."""
    keys = st.text(max_size=2) | st.sampled_from(list(Word))
    return (
        st.lists(parts, max_size=4).map(tuple)
        | st.dictionaries(keys, parts, max_size=3)
        | st.builds(Leaf, parts, parts)
        | st.builds(Named, parts, full=st.booleans())
        | st.builds(At, st.text(max_size=3), st.integers(0, 9))
        | st.builds(
            lambda words, start: Cited(words, Span(start, start + 1)), st.text(max_size=3), st.integers(0, 9)
        )
        | st.frozensets(SCALARS.filter(lambda one: not isinstance(one, bool)), max_size=3)
    )


VALUES = st.recursive(SCALARS, made_of, max_leaves=25)


def again(value):
    """Give what is read of what is written."""
    return CODEC.decode(json.loads(json.dumps(CODEC.encode(value), ensure_ascii=False)))


def told(value):
    """Tell a value with the class of every part of it."""
    parts = ()
    match value:
        case frozenset():
            parts = sorted(map(told, value))
        case dict():
            parts = [(told(key), told(part)) for key, part in value.items()]
        case Leaf():
            parts = [told(value.what), told(value.aside)]
        case Named():
            parts = [told(value.what), value.ready, value.full]
        case Cited():
            parts = [str(value), value.span]
        case Enum():
            parts = [value.name]
        case tuple():
            parts = list(map(told, value))
        case _:
            parts = [repr(value)]
    return f"{type(value).__name__}{parts}"


@given(VALUES)
def test_what_is_decoded_is_what_was_encoded(value):
    assert again(value) == value
    assert told(again(value)) == told(value)


@given(st.lists(st.sampled_from([True, 1, False, 0, "1", Fraction(1), (1,), (True,), Leaf(1), Leaf(True)])))
def test_what_python_takes_for_equal_is_told_apart(values):
    """True is 1 to Python; who stands several times is written once, but never one for the other."""
    assert told(again(tuple(values))) == told(tuple(values))


def test_what_stands_several_times_is_written_once():
    many = tuple(Leaf(("long enough to be seen", Fraction(1, 3))) for _ in range(50))
    assert json.dumps(CODEC.encode(many)).count("long enough") == 1
    assert again(many) == many


def test_mappings_are_made_anew_for_each_who_holds_them():
    first, second = again(({"a": 1}, {"a": 1}))
    assert first == second
    assert first is not second


def test_a_class_that_is_not_listed_is_refused():
    @dataclass(frozen=True, slots=True)
    class Stranger:
        what: int

    for value in (Stranger(1), (1, Stranger(1)), object(), 1.5, {1, 2}, [1]):
        with pytest.raises(TypeError, match="is not kept"):
            CODEC.encode(value)
