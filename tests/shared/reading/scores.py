"""How many figures of the truth a reading gives, by statement: right item, measure, value, unit, year and span.

The same count as `score.py` beside the ten reports of ../shared/reading, so that the two can be compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.documents.paper import Paper, Table
from jixiao.model.reading import ReadFigure, Reading
from shared.reading.truth import Report, Wanted

MEASURES = {
    "较上年增减额": "change",
    "较上年增减率": "growth",
    "较预算增减额": "change",
    "较预算增减率": "growth",
    "占比": "share",
    "完成率": "completion",
}
"""How the truth's full name ends where the reader tells a measure."""
UNITS: dict[str, tuple[str, Fraction]] = {
    **{name: ("元", Fraction(factor)) for name, factor in (("元", 1), ("千元", 1_000), ("万元", 10_000), ("万", 10_000))},
    **{name: ("元", Fraction(10**8)) for name in ("亿元", "亿")},
    **{name: ("", Fraction(1, 100)) for name in ("%", "百分比")},
    **{name: ("人", Fraction(1)) for name in ("人", "名")},
    **{name: ("辆", Fraction(1)) for name in ("辆", "台", "部")},
    **{name: ("批", Fraction(1)) for name in ("批", "批次", "次")},
    **{name: ("平方米", Fraction(1)) for name in ("平方米", "㎡")},
}  # fmt: skip
_WIDE = str.maketrans("０１２３４５６７８９．，％－＋", "0123456789.,%-+")
_LEFT_OUT = re.compile(r"[“”\"（）()、\s]|本年|全年|数$|决算数$|金额$")
"""What units leave out of a name."""
Amount = tuple[Fraction, str]


@dataclass
class Score:
    """Counts of one report, or of several."""

    figures: int = 0
    found: int = 0
    right: int = 0
    said: int = 0
    extra: int = 0
    known: int = 0
    known_found: int = 0
    known_right: int = 0
    wrong_spans: int = 0
    layouts: Counter[str] = field(default_factory=Counter)
    """How many figures of the truth stand in each kind of layout."""
    layouts_right: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The part of the truth that was read right."""
        return self.right / max(1, self.figures)

    @property
    def precision(self) -> float:
        """The part of what was read that is right; what nobody annotated is not."""
        return self.right / max(1, self.found + self.extra)

    @property
    def known_recall(self) -> float:
        """Recall of what items.yaml names."""
        return self.known_right / max(1, self.known)

    @property
    def known_precision(self) -> float:
        """Precision of what items.yaml names."""
        return self.known_right / max(1, self.known_found + self.extra)

    def add(self, other: Score) -> None:
        """Count another report too."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


def score(report: Report, reading: Reading, known: Collection[str]) -> Score:
    """Count what a reading of the report's own text gives; `known` are the names and aliases of items."""
    known = frozenset(map(bare, known))
    said, used = list(reading.figures), set[int]()
    counted = Score(figures=len(report.figures), said=len(said))
    counted.wrong_spans = sum(not _is_its_place(one, report.text) for one in said)
    for wanted in report.figures:
        fits = [
            one
            for one in said
            if id(one) not in used and _inside(one.span.start, one.span.end, wanted.places) and fits_amount(one, wanted)
        ]  # fmt: skip
        is_known = not names(wanted.item).isdisjoint(known)
        right = [one for one in fits if is_right(one, wanted, report.year, is_known=True)]
        right = right or [one for one in fits if is_right(one, wanted, report.year, is_known=is_known)]
        hit = next(iter(right or fits), None)
        claimed = hit is None and any(
            _inside(one.span.start, one.span.end, wanted.places) for one in reading.claims
        )
        if hit is not None:
            used.add(id(hit))
        _count(
            counted,
            wanted,
            layout_at(report.paper, wanted.places[0][0]),
            hit,
            bool(right) or claimed,
            is_known,
        )
        counted.found += claimed
        counted.known_found += claimed and is_known
    spoken_for = (*(place for one in report.figures for place in one.places), *report.ignored)
    extras = [
        one for one in said if id(one) not in used and not _inside(one.span.start, one.span.end, spoken_for)
    ]
    counted.extra = len(extras)
    counted.misses += [f"extra: {one.item} {one.value}{one.unit}" for one in extras]
    return counted


def _count(
    counted: Score, wanted: Wanted, layout: str, hit: ReadFigure | None, right: bool, is_known: bool
) -> None:
    counted.layouts[layout] += 1
    counted.found += hit is not None
    counted.known += is_known
    counted.known_found += is_known and hit is not None
    if right:
        counted.right += 1
        counted.known_right += is_known
        counted.layouts_right[layout] += 1
        return
    read = "not read" if hit is None else f"{hit.item} {hit.measure.word} {hit.value}{hit.unit} {hit.year}"
    counted.misses.append(f"{layout}: {wanted.item} {wanted.value}{wanted.unit} in “{wanted.words}”: {read}")


def is_right(figure: ReadFigure, wanted: Wanted, year: int | None, *, is_known: bool) -> bool:
    """Whether a figure of this value tells the right thing; what no item knows may be called anything."""
    value, want = amount(figure.value, figure.unit), amount(wanted.value, wanted.unit)
    if value is None or want is None or value[0] != want[0]:
        return False
    if not is_known:
        return True
    named = any(
        bare(name) == bare(figure.item) and measure == figure.measure for name, measure in told(wanted.item)
    )
    return named and (figure.year is None or year is None or figure.year == (wanted.year or year))


def fits_amount(figure: ReadFigure, wanted: Wanted) -> bool:
    """Whether a figure is of this amount, whatever its sign."""
    value, want = amount(figure.value, figure.unit), amount(wanted.value, wanted.unit)
    if value is None or want is None:
        return False
    return abs(value[0]) == abs(want[0]) and (value[1] == want[1] or not wanted.unit)


def amount(value: str, unit: str) -> Amount | None:
    """Give an amount in the unit that others are compared in."""
    kind, factor = UNITS.get(unit.strip(), (unit, Fraction(1)))
    number = _number(value)
    return None if number is None else (number * factor, kind if unit.strip() else "")


def _number(text: str) -> Fraction | None:
    text = text.translate(_WIDE).replace(",", "").replace(" ", "").strip()
    if text == "无":
        return Fraction(0)
    for word, factor in (("万", 10**4), ("亿", 10**8)):
        if text.endswith(word):
            number = _number(text[:-1])
            return None if number is None else number * factor
    try:
        return Fraction(text.rstrip("."))
    except (ValueError, ZeroDivisionError):
        return None


def told(item: str) -> set[tuple[str, str]]:
    """Give the names and measures under which a thing of the truth may be told."""
    split = {(item.removesuffix(end), measure) for end, measure in MEASURES.items() if item.endswith(end)}
    return {(item, "value"), *split}


def names(item: str) -> set[str]:
    """Give the names that a thing of the truth may be known by, as names are compared."""
    return {bare(name) for name, _ in told(item)}


def bare(name: str) -> str:
    """Give a name without what units leave out, as names are compared."""
    return _LEFT_OUT.sub("", name)


def _inside(start: int, end: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in places)


def _is_its_place(figure: ReadFigure, text: str) -> bool:
    return "".join(text[figure.span.start : figure.span.end].split()) == "".join(figure.quote.split())


# ── Layouts ───────────────────────────────────────────────────────────────────────────────────────


def layout_at(paper: Paper, place: int) -> str:
    """Name the layout that a place of a plain text stands in."""
    table = next((one for one in tables_of(paper) if one.span.start <= place < one.span.end), None)
    if table is None:
        return "prose"
    words = paper.words(table.span)
    if not table.complete:
        return "rows"
    if any(bar in words for bar in "|｜│┃"):
        return "bars"
    tabbed = paper.text[max(0, table.span.start - 1) : table.span.start] == "\t"
    return "tabbed" if tabbed else "stacked"


def tables_of(paper: Paper) -> Sequence[Table]:
    """Give the tables of a paper."""
    return [one for one in paper.blocks if isinstance(one, Table)]


# ── Without places ────────────────────────────────────────────────────────────────────────────────


def recalled(
    wanted: Iterable[Wanted], figures: Iterable[ReadFigure], year: int | None, known: Collection[str]
) -> dict[str, int]:
    """Count what was read of another document that says the same, in which no place is known."""
    known = frozenset(map(bare, known))
    left, counted = list(figures), {"figures": 0, "right": 0, "known": 0, "known_right": 0}
    for one in sorted(wanted, key=lambda one: names(one.item).isdisjoint(known)):
        is_known = not names(one.item).isdisjoint(known)
        fits = [each for each in left if fits_amount(each, one)]
        right = [each for each in fits if is_right(each, one, year, is_known=True)]
        right = right or [each for each in fits if is_right(each, one, year, is_known=is_known)]
        if right:
            left.remove(right[0])
        counted["figures"] += 1
        counted["known"] += is_known
        counted["right"] += bool(right)
        counted["known_right"] += bool(right) and is_known
    return counted
