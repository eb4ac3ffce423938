"""Edits of a table's texts gathered: each is made on the YAML where it stands, told, or refused at its cell."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.files.table.edit import messages
from jixiao.files.table.edit.same import points_of, same_name, same_points, same_remark, same_text
from jixiao.files.table.edit.slots import filled_slots
from jixiao.files.table.remark import read_remark, read_standard
from jixiao.files.yaml.splices import Splices, Stuck
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.messages import filled
from jixiao.model.printed import Printed, PrintedRow, Way
from jixiao.model.remark import Remark
from jixiao.model.seen import SeenRow, SeenText, folded
from jixiao.model.takeover import Edit
from jixiao.model.wording import quoted

ORDER = ("名称", "代码", "归类", "分值", "公式", "目标", "自设", "附加", "评分标准", "定性标准")
"""Keys of an indicator in the order in which we write them; a new one goes behind those before it."""


class Plan:
    """What becomes of one text."""

    def __init__(self, text: str) -> None:
        self.splices = Splices(text)
        self.edits: list[Edit] = []
        self.problems: list[Diagnostic] = []
        self.remarks: list[Diagnostic] = []
        """What is to be told of edits that were made."""
        self.renamed: dict[str, str] = {}
        """Indicators that are called otherwise by now."""
        self.blocks: dict[str, set[str]] = {}
        """What each category of an indicator is called by now."""

    def refuse(self, place: Place, message: str, **pieces: object) -> None:
        """Note what can't be carried over."""
        self.problems.append(Diagnostic(place, filled(message, **pieces)))

    def make(self, edit: Edit, change: Callable[[], None]) -> None:
        """Make a change and tell it; or tell why it can't be made."""
        try:
            change()
        except Stuck as stuck:
            self.refuse(edit.place, messages.STUCK, what=edit.what, new=edit.new, why=str(stuck))
            return
        if edit not in self.edits:  # a line with several slots is one edit
            self.edits.append(edit)

    def printed(self, printed: Printed, seen: SeenText, what: str) -> None:
        """Take over a line: a title, a note."""
        if same_text(printed.text, seen.text):
            return
        found = filled_slots(printed, seen.text)
        if found is None:
            self.refuse(seen.place, messages.NOT_SLOTS, text=seen.text)
            return
        for slot, new in found:
            change = self.splices.set_key if slot.is_key else self.splices.set_text
            edit = Edit(seen.place, what, folded(printed.text), folded(seen.text))
            self.make(edit, lambda change=change, slot=slot, new=new: change(slot.way, new))  # type: ignore[misc]

    def full(self, printed: str, seen: SeenText) -> None:
        """Take over the total."""
        if not same_points(printed, seen.text):
            edit = Edit(seen.place, "满分", printed, seen.text)
            text = filled(messages.FULL_CHANGED, old=printed, new=seen.text)
            self.remarks.append(Diagnostic(seen.place, text))
            self.make(
                edit, lambda: self.splices.set_text(("满分",), points_of(seen.text), may_be_number=True)
            )

    def row(self, printed: PrintedRow, seen: SeenRow) -> None:
        """Take over the cells of an indicator."""
        way: Way = ("指标", printed.number)
        called = quoted(printed.name)
        if not same_name(printed.name, seen.name.text):
            new = "".join(seen.name.text.split("\n"))
            self.renamed[printed.name] = new
            edit = Edit(seen.name.place, f"{called}的名称", printed.name, new)
            self.make(edit, lambda: self.splices.set_text((*way, "名称"), new))
        self._levels(printed, seen, way)
        points = seen.points
        if points is not None and not same_points(printed.points, points.text):
            edit = Edit(points.place, f"{called}的分值", printed.points, points.text)
            new_points = points_of(points.text)
            self.make(edit, lambda: self.splices.set_text((*way, "分值"), new_points, may_be_number=True))
        if seen.standard is not None and not same_text(printed.standard, seen.standard.text):
            self._standard(printed, seen.standard, way)
        if seen.remark is not None and not same_remark(printed.remark.text, seen.remark.text):
            self._remark(printed, seen.remark, way)
        if seen.extra is not None and seen.extra != printed.extra:
            edit = Edit(seen.place, f"{called}的附加", printed.extra, seen.extra)
            self.make(edit, lambda: self._put(way, "附加", printed.extra, seen.extra or ""))

    def _levels(self, printed: PrintedRow, seen: SeenRow, way: Way) -> None:
        if seen.levels is None:
            self.blocks.update({one: {one} for one in printed.levels})
            return
        new = ["".join(one.text.split("\n")) for one in seen.levels]
        old = printed.levels
        for at, one in enumerate(old):
            self.blocks.setdefault(one, set()).add(new[at] if len(new) == len(old) else "")
        if len(old) == len(new) and all(map(same_name, old, new)):
            return
        place = next(
            (
                one.place
                for at, one in enumerate(seen.levels)
                if at >= len(old) or not same_name(old[at], new[at])
            ),
            seen.place,
        )
        edit = Edit(place, f"{quoted(printed.name)}的归类", "／".join(old), "／".join(new))
        self.make(edit, lambda: self.splices.set_list(way, "归类", new, ("名称", "代码")))

    def _standard(self, printed: PrintedRow, seen: SeenText, way: Way) -> None:
        old, new = read_standard(folded(printed.standard)), read_standard(folded(seen.text))
        if bool(old[1]) != bool(new[1]):
            self.refuse(seen.place, messages.QUALITATIVE_CHANGED)
            return
        for key, before, after in zip(("评分标准", "定性标准"), old, new, strict=True):
            if before != after:
                edit = Edit(seen.place, f"{quoted(printed.name)}的{key}", before, after)
                self.make(edit, lambda key=key, after=after: self.splices.set_text((*way, key), after))  # type: ignore[misc]

    def _remark(self, printed: PrintedRow, seen: SeenText, way: Way) -> None:
        old, new = printed.remark, read_remark(folded(seen.text))
        if old.is_block != new.is_block:
            self.refuse(seen.place, messages.BLOCK_CHANGED)
            return
        for key, before, after in zip(("说明", "公式", "目标"), _texts(old), _texts(new), strict=True):
            if folded(before) != after:
                edit = Edit(seen.place, f"{quoted(printed.name)}的{key}", before, after)
                self.make(
                    edit,
                    lambda key=key, before=before, after=after: self._put(way, key, before, after),  # type: ignore[misc]
                )

    def _put(self, way: Way, key: str, before: str, after: str) -> None:
        """Make a key say something: put in where there was none, taken out where there is nothing to say."""
        if not after:
            self.splices.drop(way, key)
        elif before:
            self.splices.set_text((*way, key), after)
        else:
            behind = ORDER[: ORDER.index(key)] if key in ORDER else ()
            self.splices.put(way, key, after, behind)


def _texts(remark: Remark) -> tuple[str, str, str]:
    return remark.explanation, remark.formula, remark.target
