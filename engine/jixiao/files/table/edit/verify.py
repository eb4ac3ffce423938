"""The file after its edits, printed again and held against the cells: what does not say the same is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jixiao.files.table.edit import messages
from jixiao.files.table.edit.same import same_name, same_points, same_remark, same_text
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.messages import filled
from jixiao.model.printed import PrintedRow, PrintedTable, in_order
from jixiao.model.seen import SeenRow, SeenTable, SeenText, folded

Same = Callable[[str, str], bool]


def differences(before: PrintedTable, after: PrintedTable, seen: SeenTable) -> tuple[Diagnostic, ...]:
    """Give every cell that the edited file does not print as it is seen."""
    return tuple(_differences(before, after, seen))


def _differences(before: PrintedTable, after: PrintedTable, seen: SeenTable) -> Iterator[Diagnostic]:
    rows = in_order(after)
    if len(rows) != len(seen.rows):
        yield Diagnostic(seen.rows[0].place if seen.rows else Place(""), messages.ORDER)
        return
    for row, printed in zip(seen.rows, rows, strict=True):
        yield from _row(row, printed)
    for text, printed_text in ((seen.title, after.title.text), (seen.scope, after.scope.text)):
        yield from _cell(text, printed_text, same_text)
    yield from _cell(seen.full, after.full, same_points)
    known = {folded(one.text) for one in (*before.notes, *after.notes)}
    for note in seen.notes or ():
        if folded(note.text) not in known:
            yield _not_said(note, "")


def _row(row: SeenRow, printed: PrintedRow) -> Iterator[Diagnostic]:
    yield from _cell(row.name, printed.name, same_name)
    yield from _cell(row.points, printed.points, same_points)
    yield from _cell(row.standard, printed.standard, same_text)
    yield from _cell(row.remark, printed.remark.text, same_remark)
    if row.levels is not None:
        levels = [one.text for one in row.levels]
        if len(levels) != len(printed.levels) or not all(map(same_name, levels, printed.levels)):
            yield _not_said(SeenText("／".join(levels), row.place), "／".join(printed.levels))
    if row.extra is not None and row.extra != printed.extra:
        yield _not_said(SeenText(row.extra, row.place), printed.extra)


def _cell(seen: SeenText | None, printed: str, same: Same) -> Iterator[Diagnostic]:
    if seen is not None and not same(seen.text, printed):
        yield _not_said(seen, printed)


def _not_said(seen: SeenText, got: str) -> Diagnostic:
    return Diagnostic(seen.place, filled(messages.NOT_SAID, seen=seen.text, got=got))
