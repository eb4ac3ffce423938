"""Edits of a YAML text: values replaced, keys put in or taken out, each where it stands, all else as it is."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.dataclass import dataclass, replace
from jixiao.files.yaml.spots import Spot, Spots
from jixiao.files.yaml.style import Setting, written
from jixiao.model.printed import Way

SHARED = "这处文字在 YAML 里用锚点（& 或 *）和别处共用，改一处会改几处"
ABSENT = "YAML 里没有地方写它"
REMARK_INSIDE = "YAML 里这几行之间有备注，改了备注就没有地方放"


class Stuck(Exception):
    """An edit can't be made in this text; says why."""


@dataclass(frozen=True, slots=True)
class _Splice:
    start: int
    end: int
    new: str


class Splices:
    """Gathers edits of one text; `result` gives the text with all of them. Raises Stuck for one that can't be made."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spots = Spots(text)
        self._made: dict[int, _Splice] = {}

    @property
    def spots(self) -> Spots:
        """Where things stand in the text as it was."""
        return self._spots

    def set_text(self, way: Way, text: str, *, may_be_number: bool = False) -> None:
        """Put another text in the place of one."""
        spot = self._own(way)
        if spot.kind != "text":
            raise Stuck(ABSENT)
        was_number = not spot.style and self._text[spot.start : spot.end].replace(".", "", 1).isdecimal()
        setting = self._setting(spot, may_be_number=may_be_number or was_number)
        self._add(spot.start, spot.end, written(text, setting))

    def set_key(self, way: Way, text: str) -> None:
        """Put another name in the place of a key."""
        key = self._own(way).key
        if key is None:
            raise Stuck(ABSENT)
        setting = Setting(style=key.style, is_flow=True, is_alone=False)
        self._add(key.start, key.end, written(text, setting))

    def put(
        self, way: Way, key: str, text: str, after: Sequence[str], *, may_be_number: bool = False
    ) -> None:
        """Put a key into a mapping, behind the last of those named that it has."""
        around = self._own(way)
        setting = Setting(self._column(around), is_flow=around.is_flow, may_be_number=may_be_number)
        self._put(around, f"{key}: {written(text, setting)}", after)

    def drop(self, way: Way, key: str) -> None:
        """Take a key out of a mapping, with all that stands under it."""
        around = self._own(way)
        spot = around.entry(key)
        if spot is None or spot.key is None:
            return
        place = around.inside.index(spot)
        following = around.inside[place + 1].key if place + 1 < len(around.inside) else None
        if around.is_flow and place:
            self._add(around.inside[place - 1].end, spot.end, "")
        elif around.is_flow or not place:
            if following is None or self._text[spot.end : following.start].strip(" \n,"):
                raise Stuck(REMARK_INSIDE)
            self._add(spot.key.start, following.start, "")
        else:
            start = self._text.rfind("\n", 0, spot.key.start) + 1
            self._add(start, self._line_end(spot.end) + 1, "")

    def set_list(self, way: Way, key: str, texts: Sequence[str], after: Sequence[str]) -> None:
        """Make a key hold a list of texts: its items replaced where there are as many, else all of them anew."""
        around = self._own(way)
        spot = around.entry(key)
        flow = "[" + ", ".join(written(one, Setting(is_flow=True)) for one in texts) + "]"
        if spot is None:
            if texts:
                self._put(around, f"{key}: {flow}", after)
        elif not texts:
            self.drop(way, key)
        elif spot.kind == "list" and len(spot.inside) == len(texts):
            for one, text in zip(spot.inside, texts, strict=True):
                self.set_text(one.way, text)
        else:
            self._own(spot.way)
            start = spot.start if spot.is_flow or spot.key is None else spot.key.end
            if "#" in self._text[start : spot.end]:
                raise Stuck(REMARK_INSIDE)
            self._add(start, spot.end, flow if spot.is_flow else f": {flow}")

    def result(self) -> str:
        """Give the text with all edits made."""
        text = self._text
        for one in sorted(self._made.values(), key=lambda one: (one.start, one.end), reverse=True):
            text = text[: one.start] + one.new + text[one.end :]
        return text

    def _put(self, around: Spot, line: str, after: Sequence[str]) -> None:
        named = [one for one in around.inside if one.way[-1] in after]
        if not around.inside or around.kind != "mapping":
            raise Stuck(ABSENT)
        before = (named or around.inside)[-1]
        at = before.end if around.is_flow else self._line_end(before.end)
        new = f", {line}" if around.is_flow else f"\n{' ' * self._column(around)}{line}"
        earlier = self._made.get(-at - 1)
        self._made[-at - 1] = (
            _Splice(at, at, new) if earlier is None else replace(earlier, new=earlier.new + new)
        )

    def _add(self, start: int, end: int, new: str) -> None:
        self._made[start] = _Splice(start, end, new)

    def _own(self, way: Way) -> Spot:
        """Give the value that a way leads to, which stands nowhere else too."""
        spot = self._spots.at(way)
        if spot is None or spot.kind == "alias" or spot.is_anchored:
            raise Stuck(SHARED if spot is not None or self._is_shared(way) else ABSENT)
        return spot

    def _is_shared(self, way: Way) -> bool:
        found = (self._spots.at(way[:length]) for length in range(len(way)))
        return any(one is not None and (one.kind == "alias" or one.is_anchored) for one in found)

    def _setting(self, spot: Spot, *, may_be_number: bool) -> Setting:
        around = self._spots.at(spot.way[:-1])
        is_flow = any(
            one is not None and one.is_flow
            for one in (self._spots.at(spot.way[:length]) for length in range(len(spot.way)))
        )
        column = self._column(around) if around is not None else 0
        rest = self._text[spot.end : self._line_end(spot.end)]
        return Setting(column, spot.style, is_flow, not rest.strip(), may_be_number)

    def _column(self, around: Spot) -> int:
        """Give the column of the keys of a mapping, or of the items of a list."""
        first = around.inside[0] if around.inside else around
        start = first.key.start if first.key is not None else first.start
        return start - (self._text.rfind("\n", 0, start) + 1)

    def _line_end(self, at: int) -> int:
        found = self._text.find("\n", at)
        return len(self._text) if found < 0 else found
