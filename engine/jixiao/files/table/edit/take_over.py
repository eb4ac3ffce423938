"""A table's file, and the table as somebody edited it in Excel or Word → the file with those edits, and nothing else changed."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.files.schema.document import document_of
from jixiao.files.table.edit import messages
from jixiao.files.table.edit.lines import cells_by_line
from jixiao.files.table.edit.new_row import free_code, new_row
from jixiao.files.table.edit.order import Entry, order_of
from jixiao.files.table.edit.pairing import pair_rows
from jixiao.files.table.edit.plan import Plan
from jixiao.files.table.edit.references import follow_names
from jixiao.files.table.edit.verify import differences
from jixiao.files.table.printed import INDICATORS, print_table
from jixiao.files.yaml.items import New, rearranged
from jixiao.files.yaml.original import Original
from jixiao.files.yaml.splices import Stuck
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled
from jixiao.model.printed import PrintedTable, in_order
from jixiao.model.seen import SeenRow, SeenTable, folded
from jixiao.model.takeover import Edit, Takeover
from jixiao.model.wording import quoted


def take_over(data: bytes, file: str, seen: SeenTable) -> Takeover:
    """Give a table's file with the edits that the table shows.

    Raises Refused, at the cells, for all that can't be carried over; nothing is changed then.
    """
    original = Original.of(data, file)
    root = document_of(original.text, file, "ruleset").root
    printed = print_table(root)
    rows = in_order(printed)
    pairs = [None if place is None else rows[place].number for place in pair_rows(rows, seen.rows)]
    plan = Plan(original.text)
    plan.problems += seen.over
    _refuse_rows(seen.rows, pairs, plan)
    for row, number in zip(seen.rows, pairs, strict=True):
        if number is not None:
            plan.row(printed.rows[number], row)
    _whole(printed, seen, plan)
    follow_names(root, plan)
    order = order_of(printed.rows, seen.rows, pairs)
    _tell_rows(printed, seen, pairs, order, plan)
    if plan.problems:
        raise Refused(*plan.problems)
    text = _ordered(plan.splices.result(), printed, seen.rows, order)
    if text is None:
        raise Refused(Diagnostic(_file(seen), messages.ORDER))
    if text == original.text:
        return Takeover(data, data, text, (), seen.remarks)
    new = document_of(text, file, "ruleset").root
    after = print_table(new)
    wrong = differences(printed, after, seen)
    if wrong:
        raise Refused(*wrong)
    cells = cells_by_line(new, after, seen)
    remarks = (*seen.remarks, *plan.remarks)
    return Takeover(data, original.revised(text), text, tuple(plan.edits), remarks, cells)


def _refuse_rows(rows: Sequence[SeenRow], pairs: Sequence[int | None], plan: Plan) -> None:
    if not rows:
        plan.refuse(Place(""), messages.NO_ROWS)
    known: set[str] = set()
    for row, number in zip(rows, pairs, strict=True):
        name = "".join(row.name.text.split())
        if name in known:
            plan.refuse(row.name.place, messages.SAME_NAME, name=name)
        known.add(name)
        for text, message in ((row.points, messages.NO_POINTS), (row.standard, messages.NO_STANDARD)):
            if (text is None and number is None) or (text is not None and not text.text):
                plan.refuse(row.place if text is None else text.place, message, name=name)


def _whole(printed: PrintedTable, seen: SeenTable, plan: Plan) -> None:
    """Take over what stands above and below the rows."""
    if seen.title is not None:
        plan.printed(printed.title, seen.title, "标题")
    if seen.scope is not None:
        plan.printed(printed.scope, seen.scope, "适用和版本")
    if seen.full is not None:
        plan.full(printed.full, seen.full)
    if seen.notes is None:
        return
    waiting = list(seen.notes)
    lost = []
    for note in printed.notes:
        found = next((one for one in waiting if folded(one.text) == folded(note.text)), None)
        if found is None:
            lost.append(note)
        else:
            waiting.remove(found)
    for note in lost:
        label = _label(note.text)
        found = next((one for one in waiting if _label(one.text) == label), None)
        if found is None:
            plan.refuse(_file(seen), messages.NO_NOTE, text=note.text)
        else:
            waiting.remove(found)
            plan.printed(note, found, label)
    for one in waiting:
        plan.refuse(one.place, messages.NEW_NOTE, text=one.text)


def _file(seen: SeenTable) -> Place:
    """Give the file as a place."""
    return Place(seen.rows[0].place.file) if seen.rows else Place("")


def _label(text: str) -> str:
    return text.partition("：")[0].strip()


def _tell_rows(
    printed: PrintedTable,
    seen: SeenTable,
    pairs: Sequence[int | None],
    order: Sequence[Entry],
    plan: Plan,
) -> None:
    """Tell of rows that are new, gone or moved."""
    for row, number in zip(seen.rows, pairs, strict=True):
        if number is None:
            standard = "" if row.standard is None else row.standard.text
            plan.edits.append(Edit(row.place, f"新增指标{quoted(row.name.text)}", "", standard))
    kept = {number for number in pairs if number is not None}
    place = _file(seen)
    for one in printed.rows:
        if one.number not in kept:
            plan.edits.append(Edit(place, f"删去指标{quoted(one.name)}", one.standard, ""))
    numbers = [one for one in order if isinstance(one, int)]
    if numbers != sorted(numbers):
        names = "、".join(printed.rows[number].name for number in numbers)
        plan.edits.append(Edit(place, "指标的顺序", "", names))


def _ordered(text: str, printed: PrintedTable, rows: Sequence[SeenRow], order: Sequence[Entry]) -> str | None:
    """Put the indicators in their order, with those that are new; None where the text can't have that."""
    if list(order) == [one.number for one in printed.rows]:
        return text
    codes = {one.code for one in printed.rows}
    made: list[int | New] = []
    levels: list[tuple[str, ...]] = []
    for one in order:
        if isinstance(one, int):
            made.append(one)
            levels.append(printed.rows[one].levels)
        else:
            code = free_code(codes)
            codes.add(code)
            row = rows[int(one)]
            made.append(new_row(row, code))
            levels.append(tuple(level.text for level in row.levels or ()))
    joining = {
        place
        for place, own in enumerate(levels)
        if place and place + 1 < len(levels) and own == levels[place + 1] and own != levels[place - 1]
    }
    try:
        return rearranged(text, (INDICATORS,), made, joining)
    except Stuck as stuck:
        text = filled("{why}", why=str(stuck))
        raise Refused(Diagnostic(rows[0].place, text)) from stuck
