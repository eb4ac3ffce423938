"""Pdfs made for a test."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

FONT = "STSong-Light"
BODY = ParagraphStyle("body", fontName=FONT, fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK")
HEAD = ParagraphStyle("head", parent=BODY, fontSize=18, leading=28, firstLineIndent=0, alignment=1)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=10, leading=14, firstLineIndent=0)
SMALL_HEAD = ParagraphStyle("small-head", parent=CELL, fontSize=8, leading=10, alignment=1)
FIGURE = ParagraphStyle("figure", parent=CELL, fontSize=8, leading=10, alignment=2)

GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), FONT, 10)]


def drawn(*pages: Callable[[Canvas], object], **options: Any) -> bytes:
    """Give a pdf whose pages the functions draw."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, **options)
    for draw in pages:
        canvas.setFont(FONT, 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def document(
    *flow: Flowable, on_page: Callable[[Canvas, SimpleDocTemplate], object] = lambda _canvas, _doc: None
) -> bytes:
    """Give a pdf of paragraphs and tables, laid out over as many pages as it takes."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build(list(flow), onFirstPage=on_page, onLaterPages=on_page)
    return stream.getvalue()


def body(text: str) -> Paragraph:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Paragraph(text, BODY)


def head(text: str) -> Paragraph:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Paragraph(text, HEAD)


def cell(text: str) -> Paragraph:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Paragraph(text, CELL)


def centred(text: str) -> Paragraph:
    """Give a cell of a head: in the middle of its column."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Paragraph(text, SMALL_HEAD)


def figure(text: str) -> Paragraph:
    """Give a cell of a number: at the right of its column."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Paragraph(text, FIGURE)


def table(rows: Sequence[Sequence[object]], *style: tuple[Any, ...], **options: Any) -> Table:
    """Give a ruled table."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Table(rows, style=TableStyle([*GRID, *style]), **options)


def bare(rows: Sequence[Sequence[object]], *style: tuple[Any, ...], **options: Any) -> Table:
    """Give a table with no rules but those of its style."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Table(rows, style=TableStyle([("FONT", (0, 0), (-1, -1), FONT, 10), *style]), **options)


def made(
    content: bytes, filters: bytes = b"/FlateDecode", resources: bytes = b"", more: bytes = b""
) -> bytes:
    """Give a pdf of one page with a description of its own."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" + resources + b">>>>endobj\n"
        b"4 0 obj<</Length " + str(len(content)).encode() + b"/Filter[" + filters + b"]>>stream\n"
        + content + b"\nendstream endobj\n" + more + b"trailer<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip
