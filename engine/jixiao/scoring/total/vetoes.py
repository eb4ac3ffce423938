"""Which vetoes beyond one indicator hold: by a rating, by a condition on figures, or by nobody's word.

What a reviewer says decides. Where nobody says anything the condition does; it may leave it open.
Without either the fact is taken not to hold, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod

from jixiao.language.formula import plain_name
from jixiao.language.formula.calculate import holds
from jixiao.model.case import Project, Rating
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.evaluation import Veto
from jixiao.model.ruleset import WHOLE
from jixiao.model.wording import quoted
from jixiao.scoring.indicator.evidence import gather
from jixiao.scoring.indicator.ways import MAX_COMBINATIONS
from jixiao.scoring.program.settlement import Settlement, WideVeto


def rule_on(settlement: Settlement, project: Project) -> tuple[tuple[WideVeto, Veto], ...]:
    """Say of each veto whether it holds; raises Refused for a rating of a fact that there is not."""
    _refuse_unknown(settlement, project)
    return tuple([(one, _ruled(one, project)) for one in settlement.vetoes])


def _ruled(veto: WideVeto, project: Project) -> Veto:
    holding, because = _by_rating(veto, project.ratings.get(veto.indicator or WHOLE, ()))
    if holding is None and veto.condition is not None:
        holding, because = _by_figures(veto, project)
    elif holding is None:
        holding, because = False, "没有评定，按不成立核算"
    return Veto(veto.fact, str(veto.effect), veto.clause, veto.indicator, holding, because)


def _by_rating(veto: WideVeto, ratings: Iterable[Rating]) -> tuple[bool | None, str]:
    """Give what reviewers say; one who says that it holds has seen what it does."""
    said = [one for one in ratings if one.fact and plain_name(one.fact) == plain_name(veto.fact)]
    deciding = next((one for one in said if one.fact_holds), said[0] if said else None)
    if deciding is None:
        return None, ""
    source = f"（{deciding.source}）" if deciding.source else ""
    answer = "成立" if deciding.fact_holds else "不成立"
    return deciding.fact_holds, f"{deciding.by}评定{answer}：{deciding.grounds}{source}"


def _by_figures(veto: WideVeto, project: Project) -> tuple[bool | None, str]:
    """Give what the condition makes of every value that is stated."""
    assert veto.condition is not None
    evidence = {name: gather(project, name) for name in veto.wanted}
    known = {name: one for name, one in evidence.items() if one.values}
    shown = "，".join(f"{name} {one.figures[0].quantity}" for name, one in known.items() if one.figures)
    combinations = prod(len(one.values) for one in known.values())
    if combinations > MAX_COMBINATIONS or any(one.too_many for one in known.values()):
        return None, "相互矛盾的陈述太多，无法判断"
    found = {
        holds(veto.condition, dict(zip(known, values, strict=True)))
        for values in product(*(one.values for one in known.values()))
    }
    if len(found) == 1 and None not in found:
        return found.pop(), f"按条件判断：{shown}" if shown else "按条件判断"
    missing = "、".join(name for name in evidence if name not in known)
    return None, f"缺少{missing}，无法判断" if missing else "数据有出入，无法判断"


def _refuse_unknown(settlement: Settlement, project: Project) -> None:
    ratings = project.ratings.get(WHOLE)
    if not ratings:
        return
    facts = [veto.fact for veto in settlement.vetoes if not veto.indicator]
    known = {plain_name(fact) for fact in facts}
    for rating in ratings:
        if rating.fact is None or plain_name(rating.fact) not in known:
            raise Refused(Diagnostic(rating.place, _unknown(rating, facts)))


def _unknown(rating: Rating, facts: Sequence[str]) -> str:
    if rating.fact is None:
        return f"“{WHOLE}”的评定只能写“事实”和“成立”"
    listed = "、".join(facts) or "无"
    return f"指标表的“否决”里没有{quoted(rating.fact)}这一事实（有：{listed}）"


def certain(ruled: Iterable[tuple[WideVeto, Veto]]) -> Iterator[WideVeto]:
    """Yield the vetoes that hold."""
    return (veto for veto, one in ruled if one.holds)


def unsure(ruled: Iterable[tuple[WideVeto, Veto]]) -> Iterator[WideVeto]:
    """Yield the vetoes that may hold."""
    return (veto for veto, one in ruled if one.holds is None)
