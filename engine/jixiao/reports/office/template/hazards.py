"""What a file that somebody calls a template may bring along: bombs, macros, entities, things fetched from elsewhere."""

from __future__ import annotations

import io
import re
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
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*TargetMode=[\"']External[\"'][^>]*>")
_CLICKED, _NOTED = b"/hyperlink", b"/attachedTemplate"
"""Links that are followed only by who clicks on them, and the template that Word notes down of every file."""
_NEAR = re.compile(rb"file:///(?![/\\\\])|[A-Za-z]:[/\\\\]|[^/\\\\:]+$")
"""Where a noted template lies on the machine itself; any other place would be asked for it by Word."""
_TARGET = re.compile(rb"Target=[\"']([^\"']{0,80})")
_FIELD = re.compile(rb"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|DATABASE|IMPORT|LINK)\b")
_INSTRUCTION = re.compile(rb"<w:instrText[^>]*>([^<]*)</w:instrText>|w:instr=\"([^\"]*)\"")


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
                if member.filename.lower().endswith((".xml", ".rels")):
                    if member.file_size > MAX_PART:
                        raise refuse(file, messages.TOO_LARGE.format(what=member.filename))
                    _refuse_part(archive.read(member), file)
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise refuse(file, messages.NOT_A_TEMPLATE) from None


def _refuse_part(xml: bytes, file: str) -> None:
    if b"\0" in xml:  # UTF-16, in which nothing below would be found; Word writes UTF-8
        raise refuse(file, messages.NOT_A_TEMPLATE)
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise refuse(file, messages.HAS_ENTITIES)
    for link in _EXTERNAL.findall(xml):
        target = _TARGET.search(link)
        is_near = target is not None and _NEAR.match(target[1]) is not None
        if _CLICKED not in link and not (_NOTED in link and is_near):
            name = target[1].decode("utf-8", "replace") if target else ""
            raise refuse(file, messages.HAS_LINK.format(target=name))
    instructions = [one or other for one, other in _INSTRUCTION.findall(xml)]
    whole = b" ".join(instructions), b"".join(instructions)  # one field may be written in several pieces
    if found := _FIELD.search(whole[0]) or _FIELD.search(whole[1]):
        raise refuse(file, messages.HAS_FIELD.format(field=found[1].decode()))
