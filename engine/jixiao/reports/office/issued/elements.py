"""The elements that Word documents are made of."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

BODY, HEAD, TITLE = "仿宋_GB2312", "黑体", "方正小标宋简体"
LATIN = "Times New Roman"
"""What letters and digits are set in."""
LEFT, CENTRED = "left", "center"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(name: str, *inside: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Give an element of the main part; names and attributes are those of its namespace."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    made: BaseOxmlElement = parse_xml(f"<w:{name} {nsdecls('w')}/>")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    for one in inside:
        made.append(one)
    return made


def run(text: str, font: str, size: float) -> BaseOxmlElement:
    """Give a run; its lines are broken where the text is."""
    fonts = {"ascii": LATIN, "hAnsi": LATIN, "eastAsia": font, "hint": "eastAsia"}
    made = element("r", element("rPr", element("rFonts", **fonts), element("sz", val=str(round(2 * size)))))
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        made.append(_text(line))
    return made


def paragraph(
    text: str, font: str, size: float, *, align: str = LEFT, before: int = 0, after: int = 0
) -> BaseOxmlElement:
    """Give a paragraph of one run; `before` and `after`: room in twentieths of a point."""
    room = element("spacing", before=str(before), after=str(after))
    return element("p", element("pPr", room, element("jc", val=align)), run(text, font, size))


def _text(line: str) -> BaseOxmlElement:
    """Give a text; signs that no XML may hold become what Word shows for what it can't."""
    made = element("t")
    made.set(_SPACE, "preserve")
    made.text = "".join(one if one >= " " or one == "\t" else "\ufffd" for one in line)
    return made
