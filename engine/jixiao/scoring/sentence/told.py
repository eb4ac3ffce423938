"""What is said of a fact that decides a score."""

from __future__ import annotations

from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.sentence.beside import Exemption, FactGuard


def exemption_told(exemption: Exemption) -> Filled:
    """Say that a fact exempts."""
    message = Message.LEFT_OUT if exemption.leaves_out else Message.EXEMPT
    return Filled(message, {"fact": exemption.fact, "clause": exemption.clause})


def veto_told(veto: FactGuard) -> Filled:
    """Say that a fact earns nothing, or less."""
    message = Message.VETOED_BELOW if veto.left < 0 else Message.VETOED
    return Filled(message, {"fact": veto.fact, "clause": veto.clause, "below": veto.below})
