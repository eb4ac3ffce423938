"""One paragraph → its text as shown, and what hangs on it: text boxes and notes."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.dataclass import dataclass, field
from jixiao.documents.readers.docx.changes import CHANGES, is_kept
from jixiao.documents.readers.docx.fields import Fields
from jixiao.documents.readers.docx.formulas import formula
from jixiao.documents.readers.docx.names import ALTERNATE, TEXT_BOX, W, child, chosen
from jixiao.documents.readers.docx.styles import Styles
from jixiao.documents.readers.docx.symbols import PRIVATE, plain, symbol
from jixiao.documents.readers.docx.tally import Tally
from jixiao.documents.readers.xml import Element, local_name

SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
"""Elements of a run that stand for one character."""

_TEXT, _SYMBOL, _FIELD, _RUBY = f"{W}t", f"{W}sym", f"{W}fldChar", f"{W}ruby"
_CHARACTERS = frozenset({_TEXT, _SYMBOL, *SIGNS})
_KEEPS_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_WRAPPING = frozenset(
    f"{W}{name}"
    for name in (
        "hyperlink",
        "smartTag",
        "customXml",
        "sdt",
        "sdtContent",
        "fldSimple",
        "dir",
        "bdo",
        "rubyBase",
    )
)
_FORMULAS = ("oMath", "oMathPara")


@dataclass(slots=True)
class Hanging:
    """What a paragraph points to: the text box itself, or the kind and the id of a note."""

    box: Element | None = None
    kind: str = ""
    identity: str = ""


@dataclass(slots=True)
class Line:
    """The text of a paragraph, and what hangs on it."""

    parts: list[str] = field(default_factory=list)
    hanging: list[Hanging] = field(default_factory=list)
    is_contents: bool = False
    """Whether it is a line of a table of contents."""

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(self.parts)


class Inline:
    """Reads the paragraphs of one part of a document."""

    def __init__(self, root: Element, styles: Styles, tally: Tally) -> None:
        self._fields = Fields(root)
        self._styles = styles
        self._tally = tally

    def read(self, paragraph: Element, style: str | None, line: Line) -> None:
        """Add what a paragraph shows to a line."""
        for one in paragraph:
            self._element(one, style, line)

    def _element(self, element: Element, style: str | None, line: Line) -> None:
        tag = str(element.tag)
        if tag == f"{W}r":
            self._run(element, style, line)
        elif tag in CHANGES:
            if is_kept(element, self._tally):
                self.read(element, style, line)
        elif tag == ALTERNATE:
            for one in chosen(element):
                self._element(one, style, line)
        elif tag in _WRAPPING:
            self.read(element, style, line)
        elif local_name(element) in _FORMULAS and self._fields.is_shown:
            line.parts.append(formula(element))

    def _run(self, run: Element, style: str | None, line: Line) -> None:
        if self._styles.is_hidden(style, child(run, "rPr")):
            self._pass_hidden(run)
            return
        for one in run:
            self._piece(one, style, line)

    def _piece(self, piece: Element, style: str | None, line: Line) -> None:
        tag = str(piece.tag)
        if tag == _FIELD:
            self._fields.pass_mark(piece)
        elif not self._fields.is_shown:
            return
        elif tag in _CHARACTERS:
            line.parts.append(self._characters(piece))
        elif tag in _NOTES:
            line.hanging.append(Hanging(kind=_NOTES[tag], identity=piece.get(f"{W}id", "")))
        elif tag in _DRAWN:
            self._drawn(piece, line)
        elif tag == _RUBY:
            for base in piece.iterchildren(f"{W}rubyBase"):
                self.read(base, style, line)
        elif tag == ALTERNATE:
            for one in chosen(piece):
                self._piece(one, style, line)

    def _drawn(self, drawing: Element, line: Line) -> None:
        """Take the text boxes of a drawing; what is inside one belongs to it."""
        if drawing.tag == f"{W}object":
            self._tally.parts += 1
        for box in _outermost(drawing, lambda one: one.tag == TEXT_BOX):
            line.hanging.append(Hanging(box))

    def _characters(self, element: Element) -> str:
        tag = str(element.tag)
        if tag == _TEXT:
            return PRIVATE.sub(lambda sign: self._private(sign[0], element), _text(element))
        return SIGNS.get(tag) or self._told(symbol(element), element.get(f"{W}font"))

    def _private(self, sign: str, element: Element) -> str:
        """Read a sign of a font of pictures, which its run names."""
        fonts = child(element.getparent(), "rPr", "rFonts")
        font = None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
        return self._told(plain(sign, font or ""), font)

    def _told(self, sign: str, font: str | None) -> str:
        """Note a sign that could not be read."""
        if not sign:
            self._tally.symbols += 1
            self._tally.fonts[font or "?"] = None
        return sign

    def _pass_hidden(self, run: Element) -> None:
        """Leave a hidden run out, but for the marks of fields that begin or end in it."""
        for mark in run.iterchildren(_FIELD):
            self._fields.pass_mark(mark)
        if any((one.text or "").strip() for one in run.iterchildren(_TEXT)):
            self._tally.hidden += 1


def _text(element: Element) -> str:
    """Give a w:t as Word shows it: spaces at its ends count only where it says so."""
    text = element.text or ""
    return text if element.get(_KEEPS_SPACE) == "preserve" else text.strip(" \t\r\n")


def _outermost(element: Element, is_wanted: Callable[[Element], bool]) -> list[Element]:
    """Give what is wanted below an element, but not what is inside of such; each alternative once."""
    if is_wanted(element):
        return [element]
    inside = chosen(element) if element.tag == ALTERNATE else element
    return [found for one in inside for found in _outermost(one, is_wanted)]
