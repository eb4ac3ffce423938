"""The tree of a YAML file: texts as written, each with its place."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Text


class Scalar(NamedTuple):
    """One text as written: 43.50 stays 43.50, １０ stays １０.

    A named tuple, as places are: a file has hundreds.
    """

    text: str
    plain: bool
    """Whether it stands without quotation marks, so that it may be a number."""
    place: Place
    quoted: bool = False
    """Whether it stands in quotation marks: its first character is one column further."""

    def as_text(self) -> Text:
        """Give the text without blanks at its ends, with the place of its first character."""
        step = 1 if self.quoted else 0
        return Text(self.text.strip(), self.place._replace(column=self.place.column + step))


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in order."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order of the file. INVARIANT: no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def key(self, name: str) -> Scalar | None:
        """Give the key of that name, with its place, or None."""
        return next((key for key, _ in self.entries if key.text == name), None)

    def get(self, name: str) -> Node | None:
        """Give the value of that key, or None."""
        for key, value in self.entries:
            if key.text == name:
                return value
        return None

    def scalar(self, name: str) -> Scalar | None:
        """Give the value of that key where it is a text, else None."""
        value = self.get(name)
        return value if isinstance(value, Scalar) else None

    def text(self, name: str, default: str = "") -> str:
        """Give the text of that key without blanks at its ends, else the default."""
        value = self.scalar(name)
        return default if value is None else value.text.strip()

    def mapping(self, name: str) -> Mapping | None:
        """Give the value of that key where it is a mapping, else None."""
        value = self.get(name)
        return value if isinstance(value, Mapping) else None

    def within(self, name: str) -> tuple[tuple[Scalar, Node], ...]:
        """Give the entries of the mapping under that key; none where there is no such key."""
        value = self.mapping(name)
        return value.entries if value else ()

    def mappings(self, name: str) -> tuple[Mapping, ...]:
        """Give the mappings under that key: one, or a list of them."""
        value = self.get(name)
        return () if value is None else mappings_of(value)

    def scalars(self, name: str) -> tuple[Scalar, ...]:
        """Give the texts of the list under that key, or the one text there."""
        value = self.get(name)
        nodes = value.items if isinstance(value, Sequence) else (value,)
        return tuple(node for node in nodes if isinstance(node, Scalar))


Node: TypeAlias = Scalar | Sequence | Mapping


def mappings_of(node: Node) -> tuple[Mapping, ...]:
    """Give one mapping, or those of a list, where the format allows either."""
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return tuple(one for one in nodes if isinstance(one, Mapping))
