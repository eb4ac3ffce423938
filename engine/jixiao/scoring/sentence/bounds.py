"""What bounds the score of a sentence: where deductions end, and what becomes of those that go beyond."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.error import LanguageError
from jixiao.language.standard import Below, Clause
from jixiao.scoring.forms.form import Form
from jixiao.scoring.scale.said import Takes


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where deductions end. `floor`: the lowest score, None where they go on without end."""

    floor: Fraction | None = Fraction(0)
    spills: bool = False
    """Whether what lies below the floor is taken off the total."""
    clause: str = field(default="", compare=False)
    """The clause that says so."""
    least: Fraction | None = None
    """The lowest score that an award of the form gives outright, below nothing (不得分，倒扣3分)."""

    def around(self, form: Form, clauses: Iterable[Clause]) -> Bounds:
        """Give the bounds around a form, with the lowest award of the clauses that it claims."""
        if (self.spills or self.floor is None or self.floor < 0) and form.takes == Takes.DEDUCTION:
            raise LanguageError("酌情扣几分没有底，扣完以后怎样说不清：请写明酌情扣几分至几分", 0)
        awards = [clause.award for clause in clauses]
        least = min(
            (-one.value for one in awards if isinstance(one, Below) and not one.of_total), default=None
        )
        return replace(self, least=least)
