"""What comparing a project's figures and claims gave, before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing found out, as a fact for inference and in sentences for people.

    `because` are the figures and the reasoning; `figures` stand for them in a fingerprint: while
    they are the same, a reviewer's decision about the outcome holds.
    """

    fact: Fact
    items: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
