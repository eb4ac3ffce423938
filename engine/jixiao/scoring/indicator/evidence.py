"""What a project's papers say of an item: its candidate values, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product

from jixiao.dataclass import dataclass
from jixiao.model.case import Breakdown, Part, Project, Statement
from jixiao.model.evaluation import Figure
from jixiao.quantity import Quantity, as_printed, rounds_to

MAX_PLACES = 2
"""Most places of parts written out in the source of a sum."""
MAX_SUMS = 64
"""Most sums formed of a breakdown whose parts are stated several times, beyond which there are too many; and most
values of an item among which coarser printings of finer ones are looked for."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The values an item may have, in base units, and every figure about it.

    `values` is empty where nothing is stated; several where the papers disagree and no
    statement is adopted.
    """

    item: str
    values: tuple[Fraction, ...]
    figures: tuple[Figure, ...]
    disputed: bool
    too_many: bool = False
    """Whether there are more values than those listed, so that nothing can be concluded."""
    impossible: tuple[Statement, ...] = ()
    """What is stated that can't be, and so reaches no score."""

    def figure_for(self, value: Fraction) -> Figure | None:
        """Give the first figure in use that states this value."""
        return next((one for one in self.figures if one.used and one.quantity.base == value), None)


def gather(project: Project, item: str) -> Evidence:
    """Gather all statements of an item, and the sums of its complete breakdowns."""
    breakdowns = [one for one in project.breakdowns if one.item == item and one.complete]
    return weigh(item, project.statements.get(item, ()), breakdowns)


class Papers:
    """What a project's papers say, for all rules that ask: each item is weighed once."""

    __slots__ = ("_agreed", "_weighed", "alone", "claims", "project", "ratings", "summed")

    def __init__(self, project: Project) -> None:
        self.project = project
        self.ratings = project.ratings
        self.claims = project.claim.indicators
        self.summed = {one.item for one in project.breakdowns if one.complete} if project.breakdowns else ()
        """Items that have a breakdown, which is to be weighed too."""
        self.alone = self._plain() if self.summed or project.impossible else project.statements
        """What is stated of items that have none, and of which nothing is stated that can't be."""
        self._weighed: dict[str, Evidence] = {}
        self._agreed: dict[str, Statement | Figure | None] = {}

    def _plain(self) -> dict[str, tuple[Statement, ...]]:
        weighed = {*self.summed, *self.project.impossible}
        return {item: said for item, said in self.project.statements.items() if item not in weighed}

    def of(self, item: str) -> Evidence:
        """Give what the papers say of an item."""
        evidence = self._weighed.get(item)
        if evidence is None:
            evidence = self._weighed[item] = gather(self.project, item)
        return evidence

    def agreed(self, item: str) -> Statement | Figure | None:
        """Give the first in use of all that is said of an item, if all of it agrees and can be; else None."""
        if item not in self._agreed:
            said = self.alone.get(item, ())
            self._agreed[item] = self._first_of_sums(item) if item in self.summed else _first(said)
        return self._agreed[item]

    def _first_of_sums(self, item: str) -> Figure | None:
        evidence = self.of(item)
        if len(evidence.values) != 1 or evidence.disputed or evidence.too_many or evidence.impossible:
            return None
        return evidence.figure_for(evidence.values[0])


def _first(said: Sequence[Statement]) -> Statement | None:
    """Give the first statement, or the first that is adopted; None where they differ, or there is none."""
    if not said or any(one.impossible or one.quantity.ratio != said[0].quantity.ratio for one in said):
        return None
    return next((one for one in said if one.adopted is not None), said[0])


def weigh(item: str, statements: Sequence[Statement], breakdowns: Iterable[Breakdown] = ()) -> Evidence:
    """Weigh statements and sums: the adopted one alone is used, where there is one."""
    breakdowns = tuple(breakdowns)
    impossible = tuple([one for one in statements if one.impossible])
    if len(statements) == 1 and not breakdowns:
        (one,) = statements
        if impossible:
            return Evidence(item, (), (_left_out(one),), disputed=False, impossible=impossible)
        figure = Figure(item, one.quantity, one.source, note=one.adopted or "")
        return Evidence(item, (one.quantity.base,), (figure,), disputed=False)
    left_out = [_left_out(one) for one in statements if one.impossible]
    statements = [one for one in statements if not one.impossible]
    adopted = [one for one in statements if one.adopted is not None]
    figures = [
        Figure(item, one.quantity, one.source, not adopted or one in adopted, note=one.adopted or "")
        for one in statements
    ]
    too_many = False
    for breakdown in breakdowns:
        sums = _sums(breakdown, used=not adopted)
        too_many |= len(sums) > MAX_SUMS and not adopted
        figures += [
            figure for figure, slack in sums[:MAX_SUMS] if not _says_the_same(figure, slack, statements)
        ]
    stated = _distinct(figures)
    used = _distinct([figure for figure in figures if figure.used])
    return Evidence(item, used, (*figures, *left_out), len(stated) > 1, too_many, impossible)


def _left_out(statement: Statement) -> Figure:
    """Give a figure that is told and reaches no score."""
    why = "" if statement.impossible is None else statement.impossible.word
    return Figure(statement.item, statement.quantity, statement.source, used=False, note=why)


def _says_the_same(total: Figure, slack: Fraction, statements: Sequence[Statement]) -> bool:
    """Whether a sum is another value than the stated one by no more than its parts are rounded."""
    return any(
        total.quantity.base != one.quantity.base
        and abs(total.quantity.base - one.quantity.base) <= slack + _slack(one.quantity)
        for one in statements
    )


def _slack(quantity: Quantity) -> Fraction:
    """Give how far a value is rounded that is printed with decimals; a whole amount is set."""
    return as_printed(quantity).slack if quantity.decimals else Fraction(0)


def _sums(breakdown: Breakdown, used: bool) -> list[tuple[Figure, Fraction]]:
    """Give every sum the parts can make, in the unit of the first part, and how far its parts are rounded.

    One over MAX_SUMS at most.
    """
    choices = [_choices(part) for part in breakdown.parts]
    if not choices:
        return []
    unit = choices[0][0].unit
    label = f"（{breakdown.label}）" if breakdown.label else ""
    source = f"明细合计{label}：{_sources(breakdown)}"
    return [
        (
            Figure(
                breakdown.item,
                Quantity(total / unit.factor, unit, _decimals(parts, unit.factor)),
                source,
                used,
            ),
            sum(map(_slack, parts), Fraction(0)),
        )
        for total, parts in _totals(choices).items()
    ]


def _totals(choices: Sequence[Sequence[Quantity]]) -> dict[Fraction, tuple[Quantity, ...]]:
    """Give each total that one choice of every part makes, with the first parts that make it."""
    totals: dict[Fraction, tuple[Quantity, ...]] = {Fraction(0): ()}
    for choice in choices:
        longer: dict[Fraction, tuple[Quantity, ...]] = {}
        for (total, parts), one in product(totals.items(), choice):
            longer.setdefault(total + one.base, (*parts, one))
            if len(longer) > MAX_SUMS:
                break
        totals = longer
    return totals


def _choices(part: Part) -> list[Quantity]:
    """Give the different values stated of a part, the adopted one alone where there is one."""
    possible = [one for one in part.statements if not one.impossible]
    adopted = [one for one in possible if one.adopted is not None]
    seen: dict[Fraction, Quantity] = {}
    for statement in adopted or possible:
        seen.setdefault(statement.quantity.base, statement.quantity)
    return list(seen.values())


def _decimals(parts: Iterable[Quantity], factor: Fraction) -> int:
    """Give how many decimals a sum needs in the unit of that factor."""
    places = 0
    for part in parts:
        value = part.value * part.unit.factor / factor
        while (value * 10**places).denominator != 1 and places < 12:
            places += 1
        places = max(places, part.decimals if part.unit.factor == factor else 0)
    return places


def _sources(breakdown: Breakdown) -> str:
    statements: list[Statement] = [one for part in breakdown.parts for one in part.statements]
    places = list(dict.fromkeys(one.source for one in statements))
    return (
        "；".join(places) if len(places) <= MAX_PLACES else f"{places[0]} 至 {places[-1]}，共{len(places)}处"
    )


def _distinct(figures: Sequence[Figure]) -> tuple[Fraction, ...]:
    """Give each value of some figures once; one that is another only rounded to fewer decimals is no value of its own."""
    values = tuple(dict.fromkeys(figure.quantity.base for figure in figures))
    if not 1 < len(values) <= MAX_SUMS:
        return values
    printed = [as_printed(figure.quantity) for figure in figures]
    rounded = [one for one, figure in zip(printed, figures, strict=True) if figure.quantity.decimals]
    coarse = {one.value for one in rounded if any(rounds_to(finer, one) for finer in printed)}
    fine = {one.value for one in printed if not any(rounds_to(finer, one) for finer in printed)}
    return tuple(value for value in values if value in fine or value not in coarse)
