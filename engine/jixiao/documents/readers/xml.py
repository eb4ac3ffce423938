"""Bytes of an XML part → its root, read without a DTD, entities or a network."""

from __future__ import annotations

from lxml import etree

from jixiao.documents.readers import messages
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

Element = etree._Element  # noqa: SLF001 — lxml has no other name for it


def parse_xml(data: bytes, part: str, file: str) -> Element:
    """Parse a part; raises Refused where it is broken, nested beyond 256 levels, or declares a DTD."""
    if b"<!DOCTYPE" in data:
        raise _refused(file, messages.XML_WITH_DTD, name=part)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise _refused(file, messages.BROKEN_XML, name=part, line=error.lineno or 1) from error
    if root.getroottree().docinfo.internalDTD is not None:  # written in UTF-16
        raise _refused(file, messages.XML_WITH_DTD, name=part)
    return root


def local_name(element: Element) -> str:
    """Give an element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refused(file: str, message: str, **pieces: object) -> Refused:
    return Refused(Diagnostic(Place(file), filled(message, **pieces)))
