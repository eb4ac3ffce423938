"""Fields (dates, references, sums): only the result that Word shows is text, not what it is worked out from."""

from __future__ import annotations

from jixiao.documents.readers.docx.names import W
from jixiao.documents.readers.xml import Element

_MARK = f"{W}fldChar"
_TYPE = f"{W}fldCharType"


class Fields:
    """Follows the marks of one part of a document: a field may begin in one paragraph and end in another."""

    def __init__(self, root: Element) -> None:
        """Find the fields that have an end; what a damaged one leaves open would hide all that follows."""
        self._whole: set[Element] = set()
        begun: list[Element] = []
        for mark in root.iter(_MARK):
            if mark.get(_TYPE) == "begin":
                begun.append(mark)
            elif mark.get(_TYPE) == "end" and begun:
                self._whole.update((begun.pop(), mark))
        self._shows: list[bool] = []

    @property
    def is_shown(self) -> bool:
        """Whether what stands here is a result, or in no field at all."""
        return all(self._shows)

    def pass_mark(self, mark: Element) -> None:
        """Go past the beginning, the middle or the end of a field."""
        kind = mark.get(_TYPE)
        if kind == "separate" and self._shows:
            self._shows[-1] = True
        elif mark in self._whole and kind == "begin":
            self._shows.append(False)
        elif mark in self._whole and self._shows:
            self._shows.pop()
