"""Which vetoes beyond one indicator hold: by a rating, by a condition on figures, or by nobody's word.

What a reviewer says decides. Where nobody says anything the condition does; it may leave it open.
Without either the fact is taken not to hold, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from math import prod

from jixiao.language.formula import plain_name
from jixiao.language.formula.calculate import holds as condition_holds
from jixiao.model.case import Named, Project, Rating
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.evaluation import Veto
from jixiao.model.ruleset import WHOLE
from jixiao.model.wording import quoted
from jixiao.scoring.indicator.evidence import gather
from jixiao.scoring.indicator.named import SaidFact, facts_said, holds
from jixiao.scoring.indicator.ways import MAX_COMBINATIONS
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.settlement import WideVeto
from jixiao.scoring.scale.said import RatingError
from jixiao.scoring.sentence.called import fact_called

SaidOf = Callable[[str, Rating], Iterable[SaidFact]]
"""What a rating of that indicator, or of the whole, says of facts."""


def rule_on(program: Program, project: Project) -> tuple[tuple[WideVeto, Veto], ...]:
    """Say of each veto whether it holds; raises Refused for a rating of a fact that there is not."""
    vetoes = program.settlement.vetoes
    rules = {rule.indicator.name: rule for rule in program.rules} if vetoes else {}

    def said(indicator: str, rating: Rating) -> Iterable[SaidFact]:
        return facts_said(rules[indicator], rating) if indicator else _of_whole(rating, vetoes)

    for rating in project.ratings.get(WHOLE, ()):
        _of_whole(rating, vetoes)
    return tuple([(one, _ruled(one, project, said)) for one in vetoes])


def _ruled(veto: WideVeto, project: Project, said: SaidOf) -> Veto:
    holding, because = _by_rating(veto, project.ratings.get(veto.indicator or WHOLE, ()), said)
    if holding is None and veto.condition is not None:
        holding, because = _by_figures(veto, project)
    elif holding is None:
        holding, because = False, "没有评定，按不成立核算"
    return Veto(veto.fact, str(veto.effect), veto.clause, veto.indicator, holding, because)


def _by_rating(veto: WideVeto, ratings: Iterable[Rating], said: SaidOf) -> tuple[bool | None, str]:
    """Give what reviewers say; one who says that it holds has seen what it does."""
    found = [
        (rating, fact.holds)
        for rating in ratings
        for fact in said(veto.indicator, rating)
        if plain_name(fact.fact) == plain_name(veto.fact)
    ]
    if not found:
        return None, ""
    deciding, holding = next((one for one in found if one[1]), found[0])
    source = f"（{deciding.source}）" if deciding.source else ""
    answer = "成立" if holding else "不成立"
    return holding, f"{deciding.by}评定{answer}：{deciding.grounds}{source}"


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
        condition_holds(veto.condition, dict(zip(known, values, strict=True)))
        for values in product(*(one.values for one in known.values()))
    }
    if len(found) == 1 and None not in found:
        return found.pop(), f"按条件判断：{shown}" if shown else "按条件判断"
    missing = "、".join(name for name in evidence if name not in known)
    return None, f"缺少{missing}，无法判断" if missing else "数据有出入，无法判断"


def _of_whole(rating: Rating, vetoes: Sequence[WideVeto]) -> list[SaidFact]:
    """Give what a rating of the whole says of the table's own vetoes; raises Refused for a fact that there is not."""
    facts = [veto.fact for veto in vetoes if not veto.indicator]
    known = {plain_name(fact) for fact in facts}
    if rating.fact is None and not rating.named:
        raise Refused(Diagnostic(rating.place, f"“{WHOLE}”的评定只能写“事实”和“成立”，或“发现”"))
    if rating.fact is not None and plain_name(rating.fact) not in known:
        raise Refused(Diagnostic(rating.place, _unknown(rating.fact, facts)))
    found = [] if rating.fact is None else [SaidFact(rating.fact, rating.fact_holds, rating.place)]
    return [*found, *(_named(named, facts) for named in rating.named or ())]


def _named(named: Named, facts: Sequence[str]) -> SaidFact:
    fact = fact_called(facts, named.name)
    if fact is None:
        raise Refused(Diagnostic(named.place, _unknown(named.name, facts)))
    try:
        return SaidFact(fact, holds(named), named.place)
    except RatingError as error:
        raise Refused(Diagnostic(named.said_place, f"“{WHOLE}”的评定：{error}")) from None


def _unknown(fact: str, facts: Sequence[str]) -> str:
    listed = "、".join(facts) or "无"
    return f"指标表的“否决”里没有{quoted(fact)}这一事实（有：{listed}）"


def certain(ruled: Iterable[tuple[WideVeto, Veto]]) -> Iterator[WideVeto]:
    """Yield the vetoes that hold."""
    return (veto for veto, one in ruled if one.holds)


def unsure(ruled: Iterable[tuple[WideVeto, Veto]]) -> Iterator[WideVeto]:
    """Yield the vetoes that may hold."""
    return (veto for veto, one in ruled if one.holds is None)
