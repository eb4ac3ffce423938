"""The blocks of a plain text: tables where lines are rows or cells, paragraphs for the rest."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.documents.layout.bars import bar_table
from jixiao.documents.layout.lines import Line, lines_of
from jixiao.documents.layout.paragraphs import paragraphs
from jixiao.documents.layout.rows import row_table
from jixiao.documents.layout.stacked import stacked_table
from jixiao.documents.layout.survey import Survey
from jixiao.documents.layout.tabbed import tabbed_table
from jixiao.documents.layout.tabs import tab_table
from jixiao.documents.paper import Block

_TABLES = (tab_table, tabbed_table, bar_table, row_table, stacked_table)


def arrange(text: str) -> tuple[Block, ...]:
    """Give the blocks of a text whose lines are all that is left of its form."""
    return tuple(_blocks(Survey(tuple(lines_of(text)))))


def _blocks(survey: Survey) -> Iterator[Block]:
    lines = survey.lines
    prose: list[Line] = []
    place = 0
    while place < len(lines):
        for find in _TABLES:
            found = find(survey, place)
            if found is not None:
                table, after = found
                yield from paragraphs(prose)
                prose = []
                yield table
                place = after
                break
        else:
            prose.append(lines[place])
            place += 1
    yield from paragraphs(prose)
