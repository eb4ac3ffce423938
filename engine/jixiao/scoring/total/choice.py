"""Choice: of several indicators that share their points only one counts (任选)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.dataclass import dataclass, replace
from jixiao.model.evaluation import Drawn, Result
from jixiao.model.ruleset import Choice
from jixiao.model.told import Joined
from jixiao.model.wording import quoted


@dataclass(frozen=True, slots=True)
class OpenChoice:
    """A choice that nobody has made, or made twice: the places of the results in question, and why."""

    choice: Choice
    places: tuple[int, ...]
    why: str

    @property
    def names(self) -> str:
        return "、".join(quoted(name) for name in self.choice.indicators)


def apply_choices(
    results: Sequence[Result], choices: Sequence[Choice], chosen: Mapping[str, str]
) -> tuple[tuple[Result, ...], tuple[OpenChoice, ...]]:
    """Set aside what was not chosen; give the choices that are still open."""
    if not choices:
        return tuple(results), ()
    found, still_open = list(results), []
    for choice in choices:
        places = [at for at, one in enumerate(results) if one.indicator.name in choice.indicators]
        made = [at for at in places if results[at].indicator.name in chosen]
        wanted = made or places
        if len(wanted) > 1:
            still_open.append(
                OpenChoice(choice, tuple(wanted), "选用了不止一项" if made else "没有写明选用哪一项")
            )
        taken = "、".join(quoted(results[at].indicator.name) for at in wanted)
        for at in set(places) - set(wanted):
            note = f"任选其一，选用的是{taken}，本指标不计入。"
            told = Joined((note, found[at].explanation))
            basis = replace(Drawn.of(found[at].basis), explanation=told)
            found[at] = replace(found[at], set_aside=True, basis=basis)
    return tuple(found), tuple(still_open)
