"""The glyphs of a page as they are read: upright ones, each once, with the character it stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pdfminer.layout import LTChar, LTContainer, LTPage

UNREAD = "\ufffd"
"""Stands for a glyph that maps to no character."""

DOUBLED = 0.15
"""How far, in sizes of its font, the second of a doubled glyph stands from the first; fake bold moves it 0.02–0.1."""

_SYMBOLS = {
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf052": "☑",
    "\uf0a8": "□",
    "\uf06f": "□",
    "\uf0d6": "√",
    "\uf0b3": "≥",
    "\uf0a3": "≤",
}
"""Of the fonts Symbol and Wingdings, which Word writes in the private use area; their other glyphs are bullets."""
_SYMBOL_FONTS = ("symbol", "wingding", "webding")
_BULLET = "•"

_RADICALS = dict(
    zip(
        "⺁⺟⺠⺩⺮⺱⻁⻄⻅⻆⻉⻋⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂母民王竹网虎西见角贝车长长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals that some programs write for the character they look like, and that Unicode does not put together."""


class Glyph(NamedTuple):
    """One character and where it stands, in points from the page's top left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2


class Glyphs(NamedTuple):
    """The glyphs that are read, and how many were rotated."""

    upright: list[Glyph]
    rotated: int


def glyphs_of(layout: LTPage) -> Glyphs:
    """Give the glyphs on the page, in the order in which they are drawn."""
    upright: list[Glyph] = []
    rotated = 0
    for char in _chars(layout):
        if not char.upright or abs(char.matrix[1]) > 0.1 * abs(char.matrix[0]):
            rotated += bool(char.get_text().strip())
            continue
        top, bottom = layout.y1 - char.y1, layout.y1 - char.y0
        glyph = Glyph(_character(char), char.x0 - layout.x0, top, char.x1 - layout.x0, bottom, char.size)
        if 0 <= (glyph.x0 + glyph.x1) / 2 <= layout.width and 0 <= glyph.middle <= layout.height:
            upright.append(glyph)
    return Glyphs(list(_once(upright)), rotated)


def _chars(container: Iterable[object]) -> Iterator[LTChar]:
    """Give the characters, those inside figures too."""
    waiting = [iter(container)]
    while waiting:
        for one in waiting[-1]:
            if isinstance(one, LTChar):
                yield one
            elif isinstance(one, LTContainer):
                waiting.append(iter(one))
                break
        else:
            waiting.pop()


def _character(char: LTChar) -> str:
    """Give what a glyph stands for: `UNREAD` where the file does not say."""
    text = char.get_text()
    if text.startswith("(cid:"):
        return UNREAD
    return "".join(_read(one, str(char.fontname)) for one in text)


def _read(one: str, font: str) -> str:
    if one.isspace() or one == "\0":
        return " "
    category = unicodedata.category(one)
    if category == "Co" and any(name in font.lower() for name in _SYMBOL_FONTS):
        return _SYMBOLS.get(one, _BULLET)
    if category in {"Co", "Cn", "Cs", "Cc"}:
        return UNREAD
    if category == "Cf":
        return ""
    # Radicals and compatibility ideographs look like the character that is meant (⼈ for 人), and ﬁ like fi.
    is_look_alike = "\u2e80" <= one <= "\u2fd5" or "\uf900" <= one <= "\ufb06"
    return _RADICALS.get(one) or unicodedata.normalize("NFKC", one) if is_look_alike else one


def _once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Leave out what is drawn again at nearly the same place, as fake bold and shadows are."""
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        if not glyph.text:
            continue
        near = DOUBLED * glyph.size
        column, row = int(glyph.x0 // 8), int(glyph.top // 8)
        around = (
            other
            for right in (-1, 0, 1)
            for down in (-1, 0, 1)
            for other in seen.get((glyph.text, column + right, row + down), ())
        )
        if glyph.text.isspace() or not any(
            abs(other.x0 - glyph.x0) <= min(near, 8) and abs(other.top - glyph.top) <= min(near, 8)
            for other in around
        ):
            seen.setdefault((glyph.text, column, row), []).append(glyph)
            yield glyph
