"""Formulas as lints look at them: read as far as they can be, with their place."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from functools import cached_property
from typing import Literal

from jixiao.analysis.lint.source import Source
from jixiao.dataclass import dataclass
from jixiao.files.yaml.node import Mapping
from jixiao.language.error import LanguageError
from jixiao.language.formula import Expression, Name, parse_formula, parse_indicator_formula, walk
from jixiao.language.span import Span
from jixiao.model.lint import Spot
from jixiao.model.ruleset import Item, Text
from jixiao.quantity import Dimension

Aim = Literal["value", "condition"]
"""What a formula is to give."""


@dataclass(frozen=True, eq=False)
class ItemSheet:
    """The items file. `complete` is false where some of it can't be read."""

    source: Source
    root: Mapping
    items: Dictionary[str, Item]
    complete: bool = True

    @cached_property
    def units(self) -> dict[str, Dimension]:
        """The dimension of every item, by its name."""
        return {name: item.unit.dimension for name, item in self.items.items()}


@dataclass(frozen=True, eq=False)
class Formula:
    """A 公式, a condition of 免评 or a 恒等式, read as far as it can be."""

    source: Source
    text: Text
    sheet: ItemSheet
    aim: Aim = "value"
    item: Item | None = None
    """The item whose 恒等式 it is."""
    of: str = ""
    """The indicator whose 公式 it is."""

    @cached_property
    def _read(self) -> Expression | LanguageError:
        try:
            if self.of:
                return parse_indicator_formula(self.text.text, self.sheet.units, self.of)
            return parse_formula(self.text.text, self.sheet.units)
        except LanguageError as error:
            return error

    @property
    def tree(self) -> Expression | None:
        """The formula, or None where it can't be read."""
        return None if isinstance(self._read, LanguageError) else self._read

    @property
    def error(self) -> LanguageError | None:
        """Why it can't be read."""
        return self._read if isinstance(self._read, LanguageError) else None

    @property
    def unknown(self) -> tuple[Name, ...]:
        """The names in it that are no items."""
        tree = self.tree
        if tree is None:
            return ()
        return tuple(one for one in walk(tree) if isinstance(one, Name) and one.name not in self.sheet.items)

    @property
    def known(self) -> Expression | None:
        """The formula where it can be read and every name in it is an item, else None."""
        return None if self.unknown else self.tree

    def whole(self) -> Spot:
        """Give the place of all of it."""
        return self.spot(Span(0, len(self.text.text)))

    def spot(self, span: Span) -> Spot:
        """Give the place of a part of it."""
        return self.source.within(self.text, span.start, span.end)
