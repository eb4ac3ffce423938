"""What travels in a Word document in a part of our own."""

from __future__ import annotations

from jixiao.documents.readers.docx.package import Package
from jixiao.documents.readers.xml import local_name
from jixiao.model.enclosed import NAMESPACE


def enclosed_in(data: bytes, name: str) -> tuple[str, ...] | None:
    """Give the pieces that travel in a document; None where there are none. Raises Refused where it is broken."""
    for root in Package(data, name).parts("customXml"):
        if root.tag == f"{{{NAMESPACE}}}table":
            return tuple(one.text or "" for one in root if local_name(one) == "piece")
    return None
