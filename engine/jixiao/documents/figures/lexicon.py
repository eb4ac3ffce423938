"""What the items are called in reports: their names, aliases and 读法, and the forms that follow from a name.

公务接待费决算 is also 公务接待费, 公务接待费支出, 公务接待费支出决算数; its twin 公务接待费预算 is told by the word 预算.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from jixiao.dataclass import dataclass
from jixiao.documents.figures.folded import plain
from jixiao.model.ruleset import Item
from jixiao.quantity import UnitError, find_unit
from jixiao.quantity.said import unit_said

OUTCOME, BUDGET = "决算", "预算"
_SIDED = re.compile(r"(?P<stem>.{2,})(?P<side>决算|预算)(?:数)?")
_GENERIC = frozenset("年初 全年 本年 上年 项目 部门 收入 支出 财政资金 支出预算 收入预算".split())
"""Stems that alone are no name of anything."""
_COUNTED = re.compile(r"(?P<stem>.{2,})(?:数|总数)")
_DERIVED = re.compile(r".+(?:较上年|较预算)(?:增减额|增减率)|.+占比")
"""Items that a measure of another one is: read by their measure, not by their name."""
_TOLD = re.compile("(?:经?费|支出)(?:决算|预算)?$|(?:人次|人数|团组数|批次数?|次数|户数|数量)$")
"""What of a thing an item tells: what it cost, or how many there were."""
MONEY = find_unit("元").dimension
"""The dimension of amounts of money."""
_LISTED = re.compile(r"\([一二三四五六七八九十]{1,3}\)")
LONGEST_LOOKED_UP, MOST_LOOKED_UP = 120, 2_000
"""Longest text whose names are kept, and of how many: the name of a row is asked for beside each unit and number."""
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
    closing: str = ""
    """What those words end with (“购置…车”)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: where, and every entry that it may be."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Terms:
    """What the numbers of a formula are of: of a rate 分子/分母, of a growth rate (本年-上年)/上年."""

    numerator: Item | None = None
    denominator: Item | None = None
    change: Item | None = None


class Lexicon:
    """Every way in which items may be called, by its folded text."""

    def __init__(self, items: Mapping[str, Item]) -> None:
        self.items = items
        self._entries: dict[str, list[Entry]] = {}
        for item in items.values():
            for entry in _entries_of(item, self._other(item)):
                known = self._entries.setdefault(entry.surface, [])
                same = next(
                    (at for at, one in enumerate(known) if one.item is item and one.closing == entry.closing),
                    None,
                )
                if same is None:
                    known.append(entry)
                elif entry.loose or entry.open:
                    known[same] = entry
        self._lengths = _lengths_of(self._entries)
        self._looked_up: dict[str, Sequence[Found]] = {}

    @cached_property
    def _sided(self) -> Mapping[tuple[str, str], Item]:
        found: dict[tuple[str, str], Item] = {}
        for item in self.items.values():
            shape = _SIDED.fullmatch(plain(item.name))
            if shape is not None:
                found[shape["stem"], shape["side"]] = item
        return found

    @cached_property
    def terms(self) -> Mapping[str, Terms]:
        """Give for the name of a rate, folded, what the numbers of its formula are of."""
        found: dict[str, Terms] = {}
        for item in self.items.values():
            for name in item.numerator_of:
                found.setdefault(plain(name), Terms()).numerator = item
            for name in item.denominator_of:
                found.setdefault(plain(name), Terms()).denominator = item
            for name in item.change_in:
                found.setdefault(plain(name), Terms()).change = item
        return found

    def _other(self, item: Item) -> Item | None:
        """Give the other side of an item that has two."""
        side = _side_of(item)
        return self.twin(item, BUDGET if side == OUTCOME else OUTCOME) if side else None

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
        found = next((self._sided[one, side] for one in stems if (one, side) in self._sided), None)
        return self._planned(item) if found is None and side == BUDGET and BUDGET not in name else found

    def _planned(self, item: Item) -> Item | None:
        """Give the budget that a rate compares an amount with: 政府采购预算 of 实际政府采购金额."""
        compared = (self.terms[plain(one)].denominator for one in item.numerator_of)
        return next((one for one in compared if one is not None and one.name.endswith(BUDGET)), None)

    def names_in(self, text: str) -> Sequence[Found]:
        """Give the longest names in a folded text, from left to right, none inside another."""
        known = self._looked_up.get(text)
        if known is None:
            known = tuple(self._names_in(text))
            if len(self._looked_up) >= MOST_LOOKED_UP:
                self._looked_up.clear()
            if len(text) <= LONGEST_LOOKED_UP:
                self._looked_up[text] = known
        return known

    def _names_in(self, text: str) -> Iterator[Found]:
        text = _LISTED.sub(lambda one: _APART * len(one[0]), text)
        at = [place for place, sign in enumerate(text) if sign not in "()[]"]
        bare = "".join(text[place] for place in at)
        place = 0
        while place < len(bare):
            for length in self._lengths.get(bare[place : place + 2], ()):
                entries = self._entries.get(bare[place : place + length])
                if entries and place + length <= len(bare):
                    yield Found(at[place], at[place + length - 1] + 1, tuple(entries))
                    place += length - 1
                    break
            place += 1

    def kin(self, item: Item, unit: str) -> Item | None:
        """Give the item counted in another unit that goes with one: 因公出国境团组数 → 因公出国境人次."""
        best, most = None, (3, False)
        stem = _stem(item.name)
        for other in self.items.values():
            if other is item or not fits(other, unit) or fits(item, unit):
                continue
            known = _stem(other.name)
            same = known and (known == stem or known in item.phrases)
            shared = len(item.name) if same else _shared(other.name, item.name)
            rank = shared, not other.name.endswith(BUDGET)
            if shared > 3 and rank > most:
                best, most = other, rank
        return best


def _stem(name: str) -> str:
    """Give what a name is of, without what of it is told: 培训 of 培训费决算 and of 培训人数; empty of nothing longer."""
    stem = _TOLD.sub("", name)
    return stem if stem != name and len(stem) > 1 else ""


def _lengths_of(surfaces: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """Give how long the surfaces are that begin with the same two signs, the longest first."""
    found: dict[str, set[int]] = {}
    for surface in surfaces:
        if len(surface) > 1:
            found.setdefault(surface[:2], set()).add(len(surface))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}


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


def _entries_of(item: Item, twin: Item | None) -> Iterator[Entry]:
    """Yield every way to call an item; what follows from its phrases for its `twin`, the other side of it, too."""
    yield from _forms(plain(item.name), item)
    side = _side_of(item)
    for phrase in item.short_names:
        yield Entry(plain(phrase), item, side, short=True)
    for name in (*item.aliases, *item.phrases):
        stem, middle, closing = plain(name).strip("….").partition("…")
        loose, opens = name.startswith("…"), name.endswith("…") or bool(middle)
        if loose or opens:
            yield Entry(stem, item, side, loose=loose, open=opens, closing=closing)
        elif not side:
            yield from _forms(stem, item)
        else:
            yield from _sided_forms(stem, side, item)
            if twin is not None:
                yield from _explicit_forms(stem, _side_of(twin), twin)


def _side_of(item: Item) -> str:
    """Give which side an item is by its name; empty where it has no other."""
    shape = _SIDED.fullmatch(plain(item.name))
    return shape["side"] if shape is not None and shape["stem"] not in _GENERIC else ""


def _forms(name: str, item: Item) -> Iterator[Entry]:
    """Yield a name and what it becomes in print: with 数, with 决算, without them."""
    sided = _SIDED.fullmatch(name)
    if _DERIVED.fullmatch(name):
        yield Entry(name, item, explicit=True)
    elif sided is not None and sided["stem"] not in _GENERIC:
        yield from _sided_forms(sided["stem"], sided["side"], item)
    else:
        yield Entry(name, item)
        if name.endswith(("支出", "收入")):
            yield from (Entry(f"{name}{tail}", item, OUTCOME) for tail in _TOTALS)
        counted = _COUNTED.fullmatch(name)
        if counted is not None and item.unit.dimension.powers and item.unit.dimension != MONEY:
            yield Entry(counted["stem"], item)


_TOTALS = ("决算", "决算数", "合计", "金额", "总额", "支出决算", "支出决算数")


def _sided_forms(stem: str, side: str, item: Item) -> Iterator[Entry]:
    """Yield the forms of a thing that has a budget and an outcome: those that say which, and those that leave it open."""
    shape = _SIDED.fullmatch(stem)
    stem = shape["stem"] if shape is not None and shape["stem"] not in _GENERIC else stem
    yield Entry(stem, item, side, explicit=side == BUDGET and BUDGET in stem)
    if not stem.endswith(("支出", "收入", "数", "量", "次", "率", "度")):
        yield Entry(f"{stem}支出", item, side)
    yield from _explicit_forms(stem, side, item)


_BUDGETS = tuple(
    f"{spent}{kind}预算"
    for spent in ("", "支出")
    for kind in ("", "年初", "全年", "调整", "调整后", "年度", "本年")
)


def _explicit_forms(stem: str, side: str, item: Item) -> Iterator[Entry]:
    words = ("决算", "支出决算") if side == OUTCOME else _BUDGETS
    for word in words:
        if not (word.startswith("支出") and stem.endswith(("支出", "收入"))):
            yield from (Entry(f"{stem}{word}{tail}", item, side, explicit=True) for tail in ("", "数"))
