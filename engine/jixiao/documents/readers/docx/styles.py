"""What styles say of the text that has them: whether it is hidden, and how it is numbered."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.documents.readers.docx.names import W, child, toggle, value
from jixiao.documents.readers.xml import Element


class Styles:
    """The styles of a document, by their ids; a style takes what it leaves open from the one it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default: str | None = None
        self._hides = bool(toggle(root, "docDefaults", "rPrDefault", "rPr", "vanish"))
        self._hidden: dict[str | None, bool] = {}
        for one in [] if root is None else root.iterchildren(f"{W}style"):
            name = one.get(f"{W}styleId", "")
            self._by_id.setdefault(name, one)
            if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in ("1", "true", "on"):
                self._default = self._default or name

    def of_paragraph(self, properties: Element | None) -> str | None:
        """Give the id of a paragraph's style."""
        return value(properties, "pStyle") or self._default

    def chain(self, style: str | None) -> Iterator[tuple[str, Element]]:
        """Yield a style and those it is based on, the nearest first."""
        seen: set[str] = set()
        while style is not None and style in self._by_id and style not in seen:
            seen.add(style)
            yield style, self._by_id[style]
            style = value(self._by_id[style], "basedOn")

    def is_hidden(self, paragraph: str | None, run: Element | None) -> bool:
        """Whether text is hidden: by what its own run says, else by its styles, of which one undoes the other."""
        own = toggle(run, "vanish")
        if own is not None:
            return own
        character = value(run, "rStyle")
        return self._hides or (self._hides_by(paragraph) != self._hides_by(character))

    def _hides_by(self, style: str | None) -> bool:
        if style not in self._hidden:
            said = (toggle(one, "rPr", "vanish") for _, one in self.chain(style))
            self._hidden[style] = next((one for one in said if one is not None), False)
        return self._hidden[style]

    def is_contents(self, style: str | None) -> bool:
        """Whether a style is one of a table of contents; Word names it in English in every language."""
        return any((value(one, "name") or "").lower().startswith("toc ") for _, one in self.chain(style))

    def numbering(self, style: str | None) -> tuple[str | None, str | None]:
        """Give the numbering id and the level that a paragraph's style gives it."""
        for _, one in self.chain(style):
            said = child(one, "pPr", "numPr")
            if said is not None and value(said, "numId") is not None:
                return value(said, "numId"), value(said, "ilvl")
        return None, None
