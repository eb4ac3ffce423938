"""What a file that somebody calls a template may bring along: bombs, macros, entities, things fetched from elsewhere."""

from __future__ import annotations

import io
import re
import struct
import zlib
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from jixiao.reports.office.template import messages
from jixiao.reports.office.template.messages import refuse

MAX_BYTES = 20_000_000
"""Bytes of a template. Stops a file that fills the memory."""
MAX_MEMBERS = 1_000
"""Members of its archive. Stops an archive of millions of names."""
MAX_UNPACKED = 100_000_000
"""Bytes of all members, unpacked. Stops a zip bomb."""
MAX_PART = 5_000_000
"""Bytes of a part that is XML. Stops patterns and parsers that take long over long texts."""

_MACRO = re.compile(r"vbaproject|vbadata|activex", re.IGNORECASE)
_CLICKED, _NOTED = "/hyperlink", "/attachedTemplate"
"""Links that are followed only by who clicks on them, and the template that Word notes down of every file."""
_BROUGHT = "/aFChunk"
"""A page that Word takes in when it opens the file, with all that the page fetches."""
_NEAR = re.compile(r"file:///(?![/\\\\])|[A-Za-z]:[/\\\\]|[^/\\\\:]+$")
"""Where a noted template lies on the machine itself; any other place would be asked for it by Word."""
MAX_TARGET = 80
"""Signs of a link that a message shows."""
_FIELD = re.compile(
    r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|DATABASE|IMPORT|LINK|QUOTE)\b",
    re.IGNORECASE | re.ASCII,
)
"""Fields that fetch something, and the one that others are put together from letter by letter."""
_MARKUP = re.compile(rb"[\s\xef\xbb\xbf]*<|\xfe\xff|\xff\xfe|\0<")
"""How a part begins that may be read as XML, whatever it is called."""
_XML = (".xml", ".rels")
_BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OverflowError,
)


def refuse_hazards(data: bytes, file: str) -> None:
    """Refuse a template that is no template, or that brings along what could harm; raises Refused."""
    if len(data) > MAX_BYTES:
        raise refuse(file, messages.TOO_LARGE.format(what=f"超过 {MAX_BYTES // 1_000_000} MB"))
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS or sum(one.file_size for one in members) > MAX_UNPACKED:
                raise refuse(file, messages.TOO_LARGE.format(what="展开以后"))
            for member in members:
                if _MACRO.search(member.filename):
                    raise refuse(file, messages.HAS_MACRO)
                is_xml = member.filename.lower().endswith(_XML)
                if is_xml and member.file_size > MAX_PART:
                    raise refuse(file, messages.TOO_LARGE.format(what=member.filename))
                part = archive.read(member)
                if is_xml or _MARKUP.match(part):  # the list of parts may call any of them a document
                    _Part(file).refuse(part)
    except _BROKEN:
        raise refuse(file, messages.NOT_A_TEMPLATE) from None


class _Part:
    """A part as whoever opens it understands it: with any prefix, and letters written as numbers."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._is_instruction = False
        self._instructions: list[str] = []

    def refuse(self, xml: bytes) -> None:
        """Refuse what could harm; raises Refused."""
        if b"\0" in xml:  # UTF-16; Word writes UTF-8
            raise refuse(self._file, messages.NOT_A_TEMPLATE)
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._declared
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, LookupError):
            raise refuse(self._file, messages.NOT_A_TEMPLATE) from None
        pieces = self._instructions
        for whole in (" ".join(pieces), "".join(pieces)):  # one field may be written in several pieces
            if found := _FIELD.search(whole):
                raise refuse(self._file, messages.HAS_FIELD.format(field=found[1].upper()))

    def _declared(self, *_: object) -> None:
        raise refuse(self._file, messages.HAS_ENTITIES)

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self._is_instruction = name == "instrText"
        if self._is_instruction:
            self._instructions.append("")
        self._instructions += (
            value for key, value in attributes.items() if key.rpartition(":")[2] == "instr"
        )
        if name == "Relationship":
            self._refuse_link(attributes.get("Type", ""), attributes)

    def _refuse_link(self, kind: str, attributes: dict[str, str]) -> None:
        target = attributes.get("Target", "")
        is_out = attributes.get("TargetMode", "Internal").strip() != "Internal"
        is_harmless = kind.endswith(_CLICKED) or (kind.endswith(_NOTED) and _NEAR.match(target) is not None)
        if (is_out and not is_harmless) or kind.endswith(_BROUGHT):
            raise refuse(self._file, messages.HAS_LINK.format(target=target[:MAX_TARGET]))

    def _end(self, _: str) -> None:
        self._is_instruction = False

    def _text(self, text: str) -> None:
        if self._is_instruction:
            self._instructions[-1] += text
