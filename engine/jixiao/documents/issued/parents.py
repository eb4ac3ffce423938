"""Rows that head those below them though they look like indicators: a name with points and no text, as many as follow add up to."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.documents.issued.draft import Draft
from jixiao.documents.issued.ledger import Ledger
from jixiao.documents.issued.texts import category_label, points_in_name, points_of
from jixiao.model.issued import Piece, Use

SUM = "下面各项分值之和，不是一项指标的分值"


def with_parents(drafts: Sequence[Draft], ledger: Ledger) -> list[Draft]:
    """Make 归类 of drafts that only head others, and leave them out."""
    found: list[Draft] = []
    parent: Draft | None = None
    for place, draft in enumerate(drafts):
        if _is_bare(draft):
            parent = draft if _heads(draft, drafts[place + 1 :]) else None
            if parent is not None:
                _tell(parent, ledger)
                continue
        if parent is not None and (draft.part, draft.category) != (parent.part, parent.category):
            parent = None
        found.append(draft if parent is None else _below(draft, parent))
    return found


def _is_bare(draft: Draft) -> bool:
    return not any(row.texts for row in draft.rows)


def _heads(draft: Draft, following: Sequence[Draft]) -> bool:
    """Whether the drafts up to the next bare one add up to the points of this one."""
    total, count = Fraction(0), 0
    for one in following:
        if _is_bare(one) or (one.part, one.category) != (draft.part, draft.category):
            break
        total += _points(one) or Fraction(0)
        count += 1
    return count > 0 and _points(draft) == total


def _points(draft: Draft) -> Fraction | None:
    found = [points_of(row.points.text) for row in draft.rows if row.points is not None]
    known = [one for one in found if one is not None]
    return sum(known, Fraction(0)) if known else points_in_name(draft.names[-1].text)[1]


def _below(draft: Draft, parent: Draft) -> Draft:
    name = parent.names[0]
    category = (*draft.category, Piece(category_label(name.text), (name.place,)))
    return replace(draft, category=category, category_cells=(*draft.category_cells, name))


def _tell(parent: Draft, ledger: Ledger) -> None:
    for cell in parent.names:
        ledger.take(cell, Use.CATEGORY)
    for row in parent.rows:
        if row.points is not None:
            ledger.leave(row.points, Use.TOTAL, SUM)
