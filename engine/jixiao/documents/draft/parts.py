"""Parts of wholes → 明细: one breakdown for each place that lists them, and whether they are all there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.dataclass import dataclass, field, replace
from jixiao.documents.draft.figures import draft_figure
from jixiao.documents.draft.names import Names
from jixiao.model.draft import DraftBreakdown, DraftEntry, DraftFigure, Source
from jixiao.model.reading import Measure, ReadFigure
from jixiao.quantity import NumberError, Quantity, UnitError, parse_said

NO_NAMES = ("其中", "按")
"""What no part may be called: keys of a breakdown itself."""
NEARLY = Fraction(1, 20)
"""Parts that miss their whole by no more of it are meant to be all of it: the rest is a slip, and to be found."""


@dataclass(slots=True)
class _Group:
    """The parts that one place lists of a whole."""

    whole: str
    place: str
    parts: dict[str, list[DraftFigure]] = field(default_factory=dict)
    known: dict[str, bool] = field(default_factory=dict)


@dataclass(slots=True)
class PartsReader:
    """Takes parts in the order of the reports; what is no part it leaves to its caller."""

    names: Names
    year: int | None
    groups: dict[tuple[str, str], list[_Group]] = field(default_factory=dict)
    _seen: dict[str, int] = field(default_factory=dict)
    _last: tuple[ReadFigure, _Group, str] | None = None

    def take(self, figure: ReadFigure, source: Source) -> bool:
        """Take a figure where it is a part's value, or a ratio printed beside one; else let it be."""
        if figure.measure in (Measure.SHARE, Measure.COMPLETION):
            return self._ratio(figure)
        if figure.measure is not Measure.VALUE:
            self._last = None
            return False
        name = self.names.spelt(figure.item)
        whole = "" if figure.of is None else self.names.spelt(figure.of)
        if not whole or name in (whole, *NO_NAMES) or figure.year not in (None, self.year):
            self._last = None
            if figure.year in (None, self.year):
                self._seen[name] = self._seen.get(name, 0) + 1
            return False
        drafted = draft_figure(figure, source, self.names, self.year)
        group = self._group(whole, name, drafted, source)
        group.parts.setdefault(name, []).append(drafted)
        group.known[name] = self.names.item(name) is not None
        self._last = figure, group, name
        return True

    def _group(self, whole: str, name: str, figure: DraftFigure, source: Source) -> _Group:
        """Give the breakdown that a part belongs to: of the whole where it was named last, else one that has the part already."""
        said = f"{source.label}:{self._seen.get(whole, 0)}"
        groups = self.groups.setdefault((whole, ""), [])
        open_group = self.groups.setdefault((whole, said), [])
        if not open_group:
            known = next((one for one in groups if name in one.parts), None)
            if known is None:
                known = _Group(whole, figure.place)
                groups.append(known)
            open_group.append(known)
        return open_group[0]

    def _ratio(self, figure: ReadFigure) -> bool:
        """Write a ratio beside the part that stands just before it, where it is of that part."""
        if self._last is None or figure.doubts or figure.year not in (None, self.year):
            return False
        part, group, name = self._last
        said = self.names.spelt(figure.item)
        if said != name and not part.item.startswith(figure.item):
            return False
        figures, said_ratio = group.parts[name], f"{figure.value}%"
        last, is_share = figures[-1], figure.measure is Measure.SHARE
        if figure.unit != "%" or (last.share if is_share else last.completion):
            return False
        figures[-1] = replace(last, share=said_ratio) if is_share else replace(last, completion=said_ratio)
        return True

    def breakdowns(
        self, stated: Mapping[str, Sequence[DraftFigure]]
    ) -> Iterator[DraftBreakdown | tuple[DraftEntry, ...]]:
        """Yield each breakdown; parts that can't be what they are taken for come as entries of their own."""
        for (_, said), groups in self.groups.items():
            for group in groups if not said else ():
                yield self._breakdown(group, stated.get(group.whole, ()))

    def _breakdown(
        self, group: _Group, whole: Iterable[DraftFigure]
    ) -> DraftBreakdown | tuple[DraftEntry, ...]:
        entries = tuple(
            DraftEntry(name, tuple(dict.fromkeys(figures)), group.known[name])
            for name, figures in group.parts.items()
        )
        wholes = [one for figure in whole if (one := self._amount(group.whole, figure)) is not None]
        parts = [self._amount(entry.name, entry.figures[0]) for entry in entries]
        if not wholes or any(one is None for one in parts):
            return DraftBreakdown(group.whole, group.place, entries, complete=False)
        values = [one for one in parts if one is not None]
        if any(one.unit.dimension != wholes[0].unit.dimension for one in values):
            return entries
        total = sum((one.base for one in values), Fraction(0))
        is_money = any(base == "元" for base, _ in wholes[0].unit.dimension.powers)
        if not is_money and all(total > one.base for one in wholes):
            return entries  # 编制 19 人，在岗 12 人，另有劳务派遣 2 人: counts that stand side by side
        complete = any(abs(one.base - total) <= NEARLY * abs(one.base) for one in wholes)
        return DraftBreakdown(group.whole, group.place, entries, complete and len(entries) > 1)

    def _amount(self, name: str, figure: DraftFigure) -> Quantity | None:
        item = self.names.item(name)
        try:
            return parse_said(figure.value, figure.unit or None, None if item is None else item.unit)
        except (NumberError, UnitError):
            return None
