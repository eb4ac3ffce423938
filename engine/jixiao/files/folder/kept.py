"""The classes of what is read of a folder of rules, for whoever keeps it."""

from __future__ import annotations

from jixiao.files.rules.items import ItemsFile
from jixiao.files.table.index import TableEntry, TableIndex
from jixiao.model.check import Category, Check, Widening
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.finding import Level
from jixiao.model.ruleset import (
    Choice,
    Example,
    ExemptionFact,
    Indicator,
    Item,
    Limit,
    Ruleset,
    Scope,
    TableVeto,
    Text,
)
from jixiao.quantity import Dimension, Quantity, Unit

_TEXTS: tuple[type, ...] = (Text, Place)
_UNITS: tuple[type, ...] = (Unit, Dimension)
LIBRARY: tuple[type, ...] = (ItemsFile, Item, TableIndex, TableEntry, Scope, Diagnostic, *_TEXTS, *_UNITS)
"""The classes of items and of the index of tables."""
TABLE: tuple[type, ...] = (
    Ruleset, Scope, Indicator, ExemptionFact, Example, Choice, Limit, TableVeto, *_TEXTS,
)  # fmt: skip
"""The classes of a table without its items."""
CHECKS: tuple[type, ...] = (Check, Category, Level, Widening, Quantity, *_TEXTS, *_UNITS)
"""The classes of checks."""
