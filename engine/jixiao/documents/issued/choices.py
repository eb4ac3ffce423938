"""Indicators of which one counts (任选其一): told by words in a name, a 归类 or a sentence, or by points they share."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.dataclass import replace
from jixiao.documents.issued.draft import Draft
from jixiao.documents.issued.head_words import Column
from jixiao.documents.issued.indicator import NO_POINTS, NO_SENTENCE
from jixiao.documents.issued.texts import says_choice
from jixiao.model.issued import IssuedIndicator

Pair = tuple[Draft, IssuedIndicator]
SHARED_SENTENCE = "评分标准空着，照上一项“{name}”（原表合并了单元格，或只写了一次）"
SHARED = "与“{name}”任选其一，分值相同"
MAYBE_SHARED = "分值空着：可能与上一项“{name}”合为一项，或任选其一，或漏填"


def with_choices(pairs: Sequence[Pair]) -> list[Pair]:
    """Give indicators that share points the same number, and what stands only at the first of them to the others."""
    found = list(pairs)
    number = 0
    at = 0
    while at < len(found):
        end = _end(found, at)
        if end - at > 1:
            number += 1
            first = found[at][1]
            for place in range(at, end):
                draft, one = found[place]
                found[place] = draft, _shared(one, first, number)
        at = max(end, at + 1)
    return _with_sentences(found)


def _end(pairs: Sequence[Pair], at: int) -> int:
    """Give where the indicators end that share points with the one at a place."""
    draft, one = pairs[at]
    in_label = any(says_choice(cell.text) for cell in draft.category_cells)
    end = at + 1
    while end < len(pairs) and pairs[end][0].part == draft.part:
        other, two = pairs[end]
        same = two.path == one.path
        told = in_label or any(map(_says, (draft, other)))
        shares = two.points is None or (two.points == one.points)
        if not (same and told and shares) or (not in_label and two.points is not None and not _says(other)):
            break
        end += 1
    return end


def _says(draft: Draft) -> bool:
    kinds = (Column.SENTENCE, Column.ASPECTS, Column.EXPLANATION, Column.REMARK, Column.OTHER)
    cells = [*draft.names, *(cell for kind in kinds for cell in draft.cells(kind))]
    return any(says_choice(cell.text) for cell in cells)


def _shared(one: IssuedIndicator, first: IssuedIndicator, number: int) -> IssuedIndicator:
    if one is first:
        return replace(one, choice=number)
    doubts = (*(text for text in one.doubts if text != NO_POINTS), SHARED.format(name=first.name))
    at = one.points_at if one.points is not None else first.points_at
    return replace(one, choice=number, points=first.points, points_at=at, doubts=doubts)


def _with_sentences(pairs: Sequence[Pair]) -> list[Pair]:
    """Say a sentence again that stands only once for several rows of one 归类; doubt points that are missing."""
    found: list[Pair] = []
    for draft, one in pairs:
        before = found[-1][1] if found and found[-1][0].part == draft.part else None
        is_near = before is not None and before.path == one.path
        found.append((draft, _beside(one, before) if before is not None and is_near else one))
    return found


def _beside(one: IssuedIndicator, before: IssuedIndicator) -> IssuedIndicator:
    """Take from the indicator before, of the same 归类, what stands only there."""
    doubts = one.doubts
    sentence, wider = one.sentence, one.wider
    if before.sentence.text and not one.sentence.text:
        told = SHARED_SENTENCE.format(name=before.name)
        doubts = (*(text for text in doubts if text != NO_SENTENCE), told)
        sentence, wider = before.sentence, before.wider
    if one.points is None:
        doubts = (*doubts, MAYBE_SHARED.format(name=before.name))
    return replace(one, sentence=sentence, wider=wider, doubts=doubts)
