"""Which form claims the clauses of a sentence: all of them, or all but what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from jixiao.dataclass import replace
from jixiao.language.error import Unsigned
from jixiao.language.standard import (
    ByFormula,
    Clause,
    InProportion,
    Vetoed,
)
from jixiao.scoring.forms.form import Form
from jixiao.scoring.forms.items import adds_up
from jixiao.scoring.forms.listed import FORMS
from jixiao.scoring.sentence.around import absence_of, aside_of, exemption_of, guard_of, veto_of
from jixiao.scoring.sentence.beside import Aside, Exemption, FactGuard, Guard
from jixiao.scoring.sentence.fitting import stands_around, with_formula, without_heading, without_presence
from jixiao.scoring.words.context import Context

_Around = Guard | FactGuard | Exemption | Aside
_CLAIMS: tuple[Callable[[Clause, Context], _Around | None], ...] = (
    aside_of,
    exemption_of,
    veto_of,
    guard_of,
    absence_of,
)
MAX_AROUND = 3
"""Most clauses set around a form. Keeps the search short for any sentence."""
MAX_CLAIMS = 8
"""Most clauses tried for that, from the end of the sentence, where they stand."""
MANY = 20
"""Longer sentences are searched for fewer. Keeps 2,000 characters under a third of a second."""


def lists_with_exemption(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether the last clause exempts from a list before it, and is not the best of its levels."""
    return exemption_of(clauses[-1], context) is not None and adds_up(clauses[:-1], context)


def around_form(
    clauses: tuple[Clause, ...], context: Context
) -> tuple[Form, tuple[_Around, ...], tuple[Clause, ...]] | None:
    """Find the fewest clauses to set around a form that claims all the others, and which those are.

    Asides are left in or left out all together; of what else may stand around, some are.
    """
    given = clauses
    clauses = with_formula(without_heading(without_presence(clauses, context), context))
    formula = any(isinstance(clause.award, ByFormula | InProportion) for clause in clauses)
    claims: dict[int, _Around] = {}
    for place, clause in enumerate(clauses):
        claimed = next((around for claim in _CLAIMS if (around := claim(clause, context)) is not None), None)
        if isinstance(claimed, FactGuard) and _of_part(clauses, place, context):
            claimed = replace(claimed, of_part=True)
        if claimed is not None and (formula or not isinstance(claimed, Guard) or not claimed.full):
            claims[place] = claimed
    asides = tuple(place for place, one in claims.items() if isinstance(one, Aside))
    most = MAX_CLAIMS if len(clauses) <= MANY else MAX_AROUND
    others = sorted(set(claims) - set(asides), reverse=True)[:most]
    for count in range(min(len(others), MAX_AROUND) + 1):
        for places in combinations(others, count):
            for left_out in dict.fromkeys((places, (*asides, *places))):
                core = tuple(clause for place, clause in enumerate(clauses) if place not in left_out)
                if not core or (not left_out and core == given) or lists_with_exemption(core, context):
                    continue
                form = claim_of(core, context)
                set_around = tuple(claims[place] for place in sorted(left_out))
                if form is not None and stands_around(set_around, form):
                    return form, set_around, core
    return None


def _of_part(clauses: tuple[Clause, ...], place: int, context: Context) -> bool:
    """Whether a clause goes on with the one before it, which earns points of its own."""
    if not place or clauses[place].mark or isinstance(clauses[place].award, Vetoed):
        return False
    before = clauses[place - 1]
    between = context.sentence[before.span.end : clauses[place].span.start]
    return bool(context.points_of(before.award)) and not any(sign in between for sign in ";；。\n")


def claim_of(clauses: tuple[Clause, ...], context: Context) -> Form | None:
    """Give the first form that claims all of the clauses.

    A form may know what a number without a comparison means where another does not; raises Unsigned where none does.
    """
    unsigned: Unsigned | None = None
    for listed in FORMS:
        try:
            form = listed.recognise(clauses, context)
        except Unsigned as error:
            unsigned = unsigned or error
        else:
            if form is not None:
                return form
    if unsigned is not None:
        raise unsigned
    return None
