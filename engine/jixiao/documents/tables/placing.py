"""Below which heads numbers stand where empty cells left no trace: as their signs, and what adds up, say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from jixiao.dataclass import dataclass
from jixiao.documents.tables.cells import GridText
from jixiao.documents.tables.columns import Column, Role
from jixiao.documents.tables.labels import FUNDS, TOTAL, plain_label

MAX_WAYS = 3_000
"""Most ways to lay the numbers of one row, and of all rows together, that are tried."""
MAX_OPEN = 24
"""Most rows that may be laid in several ways for the sums of the columns to tell how."""
MAX_LINES = 400
"""Most rows of a table that are laid each in the way that adds up: in a longer one they are as is likely."""
MAX_PARTS = 6
"""Most columns that are tried as the parts of one."""
_RATES = (Role.RATE, Role.GROWTH, Role.SHARE)
_CENT = Decimal("0.02")
HEADLESS = "上面没有表头，不知道是哪一栏的数"
UNSURE = "空格没有留下，不能确定是哪一栏的数"

Way = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """The column of each number of a row, by its place in the row; and whether that is no more than likely."""

    ways: Way
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class _Sum:
    """A column that others add up to in every full row."""

    whole: int
    parts: Way


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: its name and its numbers, dashes too."""

    label: str
    numbers: Sequence[GridText]

    def value(self, at: int) -> Decimal | None:
        entry = self.numbers[at].entry
        return None if entry is None else Decimal(entry.digits.replace(",", ""))


def place(rows: Sequence[tuple[str, Sequence[GridText]]], heads: Sequence[Column]) -> list[Placed]:
    """Lay the numbers of rows that stand below the same heads."""
    return _Placing([_Line(*one) for one in rows], heads).all()


class _Placing:
    def __init__(self, lines: Sequence[_Line], heads: Sequence[Column]) -> None:
        self._lines = lines
        self._heads = heads
        full = [one for one in lines if len(one.numbers) == len(heads)]
        self._full = full
        self._sums = list(self._found_sums())
        self._percent = {
            at
            for at in range(len(heads))
            if any("%" in one.numbers[at].words for one in full if one.numbers[at].entry is not None)
        }
        self._whole = {
            at
            for at in range(len(heads))
            if full
            and all("." not in one.numbers[at].words for one in full)
            and any(one.numbers[at].entry is not None for one in full)
        }

    def all(self) -> list[Placed]:
        """Lay all rows: each as it must be, else as the sums of the columns say, else as is likely."""
        ways = [self._ways(one) for one in self._lines]
        solved = self._by_columns(ways)
        return [
            Placed(solved[at]) if at in solved else self._likely(self._lines[at], each)
            for at, each in enumerate(ways)
        ]

    # ── One row ───────────────────────────────────────────────────────────────────────────────

    def _ways(self, line: _Line) -> list[Way]:
        """Give the ways to lay a row that nothing speaks against."""
        count, width = len(line.numbers), len(self._heads)
        if count >= width:
            return [tuple(range(width))]
        if len(self._lines) > MAX_LINES:
            return []
        found: list[Way] = []
        for number, way in enumerate(combinations(range(width), count)):
            if number > MAX_WAYS:
                return []
            if all(self._may_stand(line.numbers[at], column) for at, column in enumerate(way)):
                found.append(way)
        adding = [one for one in found if self._adds_up(line, one)]
        return adding or found

    def _may_stand(self, number: GridText, column: int) -> bool:
        entry, head = number.entry, self._heads[column]
        if entry is None:
            return head.role is not Role.NONE
        marked = "%" in number.words
        if head.role is Role.NONE:
            return re.fullmatch(r"\d{1,3}", number.words) is not None
        if head.role in _RATES or head.unit == "%":
            return marked or column not in self._percent
        if marked:
            return head.role in (Role.TARGET, Role.ACTUAL) or column in self._percent
        if entry.sign:
            return head.role in (Role.TARGET, Role.ACTUAL)
        if head.role in (Role.POINTS, Role.SCORE):
            return not entry.unit and "," not in entry.digits and Decimal(entry.digits) <= 100
        return True

    def _adds_up(self, line: _Line, way: Way) -> bool:
        values = {column: line.value(at) or Decimal(0) for at, column in enumerate(way)}
        for one in self._sums:
            named = one.whole in values or any(part in values for part in one.parts)
            total = sum((values.get(part, Decimal(0)) for part in one.parts), Decimal(0))
            if named and abs(values.get(one.whole, Decimal(0)) - total) > _CENT:
                return False
        return bool(self._sums)

    def _likely(self, line: _Line, ways: Sequence[Way]) -> Placed:
        count, width = len(line.numbers), len(self._heads)
        if count >= width:
            return Placed(tuple(range(width)), unsure=count > width)
        if len(ways) == 1:
            return Placed(ways[0])
        money = [at for at, one in enumerate(self._heads) if one.role not in _RATES]
        marked = any("%" in one.words for one in line.numbers)
        scored = any(one.role is Role.SCORE for one in self._heads)
        if scored and not marked and count == len(money):
            return Placed(tuple(money))
        if self._heads[0].role is Role.NONE:
            numbered = [one for one in ways if 0 in one]
            if numbered:
                return Placed(numbered[0], unsure=len(numbered) > 1 and width > 2)
        if scored and TOTAL.match(plain_label(line.label) or "") is not None:
            return Placed(tuple(range(width - count, width)))
        if not ways:
            return Placed(tuple(range(count)), unsure=True)
        judged = [one for one in ways if not scored or self._scores_last(one)] or ways
        at_once = [one for one in judged if scored and self._is_judged(one)]
        if len(at_once) == 1:
            return Placed(at_once[0])
        return Placed((at_once or judged)[0], unsure=True)

    def _scores_last(self, way: Way) -> bool:
        """Whether the last number is the score."""
        scores = [at for at, one in enumerate(self._heads) if one.role is Role.SCORE]
        return way[-1] == scores[-1]

    def _is_judged(self, way: Way) -> bool:
        """Whether points and score are both there, and target and result both or neither."""
        at = {self._heads[column].role for column in way}
        return {Role.POINTS, Role.SCORE} <= at and (Role.TARGET in at) == (Role.ACTUAL in at)

    # ── Sums across ───────────────────────────────────────────────────────────────────────────

    def _found_sums(self) -> Iterator[_Sum]:
        """Yield what adds up in every full row: 合计 = 基本支出 + 项目支出."""
        places = [
            at
            for at, one in enumerate(self._heads)
            if one.role not in (*_RATES, Role.NONE, Role.POINTS, Role.SCORE, Role.TARGET, Role.ACTUAL)
        ]
        for whole in places:
            later = [one for one in places if one > whole][: 2 * MAX_PARTS]
            found = next(
                (
                    parts
                    for size in range(2, min(MAX_PARTS, len(later)) + 1)
                    for parts in combinations(later, size)
                    if self._holds(whole, parts)
                ),
                None,
            )
            if found is not None:
                yield _Sum(whole, found)

    def _holds(self, whole: int, parts: Way) -> bool:
        told = 0
        for line in self._full:
            values = [line.value(at) or Decimal(0) for at in (whole, *parts)]
            if abs(values[0] - sum(values[1:])) > _CENT:
                return False
            told += all(values)
        return told > 0

    # ── Sums down ─────────────────────────────────────────────────────────────────────────────

    def _by_columns(self, ways: Sequence[Sequence[Way]]) -> dict[int, Way]:
        """Lay the rows of which several ways are left as the total of each column says."""
        total = next((at for at, one in enumerate(self._lines) if _is_total(one.label)), None)
        open_rows = [at for at, one in enumerate(ways) if len(one) > 1 and at != total]
        if total is None or not open_rows:
            return {}
        certain = self._likely(self._lines[total], ways[total])
        if certain.unsure:
            return {}
        sums = self._values(total, certain.ways)
        aside = (*_RATES, Role.NONE, Role.POINTS, Role.SCORE)
        money = [at for at, one in enumerate(self._heads) if one.role not in aside]
        for rows in self._tops(total):
            asked = [at for at in rows if at in open_rows]
            if not 0 < len(asked) <= MAX_OPEN or any(not ways[at] for at in rows):
                continue
            found = self._fitting(sums, rows, asked, ways, money)
            if found is not None:
                return found
        return {}

    def _fitting(
        self,
        sums: Mapping[int, Decimal],
        rows: Sequence[int],
        asked: Sequence[int],
        ways: Sequence[Sequence[Way]],
        money: Sequence[int],
    ) -> dict[int, Way] | None:
        left = {column: sums.get(column, Decimal(0)) for column in money}
        for at in rows:
            if at not in asked:
                for column, value in self._values(at, ways[at][0]).items():
                    if column in left:
                        left[column] -= value
        found = list(self._search(asked, ways, left, [MAX_WAYS]))
        if not found:
            return None
        laid = {}
        for at in asked:
            if len({tuple(sorted(self._values(at, one[at]).items())) for one in found}) == 1:
                laid[at] = found[0][at]
        return laid

    def _search(
        self,
        asked: Sequence[int],
        ways: Sequence[Sequence[Way]],
        left: Mapping[int, Decimal],
        budget: list[int],
    ) -> Iterator[dict[int, Way]]:
        budget[0] -= 1
        if budget[0] < 0:
            return
        if not asked:
            if all(abs(one) <= _CENT * 2 for one in left.values()):
                yield {}
            return
        first, *others = asked
        for way in ways[first]:
            after = dict(left)
            for column, value in self._values(first, way).items():
                if column in after:
                    after[column] -= value
            for rest in self._search(others, ways, after, budget):
                yield {first: way, **rest}

    def _values(self, at: int, way: Way) -> dict[int, Decimal]:
        line = self._lines[at]
        values = ((column, line.value(place)) for place, column in enumerate(way))
        return {column: value for column, value in values if value}

    def _tops(self, total: int) -> Iterator[list[int]]:
        """Yield which rows a total may add up: all, those that are no parts of others, those with a number in words."""
        rows = [at for at in range(len(self._lines)) if at != total and not _is_total(self._lines[at].label)]
        above = [at for at in rows if at < total]
        for chosen in [above, rows] if above else [rows]:
            yield chosen
            yield [at for at in chosen if not self._lines[at].label.startswith("其中")]
            yield [at for at in chosen if re.match("[一二三四五六七八九十]{1,3}、", self._lines[at].label)]
            yield [at for at in chosen if self._lines[at].label.endswith("支出")]


def _is_total(label: str) -> bool:
    name = plain_label(label)
    return TOTAL.fullmatch(name) is not None or FUNDS.match(name) is not None or name.endswith("合计")
