"""What comparing a project's figures and claims gave, before it is weighed."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Ground:
    """What something rests on: items, sentences from the figures up, and the figures themselves.

    The figures go into a fingerprint: while they are the same, a reviewer's decision holds.
    """

    items: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing found out: a fact for inference, and its ground for people."""

    fact: Fact
    ground: Ground = Ground()
