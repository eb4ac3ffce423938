"""Checks made ready in an earlier run."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.audit.checks.compiled import CompiledCheck, compile_checks, identity_checks
from jixiao.audit.checks.relation import Relation
from jixiao.kept.keeper import FORGETFUL, Keeper, digest_of
from jixiao.model.check import Category, Check, Widening
from jixiao.model.diagnostic import Place
from jixiao.model.finding import Level
from jixiao.model.ruleset import Ruleset, Text
from jixiao.quantity import Quantity
from jixiao.scoring.program.kept import FORMULAS, key_of

CLASSES: tuple[type, ...] = (
    CompiledCheck,
    Relation,
    Check,
    Category,
    Level,
    Widening,
    Quantity,
    Text,
    Place,
    *FORMULAS,
)
"""The classes that checks made ready are made of."""


def ready_checks(
    ruleset: Ruleset, checks: Iterable[Check], digest: str = "", keeper: Keeper = FORGETFUL
) -> tuple[CompiledCheck, ...]:
    """Give the checks of a table's items and those of the rules, made ready to run.

    `digest` is of the files that `checks` are read from. Raises Refused with what is wrong in them.
    """
    items = ruleset.items
    places = next((item.identity.place.file for item in items.values() if item.identity is not None), "")
    return keeper.recall(
        "compiled",
        lambda: digest_of((key_of(ruleset), places, digest)),
        CLASSES,
        lambda: (*identity_checks(items), *compile_checks(checks, items)),
    )
