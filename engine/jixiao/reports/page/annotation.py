"""One thing told beside a line of a file, however an editor or a code host is to show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Diagnostic, Place

Gravity = Literal["error", "warning", "note"]
"""How grave it is, in the words of SARIF (§3.27.10)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of things that are told: its code, what it is called, and where one reads on."""

    code: str
    title: str
    help: str
    gravity: Gravity | None = None
    """How grave each is; None where they differ."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What is told: of which kind, how grave, in which words, and where. `length` counts characters."""

    code: str
    title: str
    gravity: Gravity
    message: str
    place: Place
    length: int = 0
    text: str = ""
    about: str = ""
    """The indicator it is about."""
    waived: str = ""
    """Why it may stay; empty where it is still to be settled."""
    fingerprint: str = ""
    """Lasts while what it rests on does."""


def refusals(errors: Sequence[Diagnostic]) -> list[Annotation]:
    """Give what could not be read at all, as things told beside it."""
    return [Annotation("", "输入有误", "error", error.message, error.place) for error in errors]
