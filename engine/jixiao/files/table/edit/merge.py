"""A table was edited in Excel or Word, and its file too since then: the edits of both, or where they contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jixiao.dataclass import replace
from jixiao.files.table.edit import messages
from jixiao.files.table.edit.pairing import pair_rows
from jixiao.files.table.edit.same import same_name, same_points, same_remark, same_text
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled
from jixiao.model.printed import SECTIONS as HEADS, PrintedRow, PrintedTable, in_order
from jixiao.model.seen import SeenRow, SeenTable, SeenText, folded

Same = Callable[[str, str], bool]
SECTIONS = ("", *HEADS)


def merged(base: PrintedTable, seen: SeenTable, theirs: PrintedTable) -> SeenTable:
    """Give the table as it is to be: `base` with what was edited in `seen` and what was edited in `theirs`.

    Raises Refused at each cell that both edited, each otherwise.
    """
    made = _Merge(base, seen, theirs)
    table = made.table()
    if made.problems:
        raise Refused(*made.problems)
    return table


class _Merge:
    def __init__(self, base: PrintedTable, seen: SeenTable, theirs: PrintedTable) -> None:
        self._base, self._seen, self._theirs = base, seen, theirs
        self.problems: list[Diagnostic] = []

    def table(self) -> SeenTable:
        base, seen, theirs = self._base, self._seen, self._theirs
        return replace(
            seen,
            rows=self._rows(),
            title=self._text(seen.title, base.title.text, theirs.title.text, same_text),
            scope=self._text(seen.scope, base.scope.text, theirs.scope.text, same_text),
            full=self._text(seen.full, base.full, theirs.full, same_points),
            notes=self._notes(),
        )

    def _text(self, seen: SeenText | None, base: str, theirs: str, same: Same) -> SeenText | None:
        """Choose between a cell and the file: whichever was edited; both only where they say the same."""
        if seen is None or same(seen.text, theirs) or same(base, theirs):
            return seen
        if not same(seen.text, base):
            text = filled(messages.CONFLICT, base=base, seen=seen.text, theirs=theirs)
            self.problems.append(Diagnostic(seen.place, text))
        return SeenText(folded(theirs), seen.place)

    def _notes(self) -> tuple[SeenText, ...] | None:
        seen = self._seen.notes
        base, theirs = ([folded(one.text) for one in table.notes] for table in (self._base, self._theirs))
        if seen is None or sorted(base) == sorted(folded(one.text) for one in seen):
            return None
        if base != theirs:
            new = next((one for one in seen if folded(one.text) not in base), None)
            place = self._file() if new is None else new.place
            self.problems.append(Diagnostic(place, messages.CONFLICT_NOTES))
        return seen

    def _rows(self) -> tuple[SeenRow, ...]:
        base = in_order(self._base)
        theirs = in_order(self._theirs)
        by_code = {one.code: one for one in theirs}
        pairs = pair_rows(base, self._seen.rows)
        mine: list[tuple[str, SeenRow]] = []
        for number, (row, place) in enumerate(zip(self._seen.rows, pairs, strict=True)):
            if place is None:
                mine.append((f"新{number}", row))
            elif base[place].code in by_code:
                mine.append((base[place].code, self._row(row, base[place], by_code[base[place].code])))
            elif not _is_same(row, base[place]):
                self._refuse(row.place, messages.CONFLICT_GONE, base[place].name)
        known = {code for code, _ in mine}
        old = {one.code: one for one in base}
        for one in theirs:
            if one.code in old and one.code not in known and not _is_equal(one, old[one.code]):
                self._refuse(self._file(), messages.CONFLICT_EDITED, one.name)
        return self._ordered(mine, [one for one in theirs if one.code in known or one.code not in old], base)

    def _ordered(
        self, mine: Sequence[tuple[str, SeenRow]], theirs: Sequence[PrintedRow], base: Sequence[PrintedRow]
    ) -> tuple[SeenRow, ...]:
        """Put the rows in the order of whichever side changed it, those that the other added behind what they stood behind."""
        rows = dict(mine)
        rows |= {one.code: _seen(one, self._file()) for one in theirs if one.code not in rows}
        ours, others = [code for code, _ in mine], [one.code for one in theirs]
        was = [one.code for one in base]
        is_ours_new = _shared(ours, others) != _shared(was, ours, others)
        is_theirs_new = _shared(others, ours) != _shared(was, ours, others)
        if is_ours_new and is_theirs_new and _shared(ours, others) != _shared(others, ours):
            self.problems.append(Diagnostic(self._file(), messages.CONFLICT_ORDER))
        first, second = (others, ours) if is_theirs_new else (ours, others)
        order = [*first]
        for place, code in enumerate(second):
            if code not in order:
                before = second[place - 1] if place else None
                order.insert(order.index(before) + 1 if before is not None else 0, code)
        found = [rows[code] for code in order]
        return tuple(sorted(found, key=lambda row: SECTIONS.index(row.extra or "")))

    def _row(self, seen: SeenRow, base: PrintedRow, theirs: PrintedRow) -> SeenRow:
        name = self._text(seen.name, base.name, theirs.name, same_name)
        assert name is not None
        extra = seen.extra if seen.extra != base.extra else theirs.extra
        return replace(
            seen,
            name=name,
            levels=self._levels(seen, base, theirs),
            points=self._text(seen.points, base.points, theirs.points, same_points),
            standard=self._text(seen.standard, base.standard, theirs.standard, same_text),
            remark=self._text(seen.remark, base.remark.text, theirs.remark.text, same_remark),
            extra=extra,
        )

    def _levels(self, seen: SeenRow, base: PrintedRow, theirs: PrintedRow) -> tuple[SeenText, ...] | None:
        if seen.levels is None or base.levels == theirs.levels:
            return seen.levels
        own = tuple(one.text for one in seen.levels)
        if own not in (base.levels, theirs.levels):
            whole = [SeenText("／".join(one), seen.place) for one in (own, base.levels, theirs.levels)]
            self._text(whole[0], whole[1].text, whole[2].text, same_text)
        return tuple(SeenText(one, seen.place) for one in theirs.levels)

    def _refuse(self, place: Place, message: str, name: str) -> None:
        self.problems.append(Diagnostic(place, filled(message, name=name)))

    def _file(self) -> Place:
        return Place(self._seen.rows[0].place.file) if self._seen.rows else Place("")


def _shared(order: Sequence[str], *others: Sequence[str]) -> list[str]:
    return [one for one in order if all(one in other for other in others)]


def _seen(row: PrintedRow, place: Place) -> SeenRow:
    """Give a row of the file as if it stood in the table."""

    def text(said: str) -> SeenText:
        return SeenText(folded(said), place)

    levels = tuple(text(one) for one in row.levels)
    return SeenRow(
        text(row.name), place, levels, text(row.points), text(row.standard), text(row.remark.text), row.extra
    )


def _is_same(seen: SeenRow, row: PrintedRow) -> bool:
    return _texts(seen) == _texts(_seen(row, seen.place))


def _texts(row: SeenRow) -> tuple[str, ...]:
    cells = (row.name, row.points, row.standard, row.remark, *(row.levels or ()))
    return tuple(one.text for one in cells if one is not None)


def _is_equal(one: PrintedRow, other: PrintedRow) -> bool:
    return replace(one, number=0) == replace(other, number=0)
