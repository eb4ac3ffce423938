"""A table that others wrote, held against a rule file: what it says of each indicator, and nothing of what it has no column for."""

from __future__ import annotations

from jixiao.dataclass import replace
from jixiao.files.table.remark import read_remark
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.issued import IssuedIndicator, IssuedTable, Piece
from jixiao.model.printed import NONE, SECTIONS, PrintedRow, PrintedTable
from jixiao.model.remark import BLOCK, Remark
from jixiao.model.seen import SeenRow, SeenTable, SeenText, folded
from jixiao.quantity import points_text

EXTRAS = {"": "", "bonus": "加分", "penalty": "减分"}
_PRINTED = frozenset((NONE, *SECTIONS.values()))
"""What a table of ours prints in the place of a category, or above a block."""
NOT_COMPARED = "文件里没有随带的原文，只比对了各项指标和合计；标题、适用、等级和表下面的注没有比对"


def seen_of_issued(table: IssuedTable, printed: PrintedTable) -> SeenTable:
    """Give a table as it is seen; texts that differ from the file's in nothing but blanks are the file's."""
    by_name = {_plain(one.name): one for one in printed.rows}
    rows = [_row(one, by_name.get(_plain(one.name.text))) for one in table.indicators]
    rows.sort(key=lambda row: list(EXTRAS.values()).index(row.extra or ""))
    full = table.stated_full
    total = None if full is None or table.full is None else SeenText(points_text(table.full), full.place)
    file = Place(table.indicators[0].place.file) if table.indicators else Place("")
    return SeenTable(tuple(rows), full=total, remarks=(Diagnostic(file, NOT_COMPARED),))


def _row(one: IssuedIndicator, known: PrintedRow | None) -> SeenRow:
    points = None if one.points is None else SeenText(points_text(one.points), one.points_at.place)
    row = SeenRow(
        _seen(one.name, "" if known is None else known.name),
        one.place,
        tuple(_seen(level) for level in one.category if _plain(level.text) not in _PRINTED),
        points,
        _seen(one.sentence, "" if known is None else known.standard) if one.sentence.text else None,
        _remark(one, known),
        EXTRAS[one.extra],
    )
    if known is not None and not one.category:
        row = replace(row, levels=None)
    return row


def _remark(one: IssuedIndicator, known: PrintedRow | None) -> SeenText | None:
    """Give 指标说明: what the table says of it, and of what it says nothing what the file says."""
    own = Remark() if known is None else known.remark
    said = [piece for piece in (one.explanation, one.formula, one.target) if piece is not None]
    if not said:
        return None if known is not None else SeenText("", one.place)
    whole = "" if one.explanation is None else one.explanation.text
    if known is not None and _plain(whole) == _plain(own.text):
        return SeenText(folded(own.text), said[0].place)
    read = read_remark(folded(whole))
    remark = Remark(
        _text(read.explanation.removeprefix(BLOCK), own.explanation),
        _text(read.formula or _new_formula(one.formula, own.explanation), own.formula),
        _text(read.target or _words(one.target), own.target),
        own.is_block,
    )
    return SeenText(folded(remark.text), said[0].place)


def _new_formula(said: Piece | None, explanation: str) -> str:
    """Give a formula as the table words it; "" where the file's 说明 words it so already: its 公式 was made of that."""
    words = _words(said)
    return "" if _plain(words) in _plain(explanation) else words


def _words(piece: Piece | None) -> str:
    return "" if piece is None else piece.text


def _text(said: str, own: str) -> str:
    """Choose what the file has where the table says nothing, or the same but for blanks."""
    return own if not said or _plain(said) == _plain(own) else said


def _seen(piece: Piece, own: str = "") -> SeenText:
    text = own if own and _plain(own) == _plain(piece.text) else piece.text
    return SeenText(folded(text), piece.place)


def _plain(text: str) -> str:
    return "".join(text.split())
