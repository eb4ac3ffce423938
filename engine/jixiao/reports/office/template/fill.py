"""A template and content, put together into a Word file."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence

from docx.document import Document
from docx.oxml import parse_xml
from docxtpl.template import DocxTemplate

from jixiao.model.diagnostic import Refused
from jixiao.reports.check.content.names import Name
from jixiao.reports.check.content.tree import Tree
from jixiao.reports.office.template import messages
from jixiao.reports.office.template.environment import Reading
from jixiao.reports.office.template.hazards import refuse_hazards
from jixiao.reports.office.template.messages import refuse
from jixiao.reports.office.word import document_bytes

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPEN = re.compile(r"\{\{(?!((?!\{\{|\{%).)*\}\})|\{%(?!((?!\{\{|\{%).)*%\})", re.DOTALL)
"""A mark that does not end before the next one begins."""


def filled(template: bytes, content: Tree, names: Sequence[Name], title: str, file: str) -> bytes:
    """Give the bytes of a template that is filled; `file` is what messages call the template.

    Raises Refused, with one message, for whatever is wrong with the template.
    """
    refuse_hazards(template, file)
    paper = _Paper(io.BytesIO(template), file)
    try:
        paper.render(dict(content), Reading(names, file), autoescape=True)
        return document_bytes(paper.document, title)
    except Refused:
        raise
    except Exception:  # noqa: BLE001 whatever a stranger's file does to python-docx is the file's fault
        raise refuse(file, messages.NOT_A_TEMPLATE) from None


class _Paper(DocxTemplate):
    """docxtpl that mends nothing: what is no XML once it is filled is refused, not guessed at."""

    def __init__(self, template: io.BytesIO, file: str) -> None:
        super().__init__(template)
        self._file = file

    @property
    def document(self) -> Document:
        """What was filled; asking docxtpl for it would open the template anew."""
        filled: Document | None = self.docx
        assert filled is not None
        return filled

    def patch_xml(self, src_xml: str) -> str:
        """Have docxtpl make marks of the XML once each is known to end in its paragraph: it takes away all up to the next end."""
        for paragraph in parse_xml(src_xml.encode("utf-8")).iter(f"{_WORD}p"):
            text = "".join(one.text or "" for one in paragraph.iter(f"{_WORD}t"))
            if _OPEN.search(text):
                raise refuse(self._file, messages.NOT_CLOSED, text)
        patched: str = super().patch_xml(src_xml)  # type: ignore[no-untyped-call]
        return patched

    def render_xml_part(
        self, src_xml: str, part: object, context: Mapping[str, object], jinja_env: object = None
    ) -> str:
        """Fill one part, and see that it still is XML."""
        written: str = super().render_xml_part(src_xml, part, context, jinja_env)  # type: ignore[no-untyped-call]
        try:
            parse_xml(written.encode("utf-8"))
        except (SyntaxError, ValueError):
            raise refuse(self._file, messages.BROKEN) from None
        return written

    def render_properties(self, context: Mapping[str, object], jinja_env: object = None) -> None:
        """Leave the file's properties alone: they are written by `document_bytes`."""
