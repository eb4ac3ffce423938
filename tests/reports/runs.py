"""Any run that the model allows, for properties of the reports."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.evaluation import Alternative, Deduction, Drawn, Figure, Missing, Result, Status
from jixiao.model.finding import Finding, Level
from jixiao.model.review import Mean, Review, Run
from jixiao.quantity import Quantity, find_unit, unit_names
from reports.samples import case, evaluation, indicator, points, project

texts = st.one_of(
    st.text(max_size=12),
    st.text("三公经费控制率（“”），。；：～%0123456789. abc\n\t\u202e\u200b\x1b", max_size=120),
)
short = (
    st.sampled_from(
        ["三公经费决算", "缺\x1b[31m少", "", "在职人员数与编制数之比的上年同期数", "a b", "\u202e倒写"]
    )
    | texts
)
"""Mostly one of a few, so that a whole run is drawn quickly."""

amounts = st.one_of(
    st.decimals(0, 100, places=2).map(Fraction),
    st.fractions(0, 1000, max_denominator=999),
)
units = st.sampled_from(["", *unit_names()]).map(find_unit)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Give a quantity as a document may print it."""
    value = draw(st.decimals(-(10**9), 10**9, places=2))
    return Quantity(Fraction(value), draw(units), 2)


figures = st.builds(Figure, short, quantities(), short, st.booleans(), short)
missing = st.builds(Missing, short, amounts)
findings = st.builds(
    Finding,
    short,
    st.sampled_from(Level),
    texts,
    texts,
    st.none() | short,
    st.lists(short, max_size=2).map(tuple),
    st.lists(texts, max_size=3).map(tuple),
)
diagnostics = st.builds(
    Diagnostic, st.builds(Place, texts, st.integers(0, 10**6), st.integers(0, 999)), texts
)


@st.composite
def alternatives(draw: st.DrawFn) -> Alternative:
    """Give an alternative with its range."""
    low, high = sorted((draw(amounts), draw(amounts)))
    return Alternative(draw(short), low, high, draw(short))


@st.composite
def results(draw: st.DrawFn) -> Result:
    """Give a result that keeps its invariants: ledger, range, and score only if exact."""
    low, high, full = sorted((draw(amounts), draw(amounts), draw(amounts)))
    status = draw(st.sampled_from(Status))
    if status is not Status.OPEN:
        low = high
    lost = (Deduction(full - high, draw(short), draw(short)),) if full != high else ()
    rated = indicator(draw(short), "1", official=draw(st.booleans()))
    return Result(
        indicator=type(rated)(
            rated.name, rated.id, full, rated.standard, rated.place, provenance=rated.provenance
        ),
        status=status,
        low=low,
        high=high,
        basis=Drawn(
            explanation=draw(texts),
            value=draw(st.none() | amounts),
            value_text=draw(st.text("0123456789.%～万元", max_size=40)),
            deductions=lost,
            missing=tuple(draw(st.lists(missing, max_size=2))) if status is Status.OPEN else (),
            figures=tuple(draw(st.lists(figures, max_size=3))),
            alternatives=tuple(draw(st.lists(alternatives(), max_size=8))),
            conflicts=tuple(draw(st.lists(short, max_size=2))),
        ),
        claimed=draw(st.none() | amounts),
        claimed_value=draw(st.none() | quantities()),
        claim_derived=draw(st.booleans()),
    )


@st.composite
def reviews_of_a_case(draw: st.DrawFn) -> tuple[Review, ...]:
    """Give the reviews of one case: of its projects, or of the whole."""
    names = draw(st.lists(texts, max_size=2)) or [None]
    totals = [draw(st.none() | st.integers(0, 120).map(str)) for _ in names]
    parts = [project(name, total, draw(st.none() | texts)) for name, total in zip(names, totals, strict=True)]
    of = case(*parts, code=draw(st.sampled_from(["a-2022", "b-2022"])), file=draw(texts))
    return tuple(
        Review(
            evaluation(of, part, *draw(st.lists(results(), max_size=2)), note=draw(texts)),
            tuple(draw(st.lists(findings, max_size=2))),
        )
        for part in parts
    )


means = st.builds(
    Mean,
    st.sampled_from(["a-2022", "b-2022"]),
    st.none() | amounts,
    st.none() | amounts,
    st.just(points("1")),
    amounts.map(lambda value: value + 1),
)
runs = st.builds(
    Run,
    st.lists(reviews_of_a_case(), max_size=2).map(
        lambda groups: tuple(one for group in groups for one in group)
    ),
    st.lists(means, max_size=2).map(tuple),
    st.lists(diagnostics, max_size=2).map(tuple),
)
