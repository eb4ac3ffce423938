"""Where the scoring forms are listed, one line each."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.language.standard import Clause
from jixiao.scoring import bands, breaches, checklist, levels, proportion, steps
from jixiao.scoring.context import Context
from jixiao.scoring.form import Form

RECOGNISERS: tuple[Callable[[tuple[Clause, ...], Context], Form | None], ...] = (
    steps.recognise,
    bands.recognise,
    proportion.recognise,
    checklist.recognise,
    levels.recognise,
    breaches.recognise,
)
"""Each form's claim on the clauses of a sentence. At most one accepts any sentence."""


def examples() -> tuple[str, ...]:
    """Give an example of each form, for messages to people."""
    return tuple(
        (module.__doc__ or "").strip().splitlines()[2].strip()
        for module in (steps, bands, proportion, checklist, levels, breaches)
    )
