"""A table as a Word document on A4 across, in which the file itself travels as a part that Word keeps and nobody sees."""

from __future__ import annotations

from jixiao.model.enclosed import NAMESPACE, enclose
from jixiao.model.printed import OfficeTable
from jixiao.reports.office.issued.elements import BODY, CENTRED, TITLE, element, paragraph, run
from jixiao.reports.office.issued.word_table import table_element
from jixiao.reports.office.word import document_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docx.document import Document

A4 = (297, 210)
MARGIN = 15
"""Millimetres."""
TWENTIETHS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
ITEM_ID = "{6E0B9B9C-6B0E-4E0B-8D42-0A1C5E3F7A21}"
"""By what name Word knows the part; it must look like this, and be the same each time."""
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def issued_document(table: OfficeTable) -> bytes:
    """Give the Word document of a table."""
    from docx import Document

    document = Document()
    _set_page(document)
    printed = table.printed
    body = document.element.body
    parts = [
        paragraph(printed.title.text, TITLE, 18, align=CENTRED, after=80),
        paragraph(printed.scope.text, BODY, 10.5, after=80),
        table_element(printed, (A4[0] - 2 * MARGIN) * TWENTIETHS),
        *(
            paragraph(note.text, BODY, 10.5, before=0 if number else 160, after=80)
            for number, note in enumerate(printed.notes)
        ),
    ]
    for part in parts:
        body.insert(len(body) - 1, part)  # before the properties of the page
    _enclose(document, table.data)
    return document_bytes(document, printed.title.text)


def _set_page(document: Document) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(one) for one in A4)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for piece in ("第 ", "PAGE", " 页 共 ", "NUMPAGES", " 页"):
        is_field = piece.isascii()
        made = run("1" if is_field else piece, BODY, 9)
        footer._p.append(element("fldSimple", made, instr=piece) if is_field else made)  # noqa: SLF001


def _enclose(document: Document, data: bytes) -> None:
    """Put the file into a part of its own, with what Word wants to know of such a part."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    pieces = "".join(f"<piece>{one}</piece>" for one in enclose(data))
    text = f'<?xml version="1.0" encoding="UTF-8"?><table xmlns="{NAMESPACE}">{pieces}</table>'
    package = document.part.package
    kind = f"{_RELATIONS}/customXml"
    for name in [name for name, one in document.part.rels.items() if one.reltype == kind]:
        document.part.rels.pop(name)  # the list of sources in python-docx's own template
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", text.encode(), package)
    about = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="{ITEM_ID}" xmlns:ds="{_PROPERTIES}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    properties = Part(PackURI("/customXml/itemProps1.xml"), _PROPERTIES_TYPE, about.encode(), package)
    document.part.relate_to(item, kind)
    item.relate_to(properties, f"{_RELATIONS}/customXmlProps")
