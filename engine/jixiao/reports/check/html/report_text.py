"""The text of a report with its figures marked where they stand, each a link to what uses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from jixiao.dataclass import dataclass
from jixiao.model.evidence import Evidence, Key, Mark
from jixiao.reports.check.html.anchors import Anchors
from jixiao.reports.check.html.blocks import Block, Piece, blocks_of
from jixiao.reports.page.html import Child, Verbatim, element

MAX_USES = 4
"""Most uses that stand behind a figure in the text; the list has them all."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a statement: in few signs, in words, and where that is told."""

    short: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Marks that overlap, shown as one."""

    start: int
    end: int
    id: str
    marks: tuple[Mark, ...]


def clusters_of(evidence: Evidence, document: int, anchors: Anchors) -> tuple[Cluster, ...]:
    """Give the marks of a text in its order, those that overlap together.

    INVARIANT: each begins with a sign that can be seen, so that what links to it leads somewhere.
    """
    found: list[tuple[int, int, list[Mark]]] = []
    for mark in sorted(evidence.marks, key=lambda one: (one.span.start, one.span.end)):
        if found and mark.span.start < found[-1][1]:
            start, end, marks = found.pop()
            found.append((start, max(end, mark.span.end), [*marks, mark]))
        else:
            found.append((mark.span.start, mark.span.end, [mark]))
    seen = [(end - len(evidence.text[start:end].lstrip()), end, marks) for start, end, marks in found]
    return tuple(
        Cluster(start, end, anchors.mark(document, number), tuple(marks))
        for number, (start, end, marks) in enumerate(seen)
        if start < end
    )


@dataclass(frozen=True, slots=True)
class ReportText:
    """Writes a text; `places` leads from a key to statements of the case, `uses` from a statement to its uses."""

    anchors: Anchors
    places: Mapping[Key, Sequence[int]]
    uses: Mapping[int, Sequence[Use]]

    def written(self, evidence: Evidence, clusters: Sequence[Cluster]) -> Element:
        """Give the whole text: paragraphs and tables."""
        blocks = blocks_of(evidence, [one.start for one in clusters])
        return element("div", *(self._block(evidence.text, one, clusters) for one in blocks), class_="text")

    def _block(self, text: str, block: Block, clusters: Sequence[Cluster]) -> Element:
        if isinstance(block, Piece):
            return element("p", *self._pieces(text, block.start, block.end, clusters))
        rows = [element("tr", *(self._cell(text, cell, clusters) for cell in row)) for row in block]
        table = element("table", element("tbody", *rows))
        return element("div", table, class_="wide", tabindex="0", role="region", aria_label="报告里的表")

    def _cell(self, text: str, cell: Piece, clusters: Sequence[Cluster]) -> Element:
        covers = {"rowspan": cell.rows, "colspan": cell.columns}
        attributes = {name: str(count) for name, count in covers.items() if count > 1}
        return element("td", *self._pieces(text, cell.start, cell.end, clusters), **attributes)

    def _pieces(self, text: str, start: int, end: int, clusters: Sequence[Cluster]) -> Iterator[Child]:
        """Yield a stretch of the text, figures marked; what begins before it or goes on behind it is cut."""
        done = start
        for one in _within(clusters, start, end):
            first, last = max(one.start, start), min(one.end, end)
            yield Verbatim(text[done:first])
            yield from self._marked(one, text[first:last], begins=first == one.start, ends=last == one.end)
            done = last
        yield Verbatim(text[done:end])

    def _marked(self, one: Cluster, words: str, *, begins: bool, ends: bool) -> Iterator[Child]:
        places = list(dict.fromkeys(place for mark in one.marks for place in self._places(mark)))
        kind = "" if places else "idle"
        doubts = "；".join(dict.fromkeys(mark.doubt for mark in one.marks if mark.doubt))
        told = "、".join(dict.fromkeys(f"{mark.item} {mark.value}" for mark in one.marks))
        said = f"{told}{'' if places else '：案例没有用这个数'}{f'。存疑：{doubts}' if doubts else ''}"
        attributes = {"title": said, "class_": f"{kind} doubt".strip() if doubts else kind}
        if begins:
            attributes["id"] = one.id
        shown: Child = Verbatim(words)
        if places:
            shown = element("a", Verbatim(words), href=f"#{self.anchors.stated(places[0])}")
        yield element("mark", shown, **{name: value for name, value in attributes.items() if value})
        if ends and (chips := self._chips(places, doubtful=bool(doubts))) is not None:
            yield chips

    def _places(self, mark: Mark) -> Sequence[int]:
        return () if mark.key is None else self.places.get(mark.key, ())

    def _chips(self, places: Sequence[int], *, doubtful: bool) -> Element | None:
        uses = list(dict.fromkeys(use for place in places for use in self.uses.get(place, ())))
        chips: list[Child] = ["存疑"] if doubtful else []
        chips += [
            element("a", use.short, href=use.href, title=use.name, aria_label=use.name)
            for use in uses[:MAX_USES]
        ]
        if len(uses) > MAX_USES:
            chips.append(element("a", "…", href=f"#{self.anchors.stated(places[0])}", aria_label="其余用处"))
        return element("span", *chips, class_="uses") if chips else None


def _within(clusters: Sequence[Cluster], start: int, end: int) -> Iterator[Cluster]:
    """Yield the clusters that reach into a stretch; they are in order and apart."""
    low, high = 0, len(clusters)
    while low < high:
        middle = (low + high) // 2
        if clusters[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    for one in clusters[low:]:
        if one.start >= end:
            return
        yield one
