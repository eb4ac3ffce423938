"""Which evaluator runs: durable-rules where it can be imported, else plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from jixiao.audit.inference.conclusion import Conclusion
from jixiao.audit.inference.durable import DurableEngine, durable_version
from jixiao.audit.inference.pack import Pack
from jixiao.audit.inference.plain import PlainEngine
from jixiao.model.fact import Fact


class Engine(Protocol):
    """A pack ready to run over any number of cases."""

    @property
    def name(self) -> str:
        """What runs, for people: durable-rules with its version, or Python."""

    def saturate(self, facts: Iterable[Fact]) -> tuple[Conclusion, ...]:
        """Give everything that follows from the facts; raises Refused where it is too much."""


def open_engine(pack: Pack, *, plain: bool = False) -> Engine:
    """Make a pack ready to run: once, for any number of cases.

    Both evaluators give the same; `plain` asks for the one in Python. What durable-rules
    compiles is never given back, so a pack is not opened anew for each case.
    """
    return PlainEngine(pack) if plain or durable_version() is None else DurableEngine(pack)


def engine_name(*, plain: bool = False) -> str:
    """Name the evaluator that `open_engine` would give."""
    version = None if plain else durable_version()
    return PlainEngine.name if version is None else f"durable-rules {version}"
