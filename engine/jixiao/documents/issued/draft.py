"""An indicator while its rows are gathered: cells by what their columns hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jixiao.dataclass import dataclass, field
from jixiao.documents.issued.grid import Cell, Line
from jixiao.documents.issued.head_words import Column
from jixiao.documents.issued.texts import joined_texts, one_line, points_of
from jixiao.model.diagnostic import Place
from jixiao.model.issued import Extra, Piece


@dataclass(slots=True)
class DraftRow:
    """What one row adds to an indicator."""

    texts: dict[Column, list[Cell]] = field(default_factory=dict)
    points: Cell | None = None
    parallel: Cell | None = None
    """The points of a threshold of this row."""


@dataclass(slots=True)
class Draft:
    """Cells of one indicator, row by row."""

    names: list[Cell]
    category: tuple[Piece, ...]
    category_cells: tuple[Cell | Line, ...]
    """The cells of 归类 as they stand, which may say points or a choice."""
    extra: Extra
    part: int
    rows: list[DraftRow] = field(default_factory=list)
    doubts: tuple[str, ...] = ()
    """What whoever checks its 归类 must look at."""

    def cells(self, kind: Column) -> list[Cell]:
        """Give the cells of a kind of text, by rows."""
        return [cell for row in self.rows for cell in row.texts.get(kind, ())]

    def has_points(self) -> bool:
        """Whether a cell of points stands in any of its rows."""
        return any(row.points is not None for row in self.rows)

    def text(self, kind: Column) -> Piece:
        """Join what stands below a kind of heads; points in a column of their own are put behind their row."""
        texts: list[Piece] = []
        for row in self.rows:
            piece = joined(row.texts.get(kind, ()))
            if not piece.text:
                continue
            own = row.parallel or (row.points if self._rows_have_own_points() else None)
            texts.append(_with_points(piece, own) if own is not None else piece)
        return run_on(texts)

    def _rows_have_own_points(self) -> bool:
        return sum(row.points is not None and bool(row.texts) for row in self.rows) > 1


def _with_points(piece: Piece, cell: Cell) -> Piece:
    points = points_of(cell.text)
    if "分" in piece.text:
        return Piece(_closed(piece.text), piece.places)
    if points is None:
        return piece
    text = piece.text.rstrip("。；;，,")
    return Piece(f"{text}，{cell.text.strip().removesuffix('分')}分；", (*piece.places, cell.place))


def _closed(text: str) -> str:
    """End a clause that has points of its own, where no sign does."""
    return text if text[-1] in "。；;，,、：:" else f"{text}；"


def joined(cells: Iterable[Cell]) -> Piece:
    """Join the cells of one row."""
    return run_on([Piece(one_line(cell.text), (cell.place,)) for cell in cells])


def run_on(pieces: Sequence[Piece]) -> Piece:
    """Put pieces of a text one after another; a text that is there already is not said twice."""
    text = ""
    places: list[Place] = []
    for piece in pieces:
        if piece.text and piece.text not in text:
            text = joined_texts(text, piece.text)
        places += piece.places
    return Piece(text, tuple(dict.fromkeys(places)))
