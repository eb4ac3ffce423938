"""Two functions of a rule, written out in Python: the one that finds a value, and the one that writes its working.

Made of numbers and of the names of variables alone; what a table says stands in the variables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from jixiao.language.formula import Name
from jixiao.language.formula.inline import Inline
from jixiao.model.case import Statement
from jixiao.model.evaluation import Figure
from jixiao.scoring.indicator.explain import sources
from jixiao.scoring.indicator.quick.loose import crossing, loosely
from jixiao.scoring.indicator.quick.places import Place
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.whole import Whole

Stated = tuple[Statement | Figure, ...]
"""The one figure of each item that a rule wants, in the rule's order."""
Located = tuple[Place, int, int, Stated]
"""Where a value lies, the value as a whole number over another, and what it was calculated from."""
Locate = Callable[[Mapping[str, Stated]], Located | None]
"""Finds the value of what is stated; None, KeyError or ValueError where the long way must be gone."""
Tell = Callable[[Stated, str, str], str]
"""Writes working, reason and sources, of what is stated, of the value in words, and of the reason."""


def locating(
    rule: Rule, wanted: Sequence[str], row: Sequence[tuple[Whole, Place]], exempting: Sequence[Place]
) -> Locate:
    """Make the function that calculates the value of a rule and finds it on its row of stretches.

    `exempting`: where it goes if a condition of the rule holds.
    """
    known: dict[str, Any] = {"dimension": rule.dimension}
    for prefix, things in (("item", wanted), ("place", [place for _, place in row]), ("exempt", exempting)):
        known |= {f"{prefix}{number}": thing for number, thing in enumerate(things)}
    locate: Locate = _made("locate(statements)", _locating(rule, wanted, [whole for whole, _ in row]), known)
    return locate


def _made(head: str, lines: Iterable[str], known: dict[str, Any]) -> Any:
    source = "\n".join([f"def {head}:", *(f"    {line}" for line in lines)])
    exec(compile(source, "<rule>", "exec"), known)  # noqa: S102
    return known[head.partition("(")[0]]


def _locating(rule: Rule, wanted: Sequence[str], row: Sequence[Whole]) -> Iterator[str]:
    for item in range(len(wanted)):
        yield f"s{item}, = statements[item{item}]"
        yield f"a{item}, b{item} = s{item}.quantity.ratio"
    stated = f"({_all_stated(wanted)})"
    inline = Inline({name: (f"a{item}", f"b{item}") for item, name in enumerate(wanted)})
    if rule.formula is None:
        above, below = "a0", "b0"
        yield "if s0.quantity.unit.dimension != dimension: return None"
    else:
        for number, (_, condition) in enumerate(rule.conditions):
            held = inline.holds(condition)
            inline.lines.append(f"if {held}: return exempt{number}, 0, 1, {stated}")
        above, below = inline.value(rule.formula)
    yield from inline.lines
    rated = rule.formula is not None and not isinstance(rule.formula, Name)
    if rule.formula is not None and rated:
        printed = {name: (f"a{item}", f"b{item}", f"s{item}") for item, name in enumerate(wanted)}
        yield "lowest = None"
        yield f"if {' or '.join(f's{item}.quantity.decimals' for item in range(len(wanted)))}:"
        yield from (f"    {line}" for line in loosely(rule.formula, printed))
    if rule.meaning.terms[0].whole:
        yield f"if {above} < 0 or {above} % {below}: return None"
    yield from _searching(row, above, below, f"{above}, {below}, {stated}", near=rated)


def _all_stated(wanted: Sequence[str]) -> str:
    return "".join(f"s{item}, " for item in range(len(wanted)))


def _searching(row: Sequence[Whole], above: str, below: str, found: str, *, near: bool) -> Iterator[str]:
    """Yield the lines that give the first stretch which does not end below the value.

    `near`: whether the value may lie near a bound, where the long way must be gone.
    """
    for number, whole in enumerate(row):
        high = whole.stretch.high
        given = f"return place{number}, {found}"
        if near and (crossed := " or ".join(crossing(row, number, above, below))):
            given = f"return None if lowest is not None and ({crossed}) else (place{number}, {found})"
        if high is None:
            yield given
            return
        end, per = high.as_integer_ratio()
        sign = "<=" if whole.stretch.high_included else "<"
        yield f"if {above} * {per} {sign} {end} * {below}: {given}"


def telling(wanted: Sequence[str], working: Sequence[str | int]) -> Tell:
    """Make the function that writes the working, of which each number stands for the figure of an item.

    The number behind the last item stands for the value.
    """
    holes, known = "", dict[str, Any](sources=sources)
    for number, part in enumerate(working):
        if isinstance(part, str):
            known[f"text{number}"] = part
            holes += f"{{text{number}}}"
        else:
            holes += "{value}" if part == len(wanted) else f"{{s{part}.quantity.text}}"
    lines = [f"{_all_stated(wanted)[:-1]} = stated", f"return f'{holes}{{words}}{{sources(stated)}}'"]
    tell: Tell = _made("tell(stated, value, words)", lines, known)
    return tell
