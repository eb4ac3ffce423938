"""The names a case may use: those of its table, of the items, and of its own indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jixiao.dataclass import dataclass, replace
from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.schema.keys import unseen_in
from jixiao.files.yaml.node import Scalar
from jixiao.language.formula import plain_name, spellings
from jixiao.model.messages import listed, nearest
from jixiao.model.ruleset import WHOLE, Item, Ruleset


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Finds names in any spelling and gives the table's; notes those that are not known."""

    ruleset: Ruleset
    collector: Collector
    items: Mapping[str, str]
    aliases: Mapping[str, str]
    indicators: Mapping[str, str]
    blocks: Mapping[str, str]
    shared: Mapping[str, str]

    @classmethod
    def of(cls, ruleset: Ruleset, collector: Collector) -> Vocabulary:
        """Give the names of a table and its items."""
        return cls(
            ruleset=ruleset,
            collector=collector,
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

    def item(self, key: Scalar) -> Item | None:
        """Give the item of that name, or None with a diagnostic."""
        name = self.items.get(plain_name(key.text))
        if name is None:
            self._note_undefined(key, self.items)
            return None
        return self.ruleset.items[name]

    def item_or_indicator(self, key: Scalar) -> Item | str | None:
        """Give the item of that name, else the indicator's name, else None with a diagnostic."""
        plain = plain_name(key.text)
        if plain not in self.items and plain in self.indicators:
            return self.indicators[plain]
        if plain not in self.items:
            self._note_undefined(key, {**self.indicators, **self.items})
            return None
        return self.item(key)

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
