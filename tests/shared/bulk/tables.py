"""Tables with what they say of their total, and rows for them that lie on every bound."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import reject, strategies as st

from jixiao.model.diagnostic import Refused
from jixiao.quantity import Quantity, find_unit
from jixiao.scoring.program.program import compile_ruleset
from shared.cases.strategies import BLOCK_SENTENCE, ruleset_of, settling_tables, tables
from shared.sentences.wording import write

PLACES = {"万元": 2, "人": 0, "%": 1, "天": 0}


@st.composite
def programs(draw):
    """A table made ready, of those that say something of their total too."""
    table = draw(tables(blocks=False) | settling_tables())
    sentences = {
        row.name: BLOCK_SENTENCE if row.block else draw(write(row.rule, row.name)) for row in table.rows
    }
    try:
        return compile_ruleset(ruleset_of(table, sentences))
    except Refused:  # whether a sentence is understood is for tests/scoring to ask
        reject()


def grain(unit: str) -> Fraction:
    return find_unit(unit).factor / 10 ** PLACES[unit]


def cells(unit: str) -> st.SearchStrategy[Quantity | None]:
    """Figures of a unit, many of them on thresholds, just beside them, nothing, below nothing, or missing."""
    per = 10 ** PLACES[unit]
    round_ones = st.sampled_from([100, 0, 95, 105, 110, 90, 20, -10]).map(lambda one: one * per)
    beside = st.builds(lambda one, off: one + off, round_ones, st.integers(-1, 1))
    counts = round_ones | beside | st.integers(-20 * per, 200 * per) | st.sampled_from([10**9, -(10**9)])
    known = st.builds(
        lambda count, cut: Quantity(Fraction(count, per), find_unit(unit), PLACES[unit] * (not cut)),
        counts,
        st.booleans(),
    )
    return known | known | known | st.none()


def rows(items) -> st.SearchStrategy:
    return st.fixed_dictionaries({name: cells(one.unit.name) for name, one in items.items()})
