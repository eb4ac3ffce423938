"""The way from a score or a finding to the sentence, the cell or the list where a figure stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from jixiao.dataclass import dataclass
from jixiao.model.wording import quoted
from jixiao.reports.check.html.anchors import Anchors
from jixiao.reports.check.stated import Stated
from jixiao.reports.page.html import Child, Verbatim, element

_BEHIND = "(?=[）；，。、〕]|$)"
"""A place ends where it stands: “自评报告 二” is not the beginning of “自评报告 二（一）3”."""


@dataclass(frozen=True, slots=True)
class Links:
    """Knows where every statement of a case is shown: in a text if it is marked there, else in the list."""

    anchors: Anchors
    stated: tuple[Stated, ...]
    marks: Mapping[int, str]
    """The id of the first mark of a statement, by its place."""

    def target(self, place: int) -> str:
        """Give what a link to a statement leads to."""
        return f"#{self.marks.get(place) or self.anchors.stated(place)}"

    def linked(self, text: str, used: Sequence[int]) -> list[Child]:
        """Give a text in which the places of these statements are links to them."""
        by_source: dict[str, list[int]] = {}
        for place in used:
            if self.stated[place].source:
                by_source.setdefault(self.stated[place].source, []).append(place)
        if not by_source:
            return [text]
        longest = sorted(by_source, key=len, reverse=True)
        pattern = re.compile(f"(?:{'|'.join(map(re.escape, longest))}){_BEHIND}")
        return [*self._pieces(text, pattern, by_source)]

    def _pieces(
        self, text: str, pattern: re.Pattern[str], by_source: Mapping[str, Sequence[int]]
    ) -> Iterator[Child]:
        done = 0
        for found in pattern.finditer(text):
            place = self._meant(text[: found.start()], by_source[found[0]])
            yield Verbatim(text[done : found.start()])
            yield element("a", found[0], href=self.target(place))
            done = found.end()
        yield Verbatim(text[done:])

    def _meant(self, before: str, places: Sequence[int]) -> int:
        """Give which of the statements of one place a text speaks of: the one whose value it says last."""
        return max(places, key=lambda place: before.rfind(self.stated[place].value))

    def listed(self, used: Sequence[int]) -> Element | None:
        """Give the statements with links to them: a line for each value of an item, and for all parts of one."""
        lines: dict[tuple[str, ...], list[int]] = {}
        for place in used:
            one = self.stated[place]
            is_part = bool(one.whole) and not one.is_claim
            key = (one.whole,) if is_part else (one.whole, one.name, one.value, one.note)
            lines.setdefault(key, []).append(place)
        if not lines:
            return None
        return element("ul", *(self._entry(key, places) for key, places in lines.items()), class_="because")

    def _entry(self, key: tuple[str, ...], places: Sequence[int]) -> Element:
        one = self.stated[places[0]]
        if len(key) == 1:
            parts = [Verbatim(f"{quoted(one.whole)}的明细：")]
            return element("li", *parts, *_apart([self._part(place) for place in places]))
        name = f"自评{quoted(one.name)}" if one.is_claim else quoted(one.name)
        note = f"（{one.note}）" if one.note else ""
        links = [[self._link(place)] for place in places]
        return element("li", Verbatim(f"{name}{one.value}{note} 〔"), *_apart(links), "〕")

    def _part(self, place: int) -> list[Child]:
        one = self.stated[place]
        return [Verbatim(f"{one.name} {one.value} 〔"), self._link(place), "〕"]

    def _link(self, place: int) -> Element:
        return element("a", self.stated[place].source or "没有写出处", href=self.target(place))


def _apart(groups: Sequence[Sequence[Child]]) -> Iterator[Child]:
    """Yield children of several groups, parted as names are."""
    for number, group in enumerate(groups):
        yield "、" if number else None
        yield from group
