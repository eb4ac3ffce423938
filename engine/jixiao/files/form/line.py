"""A row of a panel as it was filled in, or as a case fills it: texts with places, by the key of their column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping as Texts

from jixiao.dataclass import dataclass
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.model.diagnostic import Place

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one row in which something stands."""

    cells: Texts[str, Scalar]
    place: Place

    def get(self, key: str) -> Scalar | None:
        """Give what stands under a key, or None."""
        return self.cells.get(key)

    def text(self, key: str) -> str:
        """Give the text under a key; "" where nothing stands."""
        found = self.cells.get(key)
        return "" if found is None else found.text

    def has(self, keys: Iterable[str]) -> bool:
        """Whether anything stands under one of the keys."""
        return any(key in self.cells for key in keys)

    def taken(self, keys: Iterable[str]) -> tuple[tuple[Scalar, Node], ...]:
        """Give entries of a mapping for those of the keys under which something stands."""
        return tuple(
            (key_at(key, self.cells[key].place), self.cells[key]) for key in keys if key in self.cells
        )


Lines = dict[str, list[Line]]
"""The lines of each panel, by its code."""


def key_at(name: str, place: Place) -> Scalar:
    """Give a key of a mapping that stands where its value does."""
    return Scalar(name, plain=True, place=place)


def said(text: str, place: Place, *, number: bool = False) -> Scalar:
    """Give a text; a number, where it may be one, is a number as in YAML, everything else text."""
    return Scalar(text, plain=number and _NUMBER.fullmatch(text) is not None, place=place)


def mapping(entries: Iterable[tuple[Scalar, Node]], place: Place) -> Mapping:
    """Give a mapping of entries."""
    return Mapping(tuple(entries), place)


def one_or_list(nodes: list[Mapping]) -> Node:
    """Give one mapping as it is, several as a list."""
    return nodes[0] if len(nodes) == 1 else Sequence(tuple(nodes), nodes[0].place)


def line_of(node: Mapping, keys: Iterable[str], **named: Scalar | None) -> Line:
    """Give a line of the texts that a mapping has under the keys, and of what is named besides."""
    cells = {key: found for key in keys if (found := node.scalar(key)) is not None}
    given = {key: value for key, value in named.items() if value is not None}
    return Line({**given, **cells}, node.place)
