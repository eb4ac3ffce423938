"""Tables of public reports read the same whatever they are written in, and what is lost is doubted, not guessed."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.read import read_report
from jixiao.documents.readers.opened import read_paper
from jixiao.files.rules.items import load_items
from jixiao.model.reading import Measure, ReadFigure, Reading
from shared.reading.layouts import BARE, EXPANDED, LOST, RULED, Layout, layouts_of

ROOT = Path(__file__).parents[3]
LAYOUTS = {one.name: one for one in layouts_of(Path(__file__).with_name("layouts.yaml"))}
ITEMS = load_items(ROOT / "rules/items.yaml").items
LEXICON = Lexicon(ITEMS)
SUFFIXES = {
    "repeated": "html",
    "blank": "html",
    "bars": "txt",
    "tabs": "txt",
    "spaced": "txt",
    "stacked": "txt",
}
ENDINGS = {
    Measure.VALUE: "",
    Measure.SHARE: "占比",
    Measure.CHANGE: "较上年增减额",
    Measure.GROWTH: "较上年增减率",
    Measure.COMPLETION: "完成率",
}
YEAR = 2022


def reading(layout: Layout, kind: str, folder: Path) -> Reading:
    suffix = SUFFIXES.get(kind, kind.partition("-")[0])
    path = folder / f"report.{suffix}"
    path.write_bytes(layout.written(kind))
    return read_report(read_paper(path), ITEMS, LEXICON)


def said(read: Reading) -> Iterator[str]:
    for one in read.figures:
        yield shown(one)
    for claim in read.claims:
        yield f"自评 {claim.indicator or '总分'} = {claim.value}"


def shown(one: ReadFigure) -> str:
    year = "" if one.year == YEAR else f"@{one.year}"
    return f"{one.item}{ENDINGS[one.measure]}{year} = {one.value}{one.unit}"


@pytest.mark.parametrize("kind", [*RULED, *BARE, *EXPANDED])
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_table_reads_the_same_in_every_format(name: str, kind: str, tmp_path: Path) -> None:
    layout = LAYOUTS[name]
    assert Counter(said(reading(layout, kind, tmp_path))) == Counter(layout.says)


@pytest.mark.parametrize("kind", LOST)
@pytest.mark.parametrize("name", LAYOUTS)
def test_what_lost_its_empty_cells_is_right_or_doubted(name: str, kind: str, tmp_path: Path) -> None:
    layout = LAYOUTS[name]
    read = reading(layout, kind, tmp_path)
    certain = Counter(shown(one) for one in read.figures if one.certain)
    assert certain - Counter(layout.says) == Counter()
