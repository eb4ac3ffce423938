"""Signs that Word takes from a font of pictures: ✓ and □ of Wingdings, ≥ of Symbol."""

from __future__ import annotations

import re

from jixiao.documents.readers.docx.names import W
from jixiao.documents.readers.xml import Element

_PRIVATE = 0xF000
"""Where Word puts the signs of such fonts."""

_SYMBOL = {
    0x25: "%", 0x2B: "+", 0x2D: "−", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD5: "∏", 0xD7: "⋅",
    0xE5: "∑", 0x61: "α", 0x62: "β", 0x6D: "μ",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0xA1: "○", 0xA7: "▪", 0xA8: "□",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x80: "⓪", 0x8B: "⓪",
    **{0x81 + at: chr(0x2460 + at) for at in range(10)},
    **{0x8C + at: chr(0x2776 + at) for at in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x2A: "□",
    0x30: "□",
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0xA3: "□",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


PRIVATE = re.compile("[\uf020-\uf0ff]")
"""A sign of such a font among plain text."""


def plain(sign: str, font: str) -> str:
    """Give the sign that a character of such a font shows; empty where the font is not known."""
    return _FONTS.get(font.lower(), {}).get(ord(sign) - _PRIVATE, "")


def symbol(element: Element) -> str:
    """Give the sign of a w:sym; empty where its font is not known."""
    font = (element.get(f"{W}font") or "").lower()
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    plain = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    if font in _FONTS:
        return _FONTS[font].get(plain, "")
    is_sign = 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE
    return chr(code) if is_sign else ""
