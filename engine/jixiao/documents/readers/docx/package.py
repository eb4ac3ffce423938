"""The parts of a docx: the main one is found by its relation, since not every program names it document.xml."""

from __future__ import annotations

import posixpath

from jixiao.documents.readers import messages
from jixiao.documents.readers.docx.names import MAIN
from jixiao.documents.readers.xml import Element, local_name, parse_xml
from jixiao.files.archive import Archive
from jixiao.model.diagnostic import Diagnostic, Place, Refused

USUAL_MAIN = "word/document.xml"

_STRICT = {"http://purl.oclc.org/ooxml/wordprocessingml/main": MAIN}


class Package:
    """A docx, by the kinds of its parts: document, styles, numbering, footnotes, endnotes, comments."""

    def __init__(self, data: bytes, name: str) -> None:
        self._archive = Archive(data, name)
        self._name = name
        self._main = self._related("").get("officeDocument", USUAL_MAIN)
        if self._main not in self._archive:
            raise Refused(Diagnostic(Place(name), messages.NO_DOCUMENT))
        self._parts = self._related(self._main)

    def main(self) -> Element:
        """Give the root of the main part."""
        return self._parsed(self._main)

    def part(self, kind: str) -> Element | None:
        """Give the root of a part that the main one is related to; None where there is none."""
        path = self._parts.get(kind)
        return self._parsed(path) if path is not None and path in self._archive else None

    def parts(self, kind: str) -> list[Element]:
        """Give the roots of all parts of a kind that the main one is related to."""
        paths = [path for found, path in self._relations(self._main) if found == kind]
        return [self._parsed(path) for path in paths if path in self._archive]

    @property
    def has_pictures(self) -> bool:
        """Whether there are pictures in it."""
        return any("/media/" in name for name in self._archive.names)

    def _parsed(self, path: str) -> Element:
        root = parse_xml(self._archive.read(path), path, self._name)
        return _transitional(root)

    def _related(self, path: str) -> dict[str, str]:
        """Give the paths of related parts by the last word of their kind; the first of each kind."""
        found: dict[str, str] = {}
        for kind, target in self._relations(path):
            found.setdefault(kind, target)
        return found

    def _relations(self, path: str) -> list[tuple[str, str]]:
        folder, base = posixpath.split(path)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self._archive:
            return []
        found = []
        for one in parse_xml(self._archive.read(relations), relations, self._name):
            if local_name(one) == "Relationship" and one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
                found.append((one.get("Type", "").rpartition("/")[2], target.lstrip("/")))
        return found


def _transitional(root: Element) -> Element:
    """Write the names of the strict format as everybody else writes them."""
    if not any(space in _STRICT for space in root.nsmap.values()):
        return root
    for element in root.iter("*"):
        element.tag = _renamed(str(element.tag))
        for name in list(element.attrib):
            plain = _renamed(str(name))
            if plain != name:
                element.set(plain, element.attrib.pop(name))
    return root


def _renamed(name: str) -> str:
    space, brace, local = name.rpartition("}")
    plain = _STRICT.get(space[1:])
    return f"{{{plain}}}{local}" if brace and plain else name
