"""A deduction in words: how much, by which clause, on what."""

from __future__ import annotations

from jixiao.model.evaluation import Deduction
from jixiao.quantity import points_text


def lost_text(one: Deduction) -> str:
    """Say how many points are lost, or gained."""
    return f"扣 {points_text(one.points)} 分" if one.points >= 0 else f"加 {points_text(-one.points)} 分"


def ground_parts(one: Deduction) -> list[str]:
    """Say by which clause, which of several small rules, and on which items."""
    parts = [f"，条款“{one.clause}”"]
    if one.input:
        parts.append(f"，按“{one.input}”")
    if one.items:
        parts.append(f"，依据{'、'.join(one.items)}")
    return parts
