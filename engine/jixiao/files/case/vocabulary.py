"""The names a case may use: those of its table, of the items, and of its own indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jixiao.dataclass import dataclass, field, replace
from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.schema.keys import unseen_in
from jixiao.files.yaml.node import Scalar
from jixiao.language.formula import plain_name, spellings
from jixiao.model.case import Statement
from jixiao.model.messages import Bounded, filled, listed, nearest
from jixiao.model.ruleset import WHOLE, Item, Ruleset
from jixiao.model.years import CHANGE, GROWTH, LAST_YEAR, last_year_of
from jixiao.quantity import find_unit


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Finds names in any spelling and gives the table's; notes those that are not known."""

    ruleset: Ruleset
    collector: Collector
    year: int
    """Of the case."""
    items: Mapping[str, str]
    aliases: Mapping[str, str]
    indicators: Mapping[str, str]
    blocks: Mapping[str, str]
    shared: Mapping[str, str]
    figures: Mapping[str, str] = field(default_factory=dict)
    """Names of what the case states beside items and indicators."""

    @classmethod
    def of(cls, ruleset: Ruleset, collector: Collector, year: int) -> Vocabulary:
        """Give the names of a table and its items, for a case of that year."""
        return cls(
            ruleset=ruleset,
            collector=collector,
            year=year,
            items=spellings(ruleset.items),
            aliases={
                plain_name(alias): item.name for item in ruleset.items.values() for alias in item.aliases
            },
            indicators=spellings(indicator.name for indicator in ruleset.indicators),
            blocks=spellings(indicator.name for indicator in ruleset.indicators if indicator.is_block),
            shared=spellings(indicator.name for indicator in ruleset.indicators if indicator.shared),
        )

    def with_own(self, names: Iterable[str]) -> Vocabulary:
        """Give these names and those of the unit's own indicators; the table's come first."""
        return replace(self, indicators={**spellings(names), **self.indicators})

    def with_figures(self, names: Iterable[str]) -> Vocabulary:
        """Give these names and those of what the case itself states."""
        return replace(self, figures=spellings(names))

    def stated(self, key: Scalar) -> Item | str | None:
        """Give what a name states: an item, an indicator, else the name itself; None with a diagnostic for an alias."""
        known = self._known(plain_name(key.text)) or self._of_last_year(key.text.strip())
        return known or self._unless_alias(key)

    def broken_down(self, key: Scalar) -> Item | str | None:
        """Give what a name breaks down: an item, else the name itself; None with a diagnostic for others."""
        known = self._known(plain_name(key.text)) or self._of_last_year(key.text.strip())
        if isinstance(known, str):
            self._note_undefined(key, self.items)
            return None
        return known or self._unless_alias(key)

    def item_or_indicator(self, key: Scalar) -> Item | str | None:
        """Give the item of that name, else the indicator's or the figure's name, else None with a diagnostic."""
        plain = plain_name(key.text)
        known = self._known(plain) or self.figures.get(plain)
        if known is None:
            self._note_undefined(key, {**self.figures, **self.indicators, **self.items})
        return known

    def is_indicator(self, name: str) -> bool:
        """Whether a name is an indicator's."""
        return plain_name(name) in self.indicators

    def named(self, statement: Statement) -> Statement:
        """Give a statement under the item's spelling, where it is another item's than the case says; it must fit."""
        name = self.items.get(plain_name(statement.item)) if statement.said_of else None
        if name is None:
            return statement
        wanted, unit = self.ruleset.items[name].unit, statement.quantity.unit
        if unit.dimension != wanted.dimension:
            owner = filled(messages.ITEM_OWNER, name=name)
            self.collector.add(
                statement.place,
                messages.UNIT_MISMATCH,
                unit=unit.name,
                owner=Bounded(owner),
                wanted=wanted.name or str(wanted.dimension),
            )
        return replace(statement, item=name)

    def _known(self, plain: str) -> Item | str | None:
        name = self.items.get(plain)
        return self.indicators.get(plain) if name is None else self.ruleset.items[name]

    def _of_last_year(self, name: str) -> Item | None:
        """Give what a name states of an item that items.yaml has for this year only: 上年X, X较上年增减额, X较上年增减率."""
        for ending, unit in ((CHANGE, None), (GROWTH, find_unit("%"))):
            base = self.items.get(plain_name(name.removesuffix(ending)))
            if name.endswith(ending) and base is not None:
                return Item(f"{base}{ending}", unit or self.ruleset.items[base].unit, "")
        base = self.items.get(plain_name(name.removeprefix(LAST_YEAR)))
        if name.startswith(LAST_YEAR) and base is not None:
            return Item(last_year_of(base), self.ruleset.items[base].unit, "")
        return None

    def _unless_alias(self, key: Scalar) -> str | None:
        if self._note_unseen(key):
            return None
        if plain_name(key.text) in self.aliases:
            self._note_undefined(key, self.items)
            return None
        return key.text.strip()

    def known_item(self, name: str) -> str | None:
        """Give the item that goes by a name or another name of it; None where there is none."""
        plain = plain_name(name)
        return self.items.get(plain) or self.aliases.get(plain)

    def indicator(self, key: Scalar) -> str | None:
        """Give the table's spelling of an indicator's name, or None with a diagnostic."""
        return self._find(key, self.indicators, messages.UNKNOWN_INDICATOR)

    def rated(self, key: Scalar) -> str | None:
        """Give the name of what is rated: an indicator, or the whole (总体), for the table's own vetoes."""
        if plain_name(key.text) == WHOLE and WHOLE not in self.indicators:
            return WHOLE
        return self.indicator(key)

    def choice(self, key: Scalar) -> str | None:
        """Give the table's spelling of an indicator that may be chosen (任选), or None with a diagnostic."""
        name = self.indicator(key)
        if name is not None and plain_name(name) not in self.shared:
            self.collector.add(key.place, messages.NOT_A_CHOICE, name=name, table=self.ruleset.reference)
            return None
        return name

    def block(self, key: Scalar) -> str | None:
        """Give the table's spelling of a block's name (自设), or None with a diagnostic."""
        return self._find(key, self.blocks, messages.UNKNOWN_BLOCK)

    def grade(self, name: Scalar) -> str | None:
        """Give the name of a grade of the table, or None with a diagnostic."""
        known = [grade for grade, _ in self.ruleset.grades]
        if name.text.strip() in known:
            return name.text.strip()
        pieces = {"name": name.text, "table": self.ruleset.reference, "known": listed(known)}
        self.collector.add(name.place, messages.UNKNOWN_GRADE, **pieces)
        return None

    def _find(self, key: Scalar, known: Mapping[str, str], message: str) -> str | None:
        name = known.get(plain_name(key.text))
        if name is None and not self._note_unseen(key):
            near = nearest(key.text, known)
            self.collector.add(key.place, message, name=key.text, table=self.ruleset.reference, near=near)
        return name

    def _note_undefined(self, key: Scalar, known: Mapping[str, str]) -> None:
        owner = self.aliases.get(plain_name(key.text))
        if self._note_unseen(key):
            return
        if owner is not None:
            self.collector.add(key.place, messages.ALIAS_OF_ITEM, name=key.text, item=owner)
        else:
            near = nearest(key.text, known)
            self.collector.add(key.place, messages.UNDEFINED_ITEM, name=key.text, near=near)

    def _note_unseen(self, key: Scalar) -> bool:
        """Note a sign that nobody sees in a name that is not known for it."""
        unseen = unseen_in(key)
        if unseen is not None:
            self.collector.note(*unseen)
        return unseen is not None
