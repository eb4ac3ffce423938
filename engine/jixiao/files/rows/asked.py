"""What a scoring table asks of the columns of an input."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.dataclass import dataclass
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import Unit


@dataclass(frozen=True, slots=True)
class Asked:
    """What a table can take from a row.

    `items`: the items of its formulas and conditions, with their units. `values`: the indicators whose own value a row
    may state, with the unit in which their sentences speak of it.
    """

    ruleset: Ruleset
    items: Mapping[str, Unit]
    values: Mapping[str, Unit]
