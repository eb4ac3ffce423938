"""A common framework (共性框架): indicators that local tables derive from, without points and sentences."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.dataclass import dataclass, field
from jixiao.model.coded import Coded
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Item, Text
from jixiao.quantity import Unit

FRAMEWORKS = "common"
"""How references to frameworks begin, and the folder of a folder of rules that they stand in."""


class Provenance(Coded):
    """How well what stands there is known (出处): what it was written from."""

    DOCUMENT = "document", "官方"
    COPY = "copy", "转载"
    MEMORY = "memory", "记忆"
    DOUBT = "doubt", "存疑"


def is_framework(reference: str) -> bool:
    """Whether a reference names a framework, as in common/department, rather than a table or a file."""
    return reference.startswith(f"{FRAMEWORKS}/") and not reference.endswith((".yaml", ".yml"))


@dataclass(frozen=True, slots=True)
class Variant:
    """Another ratio that goes by the name of a common indicator (变体), and where it does.

    `name` is what it is called there, where that is not the common name.
    """

    formula: Text
    where: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class CommonIndicator:
    """One indicator of a framework; `unit` is what its formula gives, where it has one."""

    name: str
    id: str
    category: tuple[str, ...]
    place: Place
    aliases: tuple[str, ...] = ()
    formula: Text | None = None
    unit: Unit | None = None
    aspects: tuple[str, ...] = ()
    """要点: what whoever assesses it looks at."""
    variants: tuple[Variant, ...] = ()
    note: str = ""
    provenance: Provenance = Provenance.DOCUMENT

    @property
    def unchecked(self) -> bool:
        """Whether nobody has held it against the document or a copy of it (出处: 记忆, 存疑)."""
        return self.provenance in (Provenance.MEMORY, Provenance.DOUBT)

    @property
    def numbered(self) -> tuple[str, ...]:
        """要点 with their numbers, ① first. A schema keeps them to twenty."""
        return tuple(f"{chr(ord('①') + place)}{one}" for place, one in enumerate(self.aspects))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that a table may call it by, its own first."""
        return (self.name, *self.aliases, *(one.name for one in self.variants if one.name))


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework with the items that its formulas speak of. `last` is None while it is in force."""

    title: str
    id: str
    subjects: tuple[str, ...]
    """What is evaluated by it (对象), in every wording."""
    first: int
    last: int | None
    basis: str
    indicators: tuple[CommonIndicator, ...]
    items: Mapping[str, Item]
    place: Place
    note: str = ""
    categories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """归类别名: a 归类 and what it is called elsewhere."""

    @property
    def reference(self) -> str:
        """How commands name it, as in common/department."""
        return f"{FRAMEWORKS}/{self.id}"

    def __str__(self) -> str:
        return f"{self.reference}（{self.title}）"
