"""What a new file starts from: how it is called, and what it is to ask for."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.needs import Needs


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


TO_FILL = "待填"
"""What stands where something is to be filled in. No number, so that a line made live too early is refused."""
