"""Texts of a table read at their place: what is not understood becomes a diagnostic there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from jixiao.language.error import LanguageError
from jixiao.language.formula import Expression, Name, check_condition, parse_formula, spellings, walk
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import nearest
from jixiao.model.rewording import rewording_told
from jixiao.model.ruleset import Text
from jixiao.quantity import Dimension

T = TypeVar("T")


def known_items(tree: Expression, units: Mapping[str, Dimension]) -> Expression:
    """Give the tree back if every name in it is an item; else the nearest names."""
    for node in walk(tree):
        if isinstance(node, Name) and node.name not in units:
            hint = nearest(node.name, spellings(units))
            message = f"没有名为“{node.name}”的数据项{hint}；新的数据项请先写进 items.yaml"
            raise LanguageError(message, node.span.start, len(node.name))
    return tree


def read_condition(text: Text, units: Mapping[str, Dimension]) -> Expression:
    """Read a condition over items; raises Refused at its place."""

    def read(written: str) -> Expression:
        tree = known_items(parse_formula(written, units), units)
        check_condition(tree, units)
        return tree

    return read_at_place(text, read)


def read_at_place(text: Text, read: Callable[[str], T]) -> T:
    """Read a text of the table, turning what is not understood into a diagnostic there."""
    try:
        return read(text.text)
    except LanguageError as error:
        raise Refused(diagnose(text, error)) from None


def diagnose(text: Text, error: LanguageError) -> Diagnostic:
    """Give the diagnostic for an error in a text: its place, and the words where it stops."""
    error = error.explained()
    place = text.place
    if "\n" not in text.text:
        place = Place(place.file, place.line, place.column + error.position)
    near = text.text[error.position : error.position + max(error.length, 6)]
    where = f"（第{error.position + 1}字“{near}”处）" if near else ""
    return Diagnostic(place, f"{error.message}{where}{told_besides(error, text.text)}")


def told_besides(error: LanguageError, text: str) -> str:
    """Say what was understood before an error, and how the text or its like could be written."""
    understood = f"。已读懂：“{error.understood}”" if error.understood else ""
    if error.reworded:
        return f"{understood}。{rewording_told(text, error.reworded)}"
    hint = f"。可用的写法如：{'；'.join(error.hints[:2])}" if error.hints else ""
    return understood + hint
