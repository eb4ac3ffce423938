"""A score as a function of the value, as it is drawn: straight stretches, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.curve.spread import Pieces, envelope, run_together
from jixiao.dataclass import dataclass, replace


@dataclass(frozen=True, slots=True)
class Curve:
    """The score under one way to read the sentence, from low values to high ones.

    `reading` says which way, "" where all agree. Where `straight` is false the stretches
    are chords of a bent curve: good for drawing within the view, not for saying exact points.
    """

    reading: str
    stretches: Pieces
    straight: bool = True


def hull_of(curves: Sequence[Curve]) -> Curve | None:
    """Give one curve with the lowest and highest score of all; None where there is none."""
    if len(curves) < 2:
        return replace(curves[0], reading="") if curves else None
    pieces = run_together(envelope([curve.stretches for curve in curves]))
    return Curve("", pieces, all(curve.straight for curve in curves))
