"""What the items are called in reports: their names, aliases and 读法, and the forms that follow from a name.

公务接待费决算 is also 公务接待费, 公务接待费支出, 公务接待费支出决算数; its twin 公务接待费预算 is told by the word 预算.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cached_property

from jixiao.dataclass import dataclass
from jixiao.documents.figures.folded import plain
from jixiao.model.ruleset import Item
from jixiao.quantity import UnitError
from jixiao.quantity.said import unit_said

OUTCOME, BUDGET = "决算", "预算"
_SIDED = re.compile(r"(?P<stem>.{2,})(?P<side>决算|预算)(?:数)?")
_GENERIC = frozenset("年初 全年 本年 上年 项目 部门 收入 支出 财政资金 支出预算 收入预算".split())
"""Stems that alone are no name of anything."""
_COUNTED = re.compile(r"(?P<stem>.{2,})(?:数|总数)")
_DERIVED = re.compile(r".+(?:较上年|较预算)(?:增减额|增减率)|.+占比")
"""Items that a measure of another one is: read by their measure, not by their name."""
_LISTED = re.compile(r"\([一二三四五六七八九十]{1,3}\)")
_APART = "|"
"""Stands for the number of a list, which is no part of a name: (三)公务接待费 is no 三公."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to call an item: `side` is what the words around it must say, empty where it does not matter."""

    surface: str
    item: Item
    side: str = ""
    explicit: bool = False
    """Whether the surface itself says which side it is."""
    short: bool = False
    """Whether it means the item only where its whole is spoken of (简称)."""
    loose: bool = False
    """Whether other words may be joined before it (“…满意度”)."""
    open: bool = False
    """Whether other words may stand between it and the number (“接待…”)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: where, and every entry that it may be."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Lexicon:
    """Every way in which items may be called, by its folded text."""

    def __init__(self, items: Mapping[str, Item]) -> None:
        self.items = items
        self._entries: dict[str, list[Entry]] = {}
        for item in items.values():
            for entry in _entries_of(item):
                known = self._entries.setdefault(entry.surface, [])
                same = next((at for at, one in enumerate(known) if one.item is item), None)
                if same is None:
                    known.append(entry)
                elif entry.loose or entry.open:
                    known[same] = entry
        self.longest = max(map(len, self._entries), default=0)

    @cached_property
    def _sided(self) -> Mapping[tuple[str, str], Item]:
        found: dict[tuple[str, str], Item] = {}
        for item in self.items.values():
            shape = _SIDED.fullmatch(plain(item.name))
            if shape is not None:
                found[shape["stem"], shape["side"]] = item
        return found

    def named(self, surface: str) -> tuple[Entry, ...]:
        """Give what is called exactly so."""
        return tuple(self._entries.get(surface, ()))

    def twin(self, item: Item, side: str) -> Item | None:
        """Give the item that is the budget, or the outcome, of the same thing."""
        name = plain(item.name)
        shape = _SIDED.fullmatch(name)
        stem = shape["stem"] if shape else name
        if shape is not None and shape["side"] == side:
            return item
        if stem in _GENERIC:
            return None
        stems = (stem, stem.removesuffix("支出"), stem.removesuffix("资金"))
        return next((self._sided[one, side] for one in stems if (one, side) in self._sided), None)

    def names_in(self, text: str) -> Iterator[Found]:
        """Yield the longest names in a folded text, from left to right, none inside another."""
        text = _LISTED.sub(lambda one: _APART * len(one[0]), text)
        at = [place for place, sign in enumerate(text) if sign not in "()[]"]
        bare = "".join(text[place] for place in at)
        place = 0
        while place < len(bare):
            for length in range(min(self.longest, len(bare) - place), 1, -1):
                entries = self._entries.get(bare[place : place + length])
                if entries:
                    yield Found(at[place], at[place + length - 1] + 1, tuple(entries))
                    place += length - 1
                    break
            place += 1

    def kin(self, item: Item, unit: str) -> Item | None:
        """Give the item counted in another unit that goes with one: 因公出国境团组数 → 因公出国境人次."""
        best, longest = None, 3
        for other in self.items.values():
            shared = _shared(other.name, item.name)
            if other is not item and shared > longest and fits(other, unit) and not fits(item, unit):
                best, longest = other, shared
        return best


def fits(item: Item, unit: str) -> bool:
    """Whether a unit as printed can be one of an item; one that is not printed fits counts and amounts."""
    if not unit:
        return not item.unit.dimension.is_ratio
    if unit == "人次" and item.unit.name == "人":
        return True
    try:
        return unit_said(unit, item.unit).dimension == item.unit.dimension
    except UnitError:
        return False


def _shared(one: str, other: str) -> int:
    """Give how long the longest stretch is that two names share."""
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size


def _entries_of(item: Item) -> Iterator[Entry]:
    for name in (item.name, *item.aliases):
        yield from _forms(plain(name), item)
    own = _SIDED.fullmatch(plain(item.name))
    side = own["side"] if own is not None and own["stem"] not in _GENERIC else ""
    for phrase in item.short_names:
        yield Entry(plain(phrase), item, side, short=True)
    for phrase in item.phrases:
        yield Entry(
            plain(phrase).strip("…."), item, side, loose=phrase.startswith("…"), open=phrase.endswith("…")
        )
        if not phrase.endswith(("支出", "收入", "数", "量", "次", "率", "度")) and side:
            yield Entry(plain(phrase) + "支出", item, side)


def _forms(name: str, item: Item) -> Iterable[Entry]:
    if _DERIVED.fullmatch(name):
        return [Entry(name, item, explicit=True)]
    sided = _SIDED.fullmatch(name)
    if sided is not None and sided["stem"] not in _GENERIC:
        stem, side = sided["stem"], sided["side"]
        forms = [Entry(name, item, side, explicit=True), Entry(stem, item, side)]
        tails = ("数", "")
        forms += [Entry(stem + side + tail, item, side, explicit=True) for tail in tails]
        if not stem.endswith(("支出", "收入")):
            forms += [Entry(f"{stem}支出", item, side)]
            forms += [Entry(f"{stem}支出{side}{tail}", item, side, explicit=True) for tail in tails]
        if side == BUDGET:
            forms += [Entry(f"{stem}年初预算{tail}", item, side, explicit=True) for tail in tails]
        return forms
    counted = _COUNTED.fullmatch(name)
    forms = [Entry(name, item)]
    if name.endswith(("支出", "收入")):
        forms += [
            Entry(f"{name}{tail}", item, OUTCOME) for tail in ("决算", "决算数", "合计", "金额", "总额")
        ]
    if counted is not None and item.unit.dimension.powers:
        forms.append(Entry(counted["stem"], item))
    return forms
