"""Parts → tables: what goes on below heads that are said again is one table, what is complete before is another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.documents.issued.choices import Pair
from jixiao.documents.issued.gather import Gathering
from jixiao.documents.issued.parts import Part
from jixiao.documents.issued.texts import points_of
from jixiao.documents.issued.titles import Heading
from jixiao.model.issued import IssuedIndicator, IssuedTable, Piece

SCALED = "分值原是权重（合计为1），按100分折算"
WHOLE = Fraction(100)
"""What the points of a complete table add up to."""


def tables_of(
    pairs: Sequence[Pair], parts: Sequence[Part], titles: Mapping[int, Heading], gathering: Gathering
) -> tuple[IssuedTable, ...]:
    """Give the tables, in the order of the file; parts without indicators make none."""
    groups: list[list[int]] = []
    for number in range(len(parts)):
        own = _of(pairs, [number])
        if own and (
            not groups or _begins_anew(_of(pairs, groups[-1]), own, titles[number].title is not None)
        ):
            groups.append([number])
        elif groups:
            groups[-1].append(number)
    return tuple(_table(group, pairs, parts, titles, gathering) for group in groups)


def _of(pairs: Sequence[Pair], numbers: Sequence[int]) -> list[IssuedIndicator]:
    return [one for draft, one in pairs if draft.part in numbers]


def points_total(indicators: Sequence[IssuedIndicator]) -> Fraction:
    """Add up the points without 附加; of several of which one counts, one."""
    counted = {one.choice or -place: one for place, one in enumerate(indicators, start=1) if not one.extra}
    return sum((one.points or Fraction(0) for one in counted.values()), Fraction(0))


def in_hundreds(indicators: Sequence[IssuedIndicator]) -> list[IssuedIndicator]:
    """Make points of weights that add up to one: of a hundred, and told."""
    if len(indicators) < 2 or points_total(indicators) != 1:
        return list(indicators)
    return [
        one if one.points is None else replace(one, points=one.points * WHOLE, doubts=(*one.doubts, SCALED))
        for one in indicators
    ]


def _begins_anew(before: Sequence[IssuedIndicator], own: Sequence[IssuedIndicator], has_title: bool) -> bool:
    """Whether indicators are of another table than those before: that one is complete, or has the same names."""
    if all(one.extra for one in own):
        return False
    names = {one.name.text for one in before}
    again = sum(one.name.text in names for one in own)
    same = 2 * again >= len(own) and again > 1
    is_complete = points_total(before) >= WHOLE
    return same or (is_complete and (has_title or points_total(own) >= WHOLE / 2))


def _table(
    group: Sequence[int],
    pairs: Sequence[Pair],
    parts: Sequence[Part],
    titles: Mapping[int, Heading],
    gathering: Gathering,
) -> IssuedTable:
    stated = [number for part, _, number in gathering.stated if part in group]
    best = max(stated, key=lambda cell: points_of(_digits(cell.text)) or Fraction(0), default=None)
    indicators = in_hundreds(_of(pairs, group))
    return IssuedTable(
        where=tuple(dict.fromkeys(parts[number].grid for number in group)),
        title=next((found for number in group if (found := titles[number].title) is not None), None),
        above=tuple(text for number in group for text in titles[number].texts),
        indicators=tuple(indicators),
        stated_full=None if best is None else Piece(best.text, (best.place,)),
        full=None if best is None else points_of(_digits(best.text)),
        notes=tuple(note for part, note in gathering.notes if part in group),
    )


def _digits(text: str) -> str:
    """Give the number in the words of a total: 合计（100分）."""
    return (
        "".join(one if one in "0123456789." else " " for one in text).strip().split(" ")[-1] if text else ""
    )
