"""Conclusions → findings, in order of weight."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from jixiao.audit.chain import Grounds, fingerprint
from jixiao.audit.inference import Conclusion
from jixiao.audit.outcome import Outcome
from jixiao.dataclass import replace
from jixiao.model.evaluation import Result
from jixiao.model.fact import FINDING, NUMBER, RAISED, WITHIN, Fact, in_order
from jixiao.model.finding import Finding, Level

_LEVELS = {level.word: level for level in Level}
_WEIGHT = {level: place for place, level in enumerate(Level)}
_LAST = ("block-review", "rule-provisional", "case-incomplete", "case-review")
"""Codes that sum up: they stand behind the others of their level, in this order."""


def draw_findings(
    conclusions: Sequence[Conclusion],
    outcomes: Iterable[Outcome],
    results: Sequence[Result],
    project: str = "",
    of_case: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Give the findings of one project, gravest first.

    `results` give the table's order, `project` is its name if it has one; `of_case` are the sources (来自) of what
    concerns the case at large.
    """
    ways = {one.fact: one for one in reversed(conclusions)}
    grounds = Grounds({one.fact: one for one in outcomes}, ways)
    raised = _raised(fact for fact in ways if fact.kind == RAISED)
    found: dict[str, Finding] = {}
    concluded = [fact for fact in ways if fact.kind == FINDING]
    for fact in sorted(concluded, key=lambda one: _weight(one, raised)):
        one = _finding(fact, raised, grounds, project)
        found.setdefault(fact[NUMBER], replace(one, of_case=True) if fact["来自"] in of_case else one)
    under = _folds((fact for fact in ways if fact.kind == WITHIN), found)
    for number, other in under.items():
        found[number] = replace(found[number], folded_under=found[other].id)
    return in_weight(found.values(), results)


def in_weight(findings: Iterable[Finding], results: Sequence[Result]) -> tuple[Finding, ...]:
    """Give findings gravest first, what sums up last, and else in the order of the table."""
    order = {result.indicator.name: place for place, result in enumerate(results)}
    return tuple(sorted(findings, key=lambda finding: _place(finding, order)))


def in_force(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Leave out the conclusions that do not hold once reviewers have settled what they have (处置).

    A case passes only where nothing graver than a hint is left to be looked at, and waits only where something is.
    What was grave keeps it from passing all the same: its figures are not settled by a decision.
    """
    waits = any(one.is_pending and one.level is not Level.LOW for one in findings)
    passes = any(one.code == APPROVED for one in findings) and not waits
    return tuple(
        one
        for one in findings
        if not (one.code == APPROVED and not passes) and not (one.title == _NOT_YET and not waits)
    )


APPROVED = "case-review"
"""The code of the conclusion that a case may pass."""
_NOT_YET = "还不能书面通过"
"""The title of the conclusion that findings keep a case from passing, where nothing else does."""


def _level(fact: Fact, raised: Mapping[str, tuple[Level, str]]) -> Level:
    own = _LEVELS[fact["级别"]]
    return min(own, raised.get(fact[NUMBER], (own, ""))[0], key=_WEIGHT.__getitem__)


def _weight(fact: Fact, raised: Mapping[str, tuple[Level, str]]) -> int:
    return _WEIGHT[_level(fact, raised)]


def _raised(facts: Iterable[Fact]) -> dict[str, tuple[Level, str]]:
    """Give, by finding, the gravest level it is raised to, and why."""
    found: dict[str, tuple[Level, str]] = {}
    for fact in sorted(facts, key=lambda one: _WEIGHT[_LEVELS[one["级别"]]]):
        found.setdefault(fact["疑点"], (_LEVELS[fact["级别"]], fact["理由"]))
    return found


def _finding(fact: Fact, raised: Mapping[str, tuple[Level, str]], grounds: Grounds, project: str) -> Finding:
    ground = grounds.of(fact)
    level = _level(fact, raised)
    rose = (f"级别升为{level.word}：{raised[fact[NUMBER]][1]}",) if level != _LEVELS[fact["级别"]] else ()
    return Finding(
        code=fact["代码"],
        level=level,
        title=fact["题目"],
        message=fact["说明"],
        indicator=fact["指标"] or None,
        items=ground.items,
        because=(*ground.because, *rose),
        fingerprint=fingerprint(fact[NUMBER], ground, project),
    )


def _folds(facts: Iterable[Fact], found: Mapping[str, Finding]) -> dict[str, str]:
    """Give finding → the finding it is told under: never a lesser one, and nothing goes in a circle."""
    under: dict[str, str] = {}
    for fact in sorted(facts, key=in_order):
        one, other = fact["疑点"], fact["于"]
        if one not in found or other not in found or one in under or one in _above(other, under):
            continue
        if _WEIGHT[found[one].level] >= _WEIGHT[found[other].level]:
            under[one] = other
    return under


def _above(number: str, under: Mapping[str, str]) -> list[str]:
    chain = [number]
    while chain[-1] in under:
        chain.append(under[chain[-1]])
    return chain


def _place(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, bool, int, str, str]:
    """By level; what sums up last; the total before the indicators, those in the table's order."""
    of_claim = finding.code.startswith(("wrong", "claim", "grade", "mean", "deduction", "exemption"))
    place = -1 if finding.indicator is None else order.get(finding.indicator, len(order))
    return (
        _WEIGHT[finding.level],
        _LAST.index(finding.code) + 1 if finding.code in _LAST else 0,
        not of_claim,
        place,
        finding.code,
        finding.title,
    )
