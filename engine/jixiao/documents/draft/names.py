"""Under which name of a case a figure stands: the item's, with what the figure says of it, and the year before's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jixiao.files.names import compared
from jixiao.model.reading import Measure, ReadFigure
from jixiao.model.ruleset import Item
from jixiao.model.years import CHANGE, GROWTH

_ENDINGS = {
    Measure.VALUE: "",
    Measure.SHARE: "占比",
    Measure.CHANGE: CHANGE,
    Measure.GROWTH: GROWTH,
    Measure.COMPLETION: "完成率",
}
MAX_NAME = 60
"""Longest name kept; a longer one is half a sentence."""
NAMELESS = "未写名称"


class Names:
    """The names that a case may use: an item's other names lead to the item."""

    def __init__(self, items: Mapping[str, Item], indicators: Iterable[str] = ()) -> None:
        self._items = items
        self._known = {compared(alias): item.name for item in items.values() for alias in item.aliases}
        self._known |= {compared(name): name for name in items}
        self._indicators = {compared(name): name for name in indicators}
        self._met: dict[str, str] = {}

    def item(self, name: str) -> Item | None:
        """Give the item that goes by a name; None where none does."""
        known = self._known.get(compared(name))
        return None if known is None else self._items[known]

    def of(self, figure: ReadFigure) -> str:
        """Give the name under which a figure stands, whatever its year."""
        name = self.spelt(figure.item)
        ending = _ENDINGS[figure.measure]
        is_said = name.endswith(ending) or (figure.measure is Measure.COMPLETION and name.endswith("率"))
        return name if is_said else self.spelt(f"{name}{ending}")

    def spelt(self, name: str) -> str:
        """Give the spelling of an item or an indicator; another name as it was met first, without what no file may hold."""
        plain = compared(name)
        known = self._known.get(plain) or self._indicators.get(plain)
        if known is not None:
            return known
        clean = "".join(name.split())
        if not clean.isprintable():
            clean = "".join(filter(str.isprintable, clean))
        clean = clean[:MAX_NAME]
        return self._met.setdefault(compared(clean), clean or NAMELESS)

    def is_indicator(self, name: str) -> bool:
        """Whether a name is that of an indicator, and of no item but one that is worked out of others."""
        item = self.item(name)
        return compared(name) in self._indicators and (item is None or item.identity is not None)

    def indicator(self, name: str) -> str | None:
        """Give the indicator of the table that a report means: of that name, else the only one whose name holds it or is in it."""
        plain = compared(name)
        if plain in self._indicators:
            return self._indicators[plain]
        near = [
            own for key, own in self._indicators.items() if len(plain) > 3 and (plain in key or key in plain)
        ]
        return near[0] if len(near) == 1 else None
