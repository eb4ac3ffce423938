"""A form understood in an earlier run: what it means is kept, and the form itself is understood again if asked for."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from jixiao.dataclass import dataclass, replace
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.meaning import Meaning

if TYPE_CHECKING:
    from jixiao.scoring.forms.form import Form


@dataclass(frozen=True, slots=True, eq=False)
class Recalled:
    """Stands for the form of a sentence, and gives all that the form does."""

    sentence: str
    name: str
    points: Fraction
    shared: bool
    takes: Takes
    target: str = ""
    """The goal of the row, as it is written; empty where it has none."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.form, name)

    @property
    def form(self) -> Form:
        """The form, understood anew."""
        from jixiao.scoring.sentence.row import read_target
        from jixiao.scoring.sentence.understand import understand

        target = read_target(self.target) if self.target else None
        return understand(self.sentence, self.name, self.points, shared=self.shared, target=target).form

    def __eq__(self, other: object) -> bool:
        return self.form == (other.form if isinstance(other, Recalled) else other)

    def __hash__(self) -> int:
        return hash(self.form)


def with_form_recalled(
    meaning: Meaning, sentence: str, name: str, *, shared: bool, target: str = ""
) -> Meaning:
    """Give the meaning of a sentence without its form, which is understood again where it is asked for."""
    standard = meaning.standard
    form: Any = Recalled(sentence, name, standard.points, shared, standard.form.takes, target)
    return replace(meaning, standard=replace(standard, form=form))
