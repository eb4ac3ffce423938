"""Items of a block list put in another order, taken out or added: their lines move whole, and remarks stay where they belong."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from jixiao.dataclass import dataclass, replace
from jixiao.files.yaml.splices import ABSENT, Stuck
from jixiao.files.yaml.spots import Spot, Spots
from jixiao.model.printed import Way

FLOW = "指标在 YAML 里写成一行的 [ ]，增加、删去和调换指标不能照着改；请直接改 YAML"
_HEADING = re.compile(r"[─━═—=*#-]{2,}")
"""What a remark has that heads a section and belongs to no item."""


@dataclass(frozen=True, slots=True)
class New:
    """An item to add, its lines without indentation."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    lead: tuple[str, ...]
    """Empty lines and remarks above it that belong to no item."""
    attached: tuple[str, ...]
    """Remarks directly above it."""
    body: tuple[str, ...]


def rearranged(text: str, way: Way, order: Sequence[int | New], joining: Container[int] = ()) -> str:
    """Give the text with the items of a list in this order; those that are not named are taken out. Raises Stuck.

    `joining`: places in the order of items that, where they are new there, belong below the heading of what follows.
    """
    spots = Spots(text)
    spot = spots.at(way)
    if spot is None or spot.kind != "list" or spot.is_anchored:
        raise Stuck(ABSENT)
    if list(order) == list(range(len(spot.inside))):
        return text
    if spot.is_flow or not spot.inside:
        raise Stuck(FLOW)
    lines = text.split("\n")
    starts = [_dash(text, one) for one in spot.inside]
    first = [text.count("\n", 0, at) for at in starts]
    last = [text.count("\n", 0, one.end) for one in spot.inside]
    indent = " " * (starts[0] - (text.rfind("\n", 0, starts[0]) + 1))
    assert spot.key is not None
    before = text.count("\n", 0, spot.key.end) + 1
    items = []
    for at, end in zip(first, last, strict=True):
        items.append(_item(lines[before:at], lines[at : end + 1]))
        before = end + 1
        while (
            before < len(lines)
            and lines[before].startswith(f"{indent} ")
            and lines[before].lstrip()[:1] == "#"
        ):
            items[-1] = replace(items[-1], body=(*items[-1].body, lines[before]))
            before += 1
    head, tail = lines[: text.count("\n", 0, spot.key.end) + 1], lines[before:]
    return "\n".join((*head, *_Order(items, indent).put(order, joining), *tail))


def _dash(text: str, item: Spot) -> int:
    before = text[: item.start].rstrip(" \n")
    if not before.endswith("-"):
        raise Stuck(ABSENT)
    return len(before) - 1


def _item(above: list[str], body: list[str]) -> _Item:
    cut = len(above)
    while (
        cut and above[cut - 1].lstrip().startswith("#") and not _HEADING.search(above[cut - 1].lstrip(" #"))
    ):
        cut -= 1
    return _Item(tuple(above[:cut]), tuple(above[cut:]), tuple(body))


class _Order:
    """Puts the lines together."""

    def __init__(self, items: Sequence[_Item], indent: str) -> None:
        self._items, self._indent = items, indent
        apart = sum(bool(one.lead) and not one.lead[0].strip() for one in items[1:])
        self._apart: tuple[str, ...] = ("",) if 2 * apart >= len(items) and len(items) > 1 else ()
        self._lines: list[str] = []
        self._next = 0
        """The first item that the lines have not come to."""
        self._left_heading = False
        """Whether the last line is the heading of what is gone."""

    def put(self, order: Sequence[int | New], joining: Container[int]) -> list[str]:
        """Give the lines of the items in this order."""
        staying = _staying([one for one in order if isinstance(one, int)])
        waiting: list[list[str]] = []
        for place, one in enumerate(order):
            if isinstance(one, int) and one in staying:
                self._stay(one, waiting)
                waiting = []
            elif waiting or place in joining or not self._next:
                waiting.append(self._moved(one))
            else:
                self._add(*self._apart, *self._moved(one))
        for lines in waiting:
            self._add(*self._apart, *lines)
        self._leave(len(self._items))
        return self._lines

    def _moved(self, one: int | New) -> list[str]:
        if isinstance(one, New):
            return [f"{self._indent}{line}" if line else "" for line in one.lines]
        return [*self._items[one].attached, *self._items[one].body]

    def _stay(self, number: int, waiting: Sequence[Sequence[str]]) -> None:
        """Put an item where it was, before it others that belong to what it begins."""
        self._leave(number)
        item = self._items[number]
        lead = item.lead
        if self._left_heading and lead and not lead[0].strip():
            lead = lead[1:]
        self._left_heading = False
        self._add(*lead)
        for lines in waiting:
            self._lines += [*lines, *self._apart]
        self._lines += [*item.attached, *item.body]
        self._next = number + 1

    def _leave(self, until: int) -> None:
        """Pass over items that are gone or moved; what heads a section stays."""
        for number in range(self._next, until):
            item = self._items[number]
            if any(line.strip() for line in item.lead):
                self._add(*item.lead)
                self._left_heading = True
        self._next = max(self._next, until)

    def _add(self, *lines: str) -> None:
        """Add lines; the first of a list has no empty line above it."""
        begun = list(lines)
        while not self._lines and begun and not begun[0].strip():
            begun.pop(0)
        self._lines += begun


def _staying(numbers: Sequence[int]) -> set[int]:
    """Give as many items as can stay where they are: the longest run of them in their old order."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        before[number] = ends[at - 1] if at else None
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [number]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
