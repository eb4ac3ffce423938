"""Words for the ways to read a sentence that come to the same, without what makes no difference."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.scoring.scale.readings import Chosen

MAX_COMBINATIONS = 3
"""More combinations than these are not written out where they are the most."""
OTHERS = "其余读法"
OR = " 或 "


def words_for(groups: Sequence[Sequence[Chosen]]) -> list[str]:
    """Give words for each group of ways; "" where there is one group, or none is left open."""
    if len(groups) == 1:
        return [""]
    most = max(len(group) for group in groups)
    every = [chosen for group in groups for chosen in group]
    return [_words(group, every, shorten=len(group) == most) for group in groups]


def _words(group: Sequence[Chosen], every: Sequence[Chosen], *, shorten: bool) -> str:
    names = [name for name, _ in group[0]]
    matter = [place for place in range(len(names)) if _matters(place, set(group), every)]
    told = list(dict.fromkeys(tuple(chosen[place] for place in matter) for chosen in group))
    if len(matter) == 1:
        name = names[matter[0]]
        return f"{name}：{OR.join(value for ((_, value),) in told)}"
    if shorten and len(told) > MAX_COMBINATIONS:
        return OTHERS
    return OR.join("，".join(f"{name}：{value}" for name, value in one) for one in told)


def _matters(place: int, group: set[Chosen], every: Sequence[Chosen]) -> bool:
    """Whether reading one name otherwise may lead out of the group."""
    values = {chosen[place] for chosen in every}
    return any(
        (*chosen[:place], value, *chosen[place + 1 :]) not in group for chosen in group for value in values
    )
