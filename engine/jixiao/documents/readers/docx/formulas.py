"""Formulas (m:oMath) on one line: a fraction as a/b, a power as a^b."""

from __future__ import annotations

from jixiao.documents.readers.xml import Element, local_name

_SIMPLE = 1


def formula(element: Element) -> str:
    """Write a formula, or a part of one, as it would be typed."""
    name = local_name(element)
    if name == "t":
        return element.text or ""
    if name == "f":
        return f"{_bracketed(_part(element, 'num'))}/{_bracketed(_part(element, 'den'))}"
    if name == "sSup":
        return f"{_part(element, 'e')}^{_bracketed(_part(element, 'sup'))}"
    if name == "d":
        return f"({_part(element, 'e')})"
    if name in ("del", "moveFrom") or name.endswith("Pr"):
        return ""
    return "".join(formula(one) for one in element)


def _part(element: Element, name: str) -> str:
    return "".join(formula(one) for one in element if local_name(one) == name)


def _bracketed(text: str) -> str:
    """Keep together what has signs in it."""
    is_plain = not any(sign in text for sign in "+-−×*/÷=") or (text.startswith("(") and text.endswith(")"))
    return text if is_plain else f"({text})"
