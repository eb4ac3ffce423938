"""What holds for every paper, whatever it was read from."""

from __future__ import annotations

from jixiao.documents.paper import Cell, Paper, Paragraph, Table


def assert_sound(paper: Paper) -> None:
    """Spans lie within the text and in its order, and no two cells of a table stand at one place."""
    end = 0
    for block in paper.blocks:
        assert end <= block.span.start < block.span.end <= len(paper.text)
        assert paper.words(block.span).strip()
        end = block.span.end
        if isinstance(block, Table):
            _assert_sound_table(block, paper)
    for remark in paper.remarks:
        assert 0 <= remark.span.start <= remark.span.end <= len(paper.text)
        assert remark.code.replace("-", "").isalpha()
        assert any("一" <= sign <= "鿿" for sign in remark.text)
    assert "\r" not in paper.text


def _assert_sound_table(table: Table, paper: Paper) -> None:
    end = table.span.start
    taken: set[tuple[int, int]] = set()
    for cell in table.cells:
        assert end <= cell.span.start <= cell.span.end <= table.span.end
        assert (
            paper.text[end : cell.span.start] in ("", "\t", "\n")
            or not paper.text[end : cell.span.start].strip()
        )
        end = cell.span.end
        places = {
            (cell.row + down, cell.column + right)
            for down in range(cell.rows)
            for right in range(cell.columns)
        }
        assert not places & taken
        taken |= places
        assert cell.rows >= 1
        assert cell.columns >= 1
        assert cell.row + cell.rows <= table.rows
    assert not paper.text[end : table.span.end].strip()


def texts(paper: Paper) -> list[str]:
    """Give the text of each block: a paragraph's own, with its kind before it if it stands apart; a table's lines."""
    return [
        f"[{block.note}]{paper.words(block.span)}"
        if isinstance(block, Paragraph) and block.note
        else paper.words(block.span)
        for block in paper.blocks
    ]


def grid(paper: Paper, number: int = 0) -> list[tuple[int, int, int, int, str]]:
    """Give the cells of a table: row, column, rows, columns, text."""
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    return [_cell(paper, one) for one in tables[number].cells]


def _cell(paper: Paper, cell: Cell) -> tuple[int, int, int, int, str]:
    return cell.row, cell.column, cell.rows, cell.columns, paper.words(cell.span)


def codes(paper: Paper) -> dict[str, str]:
    """Give the remarks by code."""
    return {one.code: one.text for one in paper.remarks}
