"""Expressions over whole numbers, and what is true of them: what every dialect can say exactly.

A tree is made by the functions below, which work out what is known already: adding nothing or multiplying by one
leaves no trace in what is written out.
"""

from __future__ import annotations

from math import gcd
from typing import TypeAlias

from jixiao.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Const:
    """A whole number."""

    value: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of whole numbers, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Sum:
    """Several added up."""

    parts: tuple[Whole, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Two multiplied."""

    left: Whole
    right: Whole


@dataclass(frozen=True, slots=True)
class Floor:
    """The whole times that `below`, which is more than 0, goes into `above`; rounded down, below nothing too.

    `within`: held between that number and the same below nothing, beyond which nothing hangs on it. Where `below` is
    not more than 0, it is any number: nobody asks for it.
    """

    above: Whole
    below: Whole
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of `above` after the whole times that `below` goes into it: from 0 to less than `below`.

    Where `below` is not more than 0, it is any number.
    """

    above: Whole
    below: Whole


@dataclass(frozen=True, slots=True)
class Choose:
    """One or the other, as something is true."""

    when: Truth
    then: Whole
    otherwise: Whole


@dataclass(frozen=True, slots=True)
class Always:
    """What is true, or false, whatever the columns hold."""

    holds: bool


@dataclass(frozen=True, slots=True)
class Less:
    """Whether one is less than the other, or no more where `equal`."""

    left: Whole
    right: Whole
    equal: bool = False


@dataclass(frozen=True, slots=True)
class Same:
    """Whether two are equal."""

    left: Whole
    right: Whole


@dataclass(frozen=True, slots=True)
class Known:
    """Whether a column holds anything; where it does not, it counts as 0."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """Whether something is not true."""

    of: Truth


@dataclass(frozen=True, slots=True)
class All:
    """Whether all of them are true."""

    parts: tuple[Truth, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Whether any of them is true."""

    parts: tuple[Truth, ...]


Whole: TypeAlias = Const | Column | Sum | Product | Floor | Rest | Choose
Truth: TypeAlias = Always | Less | Same | Known | Not | All | Some

NOTHING, UNIT = Const(0), Const(1)
TRUE, FALSE = Always(True), Always(False)


def plus(*parts: Whole) -> Whole:
    """Add up; constants come to one."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, Sum) else (part,))]
    known = sum(one.value for one in flat if isinstance(one, Const))
    left: list[Whole] = [one for one in flat if not isinstance(one, Const)]
    if known or not left:
        left.append(Const(known))
    return left[0] if len(left) == 1 else Sum(tuple(left))


def times(left: Whole, right: Whole) -> Whole:
    """Multiply; a constant stands first, and is multiplied into another."""
    if isinstance(right, Const):
        left, right = right, left
    if not isinstance(left, Const):
        return Product(left, right)
    match right:
        case Const():
            return Const(left.value * right.value)
        case _ if left.value == 0:
            return NOTHING
        case _ if left.value == 1:
            return right
        case Product(left=Const(value=value), right=rest):
            return times(Const(left.value * value), rest)
        case _:
            return Product(left, right)


def minus(left: Whole, right: Whole) -> Whole:
    """Take one from the other."""
    return plus(left, times(Const(-1), right))


def floor(above: Whole, below: Whole, within: int | None = None) -> Whole:
    """Give the whole times that one goes into the other, which is more than 0; held within a number, either side."""
    shared = gcd(content(above), content(below))
    if shared > 1:
        above, below = shrunk(above, shared), shrunk(below, shared)
    if isinstance(above, Const) and isinstance(below, Const):
        return Const(held_within(above.value // below.value, within))
    return above if below == UNIT and within is None else Floor(above, below, within)


def rest(above: Whole, below: Whole) -> Whole:
    """Give what is left of one after the whole times that the other, which is more than 0, goes into it."""
    if isinstance(above, Const) and isinstance(below, Const):
        return Const(above.value % below.value)
    return NOTHING if below == UNIT else Rest(above, below)


def held_within(number: int, within: int | None) -> int:
    """Give a number held between another and the same below nothing."""
    return number if within is None else max(-within, min(within, number))


def choose(when: Truth, then: Whole, otherwise: Whole) -> Whole:
    """Give one or the other."""
    if isinstance(when, Always):
        return then if when.holds else otherwise
    return then if then == otherwise else Choose(when, then, otherwise)


def less(left: Whole, right: Whole, *, equal: bool = False) -> Truth:
    """Tell whether one is less than the other; what both are multiplied by is taken out."""
    shared = gcd(content(left), content(right))
    if shared > 1:
        left, right = shrunk(left, shared), shrunk(right, shared)
    if isinstance(left, Const) and isinstance(right, Const):
        return Always(left.value <= right.value if equal else left.value < right.value)
    return Always(equal) if left == right else Less(left, right, equal)


def same(left: Whole, right: Whole) -> Truth:
    """Tell whether two are equal."""
    if isinstance(left, Const) and isinstance(right, Const):
        return Always(left.value == right.value)
    return TRUE if left == right else Same(left, right)


def negation(of: Truth) -> Truth:
    """Tell whether something is not true."""
    match of:
        case Always(holds=holds):
            return Always(not holds)
        case Not(of=inner):
            return inner
        case Less(left=left, right=right, equal=equal):
            return Less(right, left, not equal)
        case _:
            return Not(of)


def every(*parts: Truth) -> Truth:
    """Tell whether all are true."""
    left = tuple(dict.fromkeys(one for one in parts if one != TRUE))
    if FALSE in left:
        return FALSE
    return TRUE if not left else left[0] if len(left) == 1 else All(left)


def some(*parts: Truth) -> Truth:
    """Tell whether any is true."""
    left = tuple(dict.fromkeys(one for one in parts if one != FALSE))
    if TRUE in left:
        return TRUE
    return FALSE if not left else left[0] if len(left) == 1 else Some(left)


def content(of: Whole) -> int:
    """Give a whole number that divides it whatever the columns hold; 0 for nothing, which everything divides."""
    match of:
        case Const(value=value):
            return abs(value)
        case Product(left=left, right=right):
            return content(left) * content(right)
        case Sum(parts=parts):
            return gcd(*map(content, parts))
        case Choose(then=then, otherwise=otherwise):
            return gcd(content(then), content(otherwise))
        case _:
            return 1


def shrunk(of: Whole, by: int) -> Whole:
    """Divide it by a number that divides its content."""
    if by == 1:
        return of
    match of:
        case Const(value=value):
            return Const(value // by)
        case Product(left=left, right=right):
            first = gcd(content(left), by)
            return times(shrunk(left, first), shrunk(right, by // first))
        case Sum(parts=parts):
            return plus(*(shrunk(one, by) for one in parts))
        case Choose(when=when, then=then, otherwise=otherwise):
            return choose(when, shrunk(then, by), shrunk(otherwise, by))
        case _:
            raise ValueError(by)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an expression asks a row for: columns, and of which columns whether it has them; each once."""

    columns: tuple[str, ...]
    known: tuple[str, ...]


def asked(of: Whole) -> Asked:
    """Give what an expression asks for, in the order in which it does."""
    columns: dict[str, None] = {}
    known: dict[str, None] = {}
    seen: set[Whole | Truth] = set()
    left: list[Whole | Truth] = [of]
    while left:
        one = left.pop()
        if one in seen:
            continue
        seen.add(one)
        if isinstance(one, Column):
            columns[one.name] = None
        elif isinstance(one, Known):
            known[one.name] = None
        left += reversed(beneath(one))
    return Asked(tuple(columns), tuple(known))


def beneath(of: Whole | Truth) -> tuple[Whole | Truth, ...]:
    """Give what an expression is directly made of."""
    match of:
        case Sum(parts=parts) | All(parts=parts) | Some(parts=parts):
            return parts
        case Product(left=left, right=right) | Less(left=left, right=right) | Same(left=left, right=right):
            return left, right
        case Floor(above=above, below=below) | Rest(above=above, below=below):
            return above, below
        case Choose(when=when, then=then, otherwise=otherwise):
            return when, then, otherwise
        case Not(of=inner):
            return (inner,)
        case Const() | Column() | Always() | Known():
            return ()
