"""A Word document as bytes: always the same for the same content."""

from __future__ import annotations

import io

from jixiao.reports.office.archive import archive_of, members_of
from jixiao.reports.office.workbook import CREATED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docx.document import Document


def document_bytes(document: Document, title: str = "") -> bytes:
    """Give the bytes of a document of python-docx. `title` stands in the file's properties."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments, properties.last_modified_by = (
        title,
        "绩效",
        "",
        "",
    )
    properties.created = properties.modified = CREATED
    properties.revision = 1
    stream = io.BytesIO()
    document.save(stream)
    return archive_of(members_of(stream.getvalue()))
