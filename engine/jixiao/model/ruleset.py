"""A scoring table and the data items it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.model.diagnostic import Place
from jixiao.quantity import Unit

Readings = Mapping[str, str]
"""口径: the name of what a sentence may leave open → how it is to be read."""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or formula as written, with its place in the file."""

    text: str
    place: Place

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Item:
    """A named quantity (数据项). Source: rules/items.yaml."""

    name: str
    unit: Unit
    meaning: str
    aliases: tuple[str, ...] = ()
    identity: Text | None = None


@dataclass(frozen=True, slots=True)
class ExemptionFact:
    """A fact the sentence names (免评) and the condition on items that decides it."""

    fact: str
    condition: Text


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of a table (指标)."""

    name: str
    id: str
    points: Fraction
    standard: Text
    place: Place
    category: tuple[str, ...] = ()
    formula: Text | None = None
    exemptions: tuple[ExemptionFact, ...] = ()
    readings: Readings = field(default_factory=dict)
    provenance: str = "官方"
    qualitative: Text | None = None
    """The standard of the unit's own qualitative indicators, in a block left to the unit."""
    is_block: bool = False
    """Whether the evaluated unit sets its own indicators here (自设)."""

    @property
    def provisional(self) -> bool:
        """Whether points or wording are reconstructed (出处: 推定)."""
        return self.provenance == "推定"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where and when a table applies (适用)."""

    region: str
    subject: str
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ruleset:
    """A scoring table (指标表) in one version. `full` is 满分, in points."""

    title: str
    id: str
    version: str
    scope: Scope
    full: Fraction
    grades: tuple[tuple[str, Fraction], ...]
    """Name and lowest score of each grade, best first."""
    indicators: tuple[Indicator, ...]
    items: Mapping[str, Item]
    digest: str
    place: Place
    basis: str = ""
    readings: Readings = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """code@version, as cases name it."""
        return f"{self.id}@{self.version}"

    @property
    def provisional(self) -> bool:
        """Whether any indicator rests on reconstructed wording or points."""
        return any(indicator.provisional for indicator in self.indicators)
