"""What a new file starts from: how it is called, and what it is to ask for."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.dataclass import dataclass, field
from jixiao.model.framework import Framework
from jixiao.model.needs import Needs
from jixiao.model.ruleset import Item


@dataclass(frozen=True, slots=True)
class TableHeading:
    """How the table is called and what it applies to; `schema` is the way to its schema, if known."""

    title: str
    code: str
    region: str
    subject: str
    year: int
    schema: str | None = None
    items: frozenset[str] = frozenset()
    """Names of the data items that there are."""
    framework: Framework | None = None
    """The common framework whose indicators it begins with."""
    lacking: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    """By 代码 of a common indicator, the items of its formula that there are not."""


@dataclass(frozen=True, slots=True)
class CaseHeading:
    """How the case is called; `schema` is the way from the file to its schema, if known."""

    title: str
    code: str
    unit: str
    year: int
    schema: str | None = None


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to be filled in for a table.

    `outside` names the folder of rules that the table lies outside of, where it does: check then
    does not find it.
    """

    heading: CaseHeading
    needs: Needs
    outside: str = ""
