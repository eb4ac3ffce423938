"""What a report says in words of how figures stand to each other (说法): 决算数大于预算数."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.language.formula import Expression
from jixiao.model.ruleset import Text


@dataclass(frozen=True, slots=True)
class Saying:
    """A relation as a report claims it, in the formula language, and where it does."""

    relation: Text
    tree: Expression
    source: str
