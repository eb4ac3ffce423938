"""Where every key and value of a YAML text stands, from its first character to its last, by the way that leads there."""

from __future__ import annotations

import yaml

from jixiao.dataclass import dataclass, field
from jixiao.files.yaml.events import events
from jixiao.model.printed import Way


@dataclass(slots=True)
class Spot:
    """A value: from `start` to before `end`; `style` is a text's quotation mark, | or >; `key` where it stands in a mapping."""

    way: Way
    start: int
    end: int
    kind: str
    """text, list, mapping, or alias."""
    style: str = ""
    is_flow: bool = False
    is_anchored: bool = False
    key: Spot | None = None
    inside: list[Spot] = field(default_factory=list)

    def entry(self, name: str) -> Spot | None:
        """Give the value under a key of a mapping."""
        return next((one for one in self.inside if one.way[-1] == name), None)


class Spots:
    """All values of a text that was parsed before; what aliases stand for is not gone into."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._by_way: dict[Way, Spot] = {}
        self._open: list[Spot] = []
        self._key: Spot | None = None
        for event in events(text):
            self._take(event)

    def at(self, way: Way) -> Spot | None:
        """Give the value that a way leads to; None where there is none of its own."""
        return self._by_way.get(way)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
            return
        if not isinstance(event, yaml.NodeEvent):
            return
        around = self._open[-1] if self._open else None
        spot = self._spot(event)
        if around is not None and around.kind == "mapping" and self._key is None:
            self._key = spot
            return
        self._place(spot, around)
        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append(spot)

    def _spot(self, event: yaml.NodeEvent) -> Spot:
        start, end = _index(event.start_mark), _index(event.end_mark)
        is_anchored = event.anchor is not None
        if isinstance(event, yaml.ScalarEvent):
            if event.style in ("|", ">"):
                end = start + len(self.text[start:end].rstrip("\n"))
            return Spot((), start, end, "text", event.style or "", is_anchored=is_anchored)
        if isinstance(event, yaml.CollectionStartEvent):
            kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
            return Spot((), start, end, kind, is_flow=bool(event.flow_style), is_anchored=is_anchored)
        return Spot((), start, end, "alias")

    def _place(self, spot: Spot, around: Spot | None) -> None:
        if around is not None and around.kind == "mapping":
            key, self._key = self._key, None
            assert key is not None
            spot.key, spot.way = key, (*around.way, _name(self.text, key))
        elif around is not None:
            spot.way = (*around.way, len(around.inside))
        if around is not None:
            around.inside.append(spot)
        self._by_way[spot.way] = spot

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        done = self._open.pop()
        if done.is_flow:
            done.end = _index(event.end_mark)
        elif done.inside:
            done.end = done.inside[-1].end


def _index(mark: object) -> int:
    """Give where a mark of the parser is, which is of one of two classes."""
    index: int = getattr(mark, "index")  # noqa: B009
    return index


def _name(text: str, key: Spot) -> str:
    """Give what a key says."""
    written = text[key.start : key.end]
    return str(yaml.safe_load(f"[{written}]")[0]) if key.style else written
