"""What holds for every paper that a builder wrote: its blocks make up the whole text."""

from jixiao.documents.paper import CELLS_APART, LINES_APART, Paper, Paragraph, Table


def assert_sound(paper: Paper) -> None:
    """Blocks stand in order and make up the text; cells carry their text and fill a grid without overlapping."""
    end = 0
    for block in paper.blocks:
        assert block.span.start == end
        assert block.span.start <= block.span.end <= len(paper.text)
        assert paper.words(block.span).strip()
        assert paper.text[block.span.end] == LINES_APART
        end = block.span.end + len(LINES_APART)
        if isinstance(block, Table):
            _assert_sound_table(paper, block)
    assert end == len(paper.text)
    for remark in paper.remarks:
        assert remark.code
        assert remark.text
        assert 0 <= remark.span.start <= remark.span.end <= len(paper.text)


def _assert_sound_table(paper: Paper, table: Table) -> None:
    taken: set[tuple[int, int]] = set()
    end = table.span.start
    for number, cell in enumerate(table.cells):
        if number:
            between = paper.text[end : cell.span.start]
            assert set(between) <= {CELLS_APART, LINES_APART}
        assert end <= cell.span.start <= cell.span.end <= table.span.end
        end = cell.span.end
        places = {
            (row, column)
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }
        assert places
        assert not places & taken
        taken |= places
    if table.complete:
        assert len(taken) == table.rows * table.columns


def paragraphs(paper: Paper) -> list[str]:
    """Give the text of the paragraphs."""
    return [paper.words(block.span) for block in paper.blocks if isinstance(block, Paragraph)]


def tables(paper: Paper) -> list[list[tuple[int, int, int, int, str]]]:
    """Give row, column, rows, columns and text of each cell of each table."""
    return [
        [(one.row, one.column, one.rows, one.columns, paper.words(one.span)) for one in block.cells]
        for block in paper.blocks
        if isinstance(block, Table)
    ]


def rows(paper: Paper, number: int = 0) -> list[list[str]]:
    """Give the texts of a table by rows, each cell where it begins."""
    found: dict[int, list[str]] = {}
    for row, _, _, _, text in tables(paper)[number]:
        found.setdefault(row, []).append(text)
    return [found.get(row, []) for row in range(max(found) + 1)]
