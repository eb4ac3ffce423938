"""Which kind of small rule a term is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jixiao.model.term import TermKind
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term

_ALONE: Mapping[Takes, TermKind] = MappingProxyType(
    {
        Takes.VALUE: TermKind.VALUE,
        Takes.COUNT: TermKind.COUNT,
        Takes.LEVEL: TermKind.LEVEL,
        Takes.MET: TermKind.ITEMS,
        Takes.ANSWER: TermKind.ITEM,
        Takes.DEDUCTION: TermKind.DISCRETION,
        Takes.GIVEN: TermKind.GIVEN,
    }
)
"""The kind of a term of a sentence that is one rule, by what it is scored by."""


def kind_of(term: Term) -> TermKind:
    """Give the kind of a term: what it says itself, else by what it is scored by."""
    return TermKind.named(term.kind) or _ALONE[term.takes]


def has_input(term: Term) -> bool:
    """Whether anything is asked for it: not where it is what others take from."""
    return not term.is_given
