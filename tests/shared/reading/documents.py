"""The tables of an annotated report as docx, html and pdf: title, then each table below the line above it."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import cm
from reportlab.platypus import Flowable

from jixiao.documents.paper import Paper, Paragraph, Table
from shared.documents import pdf, zips
from shared.reading.truth import Report, Wanted

FORMATS = ("docx", "html", "pdf")
WIDTH = 16.5 * cm
LONGEST_CAPTION = 45
Grid = list[list[str]]


@dataclass(frozen=True)
class Tables:
    """Tables with their captions, and the figures that stand in them."""

    year: int
    figures: tuple[Wanted, ...]
    tables: tuple[tuple[str, Grid], ...]

    def document(self, kind: str) -> bytes:
        """Write them in one of the formats."""
        title = f"某单位{self.year}年度部门决算公开说明"
        return {"docx": _docx, "html": _html, "pdf": _pdf}[kind](title, self.tables)


def tables_of(report: Report) -> Tables | None:
    """Give the tables of a report whose cells are printed with bars, so that their form is no guess."""
    if report.year is None:
        return None
    figures: list[Wanted] = []
    tables: list[tuple[str, Grid]] = []
    before = ""
    for block in report.paper.blocks:
        if isinstance(block, Paragraph):
            before = report.paper.words(block.span)
            continue
        inside = [one for one in report.figures if block.span.start <= one.places[0][0] < block.span.end]
        if inside and any(bar in report.paper.words(block.span) for bar in "|｜│┃"):
            figures += inside
            tables.append((before if len(before) <= LONGEST_CAPTION else "", _grid(report.paper, block)))
        before = ""
    return Tables(report.year, tuple(figures), tuple(tables)) if tables else None


def _grid(paper: Paper, table: Table) -> Grid:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = " ".join(paper.words(cell.span).split())
    return rows


def _docx(title: str, tables: Sequence[tuple[str, Grid]]) -> bytes:
    blocks = [zips.paragraph(html.escape(title))]
    for caption, grid in tables:
        blocks.append(zips.paragraph(html.escape(caption)))
        blocks.append(zips.table(*(tuple(map(html.escape, row)) for row in grid)))
    return zips.docx(*blocks)


def _html(title: str, tables: Sequence[tuple[str, Grid]]) -> bytes:
    parts = [f"<p>{html.escape(title)}</p>"]
    for caption, grid in tables:
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>\n" for row in grid
        )
        parts.append(f"<p>{html.escape(caption)}</p>\n<table border=1>{rows}</table>")
    return f'<html><meta charset="utf-8"><body>{chr(10).join(parts)}</body></html>'.encode()


def _pdf(title: str, tables: Sequence[tuple[str, Grid]]) -> bytes:
    flow: list[Flowable] = [pdf.body(html.escape(title))]
    for caption, grid in tables:
        flow += [pdf.body(html.escape(caption)), _ruled(grid)]
    return pdf.document(*flow)


def _ruled(grid: Grid) -> Flowable:
    columns = max(map(len, grid))
    return pdf.table(
        [[pdf.cell(html.escape(text)) for text in row] for row in grid], colWidths=[WIDTH / columns] * columns
    )


def pdf_of(paper: Paper) -> bytes:
    """Write all of a report as pdf: its paragraphs, and its tables ruled."""
    flow: list[Flowable] = []
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            flow.append(pdf.body(html.escape("".join(paper.words(block.span).split()))))
        else:
            flow.append(_ruled(_grid(paper, block)))
    return pdf.document(*flow)
