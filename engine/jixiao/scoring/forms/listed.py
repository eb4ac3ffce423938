"""Where the scoring forms are listed, one line each."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.language.standard import Clause
from jixiao.scoring.forms import (
    binary,
    bonus,
    breaches,
    checklist,
    discretion,
    levels,
    linear,
    progression,
    proportion,
)
from jixiao.scoring.forms.bands import bands
from jixiao.scoring.forms.form import Form
from jixiao.scoring.forms.steps import steps
from jixiao.scoring.forms.target import target
from jixiao.scoring.words.context import Context

_MODULES = (
    progression,
    steps,
    target,
    linear,
    bands,
    proportion,
    checklist,
    binary,
    levels,
    breaches,
    bonus,
    discretion,
)

RECOGNISERS: tuple[Callable[[tuple[Clause, ...], Context], Form | None], ...] = tuple(
    module.recognise for module in _MODULES
)
"""Each form's claim on the clauses of a sentence, in the order in which they are asked."""


def examples() -> tuple[str, ...]:
    """Give an example of each form, for messages to people."""
    return tuple((module.__doc__ or "").strip().splitlines()[2].strip() for module in _MODULES)
