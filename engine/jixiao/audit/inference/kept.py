"""Finding rules made ready in an earlier run."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.audit.inference.pack import Pack, compile_pack
from jixiao.kept.keeper import Keeper
from jixiao.model.diagnostic import Place
from jixiao.model.finding_rule import Counted, FindingRule, Pattern, Template, Then, Variable

CLASSES: tuple[type, ...] = (Pack, FindingRule, Pattern, Counted, Variable, Then, Template, Place)
"""The classes that finding rules made ready are made of."""


def ready_pack(
    read: Callable[[], tuple[FindingRule, ...]], digest: Callable[[], str], keeper: Keeper
) -> Pack:
    """Give the finding rules that `read` reads, made ready to run; raises Refused where they are not in order.

    `digest` gives one of the files that they are read from, and of where those are.
    """
    return keeper.recall("findings", digest, CLASSES, lambda: compile_pack(read()))
