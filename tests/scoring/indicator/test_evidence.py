"""Evidence: what papers say of an item, and how sums of its parts are written."""

from fractions import Fraction

from jixiao.model.case import Breakdown, Part, Statement
from jixiao.model.diagnostic import Place
from jixiao.quantity import Quantity, find_unit
from jixiao.scoring.indicator.evidence import weigh


def stated(value: str, unit: str) -> Part:
    quantity = Quantity(Fraction(value), find_unit(unit))
    return Part(value, (Statement("面积", quantity, "表", Place("案例")),))


def test_a_sum_that_no_decimals_can_write_is_cut_after_twelve():
    """A 亩 is 2000/3 平方米: exact inside, and twelve decimals on paper."""
    parts = (stated("1", "平方米"), stated("1", "亩"))
    found = weigh("面积", (), [Breakdown("面积", parts, Place("案例"))])
    assert found.values == (Fraction(2003, 3),)
    assert str(found.figures[0].quantity) == "667.666666666667 平方米"
