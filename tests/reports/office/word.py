"""Word files of tests: templates of our own with something in them, and what a file says."""

from __future__ import annotations

import io

from docx import Document


def template_of(*paragraphs: str) -> bytes:
    """Give a template of these paragraphs."""
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def said(data: bytes) -> str:
    """Give all that a file says, paragraphs and cells, in their order."""
    body = Document(io.BytesIO(data)).element.body
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter("{*}t")) for paragraph in body.iter("{*}p")
    )
