"""Where the scoring forms are listed, one line each."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

from jixiao.dataclass import dataclass
from jixiao.language.standard import Clause
from jixiao.scoring.forms import (
    assessed,
    binary,
    bonus,
    breaches,
    checklist,
    discretion,
    given,
    levels,
    linear,
    progression,
    proportion,
)
from jixiao.scoring.forms.bands import bands
from jixiao.scoring.forms.form import Form
from jixiao.scoring.forms.steps import steps
from jixiao.scoring.forms.tally import tally
from jixiao.scoring.forms.target import target
from jixiao.scoring.words.context import Context

Recognise = Callable[[tuple[Clause, ...], Context], Form | None]


@dataclass(frozen=True, slots=True)
class Listed:
    """A form as it is listed: what it is called, how it claims clauses, and an example."""

    code: str
    title: str
    module: str
    """The name of its module, which tells two forms of one code apart."""
    recognise: Recognise
    example: str


def _listed(module: ModuleType, form: type[Form]) -> Listed:
    """Give a form by its module; its example is the first one that the module's text gives."""
    example = (module.__doc__ or "").strip().splitlines()[2].strip()
    return Listed(form.code, form.title, module.__name__.rpartition(".")[2], module.recognise, example)


FORMS = (
    _listed(tally, tally.Tally),
    _listed(linear, linear.Linear),
    _listed(progression, progression.Progression),
    _listed(steps, steps.Steps),
    _listed(target, target.Target),
    _listed(bands, bands.Bands),
    _listed(assessed, assessed.Assessed),
    _listed(proportion, proportion.Proportion),
    _listed(checklist, checklist.Checklist),
    _listed(binary, binary.Binary),
    _listed(levels, levels.Levels),
    _listed(breaches, breaches.Breaches),
    _listed(bonus, bonus.Bonus),
    _listed(discretion, discretion.Discretion),
    _listed(given, given.Given),
)
"""Every form, one line each, in the order in which they are asked whether they claim a sentence.

Where two claim the same clauses their scales are equal, or the pair stands in
tests/scoring/forms/test_claims.py with its reason.
"""
