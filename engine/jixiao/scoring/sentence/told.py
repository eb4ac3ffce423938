"""What is said of a fact that decides a score."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.model.part import HOLDS, Part
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.outcome import Outcome, earned
from jixiao.scoring.sentence.beside import Exemption, FactGuard


def exemption_told(exemption: Exemption) -> Filled:
    """Say that a fact exempts."""
    message = Message.LEFT_OUT if exemption.leaves_out else Message.EXEMPT
    return Filled(message, {"fact": exemption.fact, "clause": exemption.clause})


def veto_told(veto: FactGuard) -> Filled:
    """Say that a fact earns nothing, or less."""
    message = Message.VETOED_BELOW if veto.left < 0 else Message.VETOED
    return Filled(message, {"fact": veto.fact, "clause": veto.clause, "below": veto.below})


def left_by(veto: FactGuard, points: Fraction) -> Outcome:
    """Give what a fact leaves of full marks, and what it takes off the total besides."""
    outcome = earned(points, veto.left, veto.clause, veto_told(veto), Part(veto.clause, HOLDS))
    return outcome if veto.spilled is None else replace(outcome, beyond=veto.spilled)
