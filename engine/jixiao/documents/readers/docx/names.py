"""Names in WordprocessingML, and the few ways in which its elements say something."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.documents.readers.xml import Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

W = f"{{{MAIN}}}"
ALTERNATE = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE = f"{{{COMPATIBILITY}}}Choice"
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
TEXT_BOX = f"{W}txbxContent"

_OFF = frozenset({"0", "false", "off"})
_SEEN = (f"{W}t", f"{W}sym", f"{W}numFmt", TEXT_BOX)


def child(element: Element | None, *path: str) -> Element | None:
    """Give the first child of this name, of which the first child of the next name, …; None where one lacks."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{W}{name}"), None)  # in a third of the time of `find`
    return element


def value(element: Element | None, *path: str) -> str | None:
    """Give the `w:val` of an element, or of what a path below it leads to."""
    found = child(element, *path)
    return None if found is None else found.get(f"{W}val")


def number(text: str | None, default: int) -> int:
    """Read a whole number as files write it; the default for anything else, and for what no file needs."""
    if text is None or len(text) > 9:
        return default
    try:
        return int(text)
    except ValueError:
        return default


def toggle(element: Element | None, *path: str) -> bool | None:
    """Tell whether something is switched on or off; None where nothing is said."""
    found = child(element, *path)
    if found is None:
        return None
    return (found.get(f"{W}val") or "").lower() not in _OFF


def chosen(element: Element) -> Iterator[Element]:
    """Give the children of mc:AlternateContent's choice, or of its fallback where the choice says nothing.

    Both say the same in two ways; reading both would read it twice.
    """
    options = [one for one in element if one.tag in (CHOICE, FALLBACK)]
    said = (one for one in options if any(True for _ in one.iter(*_SEEN)))
    yield from next(said, ())
