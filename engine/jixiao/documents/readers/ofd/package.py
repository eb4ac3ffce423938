"""The pages of an OFD file, in order: OFD.xml names documents, a document its pages and their templates."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from jixiao.documents.readers import messages
from jixiao.documents.readers.xml import Element, local_name, parse_xml
from jixiao.files.archive import Archive
from jixiao.model.diagnostic import Diagnostic, Place, Refused

ENTRY = "OFD.xml"


def pages_of(data: bytes, name: str) -> Iterator[tuple[Element, ...]]:
    """Yield the roots of each page: the page, and the templates that stand on it for the first time."""
    package = _Package(data, name)
    for path in package.documents():
        yield from package.pages(path)


class _Package:
    def __init__(self, data: bytes, name: str) -> None:
        self._archive = Archive(data, name)
        self._name = name

    def documents(self) -> list[str]:
        """Give the paths of the documents, most often one."""
        roots = [one for one in self._parsed(ENTRY).iter("{*}DocRoot") if (one.text or "").strip()]
        if not roots:
            raise Refused(Diagnostic(Place(self._name), messages.NO_DOCUMENT))
        return [_joined("", one.text or "") for one in roots]

    def pages(self, path: str) -> Iterator[tuple[Element, ...]]:
        folder, root = posixpath.dirname(path), self._parsed(path)
        templates = {
            one.get("ID", ""): _joined(folder, one.get("BaseLoc", "")) for one in root.iter("{*}TemplatePage")
        }
        paths = [
            _joined(folder, one.get("BaseLoc", "")) for one in root.iter("{*}Page") if one.get("BaseLoc")
        ]
        for page in dict.fromkeys(paths):  # each once, however often it is named
            content = self._parsed(page)
            used = [one.get("TemplateID", "") for one in content if local_name(one) == "Template"]
            fresh = [templates.pop(one) for one in used if one in templates]
            yield (content, *(self._parsed(one) for one in fresh if one in self._archive))

    def _parsed(self, path: str) -> Element:
        return parse_xml(self._archive.read(path), path, self._name)


def _joined(folder: str, path: str) -> str:
    """Give a member's name: a path with a slash before it begins at the top."""
    return posixpath.normpath(posixpath.join("/", folder, path.strip())).lstrip("/")
