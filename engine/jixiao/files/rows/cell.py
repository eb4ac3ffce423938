"""One cell → what a case would say there: its text, and the unit that stands beside it."""

from __future__ import annotations

from jixiao.files.rows.head import Head
from jixiao.model.ruleset import TO_FILL
from jixiao.quantity import NumberError, Quantity, UnitError, name_in_files, parse_number, parse_said

MAX_TEXT = 120
"""Longest text taken for a number, as in case files."""


def said_in(text: str | None) -> str:
    """Give what a cell says; "" for nothing: blank, or still to be filled in."""
    said = "" if text is None else text.strip()
    return "" if said == TO_FILL else said


def unit_beside(text: str, head: Head) -> str | None:
    """Give the name of the unit that a case says beside a figure: the head's, where the cell has none of its own.

    What nobody can read is beside the head's too, and refused there.
    """
    if head.unit is None:
        return None
    if head.is_given:
        return name_in_files(head.unit)
    try:
        parse_number(text[:-1] if text.endswith(("。", ".")) else text)
    except NumberError:
        return None
    return name_in_files(head.unit)


def quantity_in(text: str, head: Head) -> Quantity | None:
    """Read a figure as a case file has it read; None where that would be refused."""
    if len(text) > MAX_TEXT:
        return None
    try:
        found = parse_said(text, unit_beside(text, head), head.own)
    except (NumberError, UnitError):
        return None
    return found if found.unit.dimension == head.dimension else None
