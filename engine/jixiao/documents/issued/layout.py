"""Which column of a part holds what: by its head, and where heads leave it open by what stands below."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.dataclass import dataclass, field
from jixiao.documents.issued.grid import Cell
from jixiao.documents.issued.head_words import Column
from jixiao.documents.issued.heading import heads_rows
from jixiao.documents.issued.heads import Head
from jixiao.documents.issued.parts import Part
from jixiao.documents.issued.signs import is_total, sounds_like_rule
from jixiao.documents.issued.texts import points_in_name, points_of

Filled = Mapping[int, Cell]
"""A row: its cells by the column of the head that they stand below."""
LONG_LABEL = 18
"""Mean characters from which on cells below 考核内容 say what is asked, and are no names."""
FIRST_LEVEL = 10
"""The depth of 一级指标."""
HIGHEST, LOWEST_ABOVE = 5, 29
"""How deep a column of labels stands that has no head, and one below 考核内容 that heads names."""
LEAF = 30
"""From this depth on a label is an indicator's name."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a part. `labels`: from the top down; the last one holds names."""

    labels: tuple[int, ...]
    points: int | None
    parallel: int | None
    """The column of points beside a column of thresholds, a row each."""
    texts: Mapping[int, Column]
    """Columns of sentences and explanations, and of what else may hold a part of the sentence."""
    left: Mapping[int, Column]
    """Columns of which nothing is taken."""
    guessed: Mapping[int, str] = field(default_factory=dict)
    """Columns of labels whose heads do not say that they are, and these heads."""

    def of_kind(self, kind: Column) -> tuple[int, ...]:
        """Give the columns of texts of a kind."""
        return tuple(column for column, one in self.texts.items() if one is kind)


def layout_of(part: Part, rows: Sequence[Filled]) -> Layout | None:
    """Lay out a part; None where nothing in it can be a name."""
    kinds = {column: _kind(column, part, rows) for column in sorted({*part.heads, *_filled(rows)})}
    guessed = {one: part.head_texts.get(one, "") for one in _heading(kinds, part.heads, rows)}
    kinds |= dict.fromkeys(guessed, Column.LABEL)
    labels = _labels(kinds, part.heads, rows, guessed)
    if not labels:
        return None
    numbers = [column for column, kind in kinds.items() if kind in (Column.POINTS, Column.WEIGHT)]
    points = _main_points(numbers, labels, kinds, rows)
    loose = (Column.CLAIM, Column.OTHER)
    beside = [column for column, kind in kinds.items() if kind in loose or column in numbers]
    parallel = next((one for one in beside if one != points and _is_parallel(one, labels, rows)), None)
    texts = {
        column: kind for column, kind in kinds.items() if kind in _TEXTS and column not in (*labels, parallel)
    }
    taken = {*labels, points, parallel, *texts}
    left = {column: kind for column, kind in kinds.items() if column not in taken}
    return Layout(labels, points, parallel, texts, left, guessed)


NAMING = (Column.LABEL, Column.MATTER)
_TEXTS = (
    Column.SENTENCE,
    Column.EXPLANATION,
    Column.ASPECTS,
    Column.TARGET,
    Column.MATTER,
    Column.OTHER,
    Column.REMARK,
)


def _filled(rows: Sequence[Filled]) -> set[int]:
    return {column for row in rows for column in row}


def _texts(column: int, rows: Sequence[Filled]) -> list[str]:
    return [row[column].text for row in rows if column in row]


def _kind(column: int, part: Part, rows: Sequence[Filled]) -> Column:
    head = part.heads.get(column)
    if head is None:
        return Column.OTHER
    if head.kind in (Column.MATTER, Column.ASPECTS) and _names_rows(column, part, rows):
        return Column.MATTER
    if head.kind is Column.MATTER:
        texts = _texts(column, rows)
        long = sum(map(len, texts)) > LONG_LABEL * max(1, len(texts))
        rules = sum(map(sounds_like_rule, texts))
        has_leaf = any(one and one.kind is Column.LABEL and one.depth >= LEAF for one in part.heads.values())
        is_text = long or 3 * rules > len(texts) or (has_leaf and not head.depth)
        return Column.ASPECTS if is_text else Column.MATTER
    return head.kind


def _names_rows(column: int, part: Part, rows: Sequence[Filled]) -> bool:
    """Whether most cells of what is asked end in points of their own, several below one label: each is an indicator."""
    texts = _texts(column, rows)
    told = sum(found is not None and is_said for _, found, is_said in map(points_in_name, texts))
    labels = [
        one for one, head in part.heads.items() if head is not None and head.kind in NAMING and one != column
    ]
    return 2 * told > len(texts) and all(len(_texts(one, rows)) < len(texts) for one in labels)


def _heading(
    kinds: Mapping[int, Column], heads: Mapping[int, Head | None], rows: Sequence[Filled]
) -> Iterator[int]:
    """Yield the columns that head several names each, though nothing stands above them, or 考核内容 does."""
    labels = _labels(kinds, heads, rows)
    if not labels or kinds[labels[-1]] not in NAMING:
        return
    names = [row.get(labels[-1]) for row in rows]
    for column in kinds:
        head = heads.get(column)
        is_open = head is None or (head.kind is Column.MATTER and kinds[column] is Column.ASPECTS)
        if is_open and heads_rows([row.get(column) for row in rows], names):
            yield column


def _labels(
    kinds: Mapping[int, Column],
    heads: Mapping[int, Head | None],
    rows: Sequence[Filled],
    guessed: Container[int] = (),
) -> tuple[int, ...]:
    """Give the columns of labels by depth; where no head names one, the column of the shortest texts."""
    found = [column for column, kind in kinds.items() if kind in (Column.LABEL, Column.MATTER)]

    def depth(column: int) -> tuple[int, int]:
        head = heads.get(column)
        if column in guessed:
            return (HIGHEST if head is None else LOWEST_ABOVE, len(_texts(column, rows)))
        lowest = 38 if head is not None and head.kind is Column.ASPECTS else 36
        return (lowest if head is None or not head.depth else head.depth), column

    if not found:
        others = [column for column, kind in kinds.items() if kind is Column.OTHER and _texts(column, rows)]
        found = sorted(others, key=lambda one: (-len(_texts(one, rows)), one))[:1]
    return _nested(sorted(found, key=depth), heads, rows)


def _nested(order: list[int], heads: Mapping[int, Head | None], rows: Sequence[Filled]) -> tuple[int, ...]:
    """Put labels whose heads say no level (项目, 类别) below those of which each holds several of theirs."""
    runs = {column: _runs(column, order, rows) for column in order}
    for column in [one for one in order[:-1] if (head := heads.get(one)) and 0 < head.depth < FIRST_LEVEL]:
        at = order.index(column)
        while at + 2 < len(order) and runs[column] > runs[order[at + 1]] - _is_first(order[at + 1], heads):
            order[at : at + 2] = order[at + 1], column
            at += 1
    return tuple(order)


def _is_first(column: int, heads: Mapping[int, Head | None]) -> bool:
    """Whether a head says 一级: nothing stands above it that does not hold several of its texts."""
    head = heads.get(column)
    return head is not None and head.depth == FIRST_LEVEL


def _runs(column: int, order: Sequence[int], rows: Sequence[Filled]) -> int:
    """Count how often the text of a column changes from name to name."""
    texts = [row[column].text for row in rows if column in row and _is_named(row, order)]
    return sum(one != before for one, before in zip(texts, ["", *texts], strict=False))


def _is_named(row: Filled, labels: Sequence[int]) -> bool:
    return any(one in row and not is_total(row[one].text) for one in labels)


def _main_points(
    columns: Sequence[int], labels: Sequence[int], kinds: Mapping[int, Column], rows: Sequence[Filled]
) -> int | None:
    """Choose the column of full marks: the one that most names have, before weights; of two alike the greater."""
    named = [row for row in rows if _is_named(row, labels)]
    beside = [row for row in rows if not _is_named(row, labels)]

    def worth(column: int) -> tuple[int, bool, int, Fraction, int]:
        values = [points_of(row[column].text) for row in named if column in row]
        known = [one for one in values if one is not None]
        within = sum(column in row for row in beside)
        return len(known), kinds[column] is Column.POINTS, -within, sum(known, Fraction(0)), -column

    return max(columns, key=worth, default=None)


def _is_parallel(column: int, labels: Sequence[int], rows: Sequence[Filled]) -> bool:
    """Whether a column has points beside rows without names, as thresholds have."""
    beside = [row for row in rows if not _is_named(row, labels) and len(row) > 1]
    known = [row for row in beside if column in row and points_of(row[column].text) is not None]
    return len(beside) > 1 and 2 * len(known) > len(beside)
